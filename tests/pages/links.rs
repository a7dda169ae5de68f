//! Where links lead.

use std::collections::BTreeSet;

use partneratlas::pages::BaseUrl;

use crate::html::Element;
use crate::support::{catalogue, today};
use crate::{files, page, pages};

/// Files that other tools put beside the pages.
const OTHERS: [&str; 8] = [
    "assets/page-0.css",
    "catalogue.json",
    "embed.js",
    "framed.js",
    "icon.svg",
    "manifest.webmanifest",
    "offline.js",
    "page.js",
];

/// What a relative address of a page means; `None` for one that climbs out of the folder.
pub(crate) fn resolved(page: &str, address: &str) -> Option<String> {
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(path.pop()?),
            name => path.push(name),
        }
    }
    let file = path.join("/");
    Some(if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file })
}

pub(crate) fn addresses(page: &Element) -> Vec<&str> {
    let all = page.all().into_iter();
    all.flat_map(|element| [element.get("href"), element.get("src")]).flatten().collect()
}

#[test]
fn every_link_leads_to_a_file_of_the_folder_or_out_of_it() {
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let frames = ["iframe.html", "en/iframe.html"].map(|path| (path.to_owned(), page(path)));
    let all = pages().iter().map(|(path, page)| (path.clone(), page)).chain(frames);
    for (path, page) in all {
        let path = path.as_str();
        for address in addresses(page) {
            if address.starts_with("https://") || address.starts_with("mailto:") {
                continue;
            }
            if let Some(id) = address.strip_prefix('#') {
                assert!(page.all().iter().any(|one| one.get("id") == Some(id)), "{path}: #{id}");
                continue;
            }
            assert!(!address.contains("index.html"), "{path}: {address}");
            let target = resolved(path, address).unwrap_or_else(|| panic!("{path}: {address}"));
            let is_frame = path.ends_with("iframe.html") && target.ends_with("iframe.html");
            let is_known = pages().contains_key(&target) || OTHERS.contains(&target.as_str());
            let is_known = is_known || is_frame;
            assert!(is_known, "{path}: {address} leads to {target}");
            reached.insert(target);
        }
    }
    let lost: Vec<_> = pages().keys().filter(|path| !reached.contains(*path)).collect();
    assert!(lost.is_empty(), "nothing leads to {lost:?}");
}

#[test]
fn each_page_leads_to_its_twin_and_back() {
    for (path, page) in pages() {
        let links = page.one("partner-atlas").named("a");
        let other = links.iter().find(|link| link.get("class") == Some("language"));
        let other = other.and_then(|link| link.get("href")).expect("a way to the other language");
        let twin = resolved(path, other).expect("within the folder");
        let back = crate::page(&twin).one("partner-atlas").named("a");
        let back = back.iter().find(|link| link.get("class") == Some("language"));
        let back = back.and_then(|link| link.get("href")).expect("a way back");
        assert_eq!(resolved(&twin, back).as_ref(), Some(path));
        assert_ne!(&twin, path);
    }
}

#[test]
fn absolute_addresses_are_there_only_when_the_base_is_known() {
    let relative = page("projekt/alba/index.html");
    let own: Vec<_> =
        relative.named("link").into_iter().filter_map(|link| link.get("rel")).collect();
    assert!(!own.contains(&"canonical") && !own.contains(&"alternate"), "{own:?}");
    let properties = |page: &Element| -> Vec<String> {
        let metas = page.named("meta").into_iter();
        metas.filter_map(|meta| meta.get("property").map(str::to_owned)).collect()
    };
    let known = properties(relative);
    assert!(known.contains(&"og:title".to_owned()) && !known.contains(&"og:image".to_owned()));
    assert!(!pages().contains_key("sitemap.xml"));

    let files = files(catalogue(), today(), Some("https://example.se/partneratlas"));
    let page = Element::parse(&files["en/project/alba/index.html"]);
    let links = page.named("link");
    let link = |rel: &str, lang: Option<&str>| {
        let found = links.iter().find(|link| {
            link.get("rel") == Some(rel) && (lang.is_none() || link.get("hreflang") == lang)
        });
        found.and_then(|link| link.get("href")).map(str::to_owned)
    };
    let (sv, en) = (
        "https://example.se/partneratlas/projekt/alba/",
        "https://example.se/partneratlas/en/project/alba/",
    );
    assert_eq!(link("canonical", None).as_deref(), Some(en));
    assert_eq!(link("alternate", Some("sv")).as_deref(), Some(sv));
    assert_eq!(link("alternate", Some("en")).as_deref(), Some(en));
    assert_eq!(link("alternate", Some("x-default")).as_deref(), Some(sv));
    let image =
        page.named("meta").into_iter().find(|meta| meta.get("property") == Some("og:image"));
    let image = image.and_then(|meta| meta.get("content"));
    assert_eq!(image, Some("https://example.se/partneratlas/og-en.png"));
    let map = &files["sitemap.xml"];
    assert_eq!(map.matches("<loc>").count(), pages().len(), "and none for frames");
    assert!(map.contains(&format!("<loc>{en}</loc>")));
}

#[test]
fn a_base_is_a_folder_reached_by_https() {
    for wrong in
        ["http://example.se/", "example.se", "https://", "https:///x", "https://a.se/?b", ""]
    {
        assert!(BaseUrl::parse(wrong).is_err(), "{wrong:?} was accepted");
    }
    assert!(BaseUrl::parse("https://example.se").is_ok());
}
