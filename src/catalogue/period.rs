//! Periods: EDTF intervals, durations, and what a period is a period of.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::date::{Date, Day};
use super::localized::Localized;

/// A text that is not one of the supported EDTF forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidEdtf(String);

impl InvalidEdtf {
    pub(super) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for InvalidEdtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "”{}” är inget datum enligt EDTF: skriv till exempel 2021-03/2023-03, 2017, 2011/.. \
             (pågår), 2017/ (slut okänt), /2015 (start okänd) eller 1986?/..",
            self.0
        )
    }
}

impl std::error::Error for InvalidEdtf {}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// A date.
    Known(Date),
    /// `..`: goes on, or has always been.
    Open,
    /// Nothing written: there is an end, but the source does not tell it.
    Unknown,
}

impl Endpoint {
    fn parse(text: &str) -> Result<Self, InvalidEdtf> {
        match text {
            "" => Ok(Self::Unknown),
            ".." => Ok(Self::Open),
            date => Date::parse(date).map(Self::Known),
        }
    }

    /// The date, where there is one.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Known(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

/// The supported part of EDTF: a date, or an interval of two ends of which at least one is a date
/// or open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(with = "String"))]
pub enum Edtf {
    /// `2016-03`
    Date(Date),
    /// `2021-03/2023-03`, `2011/..`, `2017/`, `/2015`, `/..`
    Interval(Endpoint, Endpoint),
}

impl Edtf {
    /// Reads an EDTF text.
    ///
    /// # Errors
    /// Unsupported or wrong forms, and an interval whose end lies before its start.
    pub fn parse(text: &str) -> Result<Self, InvalidEdtf> {
        let Some((start, end)) = text.split_once('/') else {
            return Date::parse(text).map(Self::Date);
        };
        let refuse = || InvalidEdtf::new(text);
        let start = Endpoint::parse(start).map_err(|_| refuse())?;
        let end = Endpoint::parse(end).map_err(|_| refuse())?;
        match (start, end) {
            (Endpoint::Unknown, Endpoint::Unknown) => Err(refuse()),
            (Endpoint::Known(a), Endpoint::Known(b)) if a.lower() > b.upper() => Err(refuse()),
            _ => Ok(Self::Interval(start, end)),
        }
    }

    /// Where it begins; a single date begins with itself.
    #[must_use]
    pub fn start(self) -> Endpoint {
        match self {
            Self::Date(date) => Endpoint::Known(date),
            Self::Interval(start, _) => start,
        }
    }

    /// Where it ends; a single date ends with itself.
    #[must_use]
    pub fn end(self) -> Endpoint {
        match self {
            Self::Date(date) => Endpoint::Known(date),
            Self::Interval(_, end) => end,
        }
    }

    /// The first day it can cover; `None` where the start is open or unknown.
    #[must_use]
    pub fn lower(self) -> Option<Day> {
        self.start().date().map(Date::lower)
    }

    /// The last day it can cover; `None` where the end is open or unknown.
    #[must_use]
    pub fn upper(self) -> Option<Day> {
        self.end().date().map(Date::upper)
    }

    /// The first and the last day that the period can have, as far as anybody knows: an unknown end
    /// is taken to reach no further than the known one; an open end reaches on for ever. `None` where
    /// no end is known.
    #[must_use]
    pub fn span(self) -> Option<(Day, Day)> {
        let anchor = self.lower().or(self.upper())?;
        let first = match self.start() {
            Endpoint::Open => Day::from_count(i32::MIN),
            _ => self.lower().unwrap_or(anchor),
        };
        let last = match self.end() {
            Endpoint::Open => Day::from_count(i32::MAX),
            _ => self.upper().unwrap_or(anchor),
        };
        Some((first, last))
    }

    /// Whether the period can share a day with the span of whole years `from..=to`, each of which
    /// may be missing.
    #[must_use]
    pub fn overlaps_years(self, from: Option<i16>, to: Option<i16>) -> bool {
        let possible = from.zip(to).is_none_or(|(from, to)| from <= to);
        possible
            && self.span().is_some_and(|(first, last)| {
                from.is_none_or(|year| last >= Day::new(year, 1, 1))
                    && to.is_none_or(|year| first <= Day::new(year, 12, 31))
            })
    }

    /// Whether at least one end can be placed on a time axis.
    #[must_use]
    pub fn is_placeable(self) -> bool {
        self.lower().is_some() || self.upper().is_some()
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl TryFrom<String> for Edtf {
    type Error = InvalidEdtf;

    fn try_from(text: String) -> Result<Self, InvalidEdtf> {
        Self::parse(&text)
    }
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> Self {
        edtf.to_string()
    }
}

/// A length without dates, in whole years and months (the ISO 8601 forms `P2Y`, `P18M`, `P1Y6M`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct Duration {
    /// Whole years.
    pub years: u8,
    /// Months beyond the years.
    pub months: u8,
}

impl Duration {
    fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('P')?;
        let (years, rest) = match rest.split_once('Y') {
            Some((years, rest)) => (years.parse().ok()?, rest),
            None => (0, rest),
        };
        let months = match rest.strip_suffix('M') {
            Some(months) => months.parse().ok()?,
            None if rest.is_empty() => 0,
            None => return None,
        };
        (years > 0 || months > 0).then_some(Self { years, months })
    }
}

impl TryFrom<String> for Duration {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| {
            format!("”{text}” är ingen längd: skriv till exempel P2Y, P18M eller P1Y6M")
        })
    }
}

impl From<Duration> for String {
    fn from(duration: Duration) -> Self {
        duration.to_string()
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        if self.years > 0 {
            write!(f, "{}Y", self.years)?;
        }
        if self.months > 0 {
            write!(f, "{}M", self.months)?;
        }
        Ok(())
    }
}

/// What the dates of a period are dates of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Meaning {
    /// The work, relation or membership goes on from start to end.
    #[default]
    Span,
    /// The day on which an application was handed in.
    Submission,
    /// An event at one point somewhere between the two dates; not a span.
    Window,
    /// The days on which applications were received.
    Round,
}

impl Meaning {
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something goes on between the dates, so that a bar may be drawn from one to the other.
    #[must_use]
    pub fn is_span(self) -> bool {
        matches!(self, Self::Span | Self::Round)
    }
}

/// When a record's work goes on, as far as the source tells.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Period {
    /// The dates in EDTF; missing where the source has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<Edtf>,
    /// The length, where the source tells it (`P2Y`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// What the dates are dates of.
    #[serde(default, skip_serializing_if = "Meaning::is_default")]
    pub meaning: Meaning,
    /// Not before this date, by what the source tells besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
    /// Not after this date, by what the source tells besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Date>,
    /// How the dates are to be read, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

impl Period {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The dates, where at least one end can be placed on a time axis.
    #[must_use]
    pub fn placeable(&self) -> Option<Edtf> {
        self.edtf.filter(|edtf| edtf.is_placeable())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_contract_is_read_and_written_back() {
        for text in [
            "2021-03/2023-03",
            "2016-02-01/2018-01-31",
            "2010/2013",
            "2011/..",
            "2017/",
            "/2015",
            "1986?/..",
            "2022~",
            "/..",
            "/2015-22",
            "2016-03",
            "../2015",
            "2019-04/..",
            "2020%",
        ] {
            assert_eq!(Edtf::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn wrong_intervals_are_refused() {
        for wrong in
            ["/", "2019/2017", "2017/2018/2019", "2017/20XX", "[2015..2016]", "2017-03/2017-02"]
        {
            assert!(Edtf::parse(wrong).is_err(), "{wrong:?} was accepted");
        }
    }

    #[test]
    fn an_open_end_overlaps_later_years_and_an_unknown_one_does_not() {
        let overlaps = |text: &str, from, to| Edtf::parse(text).unwrap().overlaps_years(from, to);
        assert!(overlaps("2011/..", Some(2020), None));
        assert!(!overlaps("2017/", Some(2020), None));
        assert!(overlaps("2017/", Some(2017), Some(2017)));
        assert!(overlaps("/2015", None, Some(2015)));
        assert!(!overlaps("/2015", Some(2016), None));
        assert!(overlaps("2021-03/2023-03", Some(2023), Some(2030)));
        assert!(!overlaps("2021-03/2023-03", None, Some(2020)));
        assert!(!overlaps("2010/2020", Some(2018), Some(2012)), "no year is in such a span");
        assert!(!overlaps("/..", Some(2000), Some(2030)), "no date at all is undated");
    }

    #[test]
    fn durations_are_years_and_months() {
        let parse = |text: &str| Duration::try_from(text.to_owned());
        assert_eq!(parse("P2Y").unwrap(), Duration { years: 2, months: 0 });
        assert_eq!(parse("P1Y6M").unwrap().to_string(), "P1Y6M");
        for wrong in ["P", "2Y", "P2", "P0Y", "P1D", "PT1H"] {
            assert!(parse(wrong).is_err(), "{wrong:?} was accepted");
        }
    }
}
