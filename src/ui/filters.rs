//! The facets and the years.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::html::Section;
use leptos::prelude::*;

use super::apart::{Standing, apart, version};
use super::focus::{around, focus_later};
use super::growth::Growth;
use super::model::{Model, Shared};
use super::years::YearFields;
use crate::facts::options;
use crate::query::{Facet, MISSING, Value};
use crate::ranked::ranked;

/// The facets from top to bottom.
const ORDER: [Facet; 7] = [
    Facet::Form,
    Facet::Status,
    Facet::Municipality,
    Facet::Country,
    Facet::Theme,
    Facet::Money,
    Facet::Place,
];

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
    let group = |(part, facet): (usize, Facet)| view! { <FacetGroup facet part /> }.into_any();
    let (facets, has_years) = model.with_wishes(|wishes| (wishes.facets.clone(), wishes.has_years));
    let mut groups: Vec<AnyView> =
        ORDER.into_iter().filter(|facet| facets.contains(facet)).enumerate().map(group).collect();
    if has_years {
        // After the facets that say what and where.
        let first = ORDER.iter().take(4).filter(|facet| facets.contains(facet)).count();
        groups.insert(first, view! { <YearsGroup /> }.into_any());
    }
    view! {
        <section node_ref=panel class="filters" part="filters" id=model.id("filters") data-shown=move || shown.get().to_string() aria-labelledby=model.id("filters-title")>
            <h2 class="filters-title" {..model.level(0)} id=model.id("filters-title")>
                {model.said(|words| words.filters)}
            </h2>
            <p class="unseen">{model.said(|words| words.filters_live)}</p>
            {groups}
            <button type="button" class="filters-done primary" on:click=done>
                {move || (model.words().show_results)(model.count())}
            </button>
        </section>
    }
}

/// A facet with more values than this shows its most frequent ones first.
const MANY: usize = 60;

/// How many of many.
const FEW: usize = 20;

/// One facet as a list of checkboxes.
#[component]
fn FacetGroup(
    /// The facet.
    facet: Facet,
    /// With which rows its values are drawn.
    part: usize,
) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let is_due = model.growth.has(Growth::ROWS + part);
    let column = shared.engine.column(facet);
    let values: Arc<[Value]> = column.map_or(&[][..], |column| &column.values).into();
    let many = values.len();
    let rows = apart(move || {
        model.results.with(|results| {
            model.query.with(|query| {
                let none = query.values(facet).next().is_none();
                let chosen = values.iter().map(|value| !none && query.has(facet, value));
                results.counts(facet).iter().copied().zip(chosen).collect()
            })
        })
    });
    let is_long = many > MANY;
    let unfolded = RwSignal::new(!is_long);
    // What is frequent in the whole catalogue: the choice of rows does not jump while filtering.
    let frequent = if is_long { most_frequent(&shared, facet) } else { Vec::new() };
    let choice = version(move || {
        model.query.with(|query| query.values(facet).cloned().collect::<Vec<Value>>())
    });
    let shown = move || {
        let column = shared.engine.column(facet).filter(|_| is_due.get());
        let all = column.map(|column| options(&shared.catalogue, column, model.lang.get()));
        let mut shown = all.unwrap_or_default();
        if !unfolded.get() {
            choice.get();
            // What is chosen is shown, however rare.
            let is_chosen =
                |value: &Value| model.query.with_untracked(|query| query.has(facet, value));
            shown.retain(|(at, value, _)| frequent.contains(at) || is_chosen(value));
        }
        shown
    };
    let row = move |(position, value, label): (usize, Value, String)| {
        let Some(standing) = rows.get(position).copied() else { return ().into_any() };
        let key = value.to_string();
        let toggle = move || model.ask(|query| query.toggle(facet, value.clone()));
        view! { <FacetOption key=facet.key() value=key label=label.into_any() standing toggle=toggle /> }
            .into_any()
    };
    let unfold = is_long.then(|| {
        view! {
            <button type="button" class="more" aria-expanded=move || unfolded.get().to_string() on:click=move |_| unfolded.update(|on| *on = !*on)>
                {move || if unfolded.get() { model.words().show_fewer.to_owned() } else { (model.words().show_all)(many) }}
            </button>
        }
    });
    view! {
        <details class="facet" open>
            <summary>{move || (model.words().facet)(facet)}</summary>
            <fieldset>
                <legend class="unseen">{move || (model.words().facet)(facet)}</legend>
                // The language is part of the key: a row never changes its words.
                <For each=shown key=|(position, _, label)| (*position, label.clone()) children=row />
                {unfold}
            </fieldset>
        </details>
    }
}

/// The positions of the values that most records have.
fn most_frequent(shared: &Shared, facet: Facet) -> Vec<usize> {
    let Some(column) = shared.engine.column(facet) else { return Vec::new() };
    let rare =
        |value| u32::try_from(column.records(value).count()).map_or(0, |count| u32::MAX - count);
    let positions = ranked(column.values.iter().map(rare).zip(0..).collect(), |(rare, _)| *rare);
    positions.into_iter().map(|(_, position)| position).take(FEW).collect()
}

/// One value of a facet with the number of records that it would give. A value that would give
/// none stays where it is and does nothing.
#[component]
fn FacetOption(
    key: &'static str,
    value: String,
    label: AnyView,
    standing: ReadSignal<Standing>,
    toggle: impl Fn() + 'static,
) -> impl IntoView {
    let count = move || standing.get().0;
    let chosen = move || standing.get().1;
    let inert = move || standing.get() == (0, false);
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
    let undated = apart(move || {
        let count = model.results.with(|results| results.undated);
        vec![(count, model.query.with(|query| query.years.undated))]
    });
    let option = undated.first().map(|standing| {
        let label = (move || model.words().undated).into_any();
        let toggle = move || model.ask(|query| query.years.undated = !query.years.undated);
        view! { <FacetOption key="fran" value=MISSING.to_owned() label standing=*standing toggle /> }
    });
    view! {
        <details class="facet" open>
            <summary>{model.said(|words| words.years)}</summary>
            <fieldset>
                <legend class="unseen">{model.said(|words| words.years)}</legend>
                <YearFields />
                {option}
            </fieldset>
        </details>
    }
}
