//! Rows of bars, of which only those near the window are in the document.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::super::drawn::drawn;
use super::super::each::EachRecord;
use super::super::link::{follow, link, linked};
use super::super::model::Model;
use super::super::roving::Roving;
use super::plan::Plan;
use super::text::{Kind, full_text, to_record};
use crate::catalogue::{Lang, RecordIx};
use crate::timeline::{Bar, ROW, Row, grid, row};

/// How many rows are in the document at once: a tall window and some more on both sides.
const DRAWN: usize = 110;

/// How many of them lie above the window's upper edge.
const ABOVE: usize = 30;

/// The rows of a section.
#[component]
pub(super) fn SectionRows(plan: Plan, roving: Roving, number: u32) -> impl IntoView {
    let model = Model::here();
    let body = NodeRef::<Div>::new();
    let scrolled = (model.platform.scrolled_past)(body);
    let rows = move || plan.section(number, |section| Arc::clone(&section.rows));
    let height = move || number_of(rows().len()) * ROW;
    let first = Memo::new(move |_| {
        let last_first = rows().len().saturating_sub(DRAWN);
        row_at(scrolled.get()).saturating_sub(ABOVE).min(last_first)
    });
    let drawn_rows = Signal::derive(move || {
        let first = first.get();
        rows().iter().skip(first).take(DRAWN).copied().collect::<Vec<RecordIx>>()
    });
    let ground = move || plan.axis.with(|axis| drawn(grid(axis, height())));
    Effect::new(move |_| {
        first.track();
        roving.settle(true);
    });
    let y = move |record| {
        let first = first.get();
        let at = rows().iter().skip(first).take(DRAWN).position(|other| *other == record);
        number_of(first + at.unwrap_or_default()) * ROW
    };
    view! {
        <div node_ref=body class="rows">
            <svg height=move || crate::svg::length(height()) width="100%">
                <g aria-hidden="true">{ground}</g>
                <EachRecord records=drawn_rows row=move |(record, lang)| {
                    view! { <ChartRow plan record lang y=Signal::derive(move || y(record)) /> }.into_any()
                } />
            </svg>
        </div>
    }
}

/// A record's bar and name.
#[component]
fn ChartRow(plan: Plan, record: RecordIx, lang: Lang, y: Signal<f64>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let title = model.with_record(record, |_, found| found.title.text(lang).to_owned());
    let (title, id) =
        (title.unwrap_or_default(), model.with_record(record, |_, found| found.id.to_string()));
    let name = full_text(model, record, lang);
    let kind = Kind::of(model, record);
    let term = shared.terms.get(record);
    let is_ghost = move || plan.sections.with(|sections| sections.is_ghost(record));
    let bar_id = id.clone();
    let marks = move || {
        let sign = kind.map_or("", |kind| kind.sign(plan.by_form.get()));
        let (bar, name) = plan.axis.with(|axis| {
            let Some(term) = term else { return (Vec::new(), Vec::new()) };
            let bar = Bar::of(term, &axis.scale);
            let width = axis.scale.width();
            row(Row { bar, name: &title, sign }, width, &|text| plan.text_width(text))
        });
        let bar_id = bar_id.clone();
        view! {
            <g data-status=kind.map(|kind| kind.status.key()) data-form=kind.map(|kind| kind.form.key())>
                <g data-bar=move || bar_id.clone().filter(|_| !is_ghost())>{drawn(bar)}</g>
                {drawn(name)}
            </g>
        }
    };
    let change = to_record(model, record);
    let here = link(model, &change);
    view! {
        <svg class="row" y=move || crate::svg::length(y.get()) height=crate::svg::length(ROW) width="100%" data-row=id data-ghost=move || is_ghost().then_some("")>
            <a use:linked=here data-stop="" on:click=follow(model, change)>
                // No `aria-label`: that would have to hold the drawn name word by word, and it is cut short.
                // Among siblings, `<title>` would be the one of HTML.
                <g>
                    {leptos::svg::title().child(name)}
                    <rect class="hit" x="1" y="1" width="100%" height=crate::svg::length(ROW - 2.0)></rect>
                    {marks}
                </g>
            </a>
        </svg>
    }
}

#[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^52")]
fn number_of(rows: usize) -> f64 {
    rows as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float below 0 becomes 0, one beyond the rows is limited by who asks"
)]
fn row_at(y: f64) -> usize {
    (y / ROW) as usize
}
