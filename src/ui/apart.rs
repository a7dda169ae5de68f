//! Hearing only of what changed: signals for parts of a value, of few types, since each type of value
//! costs the Wasm its own kind of signal.

use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;

/// What a value of a facet shows: how many records it would give, and whether it is chosen.
pub(super) type Standing = (usize, bool);

/// A signal for each of `values`, which are worked out together whenever what they follow changes. Only the
/// rows whose value is another one hear of it: a thousand rows that each followed the list would
/// all run, and a signal looks through its followers for each of them.
pub(super) fn apart(values: impl Fn() -> Vec<Standing> + 'static) -> Vec<ReadSignal<Standing>> {
    let (read, write): (Vec<_>, Vec<_>) = untrack(&values).into_iter().map(signal).unzip();
    let known = read.clone();
    Effect::new(move |_| {
        for ((value, known), slot) in values().into_iter().zip(&known).zip(&write) {
            if known.try_with_untracked(|known| *known != value) == Some(true) {
                slot.set(value);
            }
        }
    });
    read
}

/// A number that is another one whenever `value` is, and stays while what it follows changes in other ways.
pub(super) fn version<T: PartialEq + Send + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<usize> {
    let last = Mutex::new(None);
    Memo::new(move |before: Option<&usize>| {
        let now = Some(value());
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = *last != now;
        *last = now;
        before.copied().unwrap_or_default() + usize::from(is_new)
    })
}
