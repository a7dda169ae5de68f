//! The way to the other language.

use leptos::prelude::*;

use super::link::StateLink;
use super::model::Model;
use crate::catalogue::Lang;

/// The link to the other language, named in that language.
#[component]
pub(super) fn LanguageLink() -> impl IntoView {
    let model = Model::here();
    let other_than = |lang| if lang == Lang::Sv { Lang::En } else { Lang::Sv };
    view! {
        <span class="language" lang=move || other_than(model.lang.get()).tag()>
            <StateLink to=move |state| state.lang = Some(other_than(model.lang.get_untracked()))>{model.said(|words| words.other_language)}</StateLink>
        </span>
    }
}
