//! A list of records with its timeline and its map: all of them, or those of a value.

use super::browse::browse;
use super::content::language;
use super::entry::entry;
use super::here::Here;
use super::html::Html;
use super::map;
use super::site::Page;
use super::timeline;
use super::words::words;
use crate::catalogue::{Lang, Listing, RecordIx};
use crate::facts::value_label;
use crate::i18n::{day_text, messages};
use crate::query::Query;

/// Whether a page lists all of the catalogue.
fn is_whole(page: &Page) -> bool {
    matches!(page, Page::Start | Page::Frame)
}

/// The question that a page answers.
fn query(page: &Page) -> Query {
    let mut query = Query::default();
    if let Page::Facet(facet, value) = page {
        query.add(*facet, value.clone());
    }
    query
}

/// The content of a page with a list.
pub(super) fn list(html: &mut Html, here: Here<'_>) {
    let query = query(here.page);
    let results = here.site.results(&query, here.lang);
    let records = here.site.engine.page(&results, 0..usize::MAX);
    html.element("div", &[("class", "bar")], |html| {
        if !is_whole(here.page) {
            html.words("a", &[("class", "back"), ("href", &here.home())], words(here.lang).all);
        }
        language(html, here);
    });
    html.element("div", &[("class", "columns")], |html| {
        browse(html, here);
        html.line();
        html.element("div", &[], |html| {
            heading(html, here, results.count);
            records.iter().for_each(|record| entry(html, here, *record));
            if is_whole(here.page) {
                rest(html, here);
            }
            html.line();
            timeline::timeline(html, here, &results.hits, query.order());
            html.line();
            map::map(html, here, &results.hits);
        });
    });
}

/// What the list holds, how many, on which day, and the ways to its pictures.
fn heading(html: &mut Html, here: Here<'_>, count: usize) {
    let ui = messages(here.lang);
    let day = day_text(here.site.settings.today, here.lang);
    let (count, status) = ((ui.results)(count), (words(here.lang).status)(&day));
    html.element("div", &[("class", "list-head")], |html| {
        match here.page {
            Page::Facet(facet, value) => {
                let name = value_label(here.site.catalogue, *facet, value, here.lang);
                html.element("h2", &[], |html| {
                    html.words("span", &[("class", "quiet")], (ui.facet)(*facet));
                    html.text(" ");
                    html.text(&name);
                });
                html.words("p", &[("class", "quiet")], &format!("{count}. {status}"));
            }
            _ => {
                html.words("h2", &[], &count);
                html.words("p", &[("class", "quiet")], &status);
            }
        }
        html.element("nav", &[("aria-label", ui.views)], |html| {
            html.words("a", &[("href", "#tidslinje")], ui.timeline);
            html.text(" ");
            html.words("a", &[("href", "#karta")], ui.map);
        });
    });
}

/// What no list of the app shows by itself: parts of others, and what others only point to.
fn rest(html: &mut Html, here: Here<'_>) {
    let words = words(here.lang);
    for (listing, heading) in [(Listing::Part, words.parts), (Listing::Reference, words.mentioned)]
    {
        let records = by_title(here, listing);
        if !records.is_empty() {
            html.line();
            html.words("h2", &[("class", "rest")], heading);
            records.into_iter().for_each(|record| entry(html, here, record));
        }
    }
}

/// The records of a kind by title.
fn by_title(here: Here<'_>, listing: Listing) -> Vec<RecordIx> {
    let all = here.site.catalogue.records().filter(|(_, record)| record.listing == listing);
    let records = all.map(|(index, _)| index).collect();
    let lang: Lang = here.lang;
    crate::ranked::ranked(records, |index| here.site.catalogue.title_rank(*index, lang))
}
