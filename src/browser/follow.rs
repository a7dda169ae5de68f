//! What the page does around an element: it scrolls, and it is printed.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, EventTarget};

/// In which steps scrolling is followed, in CSS pixels: what hangs on it is not drawn anew for each of
/// them.
const STEP: f64 = 280.0;

/// How far the upper edge of an element lies above that of the window, in CSS pixels; below 0 where it
/// lies under it. Followed in steps, downwards rounded, while anything scrolls.
pub(super) fn scrolled_past(node: NodeRef<Div>) -> Signal<f64> {
    let past = RwSignal::new(0.0);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let look = move || {
            let new = (-element.get_bounding_client_rect().top() / STEP).floor() * STEP;
            if past.try_get_untracked().is_some_and(|old| old != new) {
                past.try_set(new);
            }
        };
        look();
        let look = Closure::<dyn Fn()>::new(look);
        let ends = [
            // The scrolling of a box inside the page does not bubble.
            listen(document().into(), "scroll", &look),
            listen(window().into(), "resize", &look),
        ];
        let kept = StoredValue::new_local((ends, look));
        on_cleanup(move || {
            kept.try_with_value(|(targets, look)| {
                targets.iter().for_each(|(target, event)| forget(target, event, look));
            });
        });
    });
    past.into()
}

/// Whether the page is laid out for paper.
pub(super) fn printing() -> Signal<bool> {
    let printing = RwSignal::new(false);
    if let Ok(Some(paper)) = window().match_media("print") {
        printing.set(paper.matches());
        let media = paper.clone();
        let look = Closure::<dyn Fn()>::new(move || {
            printing.try_set(media.matches());
        });
        // The media changes when it is too late to draw anything: a printer tells before.
        let begin = Closure::<dyn Fn()>::new(move || {
            printing.try_set(true);
        });
        let ends = [
            listen(paper.into(), "change", &look),
            listen(window().into(), "afterprint", &look),
            listen(window().into(), "beforeprint", &begin),
        ];
        let kept = StoredValue::new_local((ends, look, begin));
        on_cleanup(move || {
            kept.try_with_value(|([change, after, before], look, begin)| {
                forget(&change.0, change.1, look);
                forget(&after.0, after.1, look);
                forget(&before.0, before.1, begin);
            });
        });
    }
    printing.into()
}

/// Calls `look` at every such event, also where it is meant for something inside of `target`.
fn listen(
    target: EventTarget,
    event: &'static str,
    look: &Closure<dyn Fn()>,
) -> (EventTarget, &'static str) {
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_passive(true);
    // Refused by no browser; without it, the first look stays.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        event,
        look.as_ref().unchecked_ref(),
        &options,
    );
    (target, event)
}

fn forget(target: &EventTarget, event: &str, look: &Closure<dyn Fn()>) {
    let look = look.as_ref().unchecked_ref();
    let _ = target.remove_event_listener_with_callback_and_bool(event, look, true);
}
