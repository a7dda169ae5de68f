//! Putting the rows of a chart together under headings.

use super::term::Terms;
use crate::catalogue::{Catalogue, Endpoint, Lang, RecordIx};
use crate::query::{Column, Facet, Sort, initial};

/// The facets whose values rows can stand under.
pub const GROUPS: [Facet; 4] = [Facet::Form, Facet::Municipality, Facet::Country, Facet::Money];

/// By what rows are put together that no facet groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Run {
    /// The year in which they begin.
    Begins(i16),
    /// The year in which they end, as far as anybody knows.
    Ends(i16),
    /// What has no end.
    Endless,
    /// The first letter of the title, as a capital and without an accent that makes no letter of its own.
    Initial(char),
}

/// Records, in the order of the whole, one after the other.
pub type Rows = Vec<RecordIx>;

/// The records of each value of a column, by the value's position there. Who has several values stands
/// under each of them.
#[must_use]
pub fn by_value(column: &Column, ordered: &[RecordIx]) -> Vec<Rows> {
    // Where each record stands in the order; u32::MAX is nowhere.
    let len = ordered.iter().map(|record| record.index() + 1).max().unwrap_or(0);
    let mut places = vec![u32::MAX; len];
    for (place, record) in (0..).zip(ordered) {
        if let Some(slot) = places.get_mut(record.index()) {
            *slot = place;
        }
    }
    let place = |record: RecordIx| places.get(record.index()).copied().unwrap_or(u32::MAX);
    let rows = |value| {
        let known = column.records(value).filter(|record| place(*record) != u32::MAX);
        crate::ranked::ranked(known.collect(), |record| place(*record))
    };
    column.values.iter().map(rows).collect()
}

/// The records in stretches of the same kind, of which the order decides: by year where it is an order
/// in time, by letter where it is one of titles. There is one stretch of a kind.
#[must_use]
pub fn by_run(
    catalogue: &Catalogue,
    terms: &Terms,
    ordered: &[RecordIx],
    sort: Sort,
    lang: Lang,
) -> Vec<(Run, Rows)> {
    let run = |record: RecordIx| match sort {
        Sort::Title => Some(Run::Initial(initial(catalogue.record(record)?.title.text(lang)))),
        Sort::Ending => {
            let edtf = catalogue.record(record)?.period.placeable()?;
            let (_, last) = edtf.span()?;
            let endless = edtf.end() == Endpoint::Open;
            Some(if endless { Run::Endless } else { Run::Ends(last.year()) })
        }
        Sort::Relevance | Sort::Newest | Sort::Oldest => {
            terms.get(record).map(|term| Run::Begins(term.first.year()))
        }
    };
    let mut runs: Vec<(Run, Rows)> = Vec::new();
    for &record in ordered {
        let Some(of) = run(record) else { continue };
        // Nearly always the last; the order may know more than the heading says.
        match runs.iter_mut().rev().find(|(run, _)| *run == of) {
            Some((_, rows)) => rows.push(record),
            None => runs.push((of, vec![record])),
        }
    }
    runs
}
