//! What is shown, as a query string: every state is a link.
//!
//! Reading never fails: a key or a value that this program does not know is kept and written back,
//! so that neither an old link nor the host page loses anything.

mod pages;

pub use pages::Pages;

use crate::catalogue::{Lang, RecordId};
use crate::query::{Facet, MISSING, Query, Sort, Value};
use crate::timeline::GROUPS;

/// A view of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The list alone.
    #[default]
    List,
    /// Periods as bars.
    Timeline,
    /// Places.
    Map,
}

impl View {
    /// All views, in the order of the page.
    pub const ALL: [Self; 3] = [Self::List, Self::Timeline, Self::Map];

    /// The word in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::List => "lista",
            Self::Timeline => "tidslinje",
            Self::Map => "karta",
        }
    }

    /// The view of a word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }
}

/// Everything that decides what is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// What is asked.
    pub query: Query,
    /// How it is shown; `None` is the host's choice, or the list.
    pub view: Option<View>,
    /// The facet by which the timeline is grouped.
    pub group: Option<Facet>,
    /// The language, where it is not the page's own.
    pub lang: Option<Lang>,
    /// The record that is open.
    pub record: Option<RecordId>,
    /// Pairs of the address that are not ours, as they were written.
    pub foreign: Vec<String>,
}

/// Reads a query string without its question mark. Own keys carry `prefix`.
#[must_use]
pub fn parse(text: &str, prefix: &str) -> State {
    let mut state = State::default();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        let known = key.strip_prefix(prefix).is_some_and(|key| read(&mut state, key, &value));
        if !known {
            state.foreign.push(pair.to_owned());
        }
    }
    state
}

/// Takes one pair up; says whether it is one of ours and sound.
fn read(state: &mut State, key: &str, value: &str) -> bool {
    if let Some(facet) = Facet::from_key(key) {
        let sound = !value.is_empty();
        if sound {
            state.query.add(facet, Value::parse(value));
        }
        return sound;
    }
    let years = &mut state.query.years;
    match key {
        "q" => {
            value.clone_into(&mut state.query.text);
            true
        }
        "fran" if value == MISSING => {
            years.undated = true;
            true
        }
        "fran" => take(&mut years.from, parse_year(value)),
        "till" => take(&mut years.to, parse_year(value)),
        "vy" => take(&mut state.view, View::from_key(value)),
        "grupp" => take(&mut state.group, GROUPS.into_iter().find(|facet| facet.key() == value)),
        "sort" => take(&mut state.query.sort, Sort::from_key(value)),
        "lang" => take(&mut state.lang, Lang::ALL.into_iter().find(|lang| lang.tag() == value)),
        "projekt" => take(&mut state.record, value.parse().ok()),
        _ => false,
    }
}

fn take<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let sound = value.is_some();
    if sound {
        *slot = value;
    }
    sound
}

/// A year of four digits.
#[must_use]
pub fn parse_year(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Writes a state as a query string without question mark: own keys in the contract's order, then
/// what is not ours.
#[must_use]
pub fn format(state: &State, prefix: &str) -> String {
    with_foreign(own_pairs(state, prefix), state)
}

/// Own pairs, followed by what is not ours.
fn with_foreign(mut pairs: Vec<String>, state: &State) -> String {
    pairs.extend(state.foreign.iter().cloned());
    pairs.join("&")
}

/// What a query string says of a state, pair by pair.
fn own_pairs(state: &State, prefix: &str) -> Vec<String> {
    let mut pairs: Vec<String> = Vec::new();
    let mut pair = |key: &str, value: &str| pairs.push(format!("{prefix}{key}={}", encode(value)));
    if !state.query.text.is_empty() {
        pair("q", &state.query.text);
    }
    for facet in Facet::ALL {
        for value in state.query.values(facet) {
            pair(facet.key(), value.as_str());
        }
    }
    let years = state.query.years;
    if let Some(year) = years.from {
        pair("fran", &format!("{year:04}"));
    }
    if years.undated {
        pair("fran", MISSING);
    }
    if let Some(year) = years.to {
        pair("till", &format!("{year:04}"));
    }
    if let Some(view) = state.view {
        pair("vy", view.key());
    }
    if let Some(group) = state.group {
        pair("grupp", group.key());
    }
    if let Some(sort) = state.query.sort {
        pair("sort", sort.key());
    }
    if let Some(lang) = state.lang {
        pair("lang", lang.tag());
    }
    if let Some(record) = &state.record {
        pair("projekt", record.as_str());
    }
    pairs
}

/// Percent-decoding of a form field (WHATWG URL, "application/x-www-form-urlencoded parsing").
/// What is not valid UTF-8 becomes a replacement character.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        let escaped = tail.split_at_checked(2).and_then(|(digits, tail)| {
            let digits = std::str::from_utf8(digits).ok()?;
            let byte = u8::from_str_radix(digits, 16).ok()?;
            digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some((byte, tail))
        });
        bytes.push(match (byte, escaped) {
            (b'%', Some((byte, tail))) => {
                rest = tail;
                byte
            }
            (b'+', _) => b' ',
            (byte, _) => byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Percent-encoding that leaves unreserved characters and letters readable where they are safe.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            byte => {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(hex_digit));
            }
        }
    }
    encoded
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_back_in_the_order_of_the_contract() {
        let text = "q=avfall&form=projekt&form=vanort&status=avslutat&kommun=0581&land=IT&land=KE\
                    &ort=wien&tema=miljo&program=eu&fran=2010&fran=ej&till=2018&vy=karta&grupp=land\
                    &sort=titel&lang=en&projekt=alba";
        assert_eq!(format(&parse(text, ""), ""), text);
    }

    #[test]
    fn what_is_not_ours_survives() {
        let text = "utm_source=nyhetsbrev&pa.land=KE&x=%E5&empty";
        assert_eq!(
            format(&parse(text, "pa."), "pa."),
            "pa.land=KE&utm_source=nyhetsbrev&x=%E5&empty"
        );
        assert_eq!(
            format(&parse("land=KE", "pa."), "pa."),
            "land=KE",
            "without the prefix it is not ours"
        );
    }

    #[test]
    fn a_question_mark_of_somebody_else_survives() {
        assert_eq!(format(&parse("&?", ""), ""), "?");
        assert_eq!(format(&parse("?", ""), ""), "?");
    }

    #[test]
    fn a_value_that_makes_no_sense_is_kept_and_does_nothing() {
        let state = parse("vy=tabell&grupp=tema&fran=20XX&projekt=__proto__&q=a%20b+c", "");
        assert_eq!(state.view, None);
        assert_eq!(state.query.years.from, None);
        assert_eq!(state.record, None);
        assert_eq!(state.query.text, "a b c");
        assert_eq!(format(&state, ""), "q=a+b+c&vy=tabell&grupp=tema&fran=20XX&projekt=__proto__");
    }
}
