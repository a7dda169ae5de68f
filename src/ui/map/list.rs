//! The places as a list, by country: the same links, the same numbers.

use leptos::ev::Event;
use leptos::html::Ul;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::super::focus::{around, focus_later};
use super::super::link::StateLink;
use super::super::model::Model;
use super::marks::lead;
use crate::map::{Listed, ListedCountry, Target, listed};
use crate::query::Places;

/// How many places a closed list has ready.
const PLACES_AT_HAND: usize = 100;

/// The places of the selection.
#[component]
pub(super) fn PlaceList(places: Memo<Places>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    // A long list that is closed costs nothing while the selection changes.
    let is_open = RwSignal::new(false);
    let toggled = move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        is_open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let countries = move || {
        let lang = model.lang.get();
        let listed = |places: &Places| listed(&shared.catalogue, places, lang);
        let is_wanted =
            is_open.get() || places.with(|places| places.touched.len() <= PLACES_AT_HAND);
        if is_wanted { places.with(listed) } else { Vec::new() }
    };
    let country = |ListedCountry { name, target, places }: ListedCountry| {
        view! {
            <li>
                <strong>{link(name, target)}</strong>
                <ul role="list">{places.into_iter().map(place).collect_view()}</ul>
            </li>
        }
    };
    let list = NodeRef::<Ul>::new();
    // The list is written anew for the selection that a link leads to.
    let leave = move |_| {
        if let Some(root) = list.get_untracked().and_then(|list| around(&list, ".results")) {
            focus_later(root, vec!["h2".to_owned()]);
        }
    };
    view! {
        <details class="place-list" on:toggle=toggled>
            <summary>{model.said(|words| words.map_list)}</summary>
            <ul role="list" node_ref=list on:click=leave>{move || countries().into_iter().map(country).collect_view()}</ul>
        </details>
    }
}

fn place(Listed { name, count, target }: Listed) -> impl IntoView {
    view! { <li>{link(name, target)} " " <span class="option-count">{count}</span></li> }
}

/// A name that leads where a mark does.
fn link(name: String, target: Target) -> AnyView {
    match target {
        Target::Value(..) => {
            view! { <StateLink to=move |state| lead(state, &target)>{name}</StateLink> }.into_any()
        }
        _ => name.into_any(),
    }
}
