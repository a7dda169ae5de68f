//! Links to the lists of municipalities, countries, themes and forms.

use super::here::Here;
use super::html::Html;
use super::site::{Choice, FACETS, Page};
use super::words::words;
use crate::catalogue::RecordIx;
use crate::facts::value_label;
use crate::i18n::messages;
use crate::query::{Facet, Value};

/// All of them, a group for each facet that opens by itself, with the number of records of each value.
pub(super) fn browse(html: &mut Html, here: Here<'_>) {
    let label = words(here.lang).browse;
    html.element("nav", &[("class", "browse"), ("aria-label", label)], |html| {
        for facet in FACETS {
            html.line();
            html.element("details", &[("class", "group")], |html| {
                html.words("summary", &[], (messages(here.lang).facet)(facet));
                html.element("ul", &[], |html| {
                    for choice in here.site.choices(facet, here.lang) {
                        html.element("li", &[], |html| link(html, here, facet, &choice));
                    }
                });
            });
        }
    });
}

fn link(html: &mut Html, here: Here<'_>, facet: Facet, choice: &Choice) {
    let page = Page::Facet(facet, choice.value.clone());
    let href = here.link(&page);
    let mut attributes = vec![("href", href.as_str())];
    attributes.extend((*here.page == page).then_some(("aria-current", "page")));
    html.element("a", &attributes, |html| html.text(&choice.name));
    html.text(" ");
    html.words("span", &[], &choice.count.to_string());
}

/// Links to the lists in which a record stands.
pub(super) fn more(html: &mut Html, here: Here<'_>, index: RecordIx) {
    let own: Vec<(Facet, Value)> = FACETS
        .into_iter()
        .flat_map(|facet| {
            let choices = here.site.choices(facet, here.lang).into_iter();
            let column = here.site.engine.column(facet);
            let values = choices.map(|choice| choice.value).filter(move |value| {
                column.is_some_and(|column| column.records(value).any(|other| other == index))
            });
            values.map(move |value| (facet, value))
        })
        .collect();
    if own.is_empty() {
        return;
    }
    let heading = words(here.lang).more;
    html.element("section", &[], |html| {
        html.words("h3", &[], heading);
        html.element("ul", &[("class", "more"), ("role", "list")], |html| {
            for (facet, value) in own {
                let href = here.link(&Page::Facet(facet, value.clone()));
                let name = value_label(here.site.catalogue, facet, &value, here.lang);
                html.element("li", &[], |html| html.words("a", &[("href", &href)], &name));
            }
        });
    });
}
