//! The answer: how many, in which order, shown how.

use leptos::prelude::*;

use super::chips::{Chips, ClearAll};
use super::entry::EntryList;
use super::growth::Growth;
use super::link::StateLink;
use super::map::MapView;
use super::model::Model;
use super::timeline::TimelineView;
use crate::query::Sort;
use crate::url::View;

/// The heading, the ways to show, and what is shown.
#[component]
pub(super) fn Results() -> impl IntoView {
    let model = Model::here();
    let count = Memo::new(move |_| model.count());
    let view_is_due = model.growth.has(Growth::VIEW);
    let notice = model.shared().notice.text(model.lang.get_untracked());
    let notice = (!notice.is_empty()).then(|| {
        let text = move || model.shared().notice.text(model.lang.get());
        view! { <p class="notice" part="notice">{text}</p> }
    });
    view! {
        <section class="results" part="results" aria-labelledby=model.id("results-title")>
            {notice}
            <div class="results-head">
                <h2 {..model.level(0)} id=model.id("results-title") tabindex="-1">
                    {move || (model.words().results)(count.get())}
                </h2>
                <ViewSwitch />
                <SortField />
            </div>
            <Chips />
            <div class="views">
                {move || (count.get() == 0).then(|| view! { <Nothing /> })}
                <EntryList />
                {move || match model.view.get() {
                    _ if !view_is_due.get() => ().into_any(),
                    View::List => ().into_any(),
                    View::Timeline => view! { <TimelineView /> }.into_any(),
                    View::Map => view! { <MapView /> }.into_any(),
                }}
            </div>
        </section>
    }
}

fn view_name(model: Model, view: View) -> &'static str {
    let words = model.words();
    match view {
        View::List => words.list,
        View::Timeline => words.timeline,
        View::Map => words.map,
    }
}

/// List, timeline or map.
#[component]
fn ViewSwitch() -> impl IntoView {
    let model = Model::here();
    let views = model.with_wishes(|wishes| wishes.views.clone());
    let is_choice = views.len() > 1;
    let links = views.into_iter().map(|view| {
        let current = Signal::derive(move || model.view.get() == view);
        view! {
            <li>
                <StateLink class="view-link" current to=move |state| state.view = Some(view)>
                    {move || view_name(model, view)}
                </StateLink>
            </li>
        }
    });
    is_choice.then(|| {
        view! {
            <nav class="view-switch" aria-label=model.said(|words| words.views)>
                <ul role="list">{links.collect_view()}</ul>
            </nav>
        }
    })
}

/// The order of the list.
#[component]
fn SortField() -> impl IntoView {
    let model = Model::here();
    let has_words = Memo::new(move |_| model.query.with(|query| !query.text.trim().is_empty()));
    let options = move || {
        Sort::ALL
            .into_iter()
            .filter(|sort| *sort != Sort::Relevance || has_words.get())
            .map(|sort| {
                let chosen = move || model.query.with(|query| query.order() == sort);
                view! { <option value=sort.key() prop:selected=chosen selected=chosen>{(model.words().sort)(sort)}</option> }
            })
            .collect_view()
    };
    view! {
        <label class="sort">
            <span>{model.said(|words| words.sort_by)}</span>
            <select on:change=move |event| model.ask(|query| query.sort = Sort::from_key(&event_target_value(&event)))>
                {options}
            </select>
        </label>
    }
}

/// What to do when nothing is left.
#[component]
fn Nothing() -> impl IntoView {
    let model = Model::here();
    view! {
        <div class="nothing">
            <p class="nothing-title">{model.said(|words| words.nothing)}</p>
            <p>{model.said(|words| words.nothing_help)}</p>
            <ClearAll class="primary" />
        </div>
    }
}
