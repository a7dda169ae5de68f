//! Partner places on a map, and the same as a list.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::{Div, Span, Ul};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget};

use super::bar::px;
use super::focus::{around, focus_later};
use super::link::{StateLink, follow};
use super::model::Model;
use crate::atlas::{Frame, Jump, View};
use crate::catalogue::RecordIx;
use crate::map::{Drawing, Group, Listed, Mark, Target, draw, land, listed, off_the_map};
use crate::url::State;

/// Width of the map divided by its height.
const ASPECT: f64 = 0.78;

/// The map of the selection with its jumps, its list and what lies outside of it.
#[component]
pub(super) fn MapView() -> impl IntoView {
    let model = Model::here();
    let hits = Memo::new(move |_| model.results.with(|results| results.hits.clone()));
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
        <section class="map" part="map" aria-label=move || model.words().map_label>
            <a class="skip" href=format!("#{after}") on:click=skip>{move || model.words().map_skip}</a>
            <PlaceList records=hits />
            <Jumps frame />
            <Canvas records=hits frame zoom_to=frame />
            <OffTheMap records=hits />
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
        <div class="view-tools" role="group" aria-label=move || model.words().map_jumps>
            {jumps.collect_view()}
            <span class="zoom">
                <button type="button" aria-label=move || model.words().zoom_in on:click=move |_| zoom(0.6)>"+"</button>
                <button type="button" aria-label=move || model.words().zoom_out on:click=move |_| zoom(1.0 / 0.6)>"−"</button>
            </span>
        </div>
    }
}

/// Kilometres across at the closest and at the farthest.
const NEAREST: f64 = 250.0;

/// A frame about the same middle, never nearer than [`NEAREST`] nor wider than everything.
fn zoomed(frame: Frame, factor: f64) -> Frame {
    let most = Jump::All.frame(ASPECT);
    let width = (frame.width * factor).clamp(NEAREST.min(frame.width), most.width);
    if width >= most.width { most } else { frame.resized(width, width / ASPECT).kept_on(&most) }
}

/// The drawing itself.
#[component]
pub(super) fn Canvas(
    /// The records whose places are drawn.
    #[prop(into)]
    records: Signal<Vec<RecordIx>>,
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
        records.with(|records| draw(&shared.catalogue, &shared.basemap, records, &view.get(), lang))
    });
    let hatch = model.new_id("hatch");
    let fill = format!("url(#{hatch})");
    let size = move || view.with(|view| format!("0 0 {:.0} {:.0}", view.width(), view.height()));
    view! {
        <div class="canvas" node_ref=canvas>
            <svg viewBox=size role="group" aria-label=move || model.words().map_label>
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

/// Countries known only as such, then markers, then names.
#[component]
fn Marks(drawing: Drawing, fill: String, zoom_to: Option<RwSignal<Frame>>) -> impl IntoView {
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
            let change = move |state: &mut State| lead(state, &target);
            let href = {
                let change = change.clone();
                move || model.href(&change)
            };
            let mut follow = follow(model, change);
            let chosen = move |event: MouseEvent| {
                keep_focus(event.current_target());
                follow(event);
            };
            view! {
                // Outside of an SVG element `a` would be the one of HTML, which is not drawn here.
                <g>
                    <a class=class data-place=places aria-label=name href=href on:click=chosen>
                        <title>{title}</title>
                        {children()}
                    </a>
                </g>
            }
            .into_any()
        }
        Target::Nowhere => view! {
            <g class=class data-place=places role="img" aria-label=name>
                <title>{title}</title>
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
                    <title>{title}</title>
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

/// The places as a list, by country: the same links, the same numbers.
#[component]
fn PlaceList(#[prop(into)] records: Signal<Vec<RecordIx>>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let groups = move || {
        let lang = model.lang.get();
        records.with(|records| listed(&shared.catalogue, records, lang))
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
        <details class="place-list">
            <summary>{move || model.words().map_list}</summary>
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

/// Goes where a mark leads.
fn lead(state: &mut State, target: &Target) {
    if let Target::Value(facet, value) = target {
        // From a record's own map the way leads to the selection, which may have the value already.
        if state.record.take().is_some() {
            state.query.add(*facet, value.clone());
        } else {
            state.query.toggle(*facet, value.clone());
        }
    }
}

/// What the drawing cannot show.
#[component]
pub(super) fn OffTheMap(#[prop(into)] records: Signal<Vec<RecordIx>>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let notes = move || {
        let words = model.words();
        let lang = model.lang.get();
        let (outside, areas) =
            records.with(|records| off_the_map(&shared.catalogue, &shared.basemap, records, lang));
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
            <li data-sign="city">{move || model.words().map_legend_city}</li>
            <li data-sign="region">{move || model.words().map_legend_region}</li>
            <li data-sign="country">{move || model.words().map_legend_country}</li>
            <li data-sign="cluster">{move || model.words().map_legend_cluster}</li>
            <li data-sign="home">{move || model.words().map_legend_home}</li>
        </ul>
    }
}
