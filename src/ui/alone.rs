//! A view without the rest of the app: for benchmarks beside libraries that draw nothing else.

use leptos::prelude::*;

use super::model::Model;
use super::timeline::TimelineView;

/// The timeline of what `model` asks, without search, filters and list.
#[component]
pub fn TimelineAlone(
    /// The element's model.
    model: Model,
) -> impl IntoView {
    provide_context(model);
    model.links.follow(model);
    view! {
        <div class="app" lang=move || model.lang.get().tag()>
            <TimelineView />
        </div>
    }
}
