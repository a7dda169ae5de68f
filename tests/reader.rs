//! Catalogues from elsewhere: what is sound is shown, what is not is told, and hostile ones do no harm.
#![cfg(feature = "reader")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test ends where its ground is missing"
)]

use partneratlas::catalogue::{Document, Listing, Record};
use partneratlas::json;
use partneratlas::reader::{Builtin, File, Reading, read_at_once};
use serde_json::{Value, json};

/// A catalogue of one municipality, with these records.
fn catalogue(publisher: &str, code: &str, records: &[Value]) -> Value {
    json!({
        "schemaVersion": 1,
        "publishers": [{"id": publisher, "name": {"sv": publisher}, "municipality": code}],
        "sources": [{"id": "kalla", "title": {"sv": format!("Sidan hos {publisher}")}, "asOf": "2026-05"}],
        "records": records,
    })
}

/// A sound record, with some fields changed.
fn record(id: &str, code: &str, fields: &Value) -> Value {
    let mut record = json!({
        "id": id, "form": "project", "title": {"sv": format!("Projektet {id}")}, "summary": {"sv": "Om vatten."},
        "municipalities": [code], "period": {"edtf": "2021/2023"}, "themes": ["miljo"],
        "partners": [{"name": {"sv": "Linz stad"}, "place": "linz"}], "sources": ["kalla"],
    });
    for (name, value) in fields.as_object().expect("fields") {
        record[name] = value.clone();
    }
    record
}

fn files(texts: &[String]) -> Vec<File> {
    let name = |number: usize| format!("https://{}.example/katalog.json", ["a", "b", "c"][number]);
    texts
        .iter()
        .enumerate()
        .map(|(number, text)| File { name: name(number), text: text.clone() })
        .collect()
}

fn read(catalogues: &[Value]) -> Reading {
    let texts: Vec<String> = catalogues.iter().map(Value::to_string).collect();
    read_at_once(&files(&texts), &Builtin::embedded().expect("build.rs wrote it"))
}

fn read_text(text: &str) -> Reading {
    read_at_once(&files(&[text.to_owned()]), &Builtin::embedded().expect("build.rs wrote it"))
}

fn document(reading: &Reading) -> &Document {
    reading.document.as_ref().unwrap_or_else(|| panic!("nothing was read: {:?}", reading.faults))
}

fn ids(reading: &Reading) -> Vec<&str> {
    document(reading).records.iter().map(|record| record.id.as_str()).collect()
}

fn find<'a>(reading: &'a Reading, id: &str) -> &'a Record {
    let mut records = document(reading).records.iter();
    records
        .find(|record| record.id.as_str() == id)
        .unwrap_or_else(|| panic!("{id} in {:?}", ids(reading)))
}

#[test]
fn a_sound_catalogue_is_whole_and_brings_what_it_points_to() {
    let reading = read(&[catalogue("tyreso", "0138", &[record("alba", "0138", &json!({}))])]);
    assert_eq!(
        (reading.faults.as_slice(), reading.left_out, reading.unread.len()),
        (&[][..], 0, 0)
    );
    let document = document(&reading);
    assert_eq!(ids(&reading), ["alba"]);
    assert_eq!(document.themes.len(), 1, "of the built-in ones, what is pointed to");
    let places: Vec<&str> = document.places.iter().map(|place| place.id.as_str()).collect();
    assert_eq!(places, ["linz", "tyreso"], "a partner's and the home's");
    assert_eq!(document.contacts.len(), 1);
}

#[test]
fn the_published_catalogue_comes_back_as_it_is() {
    let published = partneratlas::embedded::document().expect("build.rs checked it");
    let reading = read(&[serde_json::to_value(&published).expect("it can be written")]);
    assert_eq!(reading.faults, [""; 0]);
    assert_eq!(document(&reading), &published);
}

#[test]
fn a_record_at_fault_is_left_out_counted_and_told() {
    let sound = record("sund", "0138", &json!({}));
    for fault in [
        json!({"themes": ["finns-ej"]}),
        json!({"period": {"edtf": "2019/2017"}}),
        json!({"links": [{"label": {"sv": "L"}, "url": "javascript:alert(1)"}]}),
        json!({"links": [{"label": {"sv": "L"}, "url": "java\tscript:alert(1)"}]}),
        json!({"links": [{"label": {"sv": "L"}, "url": "https://user@example.se"}]}),
        json!({"id": "__proto__"}),
        json!({"id": "constructor "}),
        json!({"id": ""}),
        json!({"title": {"sv": "Vatten\u{202E}nettaV"}}),
        json!({"title": {"sv": " "}}),
        json!({"title": null}),
        json!({"title": "x".repeat(70_000)}),
        json!({"colour": "red"}),
        json!({"figures": [{"label": {"sv": "x"}, "value": 1e300}]}),
        json!({"figures": [{"label": {"sv": "x"}, "value": 1e-9}]}),
        json!({"funding": [{"funder": "eu", "grant": {"amount": u64::MAX, "currency": "EUR"}}]}),
        json!({"publisher": "nagon-annan"}),
        json!({"sources": []}),
        json!({"relations": [{"kind": "part-of", "target": "ingenting"}]}),
        json!({"municipalities": ["0000"]}),
    ] {
        let reading =
            read(&[catalogue("tyreso", "0138", &[sound.clone(), record("fel", "0138", &fault)])]);
        assert_eq!(ids(&reading), ["sund"], "{fault}");
        assert_eq!((reading.left_out, reading.unread.len()), (1, 0), "{fault}");
        let told = &reading.faults[0];
        assert!(told.starts_with("https://a.example/katalog.json:1: records[1]"), "{told}");
    }
}

/// A catalogue of a sound record and of one that is text, as no value could be.
fn with_raw(raw: &str) -> String {
    let text = catalogue("tyreso", "0138", &[record("sund", "0138", &json!({})), json!("HERE")])
        .to_string();
    text.replace("\"HERE\"", raw)
}

#[test]
fn what_no_value_can_hold_is_a_fault_of_its_record_alone() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let record = record("fel", "0138", &json!({})).to_string();
    let with = |more: &str| record.replacen('{', &format!("{{{more},"), 1);
    for raw in [
        deep.clone(),
        with(&format!("\"figures\": {deep}")),
        with(r#""figures": [{"label": {"sv": "x"}, "value": 1e999}]"#),
        with(r#""aliases": ["\ud800"]"#),
        with(r#""aliases": ["\udc00\ud800"]"#),
        with(r#""id": "tva""#),
        with(r#""__proto__": {"id": "x"}"#),
        "null".to_owned(),
        "[]".to_owned(),
        "1e999".to_owned(),
        "\"x\"".to_owned(),
        "{}".to_owned(),
    ] {
        let reading = read_text(&with_raw(&raw));
        let shown: String = raw.chars().take(60).collect();
        assert_eq!(ids(&reading), ["sund"], "{shown}");
        assert_eq!(reading.left_out, 1, "{shown}");
        assert!(!reading.faults.is_empty(), "{shown}");
        assert!(reading.faults.iter().all(|line| line.len() < 1500), "{shown}");
    }
}

#[test]
fn what_is_no_catalogue_is_not_read_and_says_why() {
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "<!doctype html><title>404</title>",
        r#"{"type": "FeatureCollection", "features": []}"#,
        r#"{"schemaVersion": 2, "records": []}"#,
        r#"{"schemaVersion": 1e999, "records": []}"#,
        r#"{"schemaVersion": "1", "records": []}"#,
        r#"{"schemaVersion": 1, "records": [}"#,
        &"[".repeat(1_000_000),
        &r#"{"records":"#.repeat(100_000),
    ] {
        let reading = read_text(text);
        let shown: String = text.chars().take(60).collect();
        assert_eq!(reading.document, None, "{shown}");
        assert_eq!(reading.unread.len(), 1, "{shown}");
        assert!(!reading.faults.is_empty(), "{shown}");
    }
}

#[test]
fn a_catalogue_with_nothing_sound_is_not_read() {
    let reading =
        read(&[catalogue("tyreso", "0138", &[record("fel", "0138", &json!({"form": "x"}))])]);
    assert_eq!(reading.document, None);
    assert_eq!(reading.unread[0].why, "alla poster i den är felaktiga");
    for empty in [catalogue("tyreso", "0138", &[]), json!({"schemaVersion": 1})] {
        let reading = read(&[empty]);
        assert_eq!(reading.document, None);
        assert_eq!((reading.unread[0].why, reading.left_out), ("inga poster", 0));
    }
}

#[test]
fn a_catalogue_without_records_lends_its_words_to_others() {
    let words = json!({
        "schemaVersion": 1,
        "themes": [{"id": "nytt-tema", "name": {"sv": "Nytt tema"}}],
    });
    let other = record("alba", "0138", &json!({"themes": ["nytt-tema"]}));
    let reading = read(&[words, catalogue("tyreso", "0138", &[other])]);
    assert_eq!((ids(&reading), reading.faults.as_slice()), (vec!["alba"], &[][..]));
    assert_eq!(reading.unread.len(), 1);
}

#[test]
fn one_bad_catalogue_leaves_the_others() {
    let good = catalogue("tyreso", "0138", &[record("alba", "0138", &json!({}))]).to_string();
    let builtin = Builtin::embedded().expect("build.rs wrote it");
    let reading = read_at_once(&files(&["<html>".to_owned(), good]), &builtin);
    assert_eq!(ids(&reading), ["alba"]);
    assert_eq!(reading.unread[0].name, "https://a.example/katalog.json");
}

#[test]
fn what_depends_on_a_fault_is_left_out_with_it() {
    let mut file = catalogue(
        "tyreso",
        "0138",
        &[
            record("sund", "0138", &json!({})),
            record("fel", "0138", &json!({"partners": [{"name": {"sv": "X"}, "place": "ny-ort"}]})),
        ],
    );
    file["countries"] = json!([{"code": "XX", "name": {"sv": "\u{7}"}}]);
    file["places"] = json!([{"id": "ny-ort", "name": {"sv": "Ny ort"}, "country": "XX", "precision": "country"}]);
    let reading = read(&[file]);
    assert_eq!((ids(&reading), reading.left_out), (vec!["sund"], 1));
    assert_eq!(reading.faults.len(), 3, "{:?}", reading.faults);
}

#[test]
fn who_points_to_a_record_at_fault_stays_and_a_part_becomes_an_entry() {
    let part = json!({"listing": "part", "relations": [{"kind": "part-of", "target": "fel"}]});
    let reading = read(&[catalogue(
        "tyreso",
        "0138",
        &[record("del", "0138", &part), record("fel", "0138", &json!({"form": "x"}))],
    )]);
    assert_eq!(reading.left_out, 1);
    let part = find(&reading, "del");
    assert_eq!((part.listing, part.relations.len()), (Listing::Entry, 0));
}

#[test]
fn a_relation_to_a_built_in_record_is_no_fault() {
    let tie = json!({"relations": [{"kind": "works-with", "target": "sern"}]});
    let reading = read(&[catalogue("tyreso", "0138", &[record("alba", "0138", &tie)])]);
    assert_eq!(reading.faults, [""; 0]);
    assert_eq!(find(&reading, "alba").relations, []);
}

#[test]
fn an_id_of_two_publishers_is_two_records_and_relations_follow() {
    let own = |code: &str, title: &str| {
        let tie = json!({"relations": [{"kind": "follow-up-of", "target": "alba"}], "title": {"sv": format!("Mer om {title}")}});
        [record("alba", code, &json!({"title": {"sv": title}})), record("mer", code, &tie)]
    };
    let a = catalogue("tyreso", "0138", &own("0138", "Vatten i Tyresö"));
    let b = catalogue("norrkoping", "0581", &own("0581", "Avfall i Norrköping"));
    for reading in [read(&[a.clone(), b.clone()]), read(&[b, a])] {
        assert_eq!(ids(&reading), ["alba", "mer", "tyreso-alba", "tyreso-mer"]);
        assert_eq!(find(&reading, "mer").relations[0].target.as_str(), "alba");
        assert_eq!(find(&reading, "tyreso-mer").relations[0].target.as_str(), "tyreso-alba");
        assert_eq!(find(&reading, "tyreso-alba").title.sv, "Vatten i Tyresö");
        assert_eq!(document(&reading).sources.len(), 2, "one of each");
    }
}

#[test]
fn entries_of_one_id_are_one_only_if_they_are_the_same() {
    let file = |publisher: &str, code: &str, name: &str, point: [f64; 2]| {
        let told = json!({"partners": [{"name": {"sv": "X"}, "place": "ort"}], "title": {"sv": publisher}, "themes": ["amne"]});
        let mut file = catalogue(publisher, code, &[record(publisher, code, &told)]);
        file["places"] = json!([{"id": "ort", "name": {"sv": name}, "country": "AT", "precision": "city", "point": point}]);
        file["themes"] = json!([{"id": "amne", "name": {"sv": name}}]);
        file
    };
    let a = file("tyreso", "0138", "Linz", [14.3, 48.3]);
    let near = file("norrkoping", "0581", "LINZ", [14.31, 48.31]);
    let reading = read(&[a.clone(), near]);
    let names = |reading: &Reading| -> Vec<String> {
        let abroad = document(reading).places.iter().filter(|place| place.is_abroad());
        abroad.map(|place| format!("{}: {}", place.id, place.name.sv)).collect()
    };
    assert_eq!(names(&reading), ["ort: Linz"], "the words of the first");
    assert_eq!(document(&reading).themes.len(), 1);
    let far = file("norrkoping", "0581", "Wien", [16.37, 48.2]);
    let reading = read(&[a, far]);
    assert_eq!(names(&reading), ["ort: Wien", "tyreso-ort: Linz"]);
    assert_eq!(
        find(&reading, "tyreso").partners[0].place.as_ref().expect("a place").as_str(),
        "tyreso-ort"
    );
    assert_eq!(find(&reading, "tyreso").themes[0].as_str(), "tyreso-amne");
}

/// The same work, told by two municipalities.
fn told_twice(one: &Value, other: &Value) -> Reading {
    let with = |code: &str, title: &str, fields: &Value| {
        let mut told = record(title, code, fields);
        if fields.get("title").is_none() {
            told["title"] = json!({"sv": "Baltic Urban Lab"});
        }
        told
    };
    let a = catalogue("tyreso", "0138", &[with("0138", "bul", one)]);
    let b = catalogue("norrkoping", "0581", &[with("0581", "urban-lab", other)]);
    read(&[a, b])
}

#[test]
fn a_work_of_two_municipalities_is_shown_once_with_both() {
    let one = json!({
        "owner": {"name": {"sv": "Tyresö kommun", "en": "Tyresö municipality"}},
        "partners": [
            {"name": {"sv": "Linz stad"}, "place": "linz"},
            {"name": {"sv": "Norrköpings kommun"}, "place": "norrkoping"},
        ],
        "checked": "2025-01-01",
    });
    let other = json!({
        "title": {"sv": "BALTIC urban-lab", "en": "The lab"}, "owner": {"name": {"sv": "Norrköpings kommun"}},
        "period": {"edtf": "2021-03/2023"}, "themes": ["kultur"], "checked": "2026-01-01",
    });
    let reading = told_twice(&one, &other);
    assert_eq!(ids(&reading), ["urban-lab"], "the name of the first publisher");
    let joined = find(&reading, "urban-lab");
    let homes: Vec<&str> = joined.municipalities.iter().map(|code| code.as_str()).collect();
    assert_eq!(homes, ["0138", "0581"]);
    let owner = &joined.owner.as_ref().expect("owners").name;
    assert_eq!(owner.sv, "Tyresö kommun och Norrköpings kommun");
    assert_eq!(owner.en.as_deref(), Some("Tyresö municipality and Norrköpings kommun"));
    assert_eq!(joined.title.sv, "Baltic Urban Lab", "the words of the first catalogue");
    assert_eq!(joined.aliases, ["The lab"]);
    assert_eq!(
        joined.period.edtf.map(String::from).as_deref(),
        Some("2021-03/2023"),
        "the finer one"
    );
    assert_eq!((joined.themes.len(), joined.sources.len()), (2, 2));
    assert_eq!(joined.checked.map(String::from).as_deref(), Some("2026-01-01"));
    let partners: Vec<&str> = joined.partners.iter().map(|partner| &*partner.name.sv).collect();
    assert_eq!(partners, ["Linz stad"], "an owner is no partner");
}

#[test]
fn what_may_be_another_work_is_shown_twice() {
    let same = json!({});
    for other in [
        json!({"title": {"sv": "Baltic Urban Lab 2"}}),
        json!({"period": {"edtf": "2022/2023"}}),
        json!({"period": {"edtf": "2021/2024"}}),
        json!({"period": {}}),
        json!({"form": "network"}),
        json!({"override": "cancelled"}),
        json!({"partners": [{"name": {"sv": "X"}, "place": "wien"}]}),
        json!({"partners": []}),
        json!({"municipalities": []}),
    ] {
        assert_eq!(document(&told_twice(&same, &other)).records.len(), 2, "{other}");
    }
    let money = |amount: u32| json!({"funding": [{"funder": "eu", "grant": {"amount": amount, "currency": "EUR"}}]});
    assert_eq!(document(&told_twice(&money(1), &money(1))).records.len(), 1);
    assert_eq!(document(&told_twice(&money(1), &money(2))).records.len(), 2, "shares of their own");
    let twin = json!({"form": "twin-town"});
    assert_eq!(document(&told_twice(&twin, &twin)).records.len(), 2, "each has its own");
}

#[test]
fn one_publisher_never_tells_of_the_same_twice() {
    let told =
        |id: &str, code: &str| record(id, code, &json!({"title": {"sv": "Baltic Urban Lab"}}));
    let reading = read(&[
        catalogue("tyreso", "0138", &[told("a", "0138"), told("b", "0138")]),
        catalogue("norrkoping", "0581", &[told("c", "0581")]),
    ]);
    assert_eq!(document(&reading).records.len(), 3, "which of the two it is, nobody knows");
}

#[test]
fn a_catalogue_named_twice_is_shown_once() {
    let file = catalogue(
        "tyreso",
        "0138",
        &[record("alba", "0138", &json!({})), record("mer", "0138", &json!({}))],
    );
    let once = read(std::slice::from_ref(&file));
    assert_eq!(read(&[file.clone(), file]).document, once.document);
}

#[test]
fn points_are_written_so_that_the_page_can_read_them() {
    let mut file = catalogue(
        "tyreso",
        "0138",
        &[record(
            "alba",
            "0138",
            &json!({
                "sites": [{"name": {"sv": "X"}, "point": [1e-7, 58.123_456_789_012_3]}],
            }),
        )],
    );
    file["places"] = json!([{"id": "ny", "name": {"sv": "Ny"}, "country": "AT", "precision": "city", "point": [14.285_830_000_1, 48.306]}]);
    let reading = read(&[file]);
    let text = serde_json::to_string(document(&reading)).expect("it can be written");
    assert_eq!(json::read::<Document>(&text).as_ref(), Ok(document(&reading)));
}

#[test]
fn a_million_faults_are_counted_and_a_thousand_told() {
    let text = format!(r#"{{"schemaVersion": 1, "records": [{}{{}}]}}"#, "{},".repeat(200_000));
    let reading = read_text(&text);
    assert!(reading.faults.len() <= 1001, "{}", reading.faults.len());
    assert!(reading.faults.last().is_some_and(|line| line.starts_with("… och ")));
}
