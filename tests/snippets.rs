//! What editors paste, and why it fails: from wishes to code, from code and policies to remedies.
#![expect(clippy::expect_used, reason = "a test ends where its ground is missing")]

#[path = "snippets/answers.rs"]
mod answers;
#[path = "snippets/code.rs"]
mod code;
#[path = "snippets/pasted.rs"]
mod pasted;
#[path = "snippets/policies.rs"]
mod policies;

use partneratlas::query::{Facet, Value};
use partneratlas::snippets::{Finding, Folder, Level, Wishes};

/// Where the catalogue lies.
fn folder() -> Folder {
    Folder::parse("https://katalog.example.se/atlas/").expect("an address")
}

/// One municipality, in the map.
fn norrkoping() -> Wishes {
    let mut wishes = Wishes { view: partneratlas::url::View::Map, ..Wishes::default() };
    wishes.add(Facet::Municipality, Value::parse("0581"));
    wishes
}

/// What is told, with its level, for comparing.
fn told(findings: &[Finding]) -> Vec<(Level, &str)> {
    findings.iter().map(|finding| (finding.level, finding.said.as_str())).collect()
}

/// Whether one of that level says a thing.
fn says(findings: &[Finding], level: Level, text: &str) -> bool {
    findings.iter().any(|finding| finding.level == level && finding.said.contains(text))
}
