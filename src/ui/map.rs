//! Partner places on a map, and the same as a list.

use leptos::ev::{Event, MouseEvent};
use leptos::html::{Div, Span, Ul};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::focus::{around, focus_later};
use super::link::StateLink;
use super::marks::{Marks, lead};
use super::model::Model;
use crate::atlas::{Frame, Jump, View};
use crate::decimal::whole;
use crate::map::{Listed, Target, draw, land, listed, off_the_map};
use crate::query::Places;

/// Width of the map divided by its height.
const ASPECT: f64 = 0.78;

/// The map of the selection with its jumps, its list and what lies outside of it.
#[component]
pub(super) fn MapView() -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let places =
        Memo::new(move |_| model.with_late_results(|results| shared.engine.places(&results.hits)));
    let frame = RwSignal::new(Jump::All.frame(ASPECT));
    let after = model.id("after-map");
    let end = NodeRef::<Span>::new();
    // An address with `#` cannot name a node inside a shadow root.
    let skip = move |event: MouseEvent| {
        event.prevent_default();
        if let Some(end) = end.get_untracked() {
            // The end of the map can always take the focus through `tabindex`.
            let _ = end.focus();
        }
    };
    view! {
        <section class="map" part="map" aria-label=model.said(|words| words.map_label)>
            <a class="skip" href=format!("#{after}") on:click=skip>{model.said(|words| words.map_skip)}</a>
            <PlaceList places />
            <Jumps frame />
            <Canvas places frame zoom_to=frame />
            <OffTheMap places />
            <Legend />
            <span id=after tabindex="-1" node_ref=end></span>
        </section>
    }
}

/// Buttons that show a part of the world, or more or less of it.
#[component]
fn Jumps(frame: RwSignal<Frame>) -> impl IntoView {
    let model = Model::here();
    let jumps = Jump::ALL.map(|jump| {
        let target = jump.frame(ASPECT);
        view! {
            <button type="button" data-jump=jump.key() aria-pressed=move || (frame.get() == target).to_string() on:click=move |_| frame.set(target)>
                {move || (model.words().jump)(jump)}
            </button>
        }
    });
    let zoom = move |factor: f64| frame.update(|frame| *frame = zoomed(*frame, factor));
    view! {
        <div class="view-tools" role="group" aria-label=model.said(|words| words.map_jumps)>
            {jumps.collect_view()}
            <span class="zoom">
                <button type="button" aria-label=model.said(|words| words.zoom_in) on:click=move |_| zoom(0.6)>"+"</button>
                <button type="button" aria-label=model.said(|words| words.zoom_out) on:click=move |_| zoom(1.0 / 0.6)>"−"</button>
            </span>
        </div>
    }
}

/// Kilometres across at the closest and at the farthest.
const NEAREST: f64 = 250.0;

/// A frame about the same middle, never nearer than [`NEAREST`] nor wider than everything.
fn zoomed(frame: Frame, factor: f64) -> Frame {
    let most = Jump::All.frame(ASPECT);
    // Not `clamp`, whose panic prints floats: 7 kB of the Wasm.
    let width = (frame.width * factor).min(most.width).max(NEAREST.min(frame.width));
    if width >= most.width { most } else { frame.resized(width, width / ASPECT).kept_on(&most) }
}

/// The drawing itself.
#[component]
pub(super) fn Canvas(
    /// What is drawn.
    places: Memo<Places>,
    /// What is shown of the world.
    #[prop(into)]
    frame: Signal<Frame>,
    /// Where a cluster zooms to; without it clusters stay closed.
    #[prop(optional, into)]
    zoom_to: Option<RwSignal<Frame>>,
) -> impl IntoView {
    let model = Model::here();
    let canvas = NodeRef::<Div>::new();
    let width = (model.platform.width_of)(canvas);
    let shared = model.shared();
    let view = Memo::new(move |_| View::new(frame.get(), width.get().max(200.0)));
    let ground = {
        let shared = shared.clone();
        Memo::new(move |_| land(&shared.basemap, &view.get()))
    };
    let drawing = Memo::new(move |_| {
        let lang = model.lang.get();
        places.with(|places| draw(&shared.catalogue, &shared.basemap, places, &view.get(), lang))
    });
    let hatch = model.new_id("hatch");
    let fill = format!("url(#{hatch})");
    let size =
        move || view.with(|view| format!("0 0 {} {}", whole(view.width()), whole(view.height())));
    view! {
        <div class="canvas" node_ref=canvas>
            <svg viewBox=size role="group" aria-label=model.said(|words| words.map_label)>
                <defs>
                    <pattern id=hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <rect class="hatch" width="2" height="6"></rect>
                    </pattern>
                </defs>
                <g aria-hidden="true">
                    <path class="land" fill-rule="evenodd" d=move || ground.with(|land| land.fill.clone())></path>
                    <path class="borders" d=move || ground.with(|land| land.borders.clone())></path>
                </g>
                {move || drawing.with(|drawing| view! { <Marks drawing=drawing.clone() fill=fill.clone() zoom_to /> })}
            </svg>
        </div>
    }
}

/// How many places a closed list has ready.
const PLACES_AT_HAND: usize = 100;

/// The places as a list, by country: the same links, the same numbers.
#[component]
fn PlaceList(places: Memo<Places>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    // A long list that is closed costs nothing while the selection changes.
    let is_open = RwSignal::new(false);
    let toggled = move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        is_open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let groups = move || {
        let lang = model.lang.get();
        let listed = |places: &Places| listed(&shared.catalogue, places, lang);
        let is_wanted =
            is_open.get() || places.with(|places| places.touched.len() <= PLACES_AT_HAND);
        if is_wanted { places.with(listed) } else { Vec::new() }
    };
    let group = |(country, places): (String, Vec<Listed>)| {
        view! {
            <li>
                <strong>{country}</strong>
                <ul role="list">{places.into_iter().map(place_item).collect_view()}</ul>
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
            <ul role="list" node_ref=list on:click=leave>{move || groups().into_iter().map(group).collect_view()}</ul>
        </details>
    }
}

fn place_item(place: Listed) -> impl IntoView {
    let Listed { name, count, target } = place;
    let name = match target {
        Target::Nowhere => name.into_any(),
        target => {
            view! { <StateLink to=move |state| lead(state, &target)>{name}</StateLink> }.into_any()
        }
    };
    view! { <li>{name} " " <span class="option-count">{count}</span></li> }
}

/// What the drawing cannot show.
#[component]
pub(super) fn OffTheMap(places: Memo<Places>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let notes = move || {
        let words = model.words();
        let lang = model.lang.get();
        let (outside, areas) =
            places.with(|places| off_the_map(&shared.catalogue, &shared.basemap, places, lang));
        [(words.map_outside, outside), (words.map_areas, areas)]
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(title, names)| view! { <p class="map-note"><strong>{title}": "</strong>{names.join(", ")}</p> })
            .collect_view()
    };
    view! { {notes} }
}

/// What the signs mean.
#[component]
fn Legend() -> impl IntoView {
    let model = Model::here();
    view! {
        <ul class="map-legend" role="list">
            <li data-sign="city">{model.said(|words| words.map_legend_city)}</li>
            <li data-sign="region">{model.said(|words| words.map_legend_region)}</li>
            <li data-sign="country">{model.said(|words| words.map_legend_country)}</li>
            <li data-sign="cluster">{model.said(|words| words.map_legend_cluster)}</li>
            <li data-sign="home">{model.said(|words| words.map_legend_home)}</li>
        </ul>
    }
}
