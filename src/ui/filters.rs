//! The facets and the years.

use leptos::ev::MouseEvent;
use leptos::html::Section;
use leptos::prelude::*;

use super::focus::{around, focus_later};
use super::label::options;
use super::model::Model;
use crate::query::{Facet, MISSING};
use crate::url::parse_year;

/// All facets. On a narrow screen they unfold from a button.
#[component]
pub(super) fn FilterPanel(
    /// Whether they are unfolded on a narrow screen.
    shown: RwSignal<bool>,
) -> impl IntoView {
    let model = Model::here();
    let panel = NodeRef::<Section>::new();
    // The button goes with the panel; the visitor wants to see what was found.
    let done = move |_| {
        shown.set(false);
        if let Some(root) = panel.get_untracked().and_then(|panel| around(&panel, ".app")) {
            focus_later(root, vec![".results h2".to_owned()]);
        }
    };
    view! {
        <section node_ref=panel class="filters" id=model.id("filters") data-shown=move || shown.get().to_string() aria-labelledby=model.id("filters-title")>
            <h2 class="filters-title" id=model.id("filters-title")>
                {move || model.words().filters}
            </h2>
            <p class="unseen">{move || model.words().filters_live}</p>
            <FacetGroup facet=Facet::Form />
            <FacetGroup facet=Facet::Status />
            <FacetGroup facet=Facet::Municipality />
            <FacetGroup facet=Facet::Country />
            <YearsGroup />
            <FacetGroup facet=Facet::Theme />
            <FacetGroup facet=Facet::Money />
            <FacetGroup facet=Facet::Place />
            <button type="button" class="filters-done primary" on:click=done>
                {move || (model.words().show_results)(model.count())}
            </button>
        </section>
    }
}

/// One facet as a list of checkboxes.
#[component]
fn FacetGroup(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let values = move || {
        let column = shared.engine.column(facet);
        column
            .map(|column| options(&shared.catalogue, column, model.lang.get()))
            .unwrap_or_default()
    };
    view! {
        <details class="facet" open>
            <summary>{move || (model.words().facet)(facet)}</summary>
            <fieldset>
                <legend class="unseen">{move || (model.words().facet)(facet)}</legend>
                // The language is part of the key: a row never changes its words.
                <For
                    each=values
                    key=|(position, _, label)| (*position, label.clone())
                    children=move |(position, value, label)| {
                        let count = Memo::new(move |_| {
                            model.results.with(|results| results.counts(facet).get(position).copied().unwrap_or(0))
                        });
                        let chosen = {
                            let value = value.clone();
                            Memo::new(move |_| model.query.with(|query| query.has(facet, &value)))
                        };
                        let key = value.to_string();
                        let toggle = move || model.ask(|query| query.toggle(facet, value.clone()));
                        view! { <FacetOption key=facet.key() value=key label count=count chosen=chosen toggle=toggle /> }
                    }
                />
            </fieldset>
        </details>
    }
}

/// One value of a facet with the number of records that it would give. A value that would give
/// none stays where it is and does nothing.
#[component]
fn FacetOption(
    key: &'static str,
    value: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] count: Signal<usize>,
    #[prop(into)] chosen: Signal<bool>,
    toggle: impl Fn() + 'static,
) -> impl IntoView {
    let inert = move || count.get() == 0 && !chosen.get();
    let refuse = move |event: MouseEvent| {
        if inert() {
            event.prevent_default();
        }
    };
    view! {
        <label class="option" data-facet=key data-value=value data-inert=move || inert().then_some("")>
            <input
                type="checkbox"
                prop:checked=chosen
                aria-disabled=move || inert().then_some("true")
                on:click=refuse
                on:change=move |_| toggle()
            />
            <span class="option-label">{label}</span>
            <span class="option-count">{count}</span>
        </label>
    }
}

/// Years from and to, and whether records without dates are wanted.
#[component]
fn YearsGroup() -> impl IntoView {
    let model = Model::here();
    let year = |year: Option<i16>| year.map(|year| year.to_string()).unwrap_or_default();
    let from = move || model.query.with(|query| year(query.years.from));
    let to = move || model.query.with(|query| year(query.years.to));
    // A year that is not whole asks nothing.
    let typed = |text: &str, slot: &mut Option<i16>| *slot = parse_year(text);
    let undated = Memo::new(move |_| model.query.with(|query| query.years.undated));
    let count = Memo::new(move |_| model.results.with(|results| results.undated));
    view! {
        <details class="facet" open>
            <summary>{move || model.words().years}</summary>
            <fieldset>
                <legend class="unseen">{move || model.words().years}</legend>
                <div class="years">
                    <YearField name="fran" label=move || model.words().from_year value=from set=move |text: String| model.ask(|query| typed(&text, &mut query.years.from)) />
                    <YearField name="till" label=move || model.words().to_year value=to set=move |text: String| model.ask(|query| typed(&text, &mut query.years.to)) />
                </div>
                <FacetOption
                    key="fran"
                    value=MISSING.to_owned()
                    label=Signal::derive(move || model.words().undated.to_owned())
                    count=count
                    chosen=undated
                    toggle=move || model.ask(|query| query.years.undated = !query.years.undated)
                />
            </fieldset>
        </details>
    }
}

/// A field for a year of four digits.
#[component]
fn YearField(
    name: &'static str,
    label: impl Fn() -> &'static str + Send + Sync + 'static,
    value: impl Fn() -> String + Send + Sync + 'static,
    set: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <label class="year">
            <span>{label}</span>
            <input
                type="number"
                inputmode="numeric"
                min="1950"
                max="2100"
                step="1"
                name=name
                prop:value=value
                on:change=move |event| set(event_target_value(&event))
            />
        </label>
    }
}
