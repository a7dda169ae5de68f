//! A view without the rest of the app: for benchmarks beside libraries that draw nothing else.

use leptos::prelude::*;

use super::map::MapView;
use super::model::Model;
use super::timeline::TimelineView;
use crate::url::View;

/// The timeline or the map of what `model` asks, without search, filters and list.
#[component]
pub fn Alone(
    /// The element's model.
    model: Model,
) -> impl IntoView {
    provide_context(model);
    model.links.follow(model);
    view! {
        <div class="app" lang=move || model.lang.get().tag()>
            {match model.view.get_untracked() {
                View::Map => view! { <MapView /> }.into_any(),
                View::List | View::Timeline => view! { <TimelineView /> }.into_any(),
            }}
        </div>
    }
}
