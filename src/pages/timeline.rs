//! The timeline without a program: a row of HTML for each record, with a bar that is as wide as the page.
//!
//! Lengths along the axis are shares of its width, so that no text is ever scaled; what has a size of its
//! own, such as the head of an arrow, is a small picture at a share.

use super::bar;
use super::content::inline;
use super::here::Here;
use super::html::Html;
use super::site::Page;
use crate::catalogue::RecordIx;
use crate::decimal::tenths;
use crate::facts::when_text;
use crate::i18n::messages;
use crate::query::{Bits, Sort};
use crate::timeline::{Bar, Term, Tick, Ticks, TimeScale, Unit};

/// The narrowest axis that must be read, in pixels: years are named as far apart as they are on it.
const NARROW: f64 = 300.0;

/// The axis on which bars are measured: wide enough for the least widths of a bar to be small shares of it.
const MEASURED: f64 = 600.0;

/// A section with the bars of some records, and the names of those without dates.
pub(super) fn timeline(html: &mut Html, here: Here<'_>, hits: &Bits, sort: Sort) {
    let (engine, ui) = (&here.site.engine, messages(here.lang));
    let dated = engine.dated(hits, sort, here.lang, usize::MAX);
    let undated = engine.undated(hits, here.lang, usize::MAX);
    html.element("section", &[("class", "timeline"), ("id", "tidslinje")], |html| {
        html.words("h2", &[], ui.timeline);
        let summary = (ui.timeline_summary)(dated.len(), undated.len());
        html.words("p", &[("class", "quiet")], &summary);
        if !dated.is_empty() {
            chart(html, here, |html| dated.iter().for_each(|record| row(html, here, *record)));
            legend(html, here);
        }
        if !undated.is_empty() {
            html.words("h3", &[], ui.undated_lane);
            html.element("ul", &[("class", "lines"), ("role", "list")], |html| {
                undated.iter().for_each(|record| {
                    html.element("li", &[], |html| link(html, here, *record));
                });
            });
        }
    });
}

/// The bar of one record, on the axis of the whole catalogue.
pub(super) fn of_record(html: &mut Html, here: Here<'_>, index: RecordIx) {
    let Some(term) = here.site.terms.get(index) else { return };
    html.element("section", &[("class", "timeline alone")], |html| {
        html.words("h3", &[], messages(here.lang).in_time);
        chart(html, here, |html| {
            html.element("li", &[("data-status", status(here, index))], |html| {
                track(html, here, term);
            });
        });
    });
}

/// The axis with its lines, and rows on them.
fn chart(html: &mut Html, here: Here<'_>, rows: impl FnOnce(&mut Html)) {
    let scale = scale(here, NARROW);
    let years: Vec<(String, String)> =
        Ticks::of(&scale).years.into_iter().filter_map(year).collect();
    let today = share(scale.x(here.site.settings.today) / NARROW);
    html.element("div", &[("class", "chart")], |html| {
        html.element("svg", &[("class", "grid"), ("aria-hidden", "true")], |html| {
            for (x, year) in &years {
                html.element("line", &[("x1", x), ("x2", x), ("y2", "100%")], |_| {});
                html.words("text", &[("x", x), ("y", "14"), ("dx", "3")], year);
            }
            let line = [("class", "today"), ("x1", &*today), ("x2", &*today), ("y2", "100%")];
            html.element("line", &line, |_| {});
        });
        html.element("ol", &[("role", "list")], rows);
    });
}

fn year(tick: Tick) -> Option<(String, String)> {
    let Unit::Year(year) = tick.unit else { return None };
    Some((share(tick.x / NARROW), year.to_string()))
}

/// A record with its dates in words and its bar.
fn row(html: &mut Html, here: Here<'_>, index: RecordIx) {
    let Some(term) = here.site.terms.get(index) else { return };
    html.line();
    html.element("li", &[("data-status", status(here, index))], |html| {
        html.element("p", &[], |html| link(html, here, index));
        track(html, here, term);
    });
}

fn track(html: &mut Html, here: Here<'_>, term: Term) {
    let scale = scale(here, MEASURED);
    html.element("svg", &[("class", "track"), ("aria-hidden", "true")], |html| {
        bar::bar(html, Bar::of(term, &scale), MEASURED);
    });
}

/// The title as a link, and when it takes place.
fn link(html: &mut Html, here: Here<'_>, index: RecordIx) {
    let Some(record) = here.site.catalogue.record(index) else { return };
    let href = here.link(&Page::Record(index));
    html.element("a", &[("href", &href)], |html| inline(html, &record.title, here.lang));
    html.text(" ");
    let when = when_text(here.site.catalogue, record, here.site.settings.today, here.lang);
    html.words("span", &[("class", "quiet")], &when);
}

fn status(here: Here<'_>, index: RecordIx) -> &'static str {
    let record = here.site.catalogue.record(index);
    record.map_or("", |record| here.site.catalogue.status(record, here.site.settings.today).key())
}

/// How to read bars.
fn legend(html: &mut Html, here: Here<'_>) {
    let ui = messages(here.lang);
    html.element("details", &[], |html| {
        html.words("summary", &[], ui.legend);
        html.element("ul", &[("role", "list")], |html| {
            for sentence in [
                ui.legend_exact,
                ui.legend_soft,
                ui.legend_approximate,
                ui.legend_open,
                ui.legend_lapsed,
                ui.legend_unknown,
                ui.legend_point,
                ui.legend_window,
            ] {
                html.words("li", &[], sentence);
            }
        });
    });
}

/// A share as SVG writes it.
pub(super) fn share(share: f64) -> String {
    format!("{}%", tenths(share * 100.0))
}

fn scale(here: Here<'_>, width: f64) -> TimeScale {
    let whole = here.site.terms.whole;
    TimeScale::new(whole.first, whole.end, width)
}
