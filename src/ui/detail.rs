//! One record: everything that it says.

use leptos::html;
use leptos::prelude::*;

use super::app::close;
use super::language::LanguageLink;
use super::link::StateLink;
use super::map::{MapCamera, MapCanvas, MapNotes};
use super::model::{Model, Shared};
use super::sections::{
    contacts, corrections, facts_list, funding, links, partners, related, sources, texts,
};
use super::tags::tags;
use super::timeline::Track;
use crate::atlas::{Fitting, Jump, sheet};
use crate::catalogue::{Lang, Record, RecordId, RecordIx};
use crate::i18n::messages;
use crate::map::fit;

/// The record of an id, or that there is none.
#[component]
pub(super) fn Detail(
    /// Its id.
    id: RecordId,
) -> impl IntoView {
    let model = Model::here();
    let found = model.shared().catalogue.find(&id);
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // Headings can always take the focus through `tabindex`.
            let _ = heading.focus();
        }
    });
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
            <h2 class="detail-title" id=model.id("detail-title") tabindex="-1" node_ref=heading>
                {title}
            </h2>
            {found.map(|index| view! { <RecordBody index /> })}
        </article>
    }
}

/// Everything below the title.
#[component]
fn RecordBody(index: RecordIx) -> impl IntoView {
    let model = Model::here();
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
                <Pictures index />
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
    let words = messages(lang);
    let (summary, summary_lang) = record.summary.in_lang(lang);
    view! {
        <p class="lead" lang=summary_lang.tag()>{summary.to_owned()}</p>
        {facts_list(shared, record, lang)}
        {partners(shared, record, lang)}
        {funding(shared, record, lang)}
        {texts(words.outputs, record.outputs.iter().map(|output| output.text(lang).to_owned()).collect())}
        {texts(words.activities, super::sections::activities(record, lang))}
        {texts(words.figures, super::sections::figures(record, lang))}
        {texts(words.sites, super::sections::sites(record, lang))}
        {texts(words.covers, super::sections::covered(shared, record))}
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
        {super::sections::share(model, record, lang)}
    }
}

/// Width of the small map divided by its height.
const ASPECT: f64 = 1.0;
const NARROW: f64 = 0.78;

/// Its places on a small map and its period on a small timeline.
#[component]
fn Pictures(index: RecordIx) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let record = shared.catalogue.record(index);
    let fitted = record.and_then(|record| {
        let homes =
            record.municipalities.iter().filter_map(|code| shared.catalogue.municipality(code));
        let homes = homes
            .filter_map(|home| home.place.as_ref())
            .filter_map(|id| shared.catalogue.place(id));
        let partners = shared.catalogue.partners(record).filter_map(|(_, place)| place);
        let places: Vec<_> = homes.chain(partners).collect();
        let fitted = |aspect: f64| {
            let fitting = Fitting { padding: 0.2, least: 900.0, aspect };
            fit(&shared.ground(false).basemap, places.iter().copied(), fitting)
        };
        // What reaches from Sweden to the Cape is too wide for the sheet unless it is narrow.
        fitted(ASPECT).filter(|frame| frame.width <= sheet().width).or_else(|| fitted(NARROW))
    });
    let whole_countries = record.is_some_and(|record| {
        shared.catalogue.places_abroad(record).any(|place| place.point.is_none())
    });
    let europe = Jump::Europe.frame(ASPECT);
    let frame = match fitted {
        Some(frame) if whole_countries => frame.union(europe),
        Some(frame) => frame,
        None => europe,
    };
    let has_dates =
        shared.catalogue.record(index).is_some_and(|record| record.period.placeable().is_some());
    let records = shared.engine.set_of(&[index]);
    let places = Memo::new(move |_| shared.engine.places(&records));
    view! {
        <figure class="small-map">
            <figcaption>{model.said(|words| words.on_map)}</figcaption>
            <MapCanvas places records=Signal::derive(move || vec![index]) camera=MapCamera::new(frame, false) />
            <MapNotes places />
        </figure>
        {has_dates.then(|| view! {
            <figure class="small-timeline">
                <figcaption>{model.said(|words| words.in_time)}</figcaption>
                <Track record=index />
            </figure>
        })}
    }
}
