//! One tab stop for many nodes: arrows move among them.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, HtmlElement};

use super::focus::around;

/// The nodes within a root that fit a selector, of which one is the tab stop.
#[derive(Clone, Copy)]
pub(super) struct Roving {
    /// The root.
    pub(super) root: NodeRef<Div>,
    /// What the nodes fit.
    pub(super) selector: &'static str,
}

impl Roving {
    /// Makes one of the nodes the tab stop once they are drawn: the one that is it already, else the first;
    /// none where `is_on` says so.
    pub(super) fn settle(self, is_on: bool) {
        request_animation_frame(move || {
            let all = self.stops();
            let is_stop =
                |stop: &HtmlElement| stop.get_attribute("tabindex").as_deref() == Some("0");
            let present = all.iter().position(is_stop);
            choose(&all, is_on.then(|| present.unwrap_or_default()));
        });
    }

    /// Makes the node that takes the focus the tab stop.
    pub(super) fn hold(self, event: &FocusEvent) {
        let all = self.stops();
        if let Some(at) = self.position(&all, event.target()) {
            choose(&all, Some(at));
        }
    }

    /// Moves the focus to another node, if the key says so. Home and End go to the edges of the root, where
    /// what is drawn only while it is seen appears first.
    pub(super) fn move_by(self, event: &KeyboardEvent) {
        let all = self.stops();
        let Some(at) = self.position(&all, event.target()) else { return };
        match event.key().as_str() {
            "ArrowDown" => go(&all, at + 1),
            "ArrowUp" => go(&all, at.saturating_sub(1)),
            "Home" => self.go_to_edge(true),
            "End" => self.go_to_edge(false),
            _ => return,
        }
        event.prevent_default();
    }

    fn go_to_edge(self, is_first: bool) {
        if let Some(root) = self.root.get_untracked() {
            root.scroll_into_view_with_bool(is_first);
            request_animation_frame(move || {
                let all = self.stops();
                go(&all, if is_first { 0 } else { all.len().saturating_sub(1) });
            });
        }
    }

    /// The nodes, SVG elements among them: what is asked of them here works on these in the same way.
    pub(super) fn stops(self) -> Vec<HtmlElement> {
        // A frame can come when the root is gone.
        let found = self.root.try_get_untracked().flatten();
        let found = found.and_then(|root| root.query_selector_all(self.selector).ok());
        let Some(found) = found else { return Vec::new() };
        let nodes = (0..found.length()).filter_map(|at| found.item(at));
        nodes.map(JsCast::unchecked_into).collect()
    }

    /// Where the node of an event stands among the others.
    fn position(self, all: &[HtmlElement], target: Option<EventTarget>) -> Option<usize> {
        let here = around(&target?.dyn_into::<Element>().ok()?, self.selector)?;
        all.iter().position(|stop| **stop == here)
    }
}

/// Makes the chosen one of the nodes the tab stop, and no other.
pub(super) fn choose(all: &[HtmlElement], chosen: Option<usize>) {
    for (at, stop) in all.iter().enumerate() {
        // Every element takes a `tabindex`.
        let _ = stop.set_attribute("tabindex", if Some(at) == chosen { "0" } else { "-1" });
    }
}

fn go(all: &[HtmlElement], to: usize) {
    if let Some(stop) = all.get(to) {
        choose(all, Some(to));
        // It has just been made focusable.
        let _ = stop.focus();
    }
}
