//! The static pages: complete, well-formed, honest, and linked with each other.
#![cfg(feature = "tool")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test ends where its ground is missing"
)]

mod builder;
mod data;
mod facts;
mod folder;
mod form;
mod frame;
mod html;
mod links;
mod oembed;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use html::Element;
use partneratlas::catalogue::{Catalogue, Day, Lang};
use partneratlas::pages::{BaseUrl, Settings, Site};

/// Every file of a site, by path.
pub(crate) fn files(catalogue: &Catalogue, today: Day, base: Option<&str>) -> Files {
    let base = base.map(|base| BaseUrl::parse(base).expect("a base"));
    let settings = Settings { today, sheet: "assets/page-0.css".to_owned(), base };
    let site = Site::new(catalogue, settings).expect("the base map can be read");
    site.files().into_iter().collect()
}

pub(crate) type Files = BTreeMap<String, String>;

/// Everything of the embedded catalogue on the tests' day, where no base is known: that is pages.
fn all() -> &'static BTreeMap<String, Element> {
    static PAGES: LazyLock<BTreeMap<String, Element>> = LazyLock::new(|| {
        let files = files(support::catalogue(), support::today(), None);
        files.into_iter().map(|(path, page)| (path, Element::parse(&page))).collect()
    });
    &PAGES
}

/// The pages that stand by themselves.
pub(crate) fn pages() -> &'static BTreeMap<String, Element> {
    static PAGES: LazyLock<BTreeMap<String, Element>> = LazyLock::new(|| {
        let own = all().iter().filter(|(path, _)| !path.ends_with("iframe.html"));
        own.map(|(path, page)| (path.clone(), page.clone())).collect()
    });
    &PAGES
}

pub(crate) fn page(path: &str) -> &'static Element {
    all().get(path).unwrap_or_else(|| panic!("no {path}"))
}

/// The start page of a language.
pub(crate) fn start(lang: Lang) -> &'static Element {
    page(match lang {
        Lang::Sv => "index.html",
        Lang::En => "en/index.html",
    })
}

/// The page of a record.
pub(crate) fn record_page(id: &str, lang: Lang) -> &'static Element {
    match lang {
        Lang::Sv => page(&format!("projekt/{id}/index.html")),
        Lang::En => page(&format!("en/project/{id}/index.html")),
    }
}
