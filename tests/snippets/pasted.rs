//! What has become of a snippet on its way through a publishing tool.

use partneratlas::catalogue::Lang;
use partneratlas::snippets::pasted::Pasted;
use partneratlas::snippets::policy::Policies;
use partneratlas::snippets::{Address, Finding, Level, Part, Way, Wishes};
use proptest::prelude::*;

use super::{folder, norrkoping, says, told};

fn page(body: &str) -> Pasted {
    let address = Address::parse("https://www.kommun.se/naringsliv/internationellt");
    Pasted::read(&format!("<!doctype html><html><body><main>{body}</main></body></html>"), address)
}

fn code(way: Way) -> String {
    way.offer(&norrkoping(), &folder())
        .blocks
        .iter()
        .map(|block| block.code.clone())
        .collect::<String>()
}

fn check(body: &str) -> Vec<Finding> {
    page(body).check(&norrkoping(), &folder())
}

/// What is found when a tool has changed the snippet.
fn changed(from: &str, to: &str) -> Vec<Finding> {
    let code = code(Way::Script);
    assert!(code.contains(from), "{code}");
    check(&code.replace(from, to))
}

#[test]
fn a_snippet_that_survived_is_praised() {
    for way in [Way::Script, Way::Frame] {
        assert_eq!(
            told(&check(&code(way))),
            [(Level::Sound, "Kodbiten står på sidan som den ska.")]
        );
    }
    assert_eq!(page(&code(Way::Script)).part(), Some(Part::Element));
    assert_eq!(page(&code(Way::Frame)).part(), Some(Part::GrowingFrame));
    assert_eq!(page(&code(Way::Script)).folder(), Some(folder()));
}

#[test]
fn the_script_was_taken_away() {
    let element = "<partner-atlas lang=\"sv\" kommun=\"0581\" view=\"karta\"></partner-atlas>";
    assert!(says(&check(element), Level::Fault, "Skriptet är borta"));
    let script =
        "<script type=\"module\" src=\"https://katalog.example.se/atlas/embed.js\"></script>";
    assert!(says(&check(script), Level::Fault, "Elementet är borta"));
    assert!(says(&check("<p>Hej</p>"), Level::Fault, "finns inte på sidan"));
    assert_eq!(page("<p>Hej</p>").part(), None);
}

#[test]
fn the_type_was_lost() {
    let findings = changed(" type=\"module\"", "");
    assert!(says(&findings, Level::Fault, "saknar type=\"module\""));
    let copy =
        "<script type=\"module\" src=\"https://katalog.example.se/atlas/embed.js\"></script>";
    assert_eq!(findings.iter().find_map(|finding| finding.copy.as_deref()), Some(copy));
    let findings = changed("type=\"module\"", "type=\"text/javascript\"");
    assert!(says(&findings, Level::Fault, "type=\"text/javascript\" och inte"));
}

#[test]
fn a_tool_for_consent_holds_it_back() {
    assert!(says(
        &changed("type=\"module\"", "type=\"text/plain\""),
        Level::Fault,
        "väntar på samtycke"
    ));
    assert!(says(&changed(" src=", " data-src="), Level::Fault, "väntar på samtycke"));
    let frame = code(Way::Frame).replace("iframe src=", "iframe data-consent-src=");
    assert!(says(&check(&frame), Level::Fault, "Ramen väntar på samtycke"));
}

#[test]
fn it_is_fetched_in_the_open() {
    let findings = changed(
        "https://katalog.example.se/atlas/embed.js",
        "http://katalog.example.se/atlas/embed.js",
    );
    assert!(says(&findings, Level::Fault, "hämtas med http"));
    let copies: Vec<_> = findings.iter().filter_map(|finding| finding.copy.as_deref()).collect();
    assert_eq!(copies, ["https://katalog.example.se/atlas/embed.js"]);
}

#[test]
fn attributes_were_lost() {
    let findings = changed(" kommun=\"0581\" view=\"karta\"", "");
    assert!(says(&findings, Level::Doubt, "saknar kommun, view"));
}

#[test]
fn it_came_by_way_of_a_word_processor() {
    assert!(says(&changed("\"0581\"", "”0581”"), Level::Fault, "krulliga citattecken"));
    let whole = code(Way::Script).replace('"', "”");
    assert!(says(&check(&whole), Level::Fault, "krulliga citattecken"));
}

#[test]
fn curly_quotation_marks_in_words_are_the_editors_own() {
    for label in ["Norrköping’s projects", "”Vi i världen”"] {
        let wishes = Wishes { label: label.to_owned(), ..norrkoping() };
        for way in [Way::Script, Way::Frame] {
            let blocks = way.offer(&wishes, &folder()).blocks;
            let code: String = blocks.iter().map(|block| block.code.clone()).collect();
            let findings = page(&code).check(&wishes, &folder());
            assert_eq!(
                told(&findings),
                [(Level::Sound, "Kodbiten står på sidan som den ska.")],
                "{label}"
            );
        }
    }
}

#[test]
fn it_is_shown_as_text_or_commented_out() {
    let text = code(Way::Script).replace('<', "&lt;").replace('>', "&gt;");
    assert!(says(&check(&text), Level::Fault, "visas som text"));
    let comment = format!("<!-- {} -->", code(Way::Frame));
    assert!(says(&check(&comment), Level::Fault, "bortkommenterad"));
}

#[test]
fn a_nonce_of_the_page_is_found_on_the_script() {
    for way in [Way::Script, Way::Frame] {
        let code = code(way);
        assert!(!page(&code).has_nonce());
        assert!(page(&code.replace("<script", "<script nonce=abc")).has_nonce());
        assert!(!page(&code.replace("<script", "<script nonce")).has_nonce());
        assert!(!page(&format!("<script nonce=abc></script>{code}")).has_nonce());
    }
}

#[test]
fn a_frame_was_changed() {
    let frame = code(Way::Frame);
    assert!(says(&check(&frame.replace("&amp;", "&amp;amp;")), Level::Fault, "kodad två gånger"));
    assert!(says(&check(&frame.replace("<iframe", "<iframe sandbox")), Level::Doubt, "sandbox"));
    let allowed = frame.replace("<iframe", "<iframe sandbox=\"allow-scripts\"");
    assert!(!says(&check(&allowed), Level::Doubt, "sandbox"));
    let opens_nothing = "<iframe sandbox=\"Allow-Scripts allow-same-origin\"";
    let findings = check(&frame.replace("<iframe", opens_nothing));
    assert!(says(&findings, Level::Doubt, "utan allow-popups"));
    let popups = "<iframe sandbox=\"allow-scripts allow-same-origin allow-popups\"";
    assert!(!says(&check(&frame.replace("<iframe", popups)), Level::Doubt, "sandbox"));
    assert!(says(&check(&frame.replace(" title=", " data-title=")), Level::Doubt, "saknar title"));
    let alone = frame.split("<script").next().expect("a frame").to_owned();
    assert_eq!(page(&alone).part(), Some(Part::Frame));
    assert!(says(&check(&alone), Level::Doubt, "växer inte"));
}

#[test]
fn a_frame_in_english_is_of_the_same_folder() {
    let wishes = Wishes { lang: Lang::En, ..norrkoping() };
    let blocks = Way::Frame.offer(&wishes, &folder()).blocks;
    let html: String = blocks.iter().map(|block| block.code.clone()).collect();
    assert!(html.contains("/atlas/en/iframe.html?lang=en&amp;kommun=0581"), "{html}");
    assert_eq!(page(&html).folder(), Some(folder()));
}

#[test]
fn it_is_of_another_catalogue() {
    let findings = check(&code(Way::Script).replace("/atlas/embed.js", "/gammal/embed.js"));
    assert!(says(&findings, Level::Doubt, "https://katalog.example.se/gammal/"));
    let own = "<script type=module src='../partneratlas/embed.js'></script><partner-atlas></partner-atlas>";
    let folder = page(own).folder().expect("a folder");
    assert_eq!(folder.to_string(), "https://www.kommun.se/partneratlas/");
}

#[test]
fn what_the_page_says_itself_is_found() {
    let html = "<meta http-equiv=Content-Security-Policy content=\"frame-src 'none'\">\
                <partner-atlas src=\"https://a.se/k.json /egen.json\"></partner-atlas>";
    let mut policies = Policies::default();
    page(html).add_policies(&mut policies);
    assert!(!policies.is_empty());
    let catalogues: Vec<_> = page(html).catalogues().iter().map(ToString::to_string).collect();
    assert_eq!(catalogues, ["https://a.se/k.json", "https://www.kommun.se/egen.json"]);
}

#[test]
fn a_page_is_read_in_a_time_that_follows_its_length() {
    let started = std::time::Instant::now();
    let ampersands = "&".repeat(1_000_000);
    let attributes: String = (0..100_000).map(|number| format!(" a{number}")).collect();
    for html in
        [ampersands.clone(), format!("<p title='{ampersands}'>"), format!("<p{attributes}>")]
    {
        assert_eq!(page(&html).part(), None);
    }
    assert!(started.elapsed().as_secs() < 15, "{:?}", started.elapsed());
}

proptest! {
    #[test]
    fn no_page_breaks_the_reading(html in "[<>/!a-z\"'= &;#-]{0,60}") {
        let _ = check(&html);
        let _ = Pasted::read(&html, None).check(&Wishes::default(), &folder());
    }
}
