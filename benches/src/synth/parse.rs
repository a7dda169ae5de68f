//! From texts that this package writes to the catalogue's checked types.

use std::fmt::Debug;
use std::str::FromStr;

use partneratlas::catalogue::{Date, Edtf, Localized};

/// An id, a code or an address.
#[expect(clippy::expect_used, reason = "a text that does not fit is a mistake of the generator")]
pub(super) fn checked<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the generator writes what the catalogue reads")
}

/// A date or an interval.
#[expect(clippy::expect_used, reason = "a text that does not fit is a mistake of the generator")]
pub(super) fn edtf(text: &str) -> Edtf {
    Edtf::parse(text).expect("the generator writes what the catalogue reads")
}

/// A date.
#[expect(clippy::expect_used, reason = "a text that does not fit is a mistake of the generator")]
pub(super) fn date(text: &str) -> Date {
    Date::parse(text).expect("the generator writes what the catalogue reads")
}

/// A text in Swedish only.
pub(super) fn swedish(text: impl Into<String>) -> Localized {
    Localized { sv: text.into(), en: None }
}

/// A text in both languages.
pub(super) fn both(sv: impl Into<String>, en: impl Into<String>) -> Localized {
    Localized { sv: sv.into(), en: Some(en.into()) }
}

/// A name as an id: letters a–z, digits and single hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'å' | 'ä' | 'á' => slug.push('a'),
            'ö' | 'ó' => slug.push('o'),
            'é' => slug.push('e'),
            'ü' => slug.push('u'),
            'ñ' => slug.push('n'),
            'ž' => slug.push('z'),
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}
