//! What every page has, whatever it is about.

use std::collections::BTreeSet;

use partneratlas::url;

use crate::html::Element;
use crate::pages;

fn attribute<'a>(page: &'a Element, name: &str) -> Vec<&'a str> {
    page.all().into_iter().filter_map(|element| element.get(name)).collect()
}

#[test]
fn pages_are_balanced_and_have_their_landmarks() {
    assert_eq!(pages().keys().filter(|path| !path.ends_with("index.html")).count(), 0);
    for (path, page) in pages() {
        for name in
            ["html", "head", "title", "body", "header", "main", "footer", "h1", "partner-atlas"]
        {
            page.one(name);
        }
        let lang = if path.starts_with("en/") { "en" } else { "sv" };
        let html = page.one("html");
        assert_eq!(html.get("lang"), Some(lang), "{path}");
        assert_eq!(page.one("partner-atlas").get("lang"), Some(lang), "{path}");
        let is_record = path.starts_with("projekt/") || path.starts_with("en/project/");
        assert_eq!(html.get("data-open").is_some(), is_record, "{path}");
        assert!(matches!(html.get("data-page"), Some("start" | "record" | "facet")), "{path}");
        assert!(page.one("partner-atlas").named("h2").len() >= usize::from(!is_record), "{path}");
    }
}

#[test]
fn no_page_has_a_script_or_a_style_of_its_own() {
    for (path, page) in pages() {
        assert!(page.named("style").is_empty() && page.named("img").is_empty(), "{path}");
        for element in page.all() {
            for (name, _) in &element.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{path}: {name}");
            }
        }
        for script in page.named("script") {
            let is_data = script.get("type") == Some("application/ld+json");
            assert!(is_data || script.text().is_empty(), "{path}");
        }
    }
}

#[test]
fn the_script_that_follows_the_element_runs_before_the_one_that_starts_it() {
    for (path, page) in pages() {
        let scripts: Vec<&str> =
            page.named("script").into_iter().filter_map(|script| script.get("src")).collect();
        let place = |name: &str| scripts.iter().position(|src| src.ends_with(name));
        let (follows, starts) = (place("/page.js"), place("/embed.js"));
        assert!(follows.is_some() && follows < starts, "{path}: {scripts:?}");
    }
}

#[test]
fn headings_go_down_by_one_step_and_ids_are_unique() {
    for (path, page) in pages() {
        let mut last = 0;
        for element in page.all() {
            let Some(level) = element.name.strip_prefix('h').and_then(|level| level.parse().ok())
            else {
                continue;
            };
            assert!(level <= last + 1, "{path}: h{level} after h{last}");
            assert!(!element.text().trim().is_empty(), "{path}: an empty heading");
            last = level;
        }
        let ids = attribute(page, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        for sign in page.named("use") {
            let target = sign.get("href").and_then(|href| href.strip_prefix('#'));
            assert!(target.is_some_and(|target| ids.contains(&target)), "{path}: {target:?}");
        }
    }
}

#[test]
fn head_and_foot_are_the_same_on_all_pages() {
    for name in ["h1", "footer"] {
        let texts: BTreeSet<String> = pages().values().map(|page| page.one(name).text()).collect();
        assert_eq!(texts.len(), 1, "{name}: {texts:?}");
    }
    for (path, page) in pages() {
        let said: Vec<_> = page.one("h1").named("span");
        assert_eq!(said.len(), 2, "{path}: both languages");
    }
}

#[test]
fn titles_and_descriptions_tell_pages_apart() {
    let titles: BTreeSet<String> = pages().values().map(|page| page.one("title").text()).collect();
    // Names such as "Networking Europe" are the same in both languages.
    assert!(titles.len() * 10 > pages().len() * 7, "{} of {}", titles.len(), pages().len());
    for (path, page) in pages() {
        let metas = page.named("meta").into_iter();
        let about = metas.into_iter().find(|meta| meta.get("name") == Some("description"));
        let about = about.and_then(|meta| meta.get("content")).unwrap_or_default();
        assert!((40..=301).contains(&about.chars().count()), "{path}: {about:?}");
        assert!(page.one("title").text().ends_with(" – Partneratlas"), "{path}");
    }
}

#[test]
fn the_app_is_told_what_the_page_shows() {
    for (path, page) in pages() {
        let element = page.one("partner-atlas");
        let query = element.get("page").expect("a query, if an empty one");
        let state = url::parse(query, "");
        assert_eq!(url::format(&state, ""), query, "{path}");
        assert!(state.foreign.is_empty(), "{path}: {query}");
        let is_start = matches!(path.as_str(), "index.html" | "en/index.html");
        assert_eq!(query.is_empty(), is_start, "{path}");
        let home = element.get("home");
        assert_eq!(home, Some(if is_start { "./" } else { "../../" }), "{path}");
    }
}

/// What a property of a style sheet is set to.
fn property<'a>(sheet: &'a str, name: &str) -> &'a str {
    let line = sheet.split(&format!("  {name}: ")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    line.split_inclusive("))").next().and_then(|line| line.split(';').next()).unwrap_or(line)
}

#[test]
fn static_pages_have_the_colours_of_the_app() {
    let page = include_str!("../../style/page.css");
    let tokens = include_str!("../../style/tokens.css");
    for name in ["upcoming", "ongoing", "ended", "unknown", "cancelled", "paused", "sea", "land"] {
        let token = format!("  --_{name}");
        assert_eq!(property(page, &format!("--{name}")), property(tokens, &token), "{name}");
    }
    for (name, token) in [("text", "color"), ("ground", "background"), ("accent", "accent")] {
        let of_page = property(page, &format!("--page-{name}"));
        let public = format!("var(--pa-{token}, {of_page})");
        assert!(tokens.contains(&public), "{public}");
    }
}
