//! The page's address and the state, kept alike.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::embed::has_stopped;
use crate::ui::{Model, Settings};
use crate::url::{Pages, State};
use crate::wishes::UrlState;

/// The part of the page's address that is an element's own.
#[derive(Clone)]
pub(super) struct Address(Pages);

impl Address {
    /// None where the host keeps the address to itself.
    pub(super) fn of(settings: &Settings) -> Option<Self> {
        (settings.wishes.url_state != UrlState::None).then(|| Self(settings.pages.clone()))
    }

    /// The state that it tells.
    pub(super) fn read(&self) -> State {
        let location = window().location();
        let text = if self.0.is_in_fragment() { location.hash() } else { location.search() };
        let text = text.unwrap_or_default();
        self.0.read(&path(), text.get(1..).unwrap_or_default())
    }
}

/// The path of the page's address.
pub(super) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Writes every new state to the address, and follows the visitor back and forward.
///
/// A step in a search is one entry of the history, however many letters it had.
pub(super) fn follow(model: Model, address: Address) {
    let own = address.clone();
    Effect::new(move |before: Option<State>| {
        let state = model.state.get();
        // What is not ours may have changed since, by the host or another element.
        let there = own.read();
        let new = own.0.address(&State { foreign: there.foreign.clone(), ..state.clone() });
        if new != own.0.address(&there) {
            // What differs at first is what the host's attributes decide: no step of the visitor's.
            let is_step = before.as_ref().is_some_and(|before| !is_typing(before, &state));
            own.write(&new, is_step);
        }
        state
    });
    let listener = window_event_listener(ev::popstate, move |_| {
        model.state.try_set(address.read());
    });
    on_cleanup(move || listener.remove());
}

/// Whether only the words changed, and there were words before and are words now.
fn is_typing(before: &State, after: &State) -> bool {
    let mut same = before.clone();
    same.query.text.clone_from(&after.query.text);
    same == *after && !before.query.text.is_empty() && !after.query.text.is_empty()
}

impl Address {
    /// Changes it, as a new entry of the history where the visitor made a step.
    fn write(&self, address: &str, is_step: bool) {
        if has_stopped() {
            return;
        }
        let location = window().location();
        let part = |part: Result<String, JsValue>| part.unwrap_or_default();
        let address = match address {
            // An empty question, or nothing in the fragment: the bare path.
            "?" => path() + &part(location.hash()),
            "#" => path() + &part(location.search()),
            address if address.starts_with('#') => path() + &part(location.search()) + address,
            // What is written counts from the document's base, which may be another.
            address if address.starts_with('?') => path() + address + &part(location.hash()),
            address => address.to_owned() + &part(location.hash()),
        };
        let Ok(history) = window().history() else { return };
        // A sandboxed frame may refuse; the page works all the same.
        let _ = if is_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        };
    }
}
