//! From ids to numbers, for as long as an index is made.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

/// The number of each id, in the order in which they were first named.
#[derive(Debug, Default)]
pub(super) struct Lookup<'a> {
    numbers: HashMap<&'a str, u32, FxBuildHasher>,
}

impl<'a> Lookup<'a> {
    /// Numbers ids in their order; of two alike the first counts.
    pub(super) fn of(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut lookup = Self::default();
        for (number, id) in (0..).zip(ids) {
            lookup.numbers.entry(id).or_insert(number);
        }
        lookup
    }

    /// The number of an id, as a position in what was numbered.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).map(|number| *number as usize)
    }

    /// The number of an id, and a new one for a new id, for which `add` is called.
    pub(super) fn number(&mut self, id: &'a str, add: impl FnOnce()) -> usize {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(id).or_insert_with(|| {
            add();
            next
        }) as usize
    }
}
