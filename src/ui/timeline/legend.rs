//! What the marks mean: each with its sentence.

use leptos::prelude::*;

use super::super::drawn::drawn;
use super::super::glyph::{form_tag, status_tag};
use super::super::model::Model;
use super::plan::Plan;
use crate::catalogue::{Form, Status};
use crate::i18n::{Messages, messages};
use crate::svg::Mark;
use crate::timeline::{Bar, End, Ends, bar_marks, strip};

/// The sentence of a sample.
pub(super) type Sentence = fn(&Messages) -> &'static str;

/// A bar for each way in which an end can be known, with its sentence.
pub(super) fn samples() -> [(Bar, Sentence); 8] {
    let span = |start, end| Bar { x0: 2.0, x1: 62.0, ends: Ends::Span(start, end) };
    let event = |x0, x1| Bar { x0, x1, ends: Ends::Event };
    [
        (span(End::Exact, End::Exact), |words| words.legend_exact),
        (span(End::Soft(14.0), End::Soft(14.0)), |words| words.legend_soft),
        (span(End::Approximate(14.0), End::Exact), |words| words.legend_approximate),
        (span(End::Exact, End::Open), |words| words.legend_open),
        (span(End::Exact, End::Lapsed(34.0)), |words| words.legend_lapsed),
        (span(End::Unknown, End::Unknown), |words| words.legend_unknown),
        (event(32.0, 33.0), |words| words.legend_point),
        (event(2.0, 62.0), |words| words.legend_window),
    ]
}

/// Colours with their signs and words.
#[component]
pub(super) fn Kinds(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let kinds = move || {
        let words = messages(model.lang.get());
        if plan.by_form.get() {
            Form::ALL
                .map(|form| view! { <li>{form_tag(form, (words.form)(form))}</li> }.into_any())
                .collect_view()
        } else {
            Status::ALL
                .map(|status| {
                    view! { <li>{status_tag(status, (words.status)(status))}</li> }.into_any()
                })
                .collect_view()
        }
    };
    view! {
        <ul class="kinds" role="list" data-colour=move || plan.colour()>{kinds}</ul>
    }
}

/// Samples of marks with their sentences.
#[component]
pub(super) fn Legend() -> impl IntoView {
    let model = Model::here();
    let samples =
        samples().map(|(bar, sentence)| sample(model, bar_marks(bar, [6.0, 22.0]), "", sentence));
    let strip = strip(&[0, 1, 1, 2, 2, 3, 3, 4, 2, 2, 1, 1, 1, 0, 0, 0], 4, 26.0, 22.0);
    let strip = sample(model, vec![Mark::path("strip", strip)], "", |words| words.legend_strip);
    let ghost = samples_of_ghost();
    let ghost = sample(model, ghost, "ghost", |words| words.legend_ghost);
    view! {
        <details class="legend">
            <summary>{model.said(|words| words.legend)}</summary>
            <ul role="list">
                {samples.collect_view()}
                {strip}
                {ghost}
            </ul>
        </details>
    }
}

fn samples_of_ghost() -> Vec<Mark> {
    bar_marks(Bar { x0: 2.0, x1: 62.0, ends: Ends::Span(End::Exact, End::Exact) }, [6.0, 22.0])
}

fn sample(model: Model, marks: Vec<Mark>, class: &'static str, sentence: Sentence) -> AnyView {
    view! {
        <li>
            <svg width="64" height="28" aria-hidden="true" focusable="false">
                <g class=class>{drawn(marks)}</g>
            </svg>
            <span>{move || sentence(model.words())}</span>
        </li>
    }
    .into_any()
}
