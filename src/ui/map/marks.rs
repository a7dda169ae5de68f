//! What stands on the ground of the map and leads somewhere: countries and marks.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::super::drawn::drawn;
use super::super::each::Each;
use super::super::link::{Change, follow, link, linked};
use super::super::model::Model;
use super::super::slots::Slots;
use super::camera::Camera;
use super::stage::Stage;
use crate::atlas::View;
use crate::map::{CountryMark, Group, Mark, Target, leg, sign};
use crate::svg::length;
use crate::url::State;

/// The nodes of marks, which one pass puts where a view has them.
pub(super) type Nodes = Slots<(Element, Mark)>;

/// The directive that puts a mark where it belongs, now and whenever the view changes.
pub(super) fn stand(node: Element, (nodes, slot, view, mark): (Nodes, usize, View, Mark)) {
    put(&node, &mark, &view);
    nodes.set(slot, (node, mark));
}

/// Puts a node where a view has its mark.
pub(super) fn put(node: &Element, mark: &Mark, view: &View) {
    let on = mark.on(view);
    // Every element takes a `transform`.
    let _ =
        node.set_attribute("transform", &format!("translate({} {})", length(on.x), length(on.y)));
}

/// A country with partners: hatched, and a link, where partners are known by nothing finer; else a shape
/// that a pointer can hit. The keyboard finds the same in the list.
#[component]
pub(super) fn Country(
    /// The country.
    country: CountryMark,
    /// The pattern of hatched countries.
    fill: String,
    /// What is shown of the world.
    camera: Camera,
) -> impl IntoView {
    let model = Model::here();
    let target = country.target();
    let is_chosen = model.query.with_untracked(|query| target.is_chosen(query));
    let code = country.code.as_str().to_owned();
    let outline = country.outline;
    match country.whole {
        Some(whole) => view! {
            <MarkLink target=whole.target name=whole.name places=whole.places class="country" is_chosen camera>
                <path fill-rule="evenodd" fill=fill d=outline></path>
            </MarkLink>
        }
        .into_any(),
        None => view! {
            <path
                class="area"
                aria-current=is_chosen.then_some("true")
                fill-rule="evenodd"
                d=outline
                data-land=code
                on:click=move |_| model.state.update(|state| lead(state, &target))
            >
                {leptos::svg::title().child(country.name)}
            </path>
        }
        .into_any(),
    }
}

/// All marks, each keyed by everything but its position.
#[component]
pub(super) fn Marks(stage: Stage) -> impl IntoView {
    let Stage { gathered, .. } = stage;
    let row = move |(key, _)| {
        let found = |marks: &Vec<Mark>| marks.iter().find(|mark| mark.key == key).cloned();
        let mark = gathered.with_untracked(found);
        mark.map(|mark| view! { <MarkOnMap mark stage /> }).into_any()
    };
    let numbers = Signal::derive(move || {
        gathered.with(|marks| marks.iter().map(|mark| mark.key).collect::<Vec<_>>())
    });
    view! {
        <g class="marks">
            <Each numbers row />
        </g>
    }
}

/// A mark, standing where the view has it.
#[component]
fn MarkOnMap(
    /// The mark.
    mark: Mark,
    /// Where it stands.
    stage: Stage,
) -> impl IntoView {
    let Stage { nodes, shown, keys, .. } = stage;
    let (camera, view) = (keys.camera, shown.get_untracked());
    let slot = nodes.reserve();
    let leg = drawn(leg(&mark).into_iter().collect());
    let sign = drawn(sign(&mark));
    let class = match mark.group {
        Group::Home => "mark home",
        Group::Homes => "mark home cluster",
        Group::City => "mark city",
        Group::Region => "mark region",
        Group::Cluster => "mark cluster",
        Group::Mixed => "mark cluster mixed",
    };
    let Mark { target, name, places, is_chosen, .. } = mark.clone();
    view! {
        <g use:stand=(nodes, slot, view, mark)>
            {leg}
            <MarkLink target name places class is_chosen camera>{sign}</MarkLink>
        </g>
    }
}

/// A mark that is a link: to the records of its place, or to what a cluster has inside.
#[component]
fn MarkLink(
    target: Target,
    name: String,
    places: String,
    class: &'static str,
    is_chosen: bool,
    camera: Camera,
    children: Children,
) -> impl IntoView {
    let model = Model::here();
    let title = name.clone();
    let current = is_chosen.then_some("true");
    // Marks are drawn anew when the selection or the frame changes: the focus stays with the place.
    let first = places.split(' ').next().unwrap_or_default().to_owned();
    let keep_focus = move || camera.chosen.set_value(first.clone());
    match target {
        Target::Value(..) => {
            let change: Change = Arc::new(move |state: &mut State| lead(state, &target));
            let here = link(model, &change);
            let mut follow = follow(model, change);
            let chosen = move |event: MouseEvent| {
                keep_focus();
                follow(event);
            };
            view! {
                // Outside of an SVG element `a` would be the one of HTML, which is not drawn here.
                <g>
                    <a use:linked=here class=class data-place=places aria-label=name aria-current=current on:click=chosen>
                        {leptos::svg::title().child(title)}
                        {children()}
                    </a>
                </g>
            }
            .into_any()
        }
        // On the small map of a record a cluster is a picture and no button.
        Target::Frame(_) | Target::Fan(_) if camera.is_live => {
            let inside = places.clone();
            let open = move || {
                keep_focus();
                match target {
                    Target::Frame(frame) => camera.go(frame),
                    Target::Fan(frame) => {
                        camera.fan(&inside);
                        camera.go(frame);
                    }
                    Target::Value(..) | Target::Nowhere => {}
                }
            };
            let open_by_key = open.clone();
            let by_key = move |event: KeyboardEvent| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    open_by_key();
                }
            };
            view! {
                <g class=class data-place=places role="button" tabindex="-1" aria-label=name on:click=move |_| open() on:keydown=by_key>
                    {leptos::svg::title().child(title)}
                    {children()}
                </g>
            }
            .into_any()
        }
        Target::Frame(_) | Target::Fan(_) | Target::Nowhere => view! {
            <g class=class data-place=places role="img" aria-label=name>
                {leptos::svg::title().child(title)}
                {children()}
            </g>
        }
        .into_any(),
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
