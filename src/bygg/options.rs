//! What can be chosen, which the page was written with (`src/pages/builder.rs`).

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::query::Facet;

/// A value with its name and the number of records that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) count: String,
}

/// Everything that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Options {
    facets: Vec<(String, Vec<Named>)>,
    /// Where the catalogue lies: as it was built for, or above this page.
    pub(super) base: String,
}

impl Options {
    pub(super) fn read() -> Self {
        let document = document();
        let base = document.query_selector("link[data-base]").ok().flatten();
        let base = base.and_then(|link| link.get_attribute("href"));
        let facets = all(&document, "datalist[data-key]").into_iter().map(|list| {
            let key = list.get_attribute("data-key").unwrap_or_default();
            (key, children(&list).into_iter().map(named).collect())
        });
        Self { facets: facets.collect(), base: base.or_else(above).unwrap_or_default() }
    }

    /// The values of a facet.
    pub(super) fn of(&self, facet: Facet) -> Vec<Named> {
        let found = self.facets.iter().find(|(key, _)| key == facet.key());
        found.map(|(_, values)| values.clone()).unwrap_or_default()
    }
}

fn named(option: Element) -> Named {
    Named {
        value: option.get_attribute("value").unwrap_or_default(),
        count: option.get_attribute("data-count").unwrap_or_default(),
        name: option.text_content().unwrap_or_default(),
    }
}

fn all(document: &web_sys::Document, selector: &str) -> Vec<Element> {
    let Ok(list) = document.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

fn children(list: &Element) -> Vec<Element> {
    let next = |element: &Element| element.next_element_sibling();
    std::iter::successors(list.first_element_child(), next).collect()
}

/// The folder above this page.
fn above() -> Option<String> {
    let here = window().location().href().ok()?;
    Some(web_sys::Url::new_with_base("../", &here).ok()?.href())
}
