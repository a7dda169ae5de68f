//! What answers of servers tell.

use partneratlas::catalogue::Day;
use partneratlas::snippets::answer::{Answer, File, Outcome, Reply, age, assets, compare};
use partneratlas::snippets::{Finding, Level};

use super::says;

fn reply(headers: &[(&str, &str)]) -> Reply {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Reply { status: 200, headers: headers.collect(), is_own: true, start: String::new() }
}

fn answer(file: File, address: &str, outcome: Outcome) -> Vec<Finding> {
    Answer { file, address: format!("https://katalog.example.se/{address}"), outcome }.check(true)
}

fn came(file: File, headers: &[(&str, &str)]) -> Vec<Finding> {
    answer(file, "embed.js", Outcome::Came(reply(headers)))
}

const OPEN: (&str, &str) = ("access-control-allow-origin", "*");

#[test]
fn a_good_answer_is_praised() {
    let script =
        [("content-type", "text/javascript; charset=utf-8"), ("cache-control", "no-cache"), OPEN];
    let findings = came(File::Script, &script);
    assert!(says(&findings, Level::Sound, "kommer fram som den ska") && findings.len() == 1);
    assert!(says(
        &came(File::Wasm, &[("content-type", "application/wasm"), OPEN]),
        Level::Sound,
        "Programfilen"
    ));
}

#[test]
fn a_wrong_type_comes_with_the_setting_for_each_server() {
    let findings = came(File::Script, &[("content-type", "text/plain"), OPEN]);
    assert!(says(&findings, Level::Fault, "fel typ: text/plain i stället för text/javascript"));
    let copy = findings.iter().find_map(|finding| finding.copy.as_deref()).expect("settings");
    assert!(copy.contains("AddType text/javascript .js") && copy.contains("mimeMap"), "{copy}");
    let findings = came(File::Wasm, &[("content-type", "application/wasm; charset=utf-8"), OPEN]);
    assert!(says(
        &findings,
        Level::Doubt,
        "application/wasm; charset=utf-8 i stället för application/wasm"
    ));
    assert!(says(&came(File::Wasm, &[OPEN]), Level::Doubt, "ingen typ alls"));
}

#[test]
fn a_page_in_the_place_of_a_file_is_a_login_or_an_error() {
    assert!(says(
        &came(File::Script, &[("content-type", "text/html"), OPEN]),
        Level::Fault,
        "är en webbsida"
    ));
    let json = Reply {
        start: "\n<!doctype html>".to_owned(),
        ..reply(&[("content-type", "text/plain"), OPEN])
    };
    assert!(says(
        &answer(File::Catalogue, "k.json", Outcome::Came(json)),
        Level::Fault,
        "är en webbsida"
    ));
}

#[test]
fn other_sites_must_be_permitted() {
    let findings = came(File::Script, &[("content-type", "text/javascript")]);
    assert!(says(&findings, Level::Fault, "Access-Control-Allow-Origin"));
    let same_site = Answer {
        file: File::Script,
        address: "https://katalog.example.se/embed.js".to_owned(),
        outcome: Outcome::Came(reply(&[("content-type", "text/javascript")])),
    };
    assert!(says(&same_site.check(false), Level::Sound, "kommer fram"));
    let unreadable = answer(File::Catalogue, "k.json", Outcome::Unreadable);
    assert!(says(&unreadable, Level::Fault, "CORS"));
    // Of another site, a browser shows this header to nobody.
    let read = Reply { is_own: false, ..reply(&[("content-type", "application/json")]) };
    assert!(says(
        &answer(File::Catalogue, "k.json", Outcome::Came(read)),
        Level::Sound,
        "kommer fram"
    ));
}

#[test]
fn what_is_gone_or_locked_is_told_apart() {
    let status = |file, address, status| {
        answer(file, address, Outcome::Came(Reply { status, ..Reply::default() }))
    };
    assert!(says(&status(File::Script, "embed.js", 404), Level::Fault, "finns inte"));
    let old = status(File::Wasm, "assets/partneratlas_bg-0.wasm", 404);
    assert!(old.iter().any(|finding| finding.remedy.contains("embed.js är äldre")));
    assert!(says(&status(File::Catalogue, "k.json", 403), Level::Fault, "spärrad"));
    assert!(says(&status(File::Catalogue, "k.json", 500), Level::Fault, "svarar 500"));
    assert!(says(&answer(File::Catalogue, "k.json", Outcome::Silent), Level::Fault, "svarar inte"));
}

#[test]
fn what_the_builder_may_not_ask_somebody_else_can() {
    let findings = answer(File::Catalogue, "k.json", Outcome::Refused);
    assert!(says(&findings, Level::Doubt, "kan inte undersökas härifrån"));
    let copy = findings.iter().find_map(|finding| finding.copy.as_deref());
    assert_eq!(copy, Some("curl -sSI \"https://katalog.example.se/k.json\""));
}

#[test]
fn a_frame_must_be_allowed_to_be_one() {
    let html = ("content-type", "text/html; charset=utf-8");
    assert!(says(
        &came(File::Frame, &[html, ("x-frame-options", "SAMEORIGIN")]),
        Level::Fault,
        "SAMEORIGIN"
    ));
    let some = ("content-security-policy", "default-src 'none'; frame-ancestors 'self'");
    assert!(says(&came(File::Frame, &[html, some]), Level::Doubt, "frame-ancestors 'self'"));
    assert!(
        says(&came(File::Frame, &[html]), Level::Sound, "kommer fram"),
        "no CORS is needed for a frame"
    );
}

#[test]
fn frame_ancestors_overrule_the_older_header() {
    let html = ("content-type", "text/html; charset=utf-8");
    let old = ("x-frame-options", "DENY");
    let all = ("content-security-policy", "default-src 'none'; Frame-Ancestors *");
    assert!(says(&came(File::Frame, &[html, old, all]), Level::Sound, "kommer fram"));
    let two = ("content-security-policy", "default-src 'none', frame-ancestors https://a.se");
    let findings = came(File::Frame, &[html, old, two]);
    assert!(says(&findings, Level::Doubt, "frame-ancestors https://a.se") && findings.len() == 1);
    let other = ("content-security-policy", "default-src 'none'");
    assert!(says(&came(File::Frame, &[html, old, other]), Level::Fault, "DENY"));
}

#[test]
fn whether_a_frame_of_another_site_may_be_one_cannot_be_seen() {
    let read = Reply { is_own: false, ..reply(&[("content-type", "text/html")]) };
    let findings = answer(File::Frame, "iframe.html", Outcome::Came(read));
    assert!(says(&findings, Level::Doubt, "kan inte ses härifrån") && findings.len() == 1);
}

#[test]
fn what_may_be_kept_for_long_grows_old() {
    let json = ("content-type", "application/json");
    let findings =
        came(File::Catalogue, &[json, OPEN, ("cache-control", "public, max-age=172800")]);
    assert!(says(&findings, Level::Doubt, "2 dygn"));
    for fine in ["no-cache", "max-age=600", "max-age=0, must-revalidate"] {
        assert!(
            says(
                &came(File::Catalogue, &[json, OPEN, ("cache-control", fine)]),
                Level::Sound,
                "kommer"
            ),
            "{fine}"
        );
    }
    let wasm = [
        ("content-type", "application/wasm"),
        ("cache-control", "max-age=31536000, immutable"),
        OPEN,
    ];
    let asset = answer(File::Wasm, "assets/x-0123456789abcdef.wasm", Outcome::Came(reply(&wasm)));
    assert!(says(&asset, Level::Sound, "kommer"));
    assert_eq!(compare("https://x.se/k.json", "{}", "{}"), None);
    let stale = compare("https://x.se/k.json", "{}", "{ }").expect("a finding");
    assert_eq!(
        (stale.level, stale.copy.as_deref()),
        (Level::Fault, Some("Cache-Control: no-cache"))
    );
}

#[test]
fn facts_grow_old() {
    let today = Day::new(2026, 11, 21);
    let json = r#"{"sources": [{"asOf" : "2016-06-24/2016-07"}], "records": [{"checked":"2026-01-05"}, {"asOf": "fel"}]}"#;
    let level = |json: &str| age("https://x.se/k.json", json, today).level;
    assert_eq!(level(json), Level::Sound);
    assert!(age("k", json, today).said.contains("5 januari 2026"));
    assert_eq!(level(r#"{"asOf": "2021/2023"}"#), Level::Doubt);
    assert_eq!(level("{}"), Level::Doubt);
    assert_eq!(level("<!doctype html>"), Level::Fault);
    assert_eq!(
        level("\u{FEFF} {\"checked\": \"2026-11\"}"),
        Level::Sound,
        "a day to come is today"
    );
}

#[test]
fn the_files_of_a_build_are_found_in_its_scripts() {
    let script = "const a = new URL(\"./assets/stage-0123456789abcdef.js\", b); const c = './x_bg-fedcba9876543210.wasm'; \
                  import(\"./embed.js\"); say(\"no wasm\")";
    let expected = [
        (File::Script, "assets/stage-0123456789abcdef.js".to_owned()),
        (File::Wasm, "assets/x_bg-fedcba9876543210.wasm".to_owned()),
    ];
    assert_eq!(assets(script), expected);
}
