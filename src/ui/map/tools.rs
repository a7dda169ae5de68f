//! What moves the map without keys and gestures.

use leptos::prelude::*;

use super::super::model::Model;
use super::camera::{Camera, Go, MIDDLE};
use crate::atlas::{Direction, Jump};
use crate::map::middle;
use crate::query::Places;

/// Buttons that show a part of the world, or the selection.
#[component]
pub(super) fn Jumps(places: Memo<Places>, camera: Camera) -> impl IntoView {
    let model = Model::here();
    let jumps = Jump::ALL.map(Some).into_iter().chain([None]);
    let jump = move |jump: Option<Jump>| {
        // Without a name of its own: what fits the selection.
        let fixed = jump.map(|jump| jump.frame(camera.aspect));
        let frame = move || fixed.or_else(|| places.with(|places| camera.fitted(model, places)));
        let name = move || {
            let words = model.words();
            jump.map_or(words.map_fit, words.jump)
        };
        // Where the selection needs everything, everything is what is shown.
        let is_else = move || jump.is_none() && camera.frame.get() == camera.all;
        let is_there = move || frame() == Some(camera.frame.get()) && !is_else();
        view! {
            <button
                type="button"
                data-jump=jump.map_or("urval", Jump::key)
                aria-pressed=move || is_there().to_string()
                disabled=move || frame().is_none()
                on:click=move |_| untrack(frame).into_iter().for_each(|frame| camera.go(frame))
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="view-tools" role="group" aria-label=model.said(|words| words.map_jumps)>
            {jumps.map(jump).collect_view()}
        </div>
    }
}

/// How the map is used, and buttons for whoever cannot drag or pinch.
#[component]
pub(super) fn Pad(
    places: Memo<Places>,
    camera: Camera,
    /// The id of the hint.
    hint: String,
) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    // Coming nearer leads to the places, not to the sea between them.
    let middle = move || {
        let frame = camera.shown.get_untracked();
        let found = places.with_untracked(|places| middle(&shared.catalogue, places, &frame));
        found.unwrap_or(MIDDLE)
    };
    let middle = StoredValue::new(middle);
    let button = move |(go, sign): (Go, &'static str)| {
        let name = move || {
            let words = model.words();
            match go {
                Go::To(direction) => (words.pan)(direction),
                Go::Nearer => words.zoom_in,
                Go::Farther => words.zoom_out,
            }
        };
        view! {
            <button type="button" data-go=go.key() aria-label=name title=name on:click=move |_| camera.step(go, middle.with_value(|middle| middle()))>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    let buttons = [
        (Go::To(Direction::West), "←"),
        (Go::To(Direction::North), "↑"),
        (Go::To(Direction::South), "↓"),
        (Go::To(Direction::East), "→"),
        (Go::Nearer, "+"),
        (Go::Farther, "−"),
    ];
    view! {
        <div class="pad">
            <p class="hint" id=hint>
                <span class="for-mouse">{model.said(|words| words.map_hint_mouse)}</span>
                <span class="for-touch">{model.said(|words| words.map_hint_touch)}</span>
                <span class="for-keys">{model.said(|words| words.map_hint_keys)}</span>
            </p>
            <div class="pad-buttons" role="group" aria-label=model.said(|words| words.map_move)>
                {buttons.map(button).into_iter().collect_view()}
            </div>
        </div>
    }
}
