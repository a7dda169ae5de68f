//! The engine on the real catalogue, and against a naive engine that can be checked by eye.
#![expect(clippy::expect_used, reason = "a test ends where its ground is missing")]

mod support;

use partneratlas::catalogue::{Document, Lang, RecordIx, Status};
use partneratlas::query::{Engine, Facet, Memory, Query, Value, Years};
use partneratlas::url;
use proptest::prelude::*;
use support::{catalogue, catalogue_of, engine, ids, today};

fn ask(question: &str) -> Vec<String> {
    ids(&url::parse(question, "").query)
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

#[test]
fn nothing_asked_lists_the_twenty_entries() {
    assert_eq!(ask("").len(), 20);
}

#[test]
fn kenya_leaves_noreld_alone() {
    assert_eq!(ask("land=KE"), ["noreld"]);
    assert_eq!(ask("q=Kenya"), ["noreld"]);
}

#[test]
fn south_africa_leaves_theewaterskloof_and_stellenbosch() {
    let expected = ["stellenbosch", "theewaterskloof", "young-entrepreneurs"];
    assert_eq!(sorted(ask("land=ZA")), expected);
}

#[test]
fn spellings_of_the_sources_and_other_languages_are_found() {
    assert_eq!(ask("q=Collechio"), ["evolaq"]);
    assert_eq!(ask("q=Collecchio"), ["evolaq"]);
    assert_eq!(ask("q=Vienna"), ["alba"]);
    assert_eq!(ask("q=Wien"), ["alba"]);
    assert_eq!(ask("q=Stellenboch"), ["stellenbosch"]);
    assert_eq!(ask("q=La%20Coruna"), ["alba"]);
    assert!(ask("q=Cesis").contains(&"vanort-cesis".to_owned()));
    assert!(ask("q=Jonkoping").contains(&"stellenbosch".to_owned()));
}

#[test]
fn the_tail_of_a_compound_is_found() {
    assert!(ask("q=hantering").contains(&"noreld".to_owned()));
}

#[test]
fn a_slip_is_forgiven() {
    assert_eq!(ask("q=Stelenbosch"), ["stellenbosch"]);
    assert_eq!(ask("q=kenja"), ["noreld"]);
}

#[test]
fn nothing_is_ongoing_that_no_source_vouches_for() {
    let catalogue = catalogue();
    for (_, record) in catalogue.records() {
        assert_ne!(catalogue.status(record, today()), Status::Ongoing, "{}", record.id);
    }
    assert!(ask("status=pagaende").is_empty());
}

#[test]
fn parts_are_listed_when_applications_are_asked_for_or_words() {
    assert_eq!(ask("form=ansokan").len(), 6);
    assert!(!ask("form=vanort").iter().any(|id| id.starts_with("savigny-")));
    assert!(ask("q=Rumänien").contains(&"savigny-vanort-rumanien".to_owned()));
    assert_eq!(sorted(ask("form=vanort")), ["vanort-cesis", "vanort-savigny-le-temple"]);
}

#[test]
fn values_of_a_facet_widen_and_facets_narrow() {
    let kenya_or_italy = ask("land=KE&land=IT").len();
    assert!(kenya_or_italy > ask("land=KE").len());
    assert!(ask("land=KE&land=IT&kommun=0138").is_empty());
}

#[test]
fn not_stated_is_a_value() {
    assert!(ask("land=ej").contains(&"digiit".to_owned()));
    assert!(ask("kommun=ej").contains(&"networking-europe".to_owned()));
}

#[test]
fn years_take_what_overlaps_and_the_undated_only_when_asked() {
    let until_2013 = ask("till=2013");
    assert!(until_2013.contains(&"baces".to_owned()));
    assert!(!until_2013.contains(&"euc4biz".to_owned()));
    assert!(ask("till=2013&fran=ej").contains(&"euc4biz".to_owned()));
    assert!(!ask("fran=2024").contains(&"gemis".to_owned()));
}

#[test]
fn a_value_that_the_catalogue_does_not_have_matches_nothing() {
    assert!(ask("land=XX").is_empty());
}

#[test]
fn a_title_stands_before_a_mention() {
    assert_eq!(ask("q=Stellenbosch").first().map(String::as_str), Some("stellenbosch"));
}

#[test]
fn two_exact_words_stand_before_one_that_is_folded_and_one_in_the_title() {
    let json = r#"{"schemaVersion": 1, "records": [
        {"id": "folded", "form": "project", "title": {"sv": "Möte i Örebro"},
            "summary": {"sv": "-"}, "sources": []},
        {"id": "exact", "form": "project", "title": {"sv": "-"},
            "summary": {"sv": "Ett möte i Orebro"}, "sources": []}]}"#;
    let catalogue = catalogue_of(serde_json::from_str(json).expect("a sound document"));
    let engine = Engine::new(&catalogue, today());
    let query = url::parse("q=orebro%20möte", "").query;
    let results = engine.run(&query, Lang::Sv, &mut Memory::default());
    assert_eq!(engine.page(&results, 0..9), [RecordIx(1), RecordIx(0)]);
}

#[test]
fn applications_are_counted_in_other_facets_once_their_form_is_chosen() {
    let query = url::parse("form=ansokan", "").query;
    let results = support::run(&query);
    let counted: usize = results.counts(Facet::Status).iter().sum();
    assert_eq!((counted, results.count), (6, 6), "each has one status");
}

#[test]
fn an_exact_hit_stands_before_a_folded_one_whatever_its_field() {
    let record = |id: &str, title: &str, summary: &str| {
        format!(
            r#"{{"id": "{id}", "form": "project", "title": {{"sv": "{title}"}},
                "summary": {{"sv": "{summary}"}}, "sources": []}}"#
        )
    };
    let records = [record("folded", "Örebro", "-"), record("exact", "-", "Mötet i Orebro")];
    let json = format!(r#"{{"schemaVersion": 1, "records": [{}]}}"#, records.join(","));
    let document: Document = serde_json::from_str(&json).expect("a sound document");
    let catalogue = catalogue_of(document);
    let engine = Engine::new(&catalogue, today());
    let query = url::parse("q=orebro", "").query;
    let results = engine.run(&query, Lang::Sv, &mut Memory::default());
    assert_eq!(engine.page(&results, 0..9), [RecordIx(1), RecordIx(0)]);
}

#[test]
fn an_entry_stands_before_a_part_that_fits_alike() {
    assert_eq!(ask("q=Cesis").first().map(String::as_str), Some("vanort-cesis"));
}

#[test]
fn programmes_are_found_by_their_other_names() {
    assert!(ask("q=Socialfonden").contains(&"koll-pa-formaga".to_owned()));
}

#[test]
fn titles_are_in_swedish_order() {
    let query = url::parse("sort=titel", "").query;
    let ids = ids(&query);
    assert_eq!(ids.last().map(String::as_str), Some("vanort-savigny-le-temple"), "{ids:?}");
}

/// Any choice of values that the catalogue has, and any years.
fn any_query() -> impl Strategy<Value = Query> {
    let engine = engine();
    let all: Vec<(Facet, Value)> = Facet::ALL
        .into_iter()
        .flat_map(|facet| {
            let values = engine.column(facet).expect("every facet has one").values.clone();
            values.into_iter().map(move |value| (facet, value))
        })
        .collect();
    let year = proptest::option::of(1980_i16..2030);
    (proptest::sample::subsequence(all, 0..5), year.clone(), year, any::<bool>()).prop_map(
        |(chosen, from, to, undated)| {
            let mut query = Query::default();
            for (facet, value) in chosen {
                query.add(facet, value);
            }
            query.years = Years { from, to, undated };
            query
        },
    )
}

proptest! {
    #[test]
    fn an_address_says_the_whole_question(query in any_query(), text in "[a-zåäö +%&=?#]{0,12}") {
        let mut query = query;
        query.text = text;
        let state = url::State { query, ..url::State::default() };
        prop_assert_eq!(url::parse(&url::format(&state, "pa."), "pa."), state);
    }

    #[test]
    fn any_address_is_read_and_read_again_alike(text in "\\PC{0,60}") {
        let state = url::parse(&text, "");
        let written = url::format(&state, "");
        prop_assert_eq!(url::format(&url::parse(&written, ""), ""), written);
    }

    #[test]
    fn any_words_can_be_searched_for(text in "\\PC{0,40}") {
        let mut query = url::parse("sort=titel", "").query;
        query.text = text;
        prop_assert!(support::run(&query).count <= 28);
    }
}
