//! The timeline as a table, in order of time: always there for those who listen to the page, and to be
//! seen by choice.

use std::time::Duration;

use leptos::prelude::*;

use super::super::each::EachRecord;
use super::super::glyph::status_tag;
use super::super::grow::{Growing, More};
use super::super::model::Model;
use super::super::roving::Roving;
use super::plan::{AT_ONCE, Plan};
use super::text::{RecordLink, when_text};
use crate::catalogue::{Lang, RecordIx};
use crate::facts::countries_text;
use crate::i18n::messages;
use crate::query::Sort;

/// The selection as a table: what has dates from the earliest on, then the rest by title.
#[component]
pub(super) fn TimelineTable(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let roving = Roving { root: NodeRef::new(), selector: "tbody a" };
    let is_shown = plan.as_table;
    let growing = Growing::new(move || {
        let (dated, undated) = plan.sections.with(|sections| sections.counts);
        dated + undated
    });
    // What nobody sees at first may come after the first paint.
    let is_painted = RwSignal::new(false);
    request_animation_frame(move || {
        set_timeout(move || _ = is_painted.try_set(true), Duration::ZERO);
    });
    let records = Memo::new(move |_| {
        let most = if is_painted.get() { growing.shown() } else { 0 };
        let lang = model.lang.get();
        model.with_results_in_time(AT_ONCE, |results| {
            let mut records = shared.engine.dated(&results.hits, Sort::Oldest, lang, most);
            let left = most.saturating_sub(records.len());
            records.extend(shared.engine.undated(&results.hits, lang, left));
            records
        })
    });
    Effect::new(move |_| {
        records.track();
        let is_shown = is_shown.get();
        roving.settle(is_shown);
    });
    view! {
        <div class="table-twin" class:unseen=move || !is_shown.get()>
            <div
                class="table-scroll"
                node_ref=roving.root
                tabindex=move || is_shown.get().then_some("0")
                role="region"
                aria-label=move || model.words().timeline_table
                on:keydown=move |event| roving.move_by(&event)
                on:focusin=move |event| roving.hold(&event)
            >
                <table>
                    <TableHead />
                    <tbody>
                        <EachRecord records row=|(record, lang)| view! { <TableRow record lang /> }.into_any() />
                    </tbody>
                </table>
            </div>
            {move || is_shown.get().then(|| view! { <More growing /> })}
        </div>
    }
}

/// The names of the columns.
#[component]
fn TableHead() -> impl IntoView {
    let model = Model::here();
    view! {
        <thead>
            <tr>
                <th scope="col">{model.said(|words| words.column_project)}</th>
                <th scope="col">{model.said(|words| words.column_period)}</th>
                <th scope="col">{model.said(|words| words.column_status)}</th>
                <th scope="col">{model.said(|words| words.column_partner)}</th>
            </tr>
        </thead>
    }
}

/// A record's row.
#[component]
fn TableRow(record: RecordIx, lang: Lang) -> impl IntoView {
    let model = Model::here();
    let status = model.with_record(record, |shared, found| {
        let status = shared.catalogue.status(found, shared.today);
        status_tag(status, (messages(lang).status)(status))
    });
    let countries =
        model.with_record(record, |shared, found| countries_text(&shared.catalogue, found, lang));
    view! {
        <tr>
            <th scope="row"><RecordLink record lang /></th>
            <td>{when_text(model, record, lang)}</td>
            <td>{status}</td>
            <td>{countries}</td>
        </tr>
    }
}
