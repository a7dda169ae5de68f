//! The engine: made once for a catalogue and a day, asked for every change of the question.

use super::bits::Bits;
use super::column::Column;
use super::facet::{Facet, Value};
use super::order::{Ranks, Sort};
use super::selection::{Query, Years};
use super::text::Words;
use crate::catalogue::{Catalogue, Day, Edtf, Form, Listing, RecordIx};

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// The records, in order.
    pub hits: Vec<RecordIx>,
    /// For each facet, in the order of its column's values: how many records there would be of the
    /// value if it were chosen. A facet's own choices do not limit its own counts.
    counts: Vec<Vec<usize>>,
}

impl Results {
    /// The counts of a facet, in the order of its column's values.
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[usize] {
        self.counts.get(facet.position()).map_or(&[], Vec::as_slice)
    }
}

/// The index of a catalogue on a day.
#[derive(Debug, Clone)]
pub struct Engine {
    columns: Vec<Column>,
    words: Words,
    ranks: Ranks,
    /// Records that stand in the list by themselves.
    entries: Bits,
    /// Entries and parts: what search looks at.
    searchable: Bits,
    /// Each record's dates, where they can be placed on a time axis.
    periods: Vec<Option<Edtf>>,
}

impl Engine {
    /// Builds the index. `today` decides the statuses.
    #[must_use]
    pub fn new(catalogue: &Catalogue, today: Day) -> Self {
        let len = catalogue.records().len();
        let listing = |index| catalogue.record(index).map(|record| record.listing);
        let periods: Vec<_> = catalogue
            .records()
            .map(|(_, record)| record.period.placeable())
            .collect();
        Self {
            columns: Facet::ALL
                .map(|facet| Column::new(catalogue, facet, today))
                .to_vec(),
            words: Words::new(catalogue),
            ranks: Ranks::new(catalogue),
            entries: Bits::of(len, |index| listing(index) == Some(Listing::Entry)),
            searchable: Bits::of(len, |index| {
                matches!(listing(index), Some(Listing::Entry | Listing::Part))
            }),
            periods,
        }
    }

    /// The column of a facet.
    #[must_use]
    pub fn column(&self, facet: Facet) -> Option<&Column> {
        self.columns.get(facet.position())
    }

    /// Answers a question.
    ///
    /// Values of one facet widen it (OR), facets narrow each other (AND). Parts of other records
    /// take part only where words are asked for, or the form "ansökan".
    #[must_use]
    pub fn run(&self, query: &Query) -> Results {
        let scores = self.words.search(&query.text);
        let mut common = self.years(query.years);
        if let Some(scores) = &scores {
            let len = self.periods.len();
            let mut found = Bits::empty(len);
            scores.keys().for_each(|record| found.insert(*record));
            common.intersect(&found);
        }
        let universe = if scores.is_some() {
            &self.searchable
        } else {
            &self.entries
        };
        let chosen: Vec<Option<Bits>> = self
            .columns
            .iter()
            .map(|column| self.chosen(column, query, universe))
            .collect();
        // The form decides which records are listed at all: nothing chosen means the universe.
        let others = |own: Option<usize>| {
            let mut bits = common.clone();
            for (position, chosen) in chosen
                .iter()
                .enumerate()
                .filter(|(position, _)| Some(*position) != own)
            {
                match chosen {
                    Some(chosen) => bits.intersect(chosen),
                    None if position == Facet::Form.position() => bits.intersect(universe),
                    None => {}
                }
            }
            bits
        };
        let counts = self
            .columns
            .iter()
            .enumerate()
            .map(|(position, column)| {
                let rest = others(Some(position));
                let value_bits = column.values.iter().zip(column.postings());
                value_bits
                    .map(|(value, posting)| {
                        self.listed(column.facet, value, posting, universe)
                            .count_common(&rest)
                    })
                    .collect()
            })
            .collect();
        let mut hits: Vec<RecordIx> = others(None).iter().collect();
        let sort = query.order();
        hits.sort_by_key(|record| {
            let score = match (&scores, sort) {
                (Some(scores), Sort::Relevance) => scores.get(record).copied().unwrap_or(u32::MAX),
                _ => 0,
            };
            (score, self.ranks.of(sort, *record))
        });
        Results { hits, counts }
    }

    /// The records of a facet's chosen values together; `None` where none is chosen.
    fn chosen(&self, column: &Column, query: &Query, universe: &Bits) -> Option<Bits> {
        let mut values = query.values(column.facet).peekable();
        values.peek()?;
        let mut bits = Bits::empty(self.periods.len());
        for value in values {
            if let Some(posting) = column.posting(value) {
                bits.unite(&self.listed(column.facet, value, posting, universe));
            }
        }
        Some(bits)
    }

    /// A value's records that may be listed: for a form, its entries, and all of the applications.
    fn listed(&self, facet: Facet, value: &Value, posting: &Bits, universe: &Bits) -> Bits {
        let mut bits = posting.clone();
        if facet == Facet::Form && value.as_str() != Form::Application.key() {
            bits.intersect(universe);
        }
        bits
    }

    fn years(&self, years: Years) -> Bits {
        let len = self.periods.len();
        if years.is_any() {
            return Bits::of(len, |_| true);
        }
        let asked = years.from.is_some() || years.to.is_some();
        Bits::of(len, |index| {
            match self.periods.get(index.index()).copied().flatten() {
                Some(edtf) => asked && edtf.overlaps_years(years.from, years.to),
                None => years.undated,
            }
        })
    }
}
