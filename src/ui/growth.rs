//! Drawing an element in parts, so that the page stays alive while it is drawn.

use leptos::prelude::*;

/// How much of an element is drawn. Next to nothing comes first, then its frame, then the rows of its lists
/// some at a time, then what is shown beside the list or instead of it. Whoever mounts it grows it, with a
/// pause after each part.
#[derive(Clone, Copy)]
pub(super) struct Growth(RwSignal<usize>);

impl Growth {
    /// The row with the search field.
    pub(super) const SEARCH: usize = 1;
    /// The frame of the filters.
    pub(super) const FILTERS: usize = 2;
    /// The frame of the results.
    pub(super) const RESULTS: usize = 3;
    /// The first rows of both; more come with each of the parts that follow.
    pub(super) const ROWS: usize = 4;
    /// The ground of a map is worked out, after the last rows; nothing is drawn.
    pub(super) const GROUND: usize = 11;
    /// What is beside the list.
    pub(super) const VIEW: usize = 12;
    /// The open record.
    pub(super) const RECORD: usize = 13;
    /// Its map.
    pub(super) const MAP: usize = 14;
    /// Its timeline.
    pub(super) const TIMELINE: usize = 15;
    /// Nothing is missing.
    pub(super) const WHOLE: usize = 16;

    pub(super) fn new(begins_whole: bool) -> Self {
        Self(RwSignal::new(if begins_whole { Self::WHOLE } else { 0 }))
    }

    /// Whether a part is the one that comes next.
    pub(super) fn is_before(self, part: usize) -> bool {
        self.0.try_get_untracked().is_some_and(|drawn| drawn + 1 == part)
    }

    /// Draws the next part; whether there is more.
    pub(super) fn grow(self) -> bool {
        self.0.try_update(|part| *part += 1);
        self.0.try_get_untracked().is_some_and(|part| part < Self::WHOLE)
    }

    /// Whether a part is to be drawn.
    pub(super) fn has(self, part: usize) -> Memo<bool> {
        Memo::new(move |_| self.0.get() >= part)
    }

    /// How many rows of a list of at most `most` are to be drawn, of so many in each part.
    pub(super) fn rows(self, in_part: usize, most: usize) -> usize {
        match self.0.get() {
            Self::WHOLE.. => most,
            part => most.min((part + 1).saturating_sub(Self::ROWS) * in_part),
        }
    }
}
