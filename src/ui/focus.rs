//! Where the keyboard's focus goes when what it stood on goes away.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Moves the focus, once the page has been updated, to the first node within `root` that
/// `selector` fits.
pub(super) fn focus_later(root: Element, selector: String) {
    request_animation_frame(move || {
        let found = root.query_selector(&selector).ok().flatten();
        if let Some(node) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            // A node that cannot take the focus leaves it where it is.
            let _ = node.focus();
        }
    });
}
