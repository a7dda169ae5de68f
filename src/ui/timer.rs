//! What waits until something has come to rest.

use std::time::Duration;

use leptos::prelude::*;

/// At most one call that waits; it goes with the component that made the timer.
#[derive(Clone, Copy)]
pub(super) struct Timer(StoredValue<Option<TimeoutHandle>>);

impl Timer {
    pub(super) fn new() -> Self {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        on_cleanup(move || {
            if let Some(Some(waiting)) = waiting.try_get_value() {
                waiting.clear();
            }
        });
        Self(waiting)
    }

    /// Calls `act` after a while; what waited before is called no more.
    pub(super) fn restart(self, after: Duration, act: impl FnOnce() + 'static) {
        let handle = set_timeout_with_handle(act, after).ok();
        self.0.update_value(|waiting| {
            if let Some(before) = std::mem::replace(waiting, handle) {
                before.clear();
            }
        });
    }
}
