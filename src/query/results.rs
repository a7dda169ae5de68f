//! The answer to a question.

use std::sync::Arc;

use super::bits::Bits;
use super::facet::Facet;
use super::order::Sort;
use super::text::Wanted;
use crate::catalogue::Lang;

/// Which records answer a question, how many of each value, and what is needed to put them in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// The records, in no order; [`super::Engine::page`] has them in the order asked for.
    pub hits: Bits,
    /// How many.
    pub count: usize,
    /// How many records without dates there would be if they were asked for.
    pub undated: usize,
    /// What views mark of the words asked for.
    pub wanted: Wanted,
    /// For each facet, in the order of its column's values: how many records there would be of the
    /// value if it were chosen. A facet's own choices do not limit its own counts.
    pub(super) counts: Vec<Vec<usize>>,
    pub(super) order: Sort,
    pub(super) lang: Lang,
    /// Each record's score for the words, lower is better; `None` where no words were asked for.
    pub(super) scores: Option<Arc<[u16]>>,
}

impl Results {
    /// The counts of a facet, in the order of its column's values.
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[usize] {
        self.counts.get(facet.position()).map_or(&[], Vec::as_slice)
    }
}
