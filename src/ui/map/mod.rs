//! Partner places on a map, and the same as a list.

mod camera;
mod canvas;
mod ground;
mod keys;
mod legend;
mod list;
mod marks;
mod names;
mod panel;
mod save;
mod stage;
mod tools;

use leptos::ev::MouseEvent;
use leptos::html::Span;
use leptos::prelude::*;

use super::announce::announced;
use super::model::Model;
use crate::atlas::Jump;
use crate::map::{MOST_WITH_ARCS, count_within};
use crate::query::Places;
use camera::Camera;
use canvas::Canvas;
use legend::{Legend, OffTheMap};
use list::PlaceList;
use panel::Panels;
use save::SaveMap;
use tools::{Jumps, Pad};

pub(super) use camera::Camera as MapCamera;
pub(super) use canvas::Canvas as MapCanvas;
pub(super) use legend::OffTheMap as MapNotes;

/// The largest catalogue whose map is drawn together with the list: some hundred places are gathered in a few
/// milliseconds, however many records they have.
const AT_ONCE: usize = 20_000;

/// Width of the map divided by its height.
const ASPECT: f64 = 0.78;

/// The map of the selection with its jumps, its list and what lies outside of it.
#[component]
pub(super) fn MapView() -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let places = Memo::new(move |_| {
        model.with_results_in_time(AT_ONCE, |results| shared.engine.places(&results.hits))
    });
    let records = Signal::derive(move || {
        model.with_results_in_time(AT_ONCE, |results| {
            let few = results.count <= MOST_WITH_ARCS;
            results.hits.iter().filter(|_| few).collect::<Vec<_>>()
        })
    });
    let camera = Camera::new(Jump::All.frame(ASPECT), true);
    let after = model.id("after-map");
    let hint = model.id("map-hint");
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
            <Jumps places camera />
            <Canvas places records camera described_by=hint.clone() />
            <Pad places camera hint />
            <Moves places camera />
            <Panels />
            <OffTheMap places />
            <Legend />
            <SaveMap places camera />
            <span id=after tabindex="-1" node_ref=end></span>
        </section>
    }
}

/// Tells those who do not see it what the map shows after it has moved.
#[component]
fn Moves(places: Memo<Places>, camera: Camera) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let said = announced(move || {
        let words = model.words();
        let frame = camera.frame.get();
        let jump = Jump::ALL.into_iter().find(|jump| jump.frame(camera.aspect) == frame);
        let count = places.with_untracked(|places| count_within(&shared.catalogue, places, &frame));
        (words.map_moved)(jump.map_or(words.map, words.jump), count)
    });
    view! { <p class="unseen" aria-live="polite">{said}</p> }
}
