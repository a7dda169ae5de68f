//! The two language versions of the page, from one source.
//!
//! `index.html` is written in Swedish. English is beside it, in attributes that neither version
//! keeps: `data-en` is the element's text (for a `<meta>`, its `content`), and `data-en-x` the
//! value of the attribute `x`. Links in `data-en-href` count from the English page's own folder.

use xtask::{Error, Result};

use super::assets::Assets;
use super::html::{Fate, rewrite};
use super::tag::Tag;

const TEXT: &str = "data-en";
const ATTRIBUTE: &str = "data-en-";
/// Attributes that hold addresses.
const ADDRESSES: [&str; 2] = ["href", "src"];
/// Elements whose `lang` says which language the whole page is in.
const SPEAKING: [&str; 2] = ["html", "partner-atlas"];

/// The page at the top.
pub(super) fn swedish(source: &str, assets: &Assets) -> Result<String> {
    rewrite(source, |tag| {
        if is_left_by_trunk(tag) {
            return Ok(Fate::Remove);
        }
        place_assets(tag, assets);
        tag.take_prefixed(ATTRIBUTE);
        tag.take(TEXT);
        Ok(Fate::Keep)
    })
}

/// The page in `en/`.
pub(super) fn english(source: &str, assets: &Assets) -> Result<String> {
    let mut translated: Vec<String> = Vec::new();
    let page = rewrite(source, |tag| {
        if is_left_by_trunk(tag) {
            return Ok(Fate::Remove);
        }
        place_assets(tag, assets);
        lift_addresses(tag);
        if SPEAKING.contains(&tag.name()) && tag.get("lang") == Some("sv") {
            tag.set("lang", "en");
            translated.push(tag.name().to_owned());
        }
        Ok(translate(tag, &mut translated))
    })?;
    match ["html", "partner-atlas", "title", "meta"]
        .iter()
        .find(|name| !translated.iter().any(|t| t == *name))
    {
        None => Ok(page),
        Some(&name) => Err(Error::new(format!(
            "index.html has no <{name}> that can be turned into English: it needs {}",
            if SPEAKING.contains(&name) { "lang=\"sv\"" } else { "data-en=\"…\"" }
        ))),
    }
}

/// Without script injection trunk leaves its order for the Wasm in the page.
fn is_left_by_trunk(tag: &Tag) -> bool {
    tag.get("data-trunk").is_some()
}

/// Points at the new place of what was moved.
fn place_assets(tag: &mut Tag, assets: &Assets) {
    for name in ADDRESSES {
        if let Some(path) = tag.get(name).and_then(|reference| assets.new_path(reference)) {
            let path = format!("./{path}");
            tag.set(name, &path);
        }
    }
}

/// Makes relative addresses count from one folder further down.
fn lift_addresses(tag: &mut Tag) {
    for name in ADDRESSES {
        if let Some(address) = tag.get(name).filter(|address| is_relative(address)) {
            let lifted = format!("../{}", address.strip_prefix("./").unwrap_or(address));
            tag.set(name, &lifted);
        }
    }
}

fn is_relative(address: &str) -> bool {
    let has_scheme = address.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    !has_scheme && !address.is_empty() && !address.starts_with(['/', '#', '?'])
}

/// Carries out the `data-en` attributes and notes whose text they changed.
fn translate(tag: &mut Tag, translated: &mut Vec<String>) -> Fate {
    for (name, value) in tag.take_prefixed(ATTRIBUTE) {
        tag.set(&name, &value);
    }
    let Some(text) = tag.take(TEXT) else {
        return Fate::Keep;
    };
    translated.push(tag.name().to_owned());
    if tag.name() == "meta" {
        tag.set("content", &text);
        return Fate::Keep;
    }
    Fate::Text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "<!doctype html>\n<html lang=\"sv\">\n<head>\n\
        <title data-en=\"Partner atlas\">Partneratlas</title>\n\
        <meta name=\"description\" content=\"Projekt\" data-en=\"Projects\">\n\
        <link data-trunk rel=\"rust\" data-trunk-id=\"0\">\n\
        <link rel=\"stylesheet\" href=\"./page.css\" integrity=\"sha384-x\"/>\n\
        <script type=\"module\" src=\"embed.js\"></script>\n</head>\n<body>\n\
        <p data-entry=\"1\">x</p>\n\
        <a href=\"./en/\" lang=\"en\" data-en=\"Svenska\" data-en-lang=\"sv\" data-en-href=\"../\">English</a>\n\
        <a href=\"#list\">Listan</a> <a href=\"https://example.se/\">x</a>\n\
        <partner-atlas lang=\"sv\"></partner-atlas>\n</body>\n</html>\n";

    fn assets() -> Assets {
        Assets {
            glue: "assets/g.js".to_owned(),
            wasm: "assets/w.wasm".to_owned(),
            moved: vec![("page.css".to_owned(), "assets/page-1.css".to_owned())],
        }
    }

    /// What was meant for this program is gone, and what only looks like it has stayed.
    fn expect_only_own_attributes(page: &str) {
        for gone in ["data-en=", "data-en-", "data-trunk"] {
            assert!(!page.contains(gone), "{gone} is left in {page}");
        }
        assert!(page.contains("<p data-entry=\"1\">"), "{page}");
    }

    #[test]
    fn the_swedish_page_keeps_its_words_and_finds_its_assets() {
        let page = swedish(SOURCE, &assets()).unwrap();
        assert!(page.contains("<title>Partneratlas</title>"), "{page}");
        assert!(page.contains("href=\"./assets/page-1.css\" integrity=\"sha384-x\""), "{page}");
        assert!(page.contains("<a href=\"./en/\" lang=\"en\">English</a>"), "{page}");
        expect_only_own_attributes(&page);
    }

    #[test]
    fn the_english_page_is_english_and_counts_from_its_own_folder() {
        let page = english(SOURCE, &assets()).unwrap();
        for expected in [
            "<html lang=\"en\">",
            "<title>Partner atlas</title>",
            "<meta name=\"description\" content=\"Projects\">",
            "href=\"../assets/page-1.css\"",
            "src=\"../embed.js\"",
            "<a href=\"../\" lang=\"sv\">Svenska</a>",
            "href=\"#list\"",
            "href=\"https://example.se/\"",
            "<partner-atlas lang=\"en\">",
        ] {
            assert!(page.contains(expected), "{expected} is missing in {page}");
        }
        expect_only_own_attributes(&page);
    }

    #[test]
    fn a_page_that_cannot_be_translated_is_an_error() {
        let without_title = SOURCE.replace(" data-en=\"Partner atlas\"", "");
        let error = english(&without_title, &assets()).unwrap_err().to_string();
        assert!(error.contains("<title>"), "{error}");
    }
}
