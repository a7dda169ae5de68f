//! Periods as bars, and the same as a table.

use leptos::html::Div;
use leptos::prelude::*;

use super::bar::{Axis, BarMark, Grid, Marks};
use super::each::EachRecord;
use super::facts::{countries_text, status_note};
use super::glyph::status_tag;
use super::link::StateLink;
use super::model::{Model, Shared};
use crate::catalogue::{Date, DatePrecision, Lang, RecordIx};
use crate::i18n::{Messages, date_text, messages, period_text};
use crate::query::Bits;
use crate::timeline::{Bar, End, Layout, Row};

/// The timeline of the selection, with its table and its legend.
#[component]
pub(super) fn TimelineView() -> impl IntoView {
    let model = Model::here();
    let as_table = RwSignal::new(false);
    let shared = model.shared();
    let records = Memo::new(move |_| {
        let lang = model.lang.get();
        model.with_late_results(|results| Charted::new(&shared, &results.hits, lang))
    });
    view! {
        <section class="timeline" part="timeline" aria-label=move || model.words().timeline>
            <div class="view-tools">
                <button type="button" aria-pressed=move || as_table.get().to_string() on:click=move |_| as_table.update(|on| *on = !*on)>
                    {move || model.words().as_table}
                </button>
            </div>
            {move || {
                if as_table.get() {
                    view! { <TimelineTable records /> }.into_any()
                } else {
                    view! { <Chart records /> }.into_any()
                }
            }}
            <Legend />
        </section>
    }
}

/// How many rows are drawn at once; the list has the rest on its next pages.
const ROWS: usize = 50;

/// The records of a chart: those that it draws, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Charted {
    /// By first day.
    dated: Vec<RecordIx>,
    /// By title.
    undated: Vec<RecordIx>,
    /// With and without dates.
    counts: (usize, usize),
}

impl Charted {
    /// Of a set of records.
    pub(super) fn new(shared: &Shared, records: &Bits, lang: Lang) -> Self {
        let dated = shared.engine.count_dated(records);
        Self {
            dated: shared.engine.earliest(records, ROWS),
            undated: shared.engine.undated(records, lang, ROWS),
            counts: (dated, records.count() - dated),
        }
    }
}

/// The bars of some records, one row each, on one axis.
#[component]
pub(super) fn Chart(
    /// The records.
    records: Memo<Charted>,
) -> impl IntoView {
    let model = Model::here();
    let axis = NodeRef::<Div>::new();
    let width = (model.platform.width_of)(axis);
    let shared = model.shared();
    let layout = Memo::new(move |_| {
        let width = width.get().max(200.0);
        records.with(|records| {
            let Shared { catalogue, extent, today, .. } = &*shared;
            Layout::new(catalogue, &records.dated, *extent, *today, width)
        })
    });
    // The marks of the axis stay while the selection changes, and so do the lines behind the bars.
    let scale = Memo::new(move |_| layout.with(Marks::of));
    let rows =
        move || layout.with(|layout| layout.rows.iter().map(|row| row.record).collect::<Vec<_>>());
    let undated = Memo::new(move |_| records.with(|records| records.undated.clone()));
    let today = move || {
        let (year, month, day) = model.shared().today.civil();
        let date = Date { year, precision: DatePrecision::Day(month, day), qualifier: None };
        (model.words().today)(&date_text(date, model.lang.get()))
    };
    view! {
        <div class="chart">
            <div class="chart-head">
                <p class="chart-summary">
                    {move || {
                        let (dated, undated) = records.with(|records| records.counts);
                        (model.words().timeline_summary)(dated, undated)
                    }}
                </p>
                <div class="axis" node_ref=axis>
                    <Axis axis=scale today=Signal::derive(today) />
                </div>
            </div>
            <ol class="rows" role="list">
                <EachRecord records=Signal::derive(rows) row=move |(record, lang)| view! { <ChartRow record lang layout axis=scale /> }.into_any() />
            </ol>
            <div class="undated" hidden=move || undated.with(Vec::is_empty)>
                <h3>{move || model.words().undated_lane}</h3>
                <p>{move || model.words().undated_lane_help}</p>
                <ul role="list">
                    <EachRecord records=undated row=|(record, lang)| view! { <UndatedItem record lang /> }.into_any() />
                </ul>
            </div>
        </div>
    }
}

/// A record's name, dates and bar.
#[component]
fn ChartRow(
    record: RecordIx,
    lang: Lang,
    layout: Memo<Layout>,
    axis: Memo<Marks>,
) -> impl IntoView {
    let model = Model::here();
    let row = Memo::new(move |_| {
        layout.with(|layout| layout.rows.iter().find(|row| row.record == record).copied())
    });
    let status =
        model.with_record(record, |shared, found| shared.catalogue.status(found, shared.today));
    let mark = move || row.get().map(|Row { bar, .. }| view! { <BarMark bar /> });
    let id = model.with_record(record, |_, found| found.id.to_string());
    view! {
        <li class="row">
            <RecordLink record lang />
            <p class="row-when">{when_text(model, record, lang)}</p>
            <svg class="track" height="28" width="100%" aria-hidden="true" focusable="false">
                <Grid axis />
                <g class="bar" data-bar=id data-status=status.map(crate::catalogue::Status::key)>
                    {mark}
                </g>
            </svg>
        </li>
    }
}

/// A record without dates.
#[component]
fn UndatedItem(record: RecordIx, lang: Lang) -> impl IntoView {
    let model = Model::here();
    view! {
        <li data-bar=model.with_record(record, |_, found| found.id.to_string())>
            <RecordLink record lang />
            <p class="row-when">{when_text(model, record, lang)}</p>
        </li>
    }
}

/// The title as a link to the record.
#[component]
fn RecordLink(record: RecordIx, lang: Lang) -> impl IntoView {
    let model = Model::here();
    let id = model.with_record(record, |_, found| found.id.clone());
    let title = model.with_record(record, |_, found| {
        let (title, lang) = found.title.in_lang(lang);
        view! { <span lang=lang.tag()>{title.to_owned()}</span> }
    });
    view! {
        <StateLink class="row-title" to=move |state| state.record.clone_from(&id)>
            {title}
        </StateLink>
    }
}

/// Dates in words, with what an old source claimed.
fn when_text(model: Model, record: RecordIx, lang: Lang) -> Option<String> {
    model.with_record(record, |shared, found| {
        let when = period_text(&found.period, lang);
        match status_note(shared, found, lang) {
            Some(note) => format!("{when} ({note})"),
            None => when,
        }
    })
}

/// The timeline as a table, in order of time.
#[component]
fn TimelineTable(records: Memo<Charted>) -> impl IntoView {
    let model = Model::here();
    let ordered = move || {
        records.with(|records| {
            let both = records.dated.iter().chain(&records.undated);
            both.copied().take(ROWS).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move || model.words().timeline_table>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || model.words().column_project}</th>
                        <th scope="col">{move || model.words().column_period}</th>
                        <th scope="col">{move || model.words().column_status}</th>
                        <th scope="col">{move || model.words().column_partner}</th>
                    </tr>
                </thead>
                <tbody>
                    <EachRecord records=Signal::derive(ordered) row=|(record, lang)| view! { <TableRow record lang /> }.into_any() />
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn TableRow(record: RecordIx, lang: Lang) -> impl IntoView {
    let model = Model::here();
    let status = model.with_record(record, |shared, found| {
        let status = shared.catalogue.status(found, shared.today);
        status_tag(status, (messages(lang).status)(status))
    });
    let countries = model.with_record(record, |shared, found| countries_text(shared, found, lang));
    view! {
        <tr>
            <th scope="row"><RecordLink record lang /></th>
            <td>{when_text(model, record, lang)}</td>
            <td>{status}</td>
            <td>{countries}</td>
        </tr>
    }
}

/// The sentence of a sample.
type Sentence = fn(&Messages) -> &'static str;

/// What the ends of bars mean: each shape with its sentence.
#[component]
fn Legend() -> impl IntoView {
    let model = Model::here();
    let span = |start, end| Bar::Span { x0: 2.0, x1: 62.0, start, end };
    let samples: [(Bar, Sentence); 6] = [
        (span(End::Soft(14.0), End::Exact), |words| words.legend_exact),
        (span(End::Exact, End::Open), |words| words.legend_open),
        (span(End::Exact, End::Lapsed(34.0)), |words| words.legend_lapsed),
        (span(End::Exact, End::Unknown), |words| words.legend_unknown),
        (span(End::Approximate(14.0), End::Exact), |words| words.legend_approximate),
        (Bar::Point { x0: 32.0, x1: 33.0 }, |words| words.legend_point),
    ];
    let items = samples.map(|(bar, sentence)| {
        view! {
            <li>
                <svg width="64" height="28" aria-hidden="true" focusable="false">
                    <g class="bar"><BarMark bar /></g>
                </svg>
                <span>{move || sentence(model.words())}</span>
            </li>
        }
    });
    view! {
        <details class="legend">
            <summary>{move || model.words().legend}</summary>
            <ul role="list">{items.collect_view()}</ul>
        </details>
    }
}
