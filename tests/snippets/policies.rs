//! What a Content Security Policy lacks, and how it should read.

use partneratlas::snippets::policy::Policies;
use partneratlas::snippets::{Address, Finding, Level, Part};
use proptest::prelude::*;

use super::{folder, says, told};

fn check(text: &str, part: Part) -> Vec<Finding> {
    let page = Address::parse("https://www.kommun.se/naringsliv").expect("an address");
    Policies::read(text).check(part, Some(&page.origin), &folder(), &[], false)
}

fn is_fine(text: &str, part: Part) -> bool {
    check(text, part).iter().all(|finding| finding.level != Level::Fault)
}

/// The policy that the first finding offers.
fn mended(text: &str, part: Part) -> String {
    check(text, part).iter().find_map(|finding| finding.copy.clone()).expect("a policy")
}

#[test]
fn what_is_missing_is_named_with_its_directive() {
    let findings =
        check("script-src 'self'; connect-src 'self'; img-src 'self' data:", Part::Element);
    assert_eq!(
        told(&findings),
        [
            (
                Level::Fault,
                "CSP saknar https://katalog.example.se i script-src. Det behövs för att skriptet ska få hämtas."
            ),
            (
                Level::Fault,
                "CSP saknar 'wasm-unsafe-eval' i script-src. Det behövs för att programmet, som är WebAssembly, ska få starta."
            ),
            (
                Level::Fault,
                "CSP saknar https://katalog.example.se i connect-src. Det behövs för att programmet och kartan ska få hämtas."
            ),
        ]
    );
}

#[test]
fn the_mended_policy_is_whole_and_keeps_what_was_there() {
    assert_eq!(
        mended("default-src 'self'; script-src 'self' https://x.se; img-src *", Part::Element),
        "default-src 'self'; script-src 'self' https://x.se https://katalog.example.se 'wasm-unsafe-eval'; \
         img-src * data:; connect-src 'self' https://katalog.example.se"
    );
    assert_eq!(
        mended("default-src 'none'", Part::Frame),
        "default-src 'none'; frame-src https://katalog.example.se"
    );
    assert_eq!(
        mended("child-src https://video.se; default-src 'self'", Part::Frame),
        "child-src https://video.se; default-src 'self'; frame-src https://video.se https://katalog.example.se"
    );
}

#[test]
fn sources_are_compared_as_browsers_do() {
    for source in [
        "https://katalog.example.se",
        "https://KATALOG.example.se/",
        "https://katalog.example.se:443",
        "https://katalog.example.se/atlas/",
        "https://katalog.example.se/atlas/iframe.html",
        "http://katalog.example.se",
        "katalog.example.se",
        "*.example.se",
        "https://*.example.se:*",
        "https:",
        "*",
    ] {
        assert!(is_fine(&format!("frame-src {source}"), Part::Frame), "{source}");
    }
    for source in [
        "'none'",
        "'self'",
        "example.se",
        "*.katalog.example.se",
        "https://katalog.example.se.evil.se",
        "https://katalog.example.se:8443",
        "https://katalog.example.se/annat/",
        "https://katalog.example.se/atlas",
        "data:",
        "wss:",
        "",
    ] {
        assert!(!is_fine(&format!("frame-src {source}"), Part::Frame), "{source}");
    }
}

#[test]
fn self_is_the_page() {
    let home = folder().origin().clone();
    let policy =
        Policies::read("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:");
    let findings = policy.check(Part::Element, Some(&home), &folder(), &[], false);
    assert_eq!(told(&findings), [(Level::Sound, "Webbplatsens CSP tillåter allt som behövs.")]);
    assert!(says(
        &policy.check(Part::Element, None, &folder(), &[], false),
        Level::Fault,
        "script-src"
    ));
}

#[test]
fn own_catalogues_are_fetched_too() {
    let own = Address::parse("https://data.kommun.se/katalog.json").expect("an address");
    let policy = Policies::read("connect-src https://katalog.example.se");
    let findings = policy.check(Part::Element, None, &folder(), &[own], false);
    assert!(says(&findings, Level::Fault, "https://data.kommun.se i connect-src"));
}

#[test]
fn directives_for_elements_do_not_decide_about_wasm() {
    let all = "script-src-elem https://katalog.example.se; script-src 'self'; connect-src *; img-src data:";
    let findings = check(all, Part::Element);
    assert_eq!(findings.len(), 1);
    assert!(says(&findings, Level::Fault, "'wasm-unsafe-eval' i script-src"));
    assert!(is_fine(
        "script-src https://katalog.example.se 'unsafe-eval'; img-src data:",
        Part::Element
    ));
}

#[test]
fn all_policies_of_a_page_must_allow() {
    assert!(!is_fine("frame-src *, frame-src 'self'", Part::Frame));
    let two = "Content-Security-Policy: frame-src *\nX-Frame-Options: DENY\ncontent-security-policy: frame-src 'none'";
    assert!(!is_fine(two, Part::Frame));
}

#[test]
fn a_policy_is_found_among_headers() {
    let headers = "HTTP/2 200\r\ndate: Sun, 22 Nov 2026 12:00:00 GMT\r\nContent-Security-Policy: frame-src 'self';\r\nserver: x";
    assert!(says(&check(headers, Part::Frame), Level::Fault, "frame-src"));
    assert!(Policies::read("HTTP/2 200\ncontent-type: text/html").is_empty());
    assert!(!Policies::read("default-src 'self';\n  frame-src 'none'").is_empty());
    assert!(Policies::read("").is_empty());
    let report = "Content-Security-Policy-Report-Only: frame-src 'none'";
    assert!(Policies::read(report).is_empty());
    assert!(says(&check(report, Part::Frame), Level::Sound, "rapporterar"));
}

#[test]
fn what_no_address_helps_against_is_told() {
    let strict = "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; img-src data:";
    assert!(says(&check(strict, Part::Element), Level::Fault, "'strict-dynamic'"));
    assert!(is_fine(strict, Part::Frame));
    let with_nonce = Policies::read(strict).check(Part::Element, None, &folder(), &[], true);
    assert_eq!(told(&with_nonce), [(Level::Sound, "Webbplatsens CSP tillåter allt som behövs.")]);
    let by_hash = strict.replace("nonce-abc", "sha256-abc");
    let without = Policies::read(&by_hash).check(Part::Element, None, &folder(), &[], true);
    assert!(says(&without, Level::Fault, "'strict-dynamic'"), "no nonce is asked for");
    assert!(says(&check("sandbox allow-forms", Part::Frame), Level::Fault, "sandbox"));
    assert!(is_fine("sandbox allow-scripts", Part::Frame));
    let trusted = "require-trusted-types-for 'script'";
    assert!(says(&check(trusted, Part::Element), Level::Fault, "Trusted Types"));
    assert!(!says(&check(trusted, Part::Frame), Level::Fault, "Trusted Types"));
}

#[test]
fn the_growing_of_a_frame_is_not_what_it_fails_by() {
    let findings = check("frame-src *; script-src 'self'", Part::GrowingFrame);
    assert!(says(&findings, Level::Doubt, "att ramen ska kunna växa"));
    assert!(is_fine("frame-src *; script-src 'self'", Part::GrowingFrame));
}

fn source() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("'self'".to_owned()),
        Just("'none'".to_owned()),
        Just("https:".to_owned()),
        Just("*.example.se".to_owned()),
        Just("'unsafe-inline'".to_owned()),
        Just("'nonce-x'".to_owned()),
        "[a-z0-9:/.*-]{1,12}",
    ]
}

fn directive() -> impl Strategy<Value = String> {
    let names = [
        "default-src",
        "script-src",
        "script-src-elem",
        "connect-src",
        "frame-src",
        "child-src",
        "img-src",
        "style-src",
    ];
    let values = proptest::collection::vec(source(), 0..4);
    (proptest::sample::select(names.to_vec()), values)
        .prop_map(|(name, values)| format!("{name} {}", values.join(" ")))
}

proptest! {
    /// Whatever stood there before, and however often it is mended.
    #[test]
    fn a_mended_policy_allows_all(directives in proptest::collection::vec(directive(), 1..6)) {
        let text = directives.join("; ");
        for part in [Part::Element, Part::Frame, Part::GrowingFrame] {
            let copy = check(&text, part).iter().find_map(|finding| finding.copy.clone());
            if let Some(mended) = copy {
                prop_assert!(check(&mended, part).iter().all(|finding| finding.level == Level::Sound), "{} → {}", text, mended);
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reading(text in "\\PC*\n?\\PC*") {
        let _ = check(&text, Part::Element);
    }
}
