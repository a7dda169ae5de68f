//! The seed files: sound as they are, and every fault told at once when they are not.
#![cfg(feature = "check")]

mod support;

use std::collections::BTreeSet;
use std::fs;

use partneratlas::atlas::{Basemap, Projection, projection};
use partneratlas::catalogue::{Form, Listing, Precision};
use partneratlas::seeds::{File, Finding, load};
use support::catalogue;

/// The findings of one file with the given sections.
fn findings(text: &str) -> Vec<Finding> {
    load(&[File { name: "test.json".into(), text: text.into() }], None).1
}

/// A sound file with one record, into which `fields` are written.
fn file(fields: &str) -> String {
    format!(
        r#"{{
  "schemaVersion": 1,
  "publishers": [{{"id": "p", "name": {{"sv": "P"}}}}],
  "sources": [{{"id": "s", "title": {{"sv": "S"}}, "asOf": "2020"}}],
  "records": [
    {{
      "id": "a",
      "form": "project",
      "title": {{"sv": "A"}},
      "summary": {{"sv": "A"}},
      "sources": ["s"]{fields}
    }}
  ]
}}"#
    )
}

#[test]
fn a_sound_file_has_no_findings() {
    assert_eq!(findings(&file("")), []);
}

#[test]
fn every_fault_is_told_at_once_with_file_line_field_value_and_mend() {
    let text = file(
        r#",
      "period": {"edtf": "2019/2017"},
      "themes": ["finns-ej"],
      "municipalities": ["581"],
      "colour": "red",
      "links": [{"label": {"sv": "L"}, "url": "http://example.se"}],
      "partners": [{"name": {"sv": "X"}, "place": "ingenstans", "standing": "friend"}]"#,
    );
    let told: Vec<(usize, String, String)> = findings(&text)
        .into_iter()
        .map(|finding| (finding.line, finding.field.to_string(), finding.value))
        .collect();
    let expected = [
        (12, "records[0].period.edtf", "\"2019/2017\""),
        (13, "records[0].themes[0]", "\"finns-ej\""),
        (14, "records[0].municipalities[0]", "\"581\""),
        (15, "records[0].colour", "\"red\""),
        (16, "records[0].links[0].url", "\"http://example.se\""),
        (17, "records[0].partners[0].place", "\"ingenstans\""),
        (17, "records[0].partners[0].standing", "\"friend\""),
    ]
    .map(|(line, field, value)| (line, field.to_owned(), value.to_owned()));
    assert_eq!(told, expected);
}

#[test]
fn a_finding_reads_as_a_sentence_that_mends() {
    let text = file(r#", "period": {"edtf": "20XX"}"#);
    let told = findings(&text).first().map(ToString::to_string).unwrap_or_default();
    assert!(told.starts_with("test.json:11: records[0].period.edtf: \"20XX\" – "), "{told}");
    assert!(told.contains("skriv till exempel 2021-03/2023-03"), "{told}");
}

#[test]
fn a_missing_field_does_not_hide_the_next_fault() {
    let text = r#"{"schemaVersion": 1, "records": [{"id": "A", "sources": []}]}"#;
    let fields: BTreeSet<String> =
        findings(text).into_iter().map(|finding| finding.field.to_string()).collect();
    for field in ["id", "form", "title", "summary"] {
        assert!(fields.contains(&format!("records[0].{field}")), "{field} in {fields:?}");
    }
}

#[test]
fn a_wrong_value_in_a_required_field_is_told_once() {
    let text = file("").replace("\"project\"", "\"vänort\"");
    let fields: Vec<String> =
        findings(&text).into_iter().map(|finding| finding.field.to_string()).collect();
    assert_eq!(fields, ["records[0].form"]);
}

#[test]
fn broken_json_is_told_with_its_line() {
    let told = findings("{\n  \"schemaVersion\": 1,\n  \"records\": [}\n}");
    assert_eq!(told.first().map(|finding| finding.line), Some(3));
    assert!(told.first().is_some_and(|finding| finding.mend.contains("JSON")));
}

#[test]
fn states_that_contradict_each_other_are_faults() {
    let fields = |text: &str| -> Vec<String> {
        findings(&file(text)).into_iter().map(|finding| finding.field.to_string()).collect()
    };
    assert_eq!(fields(r#", "outcome": "granted""#), ["records[0].outcome"]);
    assert_eq!(fields(r#", "listing": "part""#), ["records[0].listing"]);
    assert_eq!(
        fields(r#", "relations": [{"kind": "part-of", "target": "a"}]"#),
        ["records[0].relations[0].target"]
    );
}

#[test]
fn hostile_files_are_findings_and_never_a_panic() {
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "{\"records\": {}}",
        "{\"records\": [null, 1, \"x\", []]}",
        "{\"schemaVersion\": 1e999}",
        "{\"__proto__\": 1}",
        "{\"schemaVersion\": 99}",
        &deep,
    ] {
        assert!(
            !findings(text).is_empty(),
            "{} was accepted",
            text.chars().take(30).collect::<String>()
        );
    }
}

#[test]
fn all_33_records_of_the_facts_are_there() {
    let catalogue = catalogue();
    let count =
        |listing| catalogue.records().filter(|(_, record)| record.listing == listing).count();
    assert_eq!(count(Listing::Entry), 20);
    assert_eq!(count(Listing::Part), 8);
    assert_eq!(count(Listing::Reference), 5);
}

#[test]
fn places_of_all_four_precisions_are_there() {
    let catalogue = catalogue();
    let precisions: BTreeSet<Precision> =
        catalogue.document().places.iter().map(|place| place.precision).collect();
    assert_eq!(precisions.len(), 4);
}

#[test]
fn themes_are_few_and_gather_every_keyword_once() {
    let catalogue = catalogue();
    let themes = &catalogue.document().themes;
    assert!(themes.len() <= 14);
    let keys: Vec<&str> = themes
        .iter()
        .flat_map(|theme| &theme.keywords)
        .map(|keyword| keyword.key.as_str())
        .collect();
    assert_eq!(keys.len(), 55);
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 55);
}

#[test]
fn every_text_of_a_record_is_in_both_languages() {
    for (_, record) in catalogue().records() {
        for text in [&record.title, &record.summary] {
            assert!(text.en.is_some(), "{}", record.id);
        }
    }
}

#[test]
fn summaries_are_sentences_of_a_readable_length() {
    for (_, record) in catalogue().records() {
        let words = record.summary.sv.split_whitespace().count();
        assert!((10..=60).contains(&words), "{}: {words} words", record.id);
        assert!(record.summary.sv.ends_with('.'), "{}", record.id);
    }
}

#[test]
fn every_home_municipality_has_somebody_to_ask() {
    let catalogue = catalogue();
    for (_, record) in catalogue.records() {
        for code in &record.municipalities {
            assert!(catalogue.contact(code).is_some(), "{code}");
        }
    }
}

#[test]
fn the_only_amount_is_kept_as_grant_and_as_budget() {
    let catalogue = catalogue();
    let amounts: Vec<_> = catalogue
        .records()
        .flat_map(|(_, record)| &record.funding)
        .flat_map(|line| line.grant.into_iter().chain(line.budget))
        .map(|money| money.amount)
        .collect();
    assert_eq!(amounts, [11_313_135, 11_313_135]);
}

#[test]
fn networks_and_programmes_that_are_only_pointed_to_have_no_home() {
    for (_, record) in catalogue().records().filter(|(_, record)| record.form == Form::Network) {
        assert!(record.municipalities.is_empty(), "{}", record.id);
    }
}

#[test]
fn the_seed_files_carry_no_mailbox_beyond_the_contacts() {
    let mailbox = |text: &str| text.split_whitespace().any(|word| word.contains('@'));
    for entry in fs::read_dir("seeds").expect("the folder of the seeds") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "json")
            && !path.ends_with("contacts.json")
        {
            let text = fs::read_to_string(&path).expect("a text file");
            assert!(
                !mailbox(&text) || path.ends_with("catalogue.schema.json"),
                "{}",
                path.display()
            );
        }
    }
    assert!(mailbox("skriv till namn@example.se"), "the check can fail");
}

/// A file with one place in a country of the map.
fn place(country: &str, point: &str) -> String {
    format!(
        r#"{{
  "schemaVersion": 1,
  "countries": [{{"code": "{country}", "name": {{"sv": "L"}}}}],
  "places": [
    {{
      "id": "ort",
      "name": {{"sv": "Ort"}},
      "country": "{country}",
      "precision": "city",
      "point": {point}
    }}
  ]
}}"#
    )
}

#[test]
fn a_point_outside_its_country_is_refused() {
    // Caledon with the wrong sign, Norrköping and Eldoret with latitude first, Lisboa with the
    // wrong sign, Wien in Sweden.
    for (country, point) in [
        ("ZA", "[19.4265, 34.23]"),
        ("SE", "[58.5942, 16.1826]"),
        ("KE", "[0.5204, 35.2699]"),
        ("PT", "[9.14, 38.72]"),
        ("SE", "[16.3731, 48.2083]"),
    ] {
        let found = findings(&place(country, point));
        let [finding] = found.as_slice() else { panic!("{country} {point}: {found:?}") };
        assert_eq!((finding.line, finding.field.to_string().as_str()), (10, "places[0].point"));
        assert!(finding.mend.contains("skriv longitud före latitud"), "{finding}");
    }
}

#[test]
fn a_point_that_no_map_can_judge_is_let_through() {
    // India is not on the sheet, and its country is not on the map.
    for (country, point) in
        [("SE", "[16.1826, 58.5942]"), ("IN", "[77.2, 28.6]"), ("IN", "[16.1, 58.6]")]
    {
        assert_eq!(findings(&place(country, point)), [], "{country} {point}");
    }
}

#[test]
fn every_place_lies_in_its_country_on_the_finer_map() {
    let text = include_str!("../seeds/basemap/detail.txt");
    let map = Basemap::parse(text).expect("the committed file");
    for (_, place) in catalogue().places() {
        let (Some(point), Some(code)) = (place.point, &place.country) else { continue };
        let Some(country) = map.country(code) else { continue };
        let at = projection().project(point);
        let off = country.distance(at);
        assert!(off < 3.0, "{} is {off:.1} km off", place.id);
        let elsewhere = map.countries.iter().find(|other| *other != country && other.contains(at));
        assert!(elsewhere.is_none(), "{} is in {:?}", place.id, elsewhere.map(|c| &c.code));
    }
}
