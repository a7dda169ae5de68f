//! Words for a live region, which a screen reader reads out when they change.

use std::time::Duration;

use leptos::prelude::*;

/// How long a text rests before it is read out, so that neither typing nor moving is interrupted.
const AFTER: Duration = Duration::from_millis(600);

/// A text once it has come to rest: only changes, and of several in a row the last one.
pub(super) fn announced(text: impl Fn() -> String + Send + Sync + 'static) -> RwSignal<String> {
    let announced = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let text = text();
        if before.is_some() {
            let say = move || {
                announced.try_set(text);
            };
            let waits = set_timeout_with_handle(say, AFTER).ok();
            timer.update_value(|timer| {
                if let Some(waiting) = std::mem::replace(timer, waits) {
                    waiting.clear();
                }
            });
        }
    });
    on_cleanup(move || {
        if let Some(Some(waiting)) = timer.try_get_value() {
            waiting.clear();
        }
    });
    announced
}
