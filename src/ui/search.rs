//! The search field, the button of the filters, and the language.

use leptos::prelude::*;

use super::language::LanguageLink;
use super::model::Model;
use crate::wishes::Wishes;

/// The row above everything else.
#[component]
pub(super) fn SearchBar(
    /// Whether the filters are unfolded on a narrow screen.
    filters_shown: RwSignal<bool>,
) -> impl IntoView {
    let model = Model::here();
    let field = model.id("q");
    let button = model.with_wishes(Wishes::has_filters).then(|| {
        view! {
            <button
                type="button"
                class="filters-button"
                aria-expanded=move || filters_shown.get().to_string()
                aria-controls=model.id("filters")
                on:click=move |_| filters_shown.update(|shown| *shown = !*shown)
            >
                {move || (model.words().filters_on)(model.query.with(crate::query::Query::filters))}
            </button>
        }
    });
    view! {
        <div class="bar" part="search">
            <form class="search" role="search" aria-label=model.said(|words| words.app_label) on:submit=|event| event.prevent_default()>
                <label class="search-label" for=field.clone()>
                    {model.said(|words| words.search_label)}
                </label>
                <input
                    id=field
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    placeholder=move || model.words().search_hint
                    prop:value=move || model.query.with(|query| query.text.clone())
                    on:input=move |event| model.ask(|query| query.text = event_target_value(&event))
                />
            </form>
            {button}
            <LanguageLink />
        </div>
    }
}
