//! The drawing itself.

use leptos::ev::{Event, TouchEvent};
use leptos::prelude::*;

use super::super::model::Model;
use super::camera::Camera;
use super::ground::Ground;
use super::marks::Marks;
use super::names::Names;
use super::stage::Stage;
use crate::catalogue::RecordIx;
use crate::decimal::whole;
use crate::query::Places;

/// A map of places.
#[component]
pub(in crate::ui) fn Canvas(
    /// What is drawn.
    places: Memo<Places>,
    /// The records whose ways from home to partner are drawn.
    #[prop(into)]
    records: Signal<Vec<RecordIx>>,
    /// What is shown of the world.
    camera: Camera,
    /// The hint that says how it is used.
    #[prop(optional)]
    described_by: Option<String>,
) -> impl IntoView {
    let model = Model::here();
    let stage = Stage::new(model, places, camera);
    let Stage { view, shown, keys, .. } = stage;
    let size =
        move || view.with(|view| format!("0 0 {} {}", whole(view.width()), whole(view.height())));
    let gesture = camera.gesture();
    let touched = move |event: TouchEvent| {
        if camera.is_live {
            gesture.touch(&event);
        }
    };
    view! {
        <div
            class="canvas"
            node_ref=keys.roving.root
            on:keydown=move |event| keys.press(&event)
            on:focusin=move |event| keys.hold(&event)
            on:wheel=move |event| camera.wheel(gesture, &event)
            on:touchstart=move |_| gesture.begin()
            on:touchmove=touched
            on:touchend=move |_| camera.rest()
            on:touchcancel=move |_| camera.rest()
            on:pointerdown=move |event| camera.hold(&event)
            on:pointermove=move |event| camera.drag(&event)
            on:pointerup=move |_| camera.release()
            on:pointercancel=move |_| camera.release()
            on:dragstart=|event| Event::prevent_default(&event)
            data-moving=move || camera.is_moving().then_some("")
        >
            <svg
                viewBox=size
                role="group"
                aria-label=model.said(|words| words.map_label)
                aria-describedby=described_by
                tabindex=camera.is_live.then_some("-1")
            >
                <g class="ground" transform=move || shown.get().transform()>
                    <Ground stage records />
                </g>
                <Marks stage />
                <Names stage />
            </svg>
        </div>
    }
}
