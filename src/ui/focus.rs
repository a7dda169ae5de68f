//! Where the keyboard's focus goes when what it stood on goes away.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Moves the focus, once the page has been updated, to the first visible node within `root` that
/// one of the selectors fits, the earlier ones first.
pub(super) fn focus_later(root: Element, selectors: Vec<String>) {
    request_animation_frame(move || {
        let fitting = selectors.iter().filter_map(|selector| root.query_selector(selector).ok()?);
        let visible = fitting
            .filter_map(|node| node.dyn_into::<HtmlElement>().ok())
            .find(|node| node.offset_parent().is_some());
        if let Some(node) = visible {
            // A node that cannot take the focus leaves it where it is.
            let _ = node.focus();
        }
    });
}

/// The nearest node around `node` that a selector fits.
pub(super) fn around(node: &Element, selector: &str) -> Option<Element> {
    node.closest(selector).ok().flatten()
}

/// The link through which a record was opened: where the focus returns to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin(StoredValue<Option<HtmlElement>, LocalStorage>);

impl Origin {
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Notes the link that is being followed.
    pub(super) fn remember(self, event: &MouseEvent) {
        let link = event.current_target().and_then(|target| target.dyn_into().ok());
        self.0.set_value(link);
    }

    /// Moves the focus back to the link if it is still there to be seen, or to one of `others`.
    pub(super) fn return_to(self, root: Element, others: Vec<String>) {
        let link = self.0.get_value();
        self.0.set_value(None);
        request_animation_frame(move || match link {
            Some(link) if link.is_connected() && link.offset_parent().is_some() => {
                // A link that is seen takes the focus.
                let _ = link.focus();
            }
            _ => focus_later(root, others),
        });
    }
}
