//! Where the keyboard's focus goes when what it stood on goes away.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Moves the focus, once the page has been updated, to the first visible node within `root` that
/// one of the selectors fits, the earlier ones first.
pub(super) fn focus_later(root: Element, selectors: Vec<String>) {
    request_animation_frame(move || {
        let mut fitting =
            selectors.iter().filter_map(|selector| root.query_selector(selector).ok()?);
        if let Some(node) = fitting.find(is_seen) {
            // SVG elements take the focus in the same way, though they are no HTML elements. A node
            // that cannot take it leaves it where it is.
            let _ = node.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Whether a node takes up room on the page.
fn is_seen(node: &Element) -> bool {
    node.get_bounding_client_rect().width() > 0.0
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
        // The link of a chart is an SVG element, which takes the focus in the same way.
        self.0.set_value(event.current_target().map(JsCast::unchecked_into));
    }

    /// Moves the focus back to the link if it is still there to be seen, or to one of `others`.
    pub(super) fn return_to(self, root: Element, others: Vec<String>) {
        let link = self.0.get_value();
        self.0.set_value(None);
        request_animation_frame(move || match link {
            Some(link) if link.is_connected() && is_seen(&link) => {
                // A link that is seen takes the focus.
                let _ = link.focus();
            }
            _ => focus_later(root, others),
        });
    }
}
