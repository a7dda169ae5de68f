//! The years asked for, as two fields.

use leptos::prelude::*;

use super::model::Model;
use crate::query::Years;
use crate::url::parse_year;

/// One end of the years asked for.
type End = fn(&mut Years) -> &mut Option<i16>;

/// From year, to year.
#[component]
pub(super) fn YearFields() -> impl IntoView {
    let model = Model::here();
    view! {
        <div class="years">
            <YearField name="fran" label=model.said(|words| words.from_year) end=|years| &mut years.from />
            <YearField name="till" label=model.said(|words| words.to_year) end=|years| &mut years.to />
        </div>
    }
}

/// A field for a year of four digits.
#[component]
fn YearField(
    name: &'static str,
    label: impl Fn() -> &'static str + Send + Sync + 'static,
    end: End,
) -> impl IntoView {
    let model = Model::here();
    let value = move || {
        let year = *end(&mut model.query.with(|query| query.years));
        year.map(|year| year.to_string()).unwrap_or_default()
    };
    // A year that is not whole asks nothing.
    let set = move |text: String| model.ask(|query| *end(&mut query.years) = parse_year(&text));
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
