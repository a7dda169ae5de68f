//! The way to the other language.

use leptos::prelude::*;

use super::link::StateLink;
use super::model::Model;
use crate::catalogue::Lang;

/// The link to the other language, named in that language.
#[component]
pub(super) fn LanguageLink() -> impl IntoView {
    let model = Model::here();
    let other = move || if model.lang.get() == Lang::Sv { Lang::En } else { Lang::Sv };
    view! {
        <span class="language" lang=move || other().tag()>
            <StateLink to=move |state| state.lang = Some(other())>{move || model.words().other_language}</StateLink>
        </span>
    }
}
