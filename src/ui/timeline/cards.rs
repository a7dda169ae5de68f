//! Records as cards under headings, where there is no room for a chart; and those without dates.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::each::{Each, EachRecord};
use super::super::glyph::status_tag;
use super::super::grow::{Growing, More};
use super::super::model::Model;
use super::plan::{AT_ONCE, Plan};
use super::sections::Section;
use super::text::{RecordLink, when_text};
use super::track::Track;
use crate::catalogue::{Lang, RecordIx};
use crate::i18n::messages;

/// The dated records of the selection, one card each, under years or under the headings of a facet.
#[component]
pub(super) fn Cards(plan: Plan) -> impl IntoView {
    view! {
        <div class="cards">
            <Each numbers=Signal::derive(move || plan.numbers()) row=move |(number, _)| view! { <CardSection plan number /> }.into_any() />
        </div>
    }
}

/// A heading with its cards; of many, they unfold on demand.
#[component]
fn CardSection(plan: Plan, number: u32) -> impl IntoView {
    let is_open = RwSignal::new(plan.sections.with_untracked(|sections| !sections.are_many));
    let of = move |read: fn(&Section) -> String| plan.section(number, read);
    let rows = move || plan.section(number, |section| Arc::clone(&section.rows));
    let growing = Growing::new(move || rows().len());
    let shown = Signal::derive(move || {
        let most = if is_open.get() { growing.shown() } else { 0 };
        rows().iter().take(most).copied().collect::<Vec<RecordIx>>()
    });
    view! {
        <section class="card-section">
            <h3 class="group-head" {..Model::here().level(1)}>
                <button type="button" aria-expanded=move || is_open.get().to_string() on:click=move |_| is_open.update(|open| *open = !*open)>
                    <span class="group-title">{move || of(|section| section.title.clone().unwrap_or_default())}</span>
                    " "
                    <span class="group-count">{move || of(|section| section.rows.len().to_string())}</span>
                </button>
            </h3>
            <ol role="list" hidden=move || !is_open.get()>
                <EachRecord records=shown row=move |(record, lang)| view! { <Card plan record lang /> }.into_any() />
            </ol>
            {move || is_open.get().then(|| view! { <More growing /> })}
        </section>
    }
}

/// A record's name, dates, status and bar.
#[component]
fn Card(plan: Plan, record: RecordIx, lang: Lang) -> impl IntoView {
    let model = plan.model;
    let (status, id) = model
        .with_record(record, |shared, found| {
            let status = shared.catalogue.status(found, shared.today);
            (status_tag(status, (messages(lang).status)(status)), found.id.to_string())
        })
        .unzip();
    let is_ghost = Signal::derive(move || plan.sections.with(|sections| sections.is_ghost(record)));
    view! {
        <li class="card" data-row=id data-ghost=move || is_ghost.get().then_some("")>
            <RecordLink record lang />
            <p class="row-when">{status} " " {when_text(model, record, lang)}</p>
            <Track record is_ghost />
        </li>
    }
}

/// What no dates place: listed, never hidden.
#[component]
pub(super) fn UndatedLane(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let growing = Growing::new(move || plan.sections.with(|sections| sections.counts.1));
    let records = Signal::derive(move || {
        let (lang, most) = (model.lang.get(), growing.shown());
        model.with_results_in_time(AT_ONCE, |results| {
            shared.engine.undated(&results.hits, lang, most)
        })
    });
    view! {
        <div class="undated" hidden=move || plan.sections.with(|sections| sections.counts.1 == 0)>
            <h3 {..model.level(1)}>{model.said(|words| words.undated_lane)}</h3>
            <p>{model.said(|words| words.undated_lane_help)}</p>
            <ul role="list">
                <EachRecord records row=|(record, lang)| view! { <UndatedItem record lang /> }.into_any() />
            </ul>
            <More growing />
        </div>
    }
}

/// A record without dates.
#[component]
fn UndatedItem(record: RecordIx, lang: Lang) -> impl IntoView {
    let model = Model::here();
    let id = model.with_record(record, |_, found| found.id.to_string());
    view! {
        <li data-bar=id>
            <RecordLink record lang />
            <p class="row-when">{when_text(model, record, lang)}</p>
        </li>
    }
}
