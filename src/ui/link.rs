//! Links that change the state in place, and are links all the same.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::model::Model;
use super::slots::Slots;
use crate::url::State;

/// What a link changes of the state that one is in.
pub(super) type Change = Arc<dyn Fn(&mut State) + Send + Sync>;

/// All links of an element: when the state changes, one pass gives each its new address.
#[derive(Clone, Copy)]
pub(super) struct Links(Slots<(Element, Change)>);

impl Links {
    pub(super) fn new() -> Self {
        Self(Slots::new())
    }

    /// Keeps the addresses up with the state from here on.
    pub(super) fn follow(self, model: Model) {
        Effect::new(move |_| {
            let state = model.state.get();
            self.0.each(|(anchor, change)| address(model, anchor, &state, change));
        });
    }
}

/// A link before its node is there.
#[derive(Clone)]
pub(super) struct Linked {
    model: Model,
    slot: usize,
    change: Change,
}

/// The directive that makes a node one of the element's links.
pub(super) fn linked(anchor: Element, Linked { model, slot, change }: Linked) {
    model.state.with_untracked(|state| address(model, &anchor, state, &change));
    model.links.0.set(slot, (anchor, change));
}

fn address(model: Model, anchor: &Element, state: &State, change: &Change) {
    let mut state = state.clone();
    change(&mut state);
    // Every element takes an `href`.
    let _ = anchor.set_attribute("href", &model.address_of(&state));
}

/// What `use:linked` wants for a link with this change.
pub(super) fn link(model: Model, change: &Change) -> Linked {
    Linked { model, slot: model.links.0.reserve(), change: Arc::clone(change) }
}

/// Whether a click means "follow this link here": the main button, no key held.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// What a click on a link does: changes the state, unless the visitor asked for a new tab.
pub(super) fn follow(model: Model, change: Change) -> impl FnMut(MouseEvent) {
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
    #[prop(optional)]
    current: Option<Signal<bool>>,
    /// Its class.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView
where
    F: Fn(&mut State) + Send + Sync + 'static,
{
    let model = Model::here();
    let change: Change = Arc::new(to);
    let here = link(model, &change);
    let current = current.map(|current| move || current.get().then_some("true"));
    view! {
        <a
            use:linked=here
            class=class
            aria-current=current
            on:click=follow(model, change)
        >
            {children()}
        </a>
    }
}
