//! Words of the interface, and how dates and numbers are written.
//!
//! One struct of constants for each language: a missing text does not compile. Names of countries,
//! places and programmes are data (docs/adr/0004), so that search, static pages and browser agree.

mod date;
mod en;
mod messages;
mod number;
mod sv;

pub use date::{date_text, day_text, duration_text, period_text, unit_text, years_text};
pub use messages::Messages;
pub use number::{decimal_text, money_text, number_text};

use crate::catalogue::Lang;

/// The words of a language.
#[must_use]
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Sv => &sv::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}

/// A word of the interface as it stands within a sentence: "avslutat".
#[must_use]
pub fn within_sentence(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// Joins parts as a sentence does: "a, b och c".
#[must_use]
pub fn list_text(parts: &[String], lang: Lang) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), messages(lang).and),
    }
}
