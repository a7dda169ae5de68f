//! Nodes that one pass over all of them changes, instead of each by itself: a signal looks through its
//! followers for each that runs again, so that a hundred would cost it ten thousand steps.

use leptos::prelude::*;

/// What is kept of each node, for as long as the component lives that asked for room.
pub(super) struct Slots<T: 'static>(StoredValue<Kept<T>, LocalStorage>);

/// Nodes by their numbers, and the numbers that are free again.
struct Kept<T> {
    slots: Vec<Option<T>>,
    free: Vec<usize>,
}

impl<T> Clone for Slots<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Slots<T> {}

impl<T> Slots<T> {
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(Kept { slots: Vec::new(), free: Vec::new() }))
    }

    /// Room for something until the component that asks goes away.
    pub(super) fn reserve(self) -> usize {
        let reserve = |kept: &mut Kept<T>| {
            kept.free.pop().unwrap_or_else(|| {
                kept.slots.push(None);
                kept.slots.len() - 1
            })
        };
        let slot = self.0.try_update_value(reserve).unwrap_or_default();
        on_cleanup(move || {
            self.0.try_update_value(|kept| {
                if let Some(kept) = kept.slots.get_mut(slot) {
                    *kept = None;
                }
                kept.free.push(slot);
            });
        });
        slot
    }

    /// Fills the room.
    pub(super) fn set(self, slot: usize, item: T) {
        self.0.try_update_value(|kept| {
            if let Some(slot) = kept.slots.get_mut(slot) {
                *slot = Some(item);
            }
        });
    }

    /// Passes over all that are there.
    pub(super) fn each(self, mut pass: impl FnMut(&T)) {
        self.0.try_with_value(|kept| kept.slots.iter().flatten().for_each(&mut pass));
    }
}
