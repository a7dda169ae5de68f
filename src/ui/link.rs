//! Links that change the state in place, and are links all the same.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::model::Model;
use crate::url::State;

/// Whether a click means "follow this link here": the main button, no key held.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// What a click on a link does: changes the state, unless the visitor asked for a new tab.
pub(super) fn follow(
    model: Model,
    change: impl Fn(&mut State) + 'static,
) -> impl FnMut(MouseEvent) {
    move |event| {
        if is_plain(&event) {
            event.prevent_default();
            let was_open = model.open.with_untracked(Option::is_some);
            model.state.update(|state| change(state));
            if !was_open && model.open.with_untracked(Option::is_some) {
                model.origin.remember(&event);
            }
        }
    }
}

/// A link to the present state with a change.
#[component]
pub(super) fn StateLink<F>(
    /// The change.
    to: F,
    /// Whether it leads to where one is.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// Its class.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView
where
    F: Fn(&mut State) + Clone + Send + Sync + 'static,
{
    let model = Model::here();
    let change = to.clone();
    view! {
        <a
            class=class
            href=move || model.href(&change)
            aria-current=move || current.get().then_some("true")
            on:click=follow(model, to)
        >
            {children()}
        </a>
    }
}
