//! Records by chance.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value as Json, json};

use super::{FUNDERS, HOMES, PLACES, PROGRAMMES, SOURCES, THEMES, WORDS, decompose};

const PERIODS: &[&str] = &[
    "2014",
    "2016-03",
    "2016-02-01/2018-01-31",
    "2010/2013",
    "2011/..",
    "2017/",
    "/2015",
    "1986?/..",
    "2022~",
    "/..",
    "../..",
    "../2015",
    "/2015-22",
    "2027/2028",
    "2025-01/2027-12",
    "2020%",
];

/// A record without an id.
pub(super) fn record() -> impl Strategy<Value = Json> {
    (kind(), texts(), ties(), state()).prop_map(|(kind, texts, ties, state)| {
        let groups = [kind, texts, ties, state];
        groups.into_iter().filter_map(|group| group.as_object().cloned()).flatten().collect()
    })
}

/// Its form and where it is listed.
fn kind() -> impl Strategy<Value = Json> {
    let forms = vec![
        ("project", None),
        ("municipal-partnership", None),
        ("twin-town", None),
        ("network", None),
        ("programme-participation", None),
        ("application", None),
        ("application", Some("granted")),
        ("application", Some("rejected")),
        ("application", Some("planned")),
    ];
    let listing = prop_oneof![5 => Just("entry"), 3 => Just("part"), 1 => Just("reference")];
    (select(forms), listing).prop_map(|((form, outcome), listing)| {
        filled(vec![
            ("form", json!(form)),
            ("outcome", json!(outcome)),
            ("listing", json!(listing)),
        ])
    })
}

/// What stands in it.
fn texts() -> impl Strategy<Value = Json> {
    let owner = option::of(localized());
    (localized(), localized(), vec(text(), 0..2), owner, vec(localized(), 0..2)).prop_map(
        |(title, summary, aliases, owner, others)| {
            let (outputs, others) = others.split_at(others.len().min(1));
            let named =
                |name: &str| -> Json { others.iter().map(|text| json!({name: text})).collect() };
            filled(vec![
                ("title", title),
                ("summary", summary),
                ("aliases", json!(aliases)),
                ("owner", owner.map_or(Json::Null, |name| json!({"name": name}))),
                ("outputs", json!(outputs)),
                ("activities", named("what")),
                ("sites", named("name")),
            ])
        },
    )
}

/// What it points to.
fn ties() -> impl Strategy<Value = Json> {
    let line =
        (option::of(select(PROGRAMMES)), option::of(select(FUNDERS)), option::of(localized()));
    let line = line.prop_map(|(programme, funder, strand)| {
        let strand = ("strand", json!(strand));
        filled(vec![("programme", json!(programme)), ("funder", json!(funder)), strand])
    });
    let partner = (localized(), option::of(select(PLACES)), vec(text(), 0..2));
    let partner = partner.prop_map(|(name, place, aliases)| {
        filled(vec![("name", name), ("place", json!(place)), ("aliases", json!(aliases))])
    });
    let relation = (select(vec!["part-of", "via", "related-to"]), 0..20)
        .prop_map(|(kind, target)| json!({"kind": kind, "target": format!("r{target}")}));
    let some = |ids: &'static [&'static str]| subsequence(ids, 0..=2);
    let lists = (vec(line, 0..3), vec(partner, 0..3), vec(relation, 0..2));
    (some(HOMES), some(THEMES), some(SOURCES), lists).prop_map(|(homes, themes, sources, lists)| {
        let (funding, partners, relations) = lists;
        json!({
            "municipalities": homes, "themes": themes, "sources": sources,
            "funding": funding, "partners": partners, "relations": relations,
        })
    })
}

/// When it was, and what is known of its state.
fn state() -> impl Strategy<Value = Json> {
    let meaning = select(vec!["span", "submission", "window", "round"]);
    let period = (option::of(select(PERIODS)), meaning).prop_map(|(edtf, meaning)| {
        filled(vec![("edtf", json!(edtf)), ("meaning", json!(meaning))])
    });
    let claimed = select(vec!["planned", "ongoing", "completed", "unstated"]);
    let claim = (claimed, select(vec!["2015", "2026-03"]))
        .prop_map(|(status, as_of)| json!({"status": status, "asOf": as_of}));
    let checked = option::of(select(vec!["2020-01-01", "2026-10-10"]));
    let overridden = option::weighted(0.1, select(vec!["cancelled", "paused"]));
    (period, option::of(claim), checked, overridden).prop_map(
        |(period, claim, checked, overridden)| {
            let overridden = ("override", json!(overridden));
            let checked = ("checked", json!(checked));
            filled(vec![("period", period), ("claim", json!(claim)), checked, overridden])
        },
    )
}

/// Some words with signs between them, now and then taken apart.
fn text() -> impl Strategy<Value = String> {
    let part = (select(WORDS), select(vec![" ", ", ", "-", "/", " – ", ". ", " ("]));
    let text = vec(part, 1..4).prop_map(|parts| {
        parts.into_iter().map(|(word, sign)| format!("{word}{sign}")).collect::<String>()
    });
    (text, prop::bool::weighted(0.2))
        .prop_map(|(text, apart)| if apart { decompose(&text) } else { text })
}

fn localized() -> impl Strategy<Value = Json> {
    (text(), option::of(text()))
        .prop_map(|(sv, en)| filled(vec![("sv", json!(sv)), ("en", json!(en))]))
}

/// An object of those fields that have a value.
fn filled(fields: Vec<(&str, Json)>) -> Json {
    let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
    fields.map(|(name, value)| (name.to_owned(), value)).collect()
}
