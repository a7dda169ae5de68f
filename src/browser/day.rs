//! The visitor's day.

use crate::catalogue::{Date, Day};

/// Today in the visitor's time zone.
#[must_use]
pub(super) fn today() -> Day {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(i16::MAX);
    Day::new(year, small(now.get_month() + 1), small(now.get_date()))
}

/// The day that a host set for tests and previews, if it is a date.
#[must_use]
pub(super) fn fixed(text: &str) -> Option<Day> {
    Date::parse(text).ok().map(Date::lower)
}
