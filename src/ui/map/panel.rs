//! What is known of the places that were chosen: the partner search.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::super::focus::{around, focus_later};
use super::super::link::StateLink;
use super::super::model::Model;
use super::AT_ONCE;
use crate::catalogue::RecordIx;
use crate::map::{Panel, panels};
use crate::query::Facet;
use crate::url::State;

/// How many records and partners a panel names; the list beside it, or the next filter, has all.
const MOST: usize = 24;

/// A panel for each country and place in the question.
#[component]
pub(super) fn Panels() -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    move || {
        let lang = model.lang.get();
        let panels = model.with_results_in_time(AT_ONCE, |results| {
            model.query.with_untracked(|query| {
                panels(&shared.catalogue, &shared.engine, query, &results.hits, lang)
            })
        });
        panels.into_iter().map(|panel| view! { <PlacePanel panel /> }).collect_view()
    }
}

/// One of them.
#[component]
fn PlacePanel(panel: Panel) -> impl IntoView {
    let model = Model::here();
    let words = model.words();
    let Panel { facet, value, title, municipalities, partners, records } = panel;
    let heading = model.new_id("place");
    let labelled_by = heading.clone();
    let away = {
        let value = value.clone();
        move |event: MouseEvent| {
            model.ask(|query| query.remove(facet, &value));
            // The button goes with what it took away.
            let button = event.current_target().and_then(|node| node.dyn_into::<Element>().ok());
            if let Some(root) = button.and_then(|button| around(&button, ".results")) {
                focus_later(root, vec!["h2".to_owned()]);
            }
        }
    };
    let homes = municipalities.into_iter().map(|(home, name, count)| {
        let only = move |state: &mut State| state.query.only(Facet::Municipality, home.clone());
        view! { <li><StateLink to=only>{name}</StateLink>" "<span class="option-count">{count}</span></li> }.into_any()
    });
    let partners = partners.into_iter().map(|(name, town)| {
        let town = town.map(|town| view! { <span class="town">" ("{town}")"</span> });
        view! { <li>{name}{town}</li> }.into_any()
    });
    let count = records.len();
    let records = records
        .into_iter()
        .map(move |record| view! { <li>{record_link(model, record)}</li> }.into_any());
    view! {
        <section class="panel" part="panel" aria-labelledby=labelled_by data-panel=value.as_str().to_owned()>
            <h3 {..model.level(1)} id=heading>{title.clone()}" – "{(words.results)(count)}</h3>
            <button type="button" class="away" aria-label=(words.remove)(&title) on:click=away>"×"</button>
            <div class="panel-lists">
                {list(model, words.panel_homes, homes)}
                {list(model, words.partners, partners)}
                {list(model, words.panel_records, records)}
            </div>
        </section>
    }
}

/// A heading and what stands under it, if anything does.
fn list(
    model: Model,
    title: &'static str,
    items: impl ExactSizeIterator<Item = AnyView>,
) -> AnyView {
    let rest = items.len().saturating_sub(MOST);
    let items: Vec<AnyView> = items.take(MOST).collect();
    if items.is_empty() {
        return ().into_any();
    }
    let rest = (rest > 0).then(|| view! { <li>{(model.words().saved_rest)(rest)}</li> });
    let level = model.level(2);
    view! { <div><h4 {..level}>{title}</h4><ul role="list">{items}{rest}</ul></div> }.into_any()
}

fn record_link(model: Model, record: RecordIx) -> AnyView {
    let lang = model.lang.get_untracked();
    let found = model
        .with_record(record, |_, record| (record.id.clone(), record.title.text(lang).to_owned()));
    found
        .map(|(id, title)| {
            view! { <StateLink to=move |state| state.record = Some(id.clone())>{title}</StateLink> }
        })
        .into_any()
}
