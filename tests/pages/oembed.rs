//! What tells other sites how to embed a page.

use partneratlas::catalogue::Catalogue;
use serde_json::Value;

use crate::html::Element;
use crate::support::{catalogue, today};
use crate::{Files, files, page, pages};

const BASE: &str = "https://example.se/atlas/";

fn based(catalogue: &Catalogue) -> Files {
    files(catalogue, today(), Some(BASE))
}

/// The addresses at which a page says how it can be embedded.
fn discovered(page: &Element) -> Vec<&str> {
    let links = page.named("link").into_iter();
    let links = links.filter(|link| link.get("type") == Some("application/json+oembed"));
    links
        .filter(|link| link.get("rel") == Some("alternate"))
        .filter_map(|link| link.get("href"))
        .collect()
}

fn answer(files: &Files, path: &str) -> Value {
    serde_json::from_str(&files[path]).expect("JSON")
}

/// The one element of an answer's HTML.
fn embedded(answer: &Value) -> Element {
    let html = answer["html"].as_str().expect("a text");
    Element::parse(&format!("<!doctype html>{html}"))
        .all()
        .first()
        .map(|one| (*one).clone())
        .expect("an element")
}

#[test]
fn every_page_says_where_it_is_told_how_to_embed_it_once_it_is_known_where_it_lies() {
    let files = based(catalogue());
    for path in pages().keys() {
        let page = Element::parse(&files[path]);
        let found = discovered(&page);
        let [address] = found.as_slice() else { panic!("{path}: {found:?}") };
        let file = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{path}: {address}"));
        assert_eq!(file, path.replace("index.html", "oembed.json"));
        assert!(files.contains_key(file), "{path}: {file}");
    }
    for path in ["iframe.html", "en/iframe.html"] {
        assert!(discovered(&Element::parse(&files[path])).is_empty(), "a frame in a frame");
    }
}

#[test]
fn without_a_base_nothing_is_promised() {
    assert!(pages().values().all(|page| discovered(page).is_empty()));
    assert!(files(catalogue(), today(), None).keys().all(|path| !path.ends_with(".json")));
}

#[test]
fn an_answer_holds_one_frame_that_shows_what_the_page_is_about() {
    let files = based(catalogue());
    for (path, source) in [
        ("oembed.json", "iframe.html"),
        ("en/oembed.json", "en/iframe.html"),
        ("kommun/0581/oembed.json", "iframe.html?kommun=0581"),
        ("en/country/ZA/oembed.json", "en/iframe.html?land=ZA"),
        ("projekt/alba/oembed.json", "iframe.html?projekt=alba"),
    ] {
        let answer = answer(&files, path);
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["provider_name"], "Partneratlas");
        let frame = embedded(&answer);
        assert_eq!((frame.name.as_str(), frame.children.len()), ("iframe", 1));
        assert_eq!(frame.text(), "");
        assert_eq!(frame.get("src"), Some(format!("{BASE}{source}").as_str()), "{path}");
        assert_eq!(frame.get("title"), answer["title"].as_str(), "a frame has a name");
        assert_eq!(frame.get("height"), Some(answer["height"].to_string().as_str()));
        assert!(answer["width"].as_u64().is_some_and(|width| width >= 320));
        let lang = if path.starts_with("en/") { "en" } else { "sv" };
        assert_eq!(answer["thumbnail_url"], format!("{BASE}og-{lang}.png"));
    }
    let title = page("projekt/alba/index.html").one("h2").text();
    assert_eq!(answer(&files, "projekt/alba/oembed.json")["title"], title);
}
