//! Dates and periods in words, never more precise than their source.

use super::messages;
use crate::catalogue::{
    Date, DatePrecision, Day, Duration, Edtf, Endpoint, Lang, Meaning, Period, Qualifier, Season,
};
use crate::timeline::Unit;

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u8, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Sv => &MONTHS_SV,
        Lang::En => &MONTHS_EN,
    };
    names.get(usize::from(month.saturating_sub(1))).copied().unwrap_or_default()
}

fn season_name(season: Season, lang: Lang) -> &'static str {
    match (lang, season) {
        (Lang::Sv, Season::Spring) => "våren",
        (Lang::Sv, Season::Summer) => "sommaren",
        (Lang::Sv, Season::Autumn) => "hösten",
        (Lang::Sv, Season::Winter) => "vintern",
        (Lang::En, Season::Spring) => "spring",
        (Lang::En, Season::Summer) => "summer",
        (Lang::En, Season::Autumn) => "autumn",
        (Lang::En, Season::Winter) => "winter",
    }
}

/// A date: "2017", "mars 2021", "1 februari 2016", "omkring 2022", "troligen 1986".
#[must_use]
pub fn date_text(date: Date, lang: Lang) -> String {
    let year = date.year;
    let plain = match date.precision {
        DatePrecision::Year => year.to_string(),
        DatePrecision::Season(season) => format!("{} {year}", season_name(season, lang)),
        DatePrecision::Month(month) => format!("{} {year}", month_name(month, lang)),
        DatePrecision::Day(month, day) => format!("{day} {} {year}", month_name(month, lang)),
    };
    let words = messages(lang);
    match date.qualifier {
        None => plain,
        Some(Qualifier::Uncertain) => format!("{} {plain}", words.probably),
        Some(Qualifier::Approximate) => format!("{} {plain}", words.about),
        Some(Qualifier::Both) => format!("{} {} {plain}", words.probably, words.about),
    }
}

/// A day: "21 november 2026".
#[must_use]
pub fn day_text(day: Day, lang: Lang) -> String {
    let (year, month, day) = day.civil();
    date_text(Date { year, precision: DatePrecision::Day(month, day), qualifier: None }, lang)
}

/// The name of a stretch on a time axis: "2016", "kv 2", "apr".
#[must_use]
pub fn unit_text(unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Year(year) => year.to_string(),
        Unit::Quarter(quarter) => (messages(lang).quarter)(quarter),
        Unit::Month(month) => month_name(month, lang).chars().take(3).collect(),
    }
}

/// A length: "2 år", "18 månader", "1 år och 6 månader".
#[must_use]
pub fn duration_text(duration: Duration, lang: Lang) -> String {
    let words = messages(lang);
    let part = |count: u8, one: &str, many: &str| {
        (count > 0).then(|| format!("{count}\u{A0}{}", if count == 1 { one } else { many }))
    };
    let parts: Vec<String> = [
        part(duration.years, words.year, words.years_many),
        part(duration.months, words.month, words.months_many),
    ]
    .into_iter()
    .flatten()
    .collect();
    super::list_text(&parts, lang)
}

/// Dates as a sentence fragment: "mars 2021 – mars 2023", "2011 – tills vidare",
/// "2017 – slutdatum saknas".
fn edtf_text(edtf: Edtf, lang: Lang) -> String {
    let words = messages(lang);
    let (start, end) = match edtf {
        Edtf::Date(date) => return date_text(date, lang),
        Edtf::Interval(start, end) => (start, end),
    };
    match (start, end) {
        // Whole years read as a span of numbers: "2010–2013".
        (Endpoint::Known(a), Endpoint::Known(b)) if is_plain_year(a) && is_plain_year(b) => {
            format!("{}–{}", a.year, b.year)
        }
        (Endpoint::Known(a), Endpoint::Known(b)) => {
            format!("{} – {}", date_text(a, lang), date_text(b, lang))
        }
        (Endpoint::Known(a), Endpoint::Open) => {
            format!("{} – {}", date_text(a, lang), words.until_further_notice)
        }
        (Endpoint::Known(a), Endpoint::Unknown) => {
            format!("{} – {}", date_text(a, lang), words.end_unknown)
        }
        (Endpoint::Unknown | Endpoint::Open, Endpoint::Known(b)) => {
            format!("{} – {}", words.start_unknown, date_text(b, lang))
        }
        (_, Endpoint::Open) => format!("{} – {}", words.start_unknown, words.until_further_notice),
        (_, Endpoint::Unknown) => format!("{} – {}", words.start_unknown, words.end_unknown),
    }
}

fn is_plain_year(date: Date) -> bool {
    date.precision == DatePrecision::Year && date.qualifier.is_none()
}

/// A period in full: what its dates are dates of, its dates, or its length, or that both are missing.
#[must_use]
pub fn period_text(period: &Period, lang: Lang) -> String {
    let words = messages(lang);
    let Some(edtf) = period.edtf else {
        return match period.duration {
            Some(duration) => format!("{}, {}", duration_text(duration, lang), words.dates_missing),
            None => words.period_missing.to_owned(),
        };
    };
    let dates = edtf_text(edtf, lang);
    match period.meaning {
        Meaning::Span => dates,
        Meaning::Submission => format!("{} {dates}", words.submitted),
        Meaning::Window => format!("{} {dates}", words.sometime_in),
        Meaning::Round => format!("{} {dates}", words.round),
    }
}

/// The years of a date or interval, for "enligt källan 2016" or "2021–2023".
#[must_use]
pub fn years_text(edtf: Edtf) -> String {
    let year = |end: Endpoint| end.date().map(|date| date.year);
    match (year(edtf.start()), year(edtf.end())) {
        (Some(a), Some(b)) if a != b => format!("{a}–{b}"),
        (Some(a), _) => a.to_string(),
        (None, Some(b)) => b.to_string(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(edtf: &str) -> Period {
        Period { edtf: Edtf::parse(edtf).ok(), ..Period::default() }
    }

    #[test]
    fn no_precision_is_invented() {
        for (edtf, sv, en) in [
            ("2021-03/2023-03", "mars 2021 – mars 2023", "March 2021 – March 2023"),
            (
                "2016-02-01/2018-01-31",
                "1 februari 2016 – 31 januari 2018",
                "1 February 2016 – 31 January 2018",
            ),
            ("2010/2013", "2010–2013", "2010–2013"),
            ("2011/..", "2011 – tills vidare", "2011 – until further notice"),
            ("2017/", "2017 – slutdatum saknas", "2017 – end date missing"),
            ("/2015-22", "startdatum saknas – sommaren 2015", "start date missing – summer 2015"),
            ("1986?/..", "troligen 1986 – tills vidare", "probably 1986 – until further notice"),
            ("2022~", "omkring 2022", "about 2022"),
            (
                "/..",
                "startdatum saknas – tills vidare",
                "start date missing – until further notice",
            ),
        ] {
            assert_eq!(period_text(&period(edtf), Lang::Sv), sv);
            assert_eq!(period_text(&period(edtf), Lang::En), en);
        }
    }

    #[test]
    fn a_length_without_dates_says_that_the_dates_are_missing() {
        let two_years =
            Period { duration: Some(Duration { years: 2, months: 0 }), ..Period::default() };
        assert_eq!(period_text(&two_years, Lang::Sv), "2\u{A0}år, datum saknas");
        assert_eq!(period_text(&Period::default(), Lang::En), "dates not stated");
    }

    #[test]
    fn a_window_is_a_point_somewhere_and_not_a_span() {
        let window = Period { meaning: Meaning::Window, ..period("2015-06/2016-06") };
        assert_eq!(period_text(&window, Lang::Sv), "någon gång under juni 2015 – juni 2016");
    }
}
