//! The reader of the embedded JSON beside `serde_json`, which writes it.
#![expect(clippy::expect_used, reason = "a test ends where its ground is missing")]

mod support;
mod worlds;

use std::collections::BTreeMap;

use partneratlas::catalogue::Document;
use partneratlas::embedded;
use partneratlas::json::{self, Damaged};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Deserialize;
use serde_json::Value;

/// Any value whose numbers are whole or have few digits.
fn values() -> impl Strategy<Value = Value> {
    let decimal = (-999_999_999_i32..=999_999_999, 1..5_i32)
        .prop_map(|(digits, places)| (f64::from(digits) / 10_f64.powi(places)).into());
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-i64::MAX..=i64::MAX).prop_map(Value::from),
        decimal,
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn write(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("all of this can be written")
}

/// A text with all its characters as escapes.
fn escape(text: &str) -> String {
    let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    format!("\"{units}\"")
}

/// A text with a part taken out, and another in its place.
fn bend(text: &str, (from, to): (Index, Index), put: &str) -> String {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let (from, to) = (*from.get(&starts), *to.get(&starts));
    let mut bent = text.to_owned();
    bent.replace_range(from.min(to)..from.max(to), put);
    bent
}

/// What both readers take must be the same to both.
fn agree(text: &str) -> Result<(), TestCaseError> {
    if let (Ok(read), Ok(known)) = (json::read::<Document>(text), serde_json::from_str(text)) {
        prop_assert_eq!(read, known);
    }
    if let (Ok(read), Ok(known)) = (json::read::<Value>(text), serde_json::from_str::<Value>(text))
    {
        prop_assert_eq!(read, known);
    }
    Ok(())
}

proptest! {
    #[test]
    fn values_are_read_as_they_were_written(value in values()) {
        prop_assert_eq!(json::read(&write(&value)), Ok(value));
    }

    #[test]
    fn catalogues_are_read_as_they_were_written(catalogue in worlds::catalogues()) {
        let document = catalogue.document();
        let read = json::read::<Document>(&write(document));
        prop_assert_eq!(read.as_ref(), Ok(document));
    }

    #[test]
    fn characters_may_be_escaped(text in any::<String>()) {
        prop_assert_eq!(json::read(&escape(&text)), Ok(text));
    }

    #[test]
    fn a_bent_text_is_refused_or_read_as_it_says(
        catalogue in worlds::catalogues(), ends in any::<(Index, Index)>(), put in "[\\\\\"{}:,0-9a-zå.-]{0,3}",
    ) {
        agree(&bend(&write(catalogue.document()), ends, &put))?;
    }

    #[test]
    fn no_text_makes_it_panic(text in r#"([\[\]{}:,."\\u0-9dDe-]|null|true|false|å|\\ud83d|\\ude00){0,20}"#) {
        agree(&text)?;
    }
}

#[test]
fn a_text_that_ends_too_early_is_refused() {
    let text = write(&embedded::document().expect("build.rs checked it"));
    for (end, _) in text.char_indices().step_by(97) {
        assert_eq!(json::read::<Document>(&text[..end]), Err(Damaged), "{end}");
    }
}

#[test]
fn numbers_are_exact_or_refused() {
    assert_eq!(json::read("-18.4241"), Ok(-18.4241));
    assert_eq!(json::read("0.1"), Ok(0.1));
    assert_eq!(json::read("16"), Ok(16.0));
    assert_eq!(json::read("65535"), Ok(u16::MAX));
    for wrong in ["", "-", ".5", "1.", "1.2.3", "1e3", "0.30000000000000004", "9223372036854775808"]
    {
        assert_eq!(json::read::<f64>(wrong), Err(Damaged), "{wrong}");
    }
    for wrong in ["65536", "-1", "1.0"] {
        assert_eq!(json::read::<u16>(wrong), Err(Damaged), "{wrong}");
    }
}

#[test]
fn half_a_pair_is_no_character() {
    assert_eq!(json::read(r#""\ud83d\ude00 \n\/""#), Ok("\u{1F600} \n/".to_owned()));
    for wrong in
        [r#""\ud83d""#, r#""\ude00""#, r#""\ud83d\u0041""#, r#""\u+041""#, r#""\x""#, "\"\n\""]
    {
        assert_eq!(json::read::<String>(wrong), Err(Damaged), "{wrong}");
    }
}

#[test]
fn a_text_without_escapes_is_borrowed() {
    assert_eq!(json::read::<&str>("\"å\""), Ok("å"));
    assert_eq!(json::read::<&str>(r#""\u00e5""#), Err(Damaged), "there is nothing to borrow");
}

#[test]
fn nothing_may_stand_between_or_behind() {
    for wrong in ["[1,2]]", "[1,2,]", "[,1]", "[1 2]", "[1, 2]", "[1,2}", "[1,2"] {
        assert_eq!(json::read::<Vec<u8>>(wrong), Err(Damaged), "{wrong}");
    }
    assert_eq!(json::read::<Value>(&"[".repeat(100_000)), Err(Damaged), "too deep");
}

#[derive(Debug, PartialEq, Deserialize)]
struct Part {
    #[serde(default)]
    first: Option<u8>,
    #[serde(flatten)]
    rest: BTreeMap<String, Either>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(f64),
    Wrapped(Wrapped),
}

#[derive(Debug, PartialEq, Deserialize)]
struct Wrapped(Vec<String>);

#[test]
fn flattened_and_untagged_types_are_read() {
    let part = json::read::<Part>(r#"{"b":["x"],"first":1,"c":2.5}"#).expect("it is one");
    assert_eq!(part.first, Some(1));
    assert_eq!(part.rest.get("b"), Some(&Either::Wrapped(Wrapped(vec!["x".to_owned()]))));
    assert_eq!(part.rest.get("c"), Some(&Either::Number(2.5)));
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Pair {
    one: Option<u8>,
    two: u8,
}

#[test]
fn fields_are_read_in_their_order_alone() {
    assert_eq!(json::read(r#"{"one":1,"two":2}"#), Ok(Pair { one: Some(1), two: 2 }));
    assert_eq!(json::read(r#"{"two":2}"#), Ok(Pair { one: None, two: 2 }));
    assert_eq!(json::read("{}"), Ok(Pair::default()));
    for wrong in [r#"{"two":2,"one":1}"#, r#"{"one":1,"one":1}"#, r#"{"other":1}"#, r#"{,"two":2}"#]
    {
        assert_eq!(json::read::<Pair>(wrong), Err(Damaged), "{wrong}");
    }
}
