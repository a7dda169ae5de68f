//! Words for a live region, which a screen reader reads out when they change.

use std::time::Duration;

use leptos::prelude::*;

use super::timer::Timer;

/// How long a text rests before it is read out, so that neither typing nor moving is interrupted.
const AFTER: Duration = Duration::from_millis(600);

/// A text once it has come to rest: only changes, and of several in a row the last one.
pub(super) fn announced(text: impl Fn() -> String + Send + Sync + 'static) -> RwSignal<String> {
    let announced = RwSignal::new(String::new());
    let timer = Timer::new();
    Effect::new(move |before: Option<()>| {
        let text = text();
        if before.is_some() {
            timer.restart(AFTER, move || {
                announced.try_set(text);
            });
        }
    });
    announced
}
