//! A record in a list: in short, but with everything that a reader must know.

use super::content::{inline, localized, sign};
use super::here::Here;
use super::html::Html;
use super::site::Page;
use crate::catalogue::{Lang, Listing, Record, RecordIx};
use crate::facts::{FundingLine, funding, partners, sources, status_note, where_text};
use crate::i18n::{messages, period_text};

/// An entry of a list.
pub(super) fn entry(html: &mut Html, here: Here<'_>, index: RecordIx) {
    let Some(record) = here.site.catalogue.record(index) else { return };
    let mut attributes = vec![("class", "entry"), ("data-project", record.id.as_str())];
    attributes.extend((record.listing == Listing::Part).then_some(("data-part", "")));
    html.line();
    html.element("article", &attributes, |html| {
        html.element("h3", &[], |html| {
            let href = here.link(&Page::Record(index));
            html.element("a", &[("href", &href)], |html| inline(html, &record.title, here.lang));
        });
        html.element("p", &[("class", "tags")], |html| tags(html, here, record, true));
        html.words("p", &[("class", "where")], &where_text(here.site.catalogue, record, here.lang));
        localized(html, "p", "", &record.summary, here.lang);
        html.element("dl", &[], |html| more(html, here, record));
    });
}

/// Form, outcome, status and what the source claimed; the period too, where nothing else tells it.
pub(super) fn tags(html: &mut Html, here: Here<'_>, record: &Record, with_period: bool) {
    let (catalogue, today) = (here.site.catalogue, here.site.settings.today);
    let words = messages(here.lang);
    let status = catalogue.status(record, today);
    html.element("span", &[("class", "tag")], |html| {
        sign(html, record.form.key());
        html.text((words.form)(record.form));
    });
    html.text(" ");
    if let Some(outcome) = record.outcome {
        html.words("span", &[], (words.outcome)(outcome));
        html.text(" ");
    }
    html.element("span", &[("class", "tag"), ("data-status", status.key())], |html| {
        sign(html, status.key());
        html.text((words.status)(status));
    });
    if with_period {
        html.text(" ");
        html.words("span", &[("class", "quiet")], &period_text(&record.period, here.lang));
    }
    if let Some(note) = status_note(catalogue, record, today, here.lang) {
        html.text(" ");
        html.words("span", &[("class", "quiet")], &note);
    }
}

/// Partners, funding and sources, each in a line.
fn more(html: &mut Html, here: Here<'_>, record: &Record) {
    let words = messages(here.lang);
    let mut pair = |title, content: &dyn Fn(&mut Html)| {
        html.element("div", &[], |html| {
            html.words("dt", &[], title);
            html.element("dd", &[], content);
        });
    };
    pair(words.partners, &|html| {
        let lines = partners(here.site.catalogue, record, here.lang);
        joined(html, &lines, words.no_partners, |html, line| inline(html, line.name, here.lang));
    });
    pair(words.funding, &|html| {
        let lines = funding(here.site.catalogue, record, here.lang);
        joined(html, &lines, words.funding_missing, |html, line| html.text(&paid(line, here.lang)));
    });
    pair(words.sources, &|html| {
        let lines = sources(here.site.catalogue, record, here.lang);
        joined(html, &lines, words.missing, |html, source| {
            inline(html, source.title, here.lang);
            html.text(" ");
            html.text(&source.dated);
        });
    });
}

/// Lines one after the other, or that there is none.
fn joined<T>(html: &mut Html, lines: &[T], none: &str, mut line: impl FnMut(&mut Html, &T)) {
    if lines.is_empty() {
        html.text(none);
    }
    for (position, one) in lines.iter().enumerate() {
        if position > 0 {
            html.text("; ");
        }
        line(html, one);
    }
}

/// A line of funding without the words that the funder asks for.
fn paid(line: &FundingLine<'_>, lang: Lang) -> String {
    let money = line.money.join(", ");
    match (line.name.is_empty(), money.is_empty(), line.note) {
        (false, false, _) => format!("{} ({money})", line.name),
        (false, true, _) => line.name.clone(),
        (true, false, _) => money,
        (true, true, Some(note)) => note.text(lang).to_owned(),
        (true, true, None) => messages(lang).missing.to_owned(),
    }
}
