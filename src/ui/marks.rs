//! What stands on the ground of the map: countries, markers, names.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget};

use super::focus::{around, focus_later};
use super::link::{Change, follow, link, linked};
use super::model::Model;
use crate::atlas::Frame;
use crate::map::{Drawing, Group, Mark, Target};
use crate::svg::length as px;
use crate::url::State;

/// Countries known only as such, then markers, then names.
#[component]
pub(super) fn Marks(
    drawing: Drawing,
    fill: String,
    zoom_to: Option<RwSignal<Frame>>,
) -> impl IntoView {
    let countries = drawing.countries.into_iter().map(|country| {
        let fill = fill.clone();
        view! {
            <MarkLink target=country.target name=country.name places=country.place class="country" zoom_to>
                <path fill-rule="evenodd" fill=fill d=country.outline></path>
            </MarkLink>
        }
    });
    let countries = countries.collect_view();
    let marks = drawing.marks.into_iter().map(|mark| {
        let class = mark_class(mark.group);
        view! {
            <MarkLink target=mark.target.clone() name=mark.name.clone() places=mark.places.clone() class zoom_to>
                <MarkSign mark />
            </MarkLink>
        }
    });
    let names = drawing.names.into_iter().map(|name| {
        view! { <text class="place-name" x=px(name.x) y=px(name.y) text-anchor=name.align>{name.text}</text> }
    });
    view! {
        {countries}
        {marks.collect_view()}
        <g aria-hidden="true">{names.collect_view()}</g>
    }
}

/// A mark that is a link: to the records of its place, or nearer to a cluster.
#[component]
fn MarkLink(
    target: Target,
    name: String,
    places: String,
    class: &'static str,
    zoom_to: Option<RwSignal<Frame>>,
    children: Children,
) -> impl IntoView {
    let model = Model::here();
    let title = name.clone();
    // Where nothing zooms, a cluster is a picture and no button.
    let target = match (target, zoom_to) {
        (Target::Frame(_), None) => Target::Nowhere,
        (target, _) => target,
    };
    // Marks are drawn anew when the selection or the frame changes: the focus stays with the place.
    let first = places.split(' ').next().unwrap_or_default().to_owned();
    let keep_focus = move |target: Option<EventTarget>| {
        let mark = target.and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(svg) = mark.and_then(|mark| around(&mark, "svg")) {
            focus_later(svg, vec![format!("[data-place~=\"{first}\"]")]);
        }
    };
    match target {
        Target::Value(..) => {
            let change: Change = Arc::new(move |state: &mut State| lead(state, &target));
            let here = link(model, &change);
            let mut follow = follow(model, change);
            let chosen = move |event: MouseEvent| {
                keep_focus(event.current_target());
                follow(event);
            };
            view! {
                // Outside of an SVG element `a` would be the one of HTML, which is not drawn here.
                <g>
                    <a use:linked=here class=class data-place=places aria-label=name on:click=chosen>
                        {leptos::svg::title().child(title)}
                        {children()}
                    </a>
                </g>
            }
            .into_any()
        }
        Target::Nowhere => view! {
            <g class=class data-place=places role="img" aria-label=name>
                {leptos::svg::title().child(title)}
                {children()}
            </g>
        }
        .into_any(),
        Target::Frame(frame) => {
            let zoom = move |target: Option<EventTarget>| {
                if let Some(to) = zoom_to {
                    keep_focus(target);
                    to.set(frame);
                }
            };
            let zoom_by_key = zoom.clone();
            let by_key = move |event: KeyboardEvent| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    zoom_by_key(event.current_target());
                }
            };
            view! {
                <g class=class data-place=places role="button" tabindex="0" aria-label=name on:click=move |event: MouseEvent| zoom(event.current_target()) on:keydown=by_key>
                    {leptos::svg::title().child(title)}
                    {children()}
                </g>
            }
            .into_any()
        }
    }
}

fn mark_class(group: Group) -> &'static str {
    match group {
        Group::Home => "mark home",
        Group::City => "mark city",
        Group::Region => "mark region",
        Group::Cluster => "mark cluster",
    }
}

/// What a marker looks like: a square for a home, a disc for a town, a ring for a region, a disc
/// with a number for several places.
#[component]
fn MarkSign(mark: Mark) -> impl IntoView {
    let (x, y, r) = (mark.x, mark.y, mark.radius);
    let hit = view! { <circle class="hit" cx=px(x) cy=px(y) r=px(r.max(12.0))></circle> };
    let sign = match mark.group {
        Group::Home => {
            view! { <rect class="sign" x=px(x - r) y=px(y - r) width=px(2.0 * r) height=px(2.0 * r)></rect> }.into_any()
        }
        Group::City | Group::Cluster => view! { <circle class="sign" cx=px(x) cy=px(y) r=px(r)></circle> }.into_any(),
        Group::Region => view! {
            <circle class="ring" cx=px(x) cy=px(y) r=px(r + 4.0)></circle>
            <circle class="sign" cx=px(x) cy=px(y) r="2.5"></circle>
        }
        .into_any(),
    };
    let number = mark.number.map(|number| {
        view! { <text class="number" x=px(x) y=px(y + 4.0) text-anchor="middle" aria-hidden="true">{number}</text> }
    });
    view! {
        {hit}
        {sign}
        {number}
    }
}

/// Goes where a mark leads.
pub(super) fn lead(state: &mut State, target: &Target) {
    if let Target::Value(facet, value) = target {
        // From a record's own map the way leads to the selection, which may have the value already.
        if state.record.take().is_some() {
            state.query.add(*facet, value.clone());
        } else {
            state.query.toggle(*facet, value.clone());
        }
    }
}
