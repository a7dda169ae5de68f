//! The page's address and the state, kept alike.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::ui::Model;
use crate::url::{self, State};

/// Reads the state from the page's address.
pub(super) fn read(prefix: &str) -> State {
    let search = window().location().search().unwrap_or_default();
    url::parse(search.strip_prefix('?').unwrap_or(&search), prefix)
}

/// Writes every new state to the address, and follows the visitor back and forward.
///
/// A step in a search is one entry of the history, however many letters it had.
pub(super) fn follow(model: Model, prefix: String) {
    let own = prefix.clone();
    Effect::new(move |before: Option<State>| {
        let state = model.state.get();
        if let Some(before) = before
            && url::format(&state, &own) != url::format(&read(&own), &own)
        {
            write(&state, &own, is_typing(&before, &state));
        }
        state
    });
    let listener = window_event_listener(ev::popstate, move |_| {
        model.state.try_set(read(&prefix));
    });
    on_cleanup(move || listener.remove());
}

/// Whether only the words changed, and there were words before and are words now.
fn is_typing(before: &State, after: &State) -> bool {
    let mut same = before.clone();
    same.query.text.clone_from(&after.query.text);
    same == *after && !before.query.text.is_empty() && !after.query.text.is_empty()
}

fn write(state: &State, prefix: &str, replace: bool) {
    let query = url::format(state, prefix);
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let address =
        if query.is_empty() { format!("{path}{hash}") } else { format!("{path}?{query}{hash}") };
    let Ok(history) = window().history() else { return };
    // A sandboxed frame may refuse; the page works all the same.
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
