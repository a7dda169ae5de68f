//! The chart: an axis, and rows of bars under their headings.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::apart::version;
use super::super::drawn::drawn;
use super::super::each::Each;
use super::super::gesture::{Gesture, Pull};
use super::super::model::Model;
use super::super::roving::Roving;
use super::plan::Plan;
use super::rows::SectionRows;
use super::sections::Section;
use crate::i18n::unit_text;
use crate::svg::{Mark, length};
use crate::timeline::{AxisWords, axis, density, grid, strip};

/// The bars of the selection on one axis.
#[component]
pub(super) fn Chart(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let roving = Roving { root: NodeRef::new(), selector: "[data-stop]" };
    let gesture = Gesture::new(Callback::new(move |Pull { factor, at: [at, _], by: [by, _] }| {
        plan.zoom(factor, at);
        plan.pan(by);
    }));
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => plan.zoom(0.5, 0.5),
            "-" => plan.zoom(2.0, 0.5),
            "0" => plan.show_whole(),
            "ArrowLeft" => plan.pan(-0.25),
            "ArrowRight" => plan.pan(0.25),
            _ => return roving.move_by(&event),
        }
        event.prevent_default();
    };
    // Whatever rows there are, one of them is the tab stop.
    Effect::new(move |_| {
        plan.sections.track();
        roving.settle(true);
    });
    view! {
        <div
            class="chart"
            node_ref=roving.root
            role="group"
            aria-label=move || model.words().timeline_chart
            hidden=move || plan.sections.with(|sections| sections.all.is_empty())
            data-colour=move || plan.colour()
            on:keydown=on_key
            on:focusin=move |event| roving.hold(&event)
            on:wheel=move |event| _ = gesture.wheel(&event)
            on:touchstart=move |_| gesture.begin()
            on:touchmove=move |event| gesture.touch(&event)
        >
            <ZoomButtons plan />
            <AxisHead plan />
            <Each numbers=Signal::derive(move || plan.numbers()) row=move |(number, _)| view! { <SectionOf plan roving number /> }.into_any() />
        </div>
    }
}

/// Buttons that do what keys, wheel and fingers do.
#[component]
fn ZoomButtons(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let shown = move || {
        let (from, to) = plan.extent.get().years();
        (model.words().extent_shown)(from, to)
    };
    let is_whole = move || !plan.is_zoomed();
    view! {
        <div class="axis-tools">
            <p aria-live="polite">{shown}</p>
            <button type="button" disabled=is_whole on:click=move |_| plan.pan(-0.5)>{model.said(|words| words.earlier)}</button>
            <button type="button" disabled=is_whole on:click=move |_| plan.pan(0.5)>{model.said(|words| words.later)}</button>
            <button type="button" on:click=move |_| plan.zoom(0.5, 0.5)>{model.said(|words| words.zoom_in)}</button>
            <button type="button" disabled=is_whole on:click=move |_| plan.zoom(2.0, 0.5)>{model.said(|words| words.zoom_out)}</button>
            <button type="button" disabled=is_whole on:click=move |_| plan.show_whole()>{model.said(|words| words.whole_time)}</button>
        </div>
    }
}

/// "I dag, 21 november 2026".
pub(super) fn today_text(model: Model) -> String {
    (model.words().today)(&model.day_text())
}

/// The names of the years, and today's date above its line.
#[component]
fn AxisHead(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let height = move || if plan.with_bands.get() { 62.0 } else { 46.0 };
    let marks = move || {
        let lang = model.lang.get();
        let (today, unit) = (today_text(model), move |unit| unit_text(unit, lang));
        let words = AxisWords { today: &today, unit: &unit };
        drawn(plan.axis.with(|shown| axis(shown, height(), words)))
    };
    view! {
        <div class="axis">
            <svg height=move || length(height()) width="100%" role="img" aria-label=move || today_text(model)>
                {marks}
            </svg>
        </div>
    }
}

/// A heading with its rows, or a strip that stands for them while they are closed.
#[component]
fn SectionOf(plan: Plan, roving: Roving, number: u32) -> impl IntoView {
    let (is_touched, is_opened) = (RwSignal::new(false), RwSignal::new(false));
    let is_open = move || {
        if is_touched.get() {
            return is_opened.get();
        }
        !plan.sections.with(|sections| sections.are_many)
    };
    let toggle = move |_| {
        let open = untrack(is_open);
        is_opened.set(!open);
        is_touched.set(true);
    };
    let of = move |read: fn(&Section) -> String| plan.section(number, read);
    let title = move || of(|section| section.title.clone().unwrap_or_default());
    let count = move || of(|section| section.rows.len().to_string());
    // A chart without groups is one section without a heading; it stays so as long as it is there.
    let has_title = plan
        .sections
        .with_untracked(|sections| sections.with(number, |section| section.title.is_some()));
    let level = Model::here().level(1);
    let heading = has_title.then(|| {
        view! {
            <h3 class="group-head" {..level.clone()}>
                <button type="button" data-stop="" aria-expanded=move || is_open().to_string() on:click=toggle>
                    <span class="group-title">{title}</span>
                    " "
                    <span class="group-count">{count}</span>
                </button>
            </h3>
        }
    });
    // Its rows stay as they are while the selection changes.
    let is_drawn = version(move || is_open() || !has_title);
    let body = move || {
        is_drawn.get();
        if untrack(is_open) || !has_title {
            view! { <SectionRows plan roving number /> }.into_any()
        } else {
            view! { <Strip plan number /> }.into_any()
        }
    };
    view! {
        <div class="group">
            {heading}
            {body}
        </div>
    }
}

/// The height of a strip, in CSS pixels.
const STRIP: f64 = 26.0;

/// How many records of a section go on when.
#[component]
fn Strip(plan: Plan, number: u32) -> impl IntoView {
    let shared = plan.model.shared();
    let marks = move || {
        plan.axis.with(|axis| {
            let most = plan.peak.get();
            let strip = plan.sections.with(|sections| {
                sections.with(number, |section| {
                    let density = density(&shared.terms, &section.rows, &axis.scale);
                    strip(&density, most, STRIP, STRIP - 4.0)
                })
            });
            let mut marks = grid(axis, STRIP);
            marks.push(Mark::path("strip", strip));
            drawn(marks)
        })
    };
    view! {
        <svg class="strip-box" height=length(STRIP) width="100%" aria-hidden="true" focusable="false">{marks}</svg>
    }
}
