//! The size of elements.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{ResizeObserver, ResizeObserverEntry};

/// The inner width of an element in CSS pixels, followed while it changes; 0 until it is known.
pub(super) fn width_of(node: NodeRef<Div>) -> Signal<f64> {
    let width = RwSignal::new(0.0);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        width.set(f64::from(element.client_width()));
        let follow = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entry = entries.get(0).dyn_into::<ResizeObserverEntry>();
            let new = entry.map_or(0.0, |entry| entry.content_rect().width());
            // An element that is not shown has no width; keep the last one, and spare the drawing.
            if new > 0.0 && width.try_get_untracked().is_some_and(|old| (old - new).abs() >= 1.0) {
                width.try_set(new.floor());
            }
        });
        if let Ok(observer) = ResizeObserver::new(follow.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, follow));
            on_cleanup(move || {
                kept.try_with_value(|(observer, _)| observer.disconnect());
            });
        }
    });
    width.into()
}
