//! Dates that know how precise they are (EDTF, ISO 8601-2:2019, level 0 and part of level 1).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::period::InvalidEdtf;

/// A day as a count from 1970-01-01 in the proleptic Gregorian calendar: what can be compared,
/// subtracted and placed on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day of a calendar date. Month and day outside their ranges are clamped to them, so
    /// that this never fails; [`Date::parse`] is the place where wrong dates are refused.
    ///
    /// The formula is Howard Hinnant's `days_from_civil` ("chrono-Compatible Low-Level Date
    /// Algorithms", 2013).
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Self {
        let month = i32::from(month.clamp(1, 12));
        let day = i32::from(day.clamp(1, 31));
        let y = i32::from(year) - i32::from(month <= 2);
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// The day that is `count` days after 1970-01-01.
    #[must_use]
    pub fn from_count(count: i32) -> Self {
        Self(count)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn count(self) -> i32 {
        self.0
    }

    /// Year, month and day of the month (`civil_from_days`, same source as [`Day::new`]).
    #[must_use]
    pub fn civil(self) -> (i16, u8, u8) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (
            i16::try_from(year).unwrap_or(i16::MAX),
            u8::try_from(month).unwrap_or(1),
            u8::try_from(day).unwrap_or(1),
        )
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.civil().0
    }

    /// The same day `months` later, or the last day of that month where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i16) -> Self {
        let (year, month, day) = self.civil();
        let index = i32::from(year) * 12 + i32::from(month) - 1 + i32::from(months);
        let year = i16::try_from(index.div_euclid(12)).unwrap_or(year);
        let month = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(month);
        Self::new(year, month, day.min(days_in_month(year, month)))
    }
}

/// The length of a month in days.
fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A season of EDTF level 1, read as meteorological seasons of the northern hemisphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// `21`: March to May.
    Spring,
    /// `22`: June to August.
    Summer,
    /// `23`: September to November.
    Autumn,
    /// `24`: December to February of the next year.
    Winter,
}

/// How finely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2017`
    Year,
    /// `2016-22`
    Season(Season),
    /// `2021-03`
    Month(u8),
    /// `2016-02-01`: month and day.
    Day(u8, u8),
}

/// EDTF's marks for doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// `?`: the source is not sure.
    Uncertain,
    /// `~`: the value is about right.
    Approximate,
    /// `%`: both.
    Both,
}

impl Qualifier {
    fn mark(self) -> char {
        match self {
            Self::Uncertain => '?',
            Self::Approximate => '~',
            Self::Both => '%',
        }
    }
}

/// A date of known precision, perhaps marked as uncertain or approximate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct Date {
    /// The year, 0–9999.
    pub year: i16,
    /// What is known below the year.
    pub precision: Precision,
    /// Doubt, if the source has any.
    pub qualifier: Option<Qualifier>,
}

impl Date {
    /// Reads one EDTF date: `2017`, `2021-03`, `2016-02-01`, `2015-22`, each with `?`, `~` or `%`.
    ///
    /// # Errors
    /// Whatever else is refused with what was expected: `20XX`, five-digit years, month 13, 31 June.
    pub fn parse(text: &str) -> Result<Self, InvalidEdtf> {
        let (body, qualifier) = match text.chars().last() {
            Some('?') => (text.trim_end_matches('?'), Some(Qualifier::Uncertain)),
            Some('~') => (text.trim_end_matches('~'), Some(Qualifier::Approximate)),
            Some('%') => (text.trim_end_matches('%'), Some(Qualifier::Both)),
            _ => (text, None),
        };
        let marks = text.len() - body.len();
        let mut parts = body.split('-');
        let date = (marks <= 1)
            .then(|| {
                let year = digits(parts.next()?, 4)?;
                let precision = precision(year, parts.next(), parts.next())?;
                parts.next().is_none().then_some(Self { year, precision, qualifier })
            })
            .flatten();
        date.ok_or_else(|| InvalidEdtf::new(text))
    }

    /// The first day that the date can mean.
    #[must_use]
    pub fn lower(self) -> Day {
        match self.precision {
            Precision::Year => Day::new(self.year, 1, 1),
            Precision::Season(season) => Day::new(self.year, season_months(season).0, 1),
            Precision::Month(month) => Day::new(self.year, month, 1),
            Precision::Day(month, day) => Day::new(self.year, month, day),
        }
    }

    /// The last day that the date can mean.
    #[must_use]
    pub fn upper(self) -> Day {
        match self.precision {
            Precision::Year => Day::new(self.year, 12, 31),
            Precision::Season(Season::Winter) => end_of_month(self.year + 1, 2),
            Precision::Season(season) => end_of_month(self.year, season_months(season).1),
            Precision::Month(month) => end_of_month(self.year, month),
            Precision::Day(month, day) => Day::new(self.year, month, day),
        }
    }
}

fn end_of_month(year: i16, month: u8) -> Day {
    Day::new(year, month, days_in_month(year, month))
}

/// First and last month of a season; winter's last is in the next year.
fn season_months(season: Season) -> (u8, u8) {
    match season {
        Season::Spring => (3, 5),
        Season::Summer => (6, 8),
        Season::Autumn => (9, 11),
        Season::Winter => (12, 2),
    }
}

/// Exactly `count` ASCII digits as a number.
fn digits<T: std::str::FromStr>(text: &str, count: usize) -> Option<T> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn precision(year: i16, month: Option<&str>, day: Option<&str>) -> Option<Precision> {
    let Some(month) = month else {
        return Some(Precision::Year);
    };
    let month: u8 = digits(month, 2)?;
    match (month, day) {
        (21, None) => Some(Precision::Season(Season::Spring)),
        (22, None) => Some(Precision::Season(Season::Summer)),
        (23, None) => Some(Precision::Season(Season::Autumn)),
        (24, None) => Some(Precision::Season(Season::Winter)),
        (1..=12, None) => Some(Precision::Month(month)),
        (1..=12, Some(day)) => {
            let day: u8 = digits(day, 2)?;
            (1..=days_in_month(year, month)).contains(&day).then_some(Precision::Day(month, day))
        }
        _ => None,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.precision {
            Precision::Year => {}
            Precision::Season(season) => write!(f, "-{}", 21 + season as u8)?,
            Precision::Month(month) => write!(f, "-{month:02}")?,
            Precision::Day(month, day) => write!(f, "-{month:02}-{day:02}")?,
        }
        self.qualifier.map_or(Ok(()), |qualifier| write!(f, "{}", qualifier.mark()))
    }
}

impl TryFrom<String> for Date {
    type Error = InvalidEdtf;

    fn try_from(text: String) -> Result<Self, InvalidEdtf> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_its_calendar_date_are_inverse() {
        for count in (-200_000..200_000).step_by(37) {
            let (year, month, day) = Day::from_count(count).civil();
            assert_eq!(Day::new(year, month, day).count(), count);
        }
        assert_eq!(Day::new(1970, 1, 1).count(), 0);
        assert_eq!(Day::new(2000, 3, 1).count(), 11_017);
    }

    #[test]
    fn bounds_follow_the_precision() {
        let bounds = |text: &str| {
            let date = Date::parse(text).unwrap();
            (date.lower().civil(), date.upper().civil())
        };
        assert_eq!(bounds("2017"), ((2017, 1, 1), (2017, 12, 31)));
        assert_eq!(bounds("2020-02"), ((2020, 2, 1), (2020, 2, 29)));
        assert_eq!(bounds("2016-02-01"), ((2016, 2, 1), (2016, 2, 1)));
        assert_eq!(bounds("2015-22"), ((2015, 6, 1), (2015, 8, 31)));
        assert_eq!(bounds("2015-24"), ((2015, 12, 1), (2016, 2, 29)));
        assert_eq!(bounds("1986?"), ((1986, 1, 1), (1986, 12, 31)));
    }

    #[test]
    fn wrong_dates_are_refused() {
        for wrong in [
            "",
            "17",
            "20XX",
            "2017-13",
            "2017-00",
            "2017-06-31",
            "2017-2",
            "2017??",
            "2019-02-29",
            "2015-22-01",
            "y12000",
            "2017-01-01-01",
        ] {
            assert!(Date::parse(wrong).is_err(), "{wrong:?} was accepted");
        }
    }

    #[test]
    fn a_month_added_to_the_last_day_stays_in_the_month() {
        assert_eq!(Day::new(2024, 1, 31).plus_months(1).civil(), (2024, 2, 29));
        assert_eq!(Day::new(2023, 12, 31).plus_months(24).civil(), (2025, 12, 31));
    }
}
