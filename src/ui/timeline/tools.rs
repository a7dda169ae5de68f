//! What the visitor can choose for the timeline.

use leptos::prelude::*;

use super::super::model::Model;
use super::plan::Plan;
use super::save::SaveChart;
use crate::query::Facet;
use crate::timeline::GROUPS;

/// Grouping, colour, table, and what is asked for more seldom.
#[component]
pub(super) fn Tools(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let as_table = plan.as_table;
    let group = move || model.state.with(|state| state.group);
    let choose_group = move |key: String| {
        model.state.update(|state| state.group = Facet::from_key(&key));
    };
    let groups = move || {
        let words = model.words();
        let facets = GROUPS.map(|facet| (facet.key(), (words.facet)(facet), Some(facet)));
        let all = std::iter::once(("", words.no_group, None)).chain(facets);
        let option = move |(key, name, facet): (&'static str, &'static str, Option<Facet>)| {
            choice(key, name, move || group() == facet)
        };
        all.map(option).collect_view()
    };
    let by_form = plan.by_form;
    let colours = move || {
        [Facet::Status, Facet::Form].map(|facet| {
            let chosen = move || by_form.get() == (facet == Facet::Form);
            choice(facet.key(), (model.words().facet)(facet), chosen)
        })
    };
    view! {
        <div class="view-tools">
            <label class="pick">
                <span>{model.said(|words| words.group_by)}</span>
                <select name="grupp" on:change=move |event| choose_group(event_target_value(&event))>{groups}</select>
            </label>
            <label class="pick">
                <span>{model.said(|words| words.colour_by)}</span>
                <select name="farg" on:change=move |event| by_form.set(event_target_value(&event) == Facet::Form.key())>{colours}</select>
            </label>
            <button type="button" class="as-table" aria-pressed=move || as_table.get().to_string() on:click=move |_| as_table.update(|on| *on = !*on)>
                {model.said(|words| words.as_table)}
            </button>
            <details class="more-choices">
                <summary>{model.said(|words| words.more_choices)}</summary>
                <div>
                    <Switch on=plan.with_bands name="program" label=|model| model.words().with_bands />
                    <Switch on=plan.with_ghosts name="dolda" label=|model| model.words().with_ghosts />
                    <SaveChart plan />
                </div>
            </details>
        </div>
    }
}

/// An option of a native list.
fn choice(
    key: &'static str,
    name: &'static str,
    chosen: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    view! { <option value=key prop:selected=chosen selected=chosen>{name}</option> }.into_any()
}

/// Something to be switched on.
#[component]
fn Switch(
    on: RwSignal<bool>,
    name: &'static str,
    label: fn(Model) -> &'static str,
) -> impl IntoView {
    let model = Model::here();
    view! {
        <label class="switch">
            <input type="checkbox" name=name prop:checked=on on:change=move |_| on.update(|on| *on = !*on) />
            <span>{move || label(model)}</span>
        </label>
    }
}
