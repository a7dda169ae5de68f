//! What holds for any catalogues from elsewhere, by chance.
#![cfg(feature = "reader")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends where its ground is missing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use partneratlas::catalogue::{Document, Record};
use partneratlas::json;
use partneratlas::reader::{Builtin, File, Reading, read_at_once};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Value, json};

static BUILTIN: LazyLock<Builtin> =
    LazyLock::new(|| Builtin::embedded().expect("build.rs wrote it"));

/// Few of everything, so that catalogues meet.
const PUBLISHERS: [(&str, &str); 3] =
    [("tyreso", "0138"), ("norrkoping", "0581"), ("jonkoping", "0680")];
const IDS: &[&str] = &["alba", "lab", "vatten", "tyreso-alba", "sern", "FEL"];
const TITLES: &[&str] = &["Baltic Urban Lab", "baltic urban-lab", "ALBA för alla", "Vatten", "EU"];
const PLACES: &[&str] = &["linz", "wien", "pori", "ort", "ny", "norrkoping", "saknas"];
const PERIODS: &[&str] = &["2021/2023", "2021-03/2023", "2021/..", "2019", "/..", "fel"];

/// What of a catalogue is sound, and now and then something that is not.
fn record(code: &'static str) -> impl Strategy<Value = Value> {
    let texts = (select(IDS), select(TITLES), prop::option::of(select(TITLES)));
    let partners = vec((select(TITLES), prop::option::weighted(0.9, select(PLACES))), 0..3);
    let ties = vec((select(vec!["part-of", "follow-up-of"]), select(IDS)), 0..2);
    let kind = select(vec!["project", "project", "project", "twin-town", "network"]);
    let money = prop::option::weighted(0.3, (select(vec!["eu", "sida", "egen"]), 1..3_u8));
    let homes = subsequence(vec!["0581", "0680"], 0..=1);
    (texts, select(PERIODS), partners, ties, kind, money, homes).prop_map(
        move |((id, title, alias), period, partners, ties, kind, money, homes)| {
            let partners = partners.iter().map(|(name, place)| match place {
                Some(place) => json!({"name": {"sv": name}, "place": place}),
                None => json!({"name": {"sv": name}}),
            });
            let ties = ties.iter().map(|(kind, target)| json!({"kind": kind, "target": target}));
            let money = money.iter().map(|(funder, amount)| {
                json!({"funder": funder, "grant": {"amount": amount, "currency": "EUR"}})
            });
            let homes: BTreeSet<&str> = homes.into_iter().chain([code]).collect();
            json!({
                "id": id, "form": kind, "title": {"sv": title}, "aliases": alias.as_slice(), "summary": {"sv": "Om."},
                "municipalities": homes, "period": {"edtf": period}, "partners": partners.collect::<Vec<_>>(),
                "relations": ties.collect::<Vec<_>>(), "funding": money.collect::<Vec<_>>(), "sources": ["kalla"],
            })
        },
    )
}

/// A publisher's catalogue, with some vocabulary of its own.
fn catalogue() -> impl Strategy<Value = Value> {
    let own = (
        prop::option::of(select(vec![[14.3, 48.3], [14.31, 48.31], [16.4, 48.2]])),
        any::<bool>(),
        any::<bool>(),
    );
    (select(PUBLISHERS.to_vec()), own).prop_flat_map(|((publisher, code), (place, theme, funder))| {
        vec(record(code), 0..5).prop_map(move |records| {
            let places = place.iter().flat_map(|point| {
                ["ort", "ny"].map(|id| json!({"id": id, "name": {"sv": id}, "country": "AT", "precision": "city", "point": point}))
            });
            let name = if funder { publisher } else { "Egen" };
            json!({
                "schemaVersion": 1,
                "publishers": [{"id": publisher, "name": {"sv": publisher}, "municipality": code}],
                "places": places.collect::<Vec<_>>(),
                "themes": if theme { json!([{"id": "miljo", "name": {"sv": publisher}}]) } else { json!([]) },
                "funders": [{"id": "egen", "name": {"sv": name}}],
                "sources": [{"id": "kalla", "title": {"sv": "Sidan"}, "asOf": "2026-05"}],
                "records": records,
            })
        })
    })
}

fn read(catalogues: &[(usize, &Value)]) -> Reading {
    let file = |(number, value): &(usize, &Value)| File {
        name: format!("https://example.se/{number}.json"),
        text: value.to_string(),
    };
    read_at_once(&catalogues.iter().map(file).collect::<Vec<_>>(), &BUILTIN)
}

/// What a record says that does not depend on whose words it is said in, lists as sets.
fn facts(record: &Record) -> Value {
    let mut facts = serde_json::to_value(record).expect("it can be written");
    let places =
        record.partners.iter().map(|partner| partner.place.as_ref().map(ToString::to_string));
    facts["partners"] = json!(places.collect::<BTreeSet<_>>());
    let facts = facts.as_object_mut().expect("a record");
    for words in ["title", "aliases", "summary", "owner"] {
        facts.remove(words);
    }
    facts.iter().map(|(name, value)| (name.clone(), set(value))).collect()
}

/// A list in the order of what it holds, written down.
fn set(value: &Value) -> Value {
    match value.as_array() {
        Some(list) => json!(list.iter().map(Value::to_string).collect::<BTreeSet<_>>()),
        None => value.clone(),
    }
}

/// All facts by id, and what ids there are.
fn structure(reading: &Reading) -> (BTreeMap<String, Value>, BTreeSet<String>) {
    let Some(document) = &reading.document else { return Default::default() };
    let records = document.records.iter().map(|record| (record.id.to_string(), facts(record)));
    let places = document.places.iter().map(|place| place.id.to_string());
    let themes = document.themes.iter().map(|theme| theme.id.to_string());
    let funders = document.funders.iter().map(|funder| funder.id.to_string());
    (records.collect(), places.chain(themes).chain(funders).collect())
}

/// Whether all that a document points to is there, and once.
fn is_whole(document: &Document) -> Result<(), TestCaseError> {
    macro_rules! ids {
        ($section:ident, $id:ident) => {{
            let ids: BTreeSet<&str> =
                document.$section.iter().map(|entry| entry.$id.as_str()).collect();
            prop_assert_eq!(
                ids.len(),
                document.$section.len(),
                "twice in {}",
                stringify!($section)
            );
            ids
        }};
    }
    let (records, publishers) = (ids!(records, id), ids!(publishers, id));
    let (places, themes, sources) = (ids!(places, id), ids!(themes, id), ids!(sources, id));
    let (funders, programmes) = (ids!(funders, id), ids!(programmes, id));
    let (municipalities, countries) = (ids!(municipalities, code), ids!(countries, code));
    prop_assert!(funders.is_disjoint(&programmes));
    for place in &document.places {
        prop_assert!(place.country.iter().all(|code| countries.contains(code.as_str())));
    }
    for record in &document.records {
        prop_assert!(record.publisher.iter().all(|id| publishers.contains(id.as_str())));
        prop_assert!(record.publisher.is_some());
        prop_assert!(record.themes.iter().all(|id| themes.contains(id.as_str())));
        prop_assert!(record.sources.iter().all(|id| sources.contains(id.as_str())));
        prop_assert!(
            record.municipalities.iter().all(|code| municipalities.contains(code.as_str()))
        );
        prop_assert!(record.relations.iter().all(|tie| records.contains(tie.target.as_str())));
        prop_assert!(record.relations.iter().all(|tie| tie.target != record.id));
        prop_assert!(record.money_ids().all(|id| funders.contains(id) || programmes.contains(id)));
        let mut at = record.partners.iter().filter_map(|partner| partner.place.as_ref());
        prop_assert!(at.all(|id| places.contains(id.as_str())));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_order_of_catalogues_decides_nothing_but_words(
        catalogues in vec(catalogue(), 1..4), turn in any::<Index>(), is_turned in any::<bool>(),
    ) {
        let mut named: Vec<(usize, &Value)> = catalogues.iter().enumerate().collect();
        let first = read(&named);
        named.rotate_left(turn.index(catalogues.len()));
        if is_turned {
            named.reverse();
        }
        let second = read(&named);
        prop_assert_eq!(structure(&first), structure(&second));
        prop_assert_eq!(first.left_out, second.left_out);
    }

    #[test]
    fn what_is_shown_is_whole_and_the_page_can_read_it(catalogues in vec(catalogue(), 0..4)) {
        let named: Vec<(usize, &Value)> = catalogues.iter().enumerate().collect();
        let reading = read(&named);
        if let Some(document) = &reading.document {
            is_whole(document)?;
            let text = serde_json::to_string(document).expect("it can be written");
            let again = json::read::<Document>(&text);
            prop_assert_eq!(again.as_ref(), Ok(document));
        }
    }

    #[test]
    fn no_sound_record_is_lost(catalogues in vec(catalogue(), 1..4)) {
        let named: Vec<(usize, &Value)> = catalogues.iter().enumerate().collect();
        // Of two versions that one publisher tells, one is shown.
        let publisher = |value: &Value| value["publishers"][0]["id"].to_string();
        let publishers: BTreeSet<String> = catalogues.iter().map(publisher).collect();
        prop_assume!(publishers.len() == catalogues.len());
        let all = read(&named);
        for own in named {
            let alone = read(&[own]);
            let alone = alone.document.iter().flat_map(|document| &document.records);
            for record in alone {
                let document = all.document.as_ref().expect("there is one");
                let is_told = document.records.iter().any(|shown| {
                    let titles = [&shown.title.sv].into_iter().chain(&shown.aliases);
                    let is_named = titles.map(|title| title.to_lowercase().replace('-', " "))
                        .any(|title| title == record.title.sv.to_lowercase().replace('-', " "));
                    is_named && record.municipalities.iter().all(|code| shown.municipalities.contains(code))
                });
                prop_assert!(is_told, "{} of {:?}", record.id, record.publisher);
            }
        }
    }

    #[test]
    fn no_record_is_counted_twice_or_never(catalogue in catalogue()) {
        let given = catalogue["records"].as_array().map_or(0, Vec::len);
        let reading = read(&[(0, &catalogue)]);
        if let Some(document) = &reading.document {
            prop_assert_eq!(document.records.len() + reading.left_out, given);
            prop_assert_eq!(reading.left_out == 0, reading.faults.is_empty());
        }
    }

    #[test]
    fn a_bent_text_harms_nobody(
        catalogue in catalogue(), ends in any::<(Index, Index)>(), put in "[\\\\\"{}\\[\\]:,0-9a-zåu.-]{0,4}",
    ) {
        let mut text = catalogue.to_string();
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let (from, to) = (*ends.0.get(&starts), *ends.1.get(&starts));
        let to = to.max(from).min(from + 30).min(text.len());
        let to = (to..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(from);
        text.replace_range(from.min(to)..to, &put);
        let reading = read_at_once(&[File { name: "a".into(), text }], &BUILTIN);
        if let Some(document) = &reading.document {
            is_whole(document)?;
        }
    }
}
