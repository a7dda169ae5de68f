//! The chart as a file, and on paper.

use leptos::prelude::*;

use super::super::drawn::drawn;
use super::super::save::{SaveButtons, selection_sentence, source_sentence};
use super::chart::today_text;
use super::legend::{Sentence, samples};
use super::plan::Plan;
use super::text::Kind;
use crate::catalogue::{Form, RecordIx, Status};
use crate::facts::{form_sign, status_sign};
use crate::i18n::{Messages, messages, unit_text};
use crate::svg::{FONT, Group, Picture, length};
use crate::timeline::{
    Axis, AxisWords, Extent, Poster, PosterKind, PosterRow, PosterSample, TimeScale,
};

/// Buttons that give the visitor the chart as a file.
#[component]
pub(super) fn SaveChart(plan: Plan) -> impl IntoView {
    let picture = move |()| pictures(plan, |poster, measure| vec![poster.picture(measure)]).pop();
    view! { <SaveButtons files=["tidslinje.svg", "tidslinje.png"] picture /> }
}

/// The chart on sheets of paper, made when they are asked for.
#[component]
pub(super) fn Printed(plan: Plan) -> impl IntoView {
    let printing = (plan.model.platform.printing)();
    let sheets = move || {
        plan.sections.track();
        printing.get().then(|| {
            pictures(plan, |poster, measure| poster.pages(measure))
                .into_iter()
                .map(sheet)
                .collect_view()
        })
    };
    view! { <div class="printed" data-colour=move || plan.colour() aria-hidden="true">{sheets}</div> }
}

fn sheet(picture: Picture) -> AnyView {
    let shown = format!("0 0 {} {}", length(picture.width), length(picture.height));
    let groups = picture.groups.into_iter().map(|Group { key, x, y, window, marks }| {
        let size = window.map(|size| size.map(length));
        let (width, height) = size.map(|[width, height]| (width, height)).unzip();
        let overflow = if width.is_some() { "hidden" } else { "visible" };
        view! {
            <svg x=length(x) y=length(y) width=width height=height overflow=overflow data-status=key data-form=key>
                {drawn(marks)}
            </svg>
        }
    });
    view! { <svg class="sheet" viewBox=shown>{groups.collect_view()}</svg> }.into_any()
}

/// A way to draw a poster.
type Drawing = fn(&Poster<'_>, &dyn Fn(&str) -> f64) -> Vec<Picture>;

/// The present chart as a poster, drawn in one of its ways.
fn pictures(plan: Plan, draw: Drawing) -> Vec<Picture> {
    let model = plan.model;
    let shared = model.shared();
    let lang = model.lang.get_untracked();
    let words = messages(lang);
    let by_form = plan.by_form.get_untracked();
    let Extent { first, end } = plan.extent.get_untracked();
    let today = untrack(|| today_text(model));
    let unit = move |unit| unit_text(unit, lang);
    let (selection, source) = (selection_sentence(model), source_sentence(model));
    let undated = model
        .results
        .with_untracked(|results| shared.engine.undated(&results.hits, lang, usize::MAX));
    plan.sections.with_untracked(|sections| {
        let row = |record: RecordIx| {
            let kind = Kind::of(model, record)?;
            let name = model.with_record(record, |_, found| found.title.text(lang).to_owned())?;
            let key = if by_form { kind.form.key() } else { kind.status.key() };
            Some(PosterRow {
                name,
                term: shared.terms.get(record),
                key,
                sign: kind.sign(by_form),
                is_ghost: sections.is_ghost(record),
            })
        };
        let poster = Poster {
            title: words.saved_title,
            selection: &selection,
            source: &source,
            axis: Axis {
                scale: TimeScale::new(first, end, Poster::CHART),
                today: shared.today,
                with_bands: plan.with_bands.get_untracked(),
            },
            words: AxisWords { today: &today, unit: &unit },
            kinds: kinds(words, by_form),
            sections: sections
                .all
                .iter()
                .map(|section| (section.title.as_deref(), section.rows.as_slice()))
                .collect(),
            undated: (words.undated_lane, &undated),
            row: &row,
            rest: &words.saved_rest,
            legend: legend(words),
        };
        let font = format!("500 13px {FONT}");
        draw(&poster, &|text| (model.platform.text_width)(&font, text))
    })
}

/// What colours and signs mean.
fn kinds(words: &'static Messages, by_form: bool) -> Vec<PosterKind<'static>> {
    let form = |form: Form| PosterKind {
        key: form.key(),
        sign: form_sign(form),
        word: (words.form)(form),
    };
    let status = |status: Status| PosterKind {
        key: status.key(),
        sign: status_sign(status),
        word: (words.status)(status),
    };
    if by_form { Form::ALL.map(form).to_vec() } else { Status::ALL.map(status).to_vec() }
}

/// What the ends of bars mean.
fn legend(words: &'static Messages) -> Vec<PosterSample<'static>> {
    let sample = |(bar, sentence): (_, Sentence)| PosterSample {
        bar,
        is_ghost: false,
        text: sentence(words),
    };
    samples().map(sample).to_vec()
}
