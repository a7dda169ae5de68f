//! The page of a record, in the order of the app's.

use super::browse;
use super::content::{inline, language, localized};
use super::entry::tags;
use super::here::Here;
use super::html::Html;
use super::map;
use super::site::Page;
use super::timeline;
use super::words::words;
use crate::catalogue::{Localized, Record, RecordIx};
use crate::facts::{self, Said};
use crate::i18n::{day_text, messages};

/// The content of the page.
pub(super) fn record(html: &mut Html, here: Here<'_>, index: RecordIx, record: &Record) {
    let ui = messages(here.lang);
    html.element("article", &[("class", "detail")], |html| {
        html.element("div", &[("class", "bar")], |html| {
            html.words("a", &[("class", "back"), ("href", &here.home())], ui.back);
            language(html, here);
        });
        localized(html, "h2", "", &record.title, here.lang);
        html.element("p", &[("class", "tags")], |html| tags(html, here, record, false));
        let day = day_text(here.site.settings.today, here.lang);
        html.words("p", &[("class", "quiet")], &(words(here.lang).status)(&day));
        html.element("div", &[("class", "detail-columns")], |html| {
            html.element("div", &[], |html| main(html, here, record));
            html.element("div", &[], |html| side(html, here, index, record));
        });
    });
}

/// What it is about, with whom and with what result.
fn main(html: &mut Html, here: Here<'_>, record: &Record) {
    let (catalogue, lang, ui) = (here.site.catalogue, here.lang, messages(here.lang));
    localized(html, "p", "lead", &record.summary, lang);
    html.element("dl", &[("class", "pairs")], |html| {
        for fact in facts::facts(catalogue, record, lang) {
            html.element("div", &[], |html| {
                html.words("dt", &[], fact.title);
                html.element("dd", &[], |html| {
                    match &fact.said {
                        Said::Plain(text) => html.text(text),
                        Said::Given(text) => inline(html, text, lang),
                    }
                    note(html, here, fact.note);
                });
            });
        }
    });
    let lines = facts::partners(catalogue, record, lang);
    lines_of(html, ui.partners, &lines, Some(ui.no_partners), |html, line| {
        let class = if line.is_named { "name" } else { "" };
        localized(html, "span", class, line.name, lang);
        about(html, &line.about);
        note(html, here, line.note);
    });
    let lines = facts::funding(catalogue, record, lang);
    lines_of(html, ui.funding, &lines, Some(ui.funding_missing), |html, line| {
        html.words("span", &[("class", "name")], &line.name);
        line.money.iter().chain(&line.thanks).for_each(|text| about(html, text));
        note(html, here, line.note);
    });
    for (title, lines) in facts::lists(catalogue, record, lang) {
        lines_of(html, title, &lines, None, |html, line| html.text(line));
    }
    related(html, here, record);
}

/// Parts under this record, then ties in both directions.
fn related(html: &mut Html, here: Here<'_>, record: &Record) {
    let (catalogue, ui) = (here.site.catalogue, messages(here.lang));
    let parts = facts::parts(catalogue, record).into_iter().map(|part| (None, part));
    let ties = facts::ties(catalogue, record, here.lang).into_iter();
    let ties = ties.map(|(tie, other)| (Some(tie), other));
    for (title, lines) in [(ui.parts, parts.collect::<Vec<_>>()), (ui.related, ties.collect())] {
        lines_of(html, title, &lines, None, |html, (tie, index)| {
            let Some(other) = catalogue.record(*index) else { return };
            let line = facts::record_line(other, tie.is_some(), here.lang);
            if let Some(tie) = tie {
                html.text(tie);
                html.text(" ");
            }
            let href = here.link(&Page::Record(*index));
            html.element("a", &[("href", &href)], |html| inline(html, line.title, here.lang));
            about(html, &line.about);
            note(html, here, line.summary);
        });
    }
}

/// Pictures, where it is known from, and whom to ask.
fn side(html: &mut Html, here: Here<'_>, index: RecordIx, record: &Record) {
    let (catalogue, lang, ui) = (here.site.catalogue, here.lang, messages(here.lang));
    map::of_record(html, here, index, record);
    timeline::of_record(html, here, index);
    if let Some(links) = facts::links(record) {
        section(html, ui.links, |html| {
            lines(html, &links.live, |html, (label, url)| {
                outward(html, &url.to_string(), |html| inline(html, label, lang));
            });
            if !links.lost.is_empty() {
                html.words("p", &[], ui.links_lost);
                lines(html, &links.lost, |html, label| inline(html, label, lang));
            }
        });
    }
    section(html, ui.sources, |html| {
        lines(html, &facts::sources(catalogue, record, lang), |html, source| {
            match source.url {
                Some(url) => {
                    outward(html, &url.to_string(), |html| inline(html, source.title, lang));
                }
                None => inline(html, source.title, lang),
            }
            html.text(", ");
            html.text(&source.dated);
            note(html, here, source.dating);
        });
        html.words("p", &[("class", "note")], &facts::checked_text(record, lang));
    });
    lines_of(html, ui.corrections, &facts::corrections(record, lang), None, |html, line| {
        html.text(line);
    });
    let contacts = facts::contacts(catalogue, record, lang);
    lines_of(html, ui.contact, &contacts, None, |html, contact| {
        outward(html, &contact.page.to_string(), |html| html.text(&contact.text));
        if let Some(mailbox) = contact.mailbox {
            html.text(", ");
            let (href, text) = (format!("mailto:{mailbox}"), mailbox.to_string());
            html.words("a", &[("href", &href)], &text);
        }
    });
    browse::more(html, here, index);
}

/// A link to somebody else's page.
fn outward(html: &mut Html, href: &str, content: impl FnOnce(&mut Html)) {
    html.element("a", &[("href", href), ("rel", "noreferrer")], content);
}

fn section(html: &mut Html, title: &str, content: impl FnOnce(&mut Html)) {
    html.line();
    html.element("section", &[], |html| {
        html.words("h3", &[], title);
        content(html);
    });
}

fn lines<T>(html: &mut Html, lines: &[T], mut line: impl FnMut(&mut Html, &T)) {
    if lines.is_empty() {
        return;
    }
    html.element("ul", &[("class", "lines"), ("role", "list")], |html| {
        for one in lines {
            html.element("li", &[], |html| line(html, one));
        }
    });
}

/// A section of lines; without any it says what is missing, or is left out.
fn lines_of<T>(
    html: &mut Html,
    title: &str,
    all: &[T],
    none: Option<&str>,
    line: impl FnMut(&mut Html, &T),
) {
    if all.is_empty() && none.is_none() {
        return;
    }
    section(html, title, |html| {
        lines(html, all, line);
        if let Some(none) = none.filter(|_| all.is_empty()) {
            html.words("p", &[], none);
        }
    });
}

fn about(html: &mut Html, text: &str) {
    if !text.is_empty() {
        html.words("span", &[("class", "about")], text);
    }
}

fn note(html: &mut Html, here: Here<'_>, text: Option<&Localized>) {
    if let Some(text) = text {
        localized(html, "span", "note", text, here.lang);
    }
}
