//! One record: everything that it says.

use leptos::html;
use leptos::prelude::*;

use super::app::close;
use super::growth::Growth;
use super::language::LanguageLink;
use super::link::StateLink;
use super::map::{MapCamera, MapCanvas, MapNotes};
use super::model::{Model, Shared};
use super::save::paper;
use super::sections::{
    contacts, corrections, facts_list, funding, links, lists, partners, related, share, sources,
};
use super::tags::tags;
use super::timeline::Track;
use crate::atlas::sheet;
use crate::catalogue::{Lang, Record, RecordId, RecordIx};
use crate::map::frame_of;

/// The record of an id, or that there is none.
#[component]
pub(super) fn Detail(
    /// Its id.
    id: RecordId,
) -> impl IntoView {
    let model = Model::here();
    let found = model.shared().catalogue.find(&id);
    let heading = NodeRef::<html::H2>::new();
    let printing = (model.platform.printing)();
    let colophon = move || {
        let heading = heading.get_untracked();
        printing.get().then(|| paper(model, "", heading.as_deref()))
    };
    let title = move || {
        let found = found.and_then(|index| {
            model.with_record(index, |_, record| {
                let (title, lang) = record.title.in_lang(model.lang.get());
                (title.to_owned(), lang)
            })
        });
        let (title, lang) =
            found.unwrap_or_else(|| (model.words().not_found.to_owned(), model.lang.get()));
        view! { <span lang=lang.tag()>{title}</span> }
    };
    view! {
        <article class="detail" part="detail" aria-labelledby=model.id("detail-title")>
            <div class="detail-bar">
                <p class="back">
                    <StateLink to=close>{model.said(|words| words.back)}</StateLink>
                </p>
                <LanguageLink />
            </div>
            <h2 class="detail-title" {..model.level(0)} id=model.id("detail-title") tabindex="-1" node_ref=heading>
                {title}
            </h2>
            {colophon}
            {found.map(|index| view! { <RecordBody index /> })}
        </article>
    }
}

/// Everything below the title.
#[component]
fn RecordBody(index: RecordIx) -> impl IntoView {
    let model = Model::here();
    let map_is_due = model.growth.has(Growth::MAP);
    let timeline_is_due = model.growth.has(Growth::TIMELINE);
    let body = move || {
        model.with_record(index, |shared, record| {
            main_column(model, shared, record, model.lang.get())
        })
    };
    let side = move || {
        model.with_record(index, |shared, record| {
            side_column(model, shared, record, model.lang.get())
        })
    };
    view! {
        <p class="entry-facts">{move || model.with_record(index, |shared, record| tags(shared, record, model.lang.get(), false))}</p>
        <div class="detail-columns">
            <div class="detail-main">{body}</div>
            <div class="detail-side">
                {move || map_is_due.get().then(|| view! { <SmallMap index /> })}
                {move || timeline_is_due.get().then(|| view! { <SmallTimeline index /> })}
                {side}
            </div>
        </div>
    }
}

/// What it is about, with whom and with what result.
fn main_column(
    model: Model,
    shared: &Shared,
    record: &Record,
    lang: Lang,
) -> impl IntoView + use<> {
    let (summary, summary_lang) = record.summary.in_lang(lang);
    view! {
        <p class="lead" lang=summary_lang.tag()>{summary.to_owned()}</p>
        {facts_list(shared, record, lang)}
        {partners(shared, record, lang)}
        {funding(shared, record, lang)}
        {lists(shared, record, lang)}
        {related(model, shared, record, lang)}
    }
}

/// Where it is known from, and whom to ask.
fn side_column(
    model: Model,
    shared: &Shared,
    record: &Record,
    lang: Lang,
) -> impl IntoView + use<> {
    view! {
        {links(record, lang)}
        {sources(shared, record, lang)}
        {corrections(record, lang)}
        {contacts(shared, record, lang)}
        {share(model, record, lang)}
    }
}

/// Its places on a small map.
#[component]
fn SmallMap(index: RecordIx) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let record = shared.catalogue.record(index);
    let basemap = &shared.ground(false).basemap;
    let frame = record.map(|record| frame_of(&shared.catalogue, basemap, record));
    let frame = frame.unwrap_or_else(sheet);
    let records = shared.engine.set_of(&[index]);
    let places = Memo::new(move |_| shared.engine.places(&records));
    view! {
        <figure class="small-map">
            <figcaption>{model.said(|words| words.on_map)}</figcaption>
            <MapCanvas places records=Signal::derive(move || vec![index]) camera=MapCamera::new(frame, false) />
            <MapNotes places />
        </figure>
    }
}

/// Its period on a small timeline, if it has dates.
#[component]
fn SmallTimeline(index: RecordIx) -> impl IntoView {
    let model = Model::here();
    let has_dates =
        model.with_record(index, |_, record| record.period.placeable().is_some()) == Some(true);
    has_dates.then(|| {
        view! {
            <figure class="small-timeline">
                <figcaption>{model.said(|words| words.in_time)}</figcaption>
                <Track record=index />
            </figure>
        }
    })
}
