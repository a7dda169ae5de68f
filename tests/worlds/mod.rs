//! Small invented catalogues and questions about them, by chance.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test ends where its ground is missing"
)]

mod record;

use std::fmt;
use std::ops::Deref;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use partneratlas::catalogue::{Catalogue, Lang};
use partneratlas::query::{Facet, Query, Sort, Value, Years};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use crate::support::catalogue_of;
use record::record;

/// Words that resemble each other: compounds, with and without å, ä and ö, accents, other scripts.
const WORDS: &[&str] = &[
    "avfall",
    "avfallshantering",
    "hantering",
    "vatten",
    "dricksvatten",
    "vattenrening",
    "Åre",
    "are",
    "Örebro",
    "orebro",
    "Jönköping",
    "Jonkoping",
    "samverkan",
    "kommunsamverkan",
    "ung",
    "ungdom",
    "ungdomar",
    "café",
    "Zürich",
    "Zurich",
    "Cēsis",
    "Malmö",
    "malm",
    "öppen",
    "open",
    "EU:s",
    "2014–2020",
    "Erasmus+",
    "Hà",
    "Nội",
    "Straße",
    "Ærø",
    "Łódź",
    "förskola",
    "skola",
    "skolutveckling",
    "utveckling",
    "Київ",
    "Αθήνα",
    "Kenya",
    "Stellenbosch",
    "i",
    "å",
];

/// Ids that records can point to. The last of each is in no vocabulary.
const PLACES: &[&str] = &[
    "norrkoping",
    "jonkoping",
    "nairobi",
    "kisumu",
    "kenya",
    "western-cape",
    "south-africa",
    "cesis",
    "latgale",
    "baltic-sea",
    "nowhere",
];
const HOMES: &[&str] = &["0581", "0680", "0138", "9999"];
const THEMES: &[&str] = &["water", "waste", "school", "none"];
const PROGRAMMES: &[&str] = &["erasmus", "interreg", "partnership", "unknown-programme"];
const FUNDERS: &[&str] = &["eu", "sida", "unknown-funder"];
const SOURCES: &[&str] = &["page-2015", "page-2026", "plan-2025", "lost"];

/// A catalogue that is shown by its records alone.
pub(crate) struct World(Catalogue);

impl Deref for World {
    type Target = Catalogue;

    fn deref(&self) -> &Catalogue {
        &self.0
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(&self.document().records).map_err(|_| fmt::Error)?)
    }
}

/// A catalogue of some records.
pub(crate) fn catalogues() -> impl Strategy<Value = World> {
    vec(record(), 1..=15).prop_map(|records| catalogue(records, false))
}

/// The same catalogue twice: as it is, and with all its texts taken apart (NFD).
pub(crate) fn composed_and_decomposed() -> impl Strategy<Value = (World, World)> {
    vec(record(), 1..=15)
        .prop_map(|records| (catalogue(records.clone(), false), catalogue(records, true)))
}

fn catalogue(records: Vec<Json>, decomposed: bool) -> World {
    let mut document = vocabularies();
    let numbered = records.into_iter().zip(0..).map(|(mut record, number)| {
        record["id"] = json!(format!("r{number}"));
        record
    });
    document["records"] = numbered.collect();
    let json = document.to_string();
    let json = if decomposed { decompose(&json) } else { json };
    World(catalogue_of(serde_json::from_str(&json).expect("a sound document")))
}

/// A text with each accent as a sign of its own.
pub(crate) fn decompose(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

/// A text with its accents in its letters, where Unicode has such.
pub(crate) fn compose(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

fn vocabularies() -> Json {
    let place = |id: &str, name: &str, country: Option<&str>, precision: &str, is_point: bool| {
        let mut place = json!({"id": id, "name": {"sv": name}, "precision": precision});
        if let Some(country) = country {
            place["country"] = json!(country);
        }
        if is_point {
            place["point"] = json!([10.0, 50.0]);
        }
        place
    };
    let mut kisumu = place("kisumu", "Kisumu", Some("KE"), "city", false);
    kisumu["aliases"] = json!(["Port Florence", "Kisumö"]);
    json!({
        "schemaVersion": 1,
        "municipalities": [
            {"code": "0581", "name": "Norrköping", "place": "norrkoping"},
            {"code": "0680", "name": "Jönköping", "place": "jonkoping"},
            {"code": "0138", "name": "Tyresö"},
        ],
        "countries": [
            {"code": "SE", "name": {"sv": "Sverige", "en": "Sweden"}},
            {"code": "KE", "name": {"sv": "Kenya"}},
            {"code": "ZA", "name": {"sv": "Sydafrika", "en": "South Africa"}},
        ],
        "places": [
            place("norrkoping", "Norrköping", Some("SE"), "city", true),
            place("jonkoping", "Jönköping", Some("SE"), "city", false),
            place("nairobi", "Nairobi", Some("KE"), "city", true),
            kisumu,
            place("kenya", "Kenya", Some("KE"), "country", false),
            place("western-cape", "Västra Kapprovinsen", Some("ZA"), "region", true),
            place("south-africa", "Sydafrika", Some("ZA"), "country", false),
            place("cesis", "Cēsis", Some("LV"), "city", true),
            place("latgale", "Latgale", Some("LV"), "region", false),
            place("baltic-sea", "Östersjön", None, "area", false),
        ],
        "themes": [
            {"id": "water", "name": {"sv": "Vatten", "en": "Water"}},
            {"id": "waste", "name": {"sv": "Avfallshantering"}},
            {"id": "school", "name": {"sv": "Skola och förskola", "en": "Schools"}},
        ],
        "funders": [
            {"id": "eu", "name": {"sv": "Europeiska unionen"}},
            {"id": "sida", "name": {"sv": "Sida"}},
        ],
        "programmes": [
            {"id": "erasmus", "name": {"sv": "Erasmus+"}, "aliases": ["KA2"], "funder": "eu"},
            {"id": "interreg", "name": {"sv": "Interreg Östersjön"}, "funder": "eu"},
            {"id": "partnership", "name": {"sv": "Kommunalt partnerskap"}},
        ],
        "sources": [
            {"id": "page-2015", "title": {"sv": "Sida"}, "asOf": "2015"},
            {"id": "page-2026", "title": {"sv": "Sida"}, "asOf": "2026-05"},
            {"id": "plan-2025", "title": {"sv": "Plan"}, "asOf": "2025-01-31"},
        ],
    })
}

/// What a visitor types: a word, its beginning, something inside it, or all of it mistyped.
pub(crate) fn word() -> impl Strategy<Value = String> {
    let known =
        [WORDS, &["Norrköping", "Östersjön", "Sydafrika", "Europeiska", "Kisumu", "Tyresö"]];
    bent(select(known.concat()).prop_map(str::to_owned))
}

/// Words as they are typed.
pub(crate) fn bent(words: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (words, 0..8, any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(
        |(word, way, from, to)| {
            let mut letters: Vec<char> = word.chars().collect();
            let (from, to) = (from.index(letters.len()), to.index(letters.len()));
            match way {
                0 => letters.truncate(from + 1),
                1 => letters = letters[from.min(to)..=from.max(to)].to_vec(),
                2 => drop(letters.remove(from)),
                3 => letters.insert(from, 'x'),
                4 => letters[from] = 'q',
                5 => letters.swap(from, (from + 1).min(word.chars().count() - 1)),
                6 => return decompose(&word),
                _ => return word,
            }
            letters.into_iter().collect()
        },
    )
}

/// All of a question's words: mostly one or two.
pub(crate) fn question() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        6 => word(),
        4 => vec(word(), 2..4).prop_map(|words| words.join(" ")),
        1 => "[a-zåäö]{1,3}",
        1 => select(vec!["  ", "!?", "+", "vatten!", "(Åre)", "eu:S", "\u{308}", "a\u{30A}re"]).prop_map(str::to_owned),
    ]
}

/// A value of a facet: known, not stated, or unknown.
pub(crate) fn value() -> impl Strategy<Value = (Facet, Value)> {
    two_values().prop_map(|(facet, [value, _])| (facet, value))
}

/// Two values of one facet.
pub(crate) fn two_values() -> impl Strategy<Value = (Facet, [Value; 2])> {
    let all = [
        (Facet::Form, vec!["projekt", "partnerskap", "vanort", "ansokan", "natverk", "ej"]),
        (Facet::Status, vec!["kommande", "pagaende", "avslutat", "okand", "pausat"]),
        (Facet::Municipality, [HOMES, &["ej", "1234"]].concat()),
        (Facet::Country, vec!["KE", "ZA", "LV", "SE", "ej"]),
        (Facet::Place, [PLACES, &["ej"]].concat()),
        (Facet::Theme, [THEMES, &["ej", "other"]].concat()),
        (Facet::Money, [PROGRAMMES, FUNDERS, &["ej"]].concat()),
    ];
    select(all.to_vec()).prop_flat_map(|(facet, values)| {
        let value = select(values).prop_map(Value::parse);
        [value.clone(), value].prop_map(move |values| (facet, values))
    })
}

pub(crate) fn years() -> impl Strategy<Value = Years> {
    let year = || option::of(2008_i16..2030);
    let asked = (year(), year(), any::<bool>());
    let asked = asked.prop_map(|(from, to, undated)| Years { from, to, undated });
    prop_oneof![Just(Years::default()), asked]
}

pub(crate) fn lang() -> impl Strategy<Value = Lang> {
    select(Lang::ALL.to_vec())
}

/// A whole question.
pub(crate) fn query() -> impl Strategy<Value = Query> {
    let sort = option::of(select(Sort::ALL.to_vec()));
    (question(), vec(value(), 0..4), years(), sort).prop_map(|(text, chosen, years, sort)| {
        let mut query = Query::default();
        chosen.into_iter().for_each(|(facet, value)| query.add(facet, value));
        (query.text, query.years, query.sort) = (text, years, sort);
        query
    })
}
