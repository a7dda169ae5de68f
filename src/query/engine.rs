//! The engine: made once for a catalogue and a day, asked for every change of the question.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::column::Column;
use super::facet::{Facet, Value};
use super::order::{Ranks, Sort};
use super::selection::{Query, Years};
use super::text::Words;
use crate::catalogue::{Catalogue, Day, Edtf, Form, Lang, Listing, RecordIx};

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// The records, in order.
    pub hits: Vec<RecordIx>,
    /// For each facet, in the order of its column's values: how many records there would be of the
    /// value if it were chosen. A facet's own choices do not limit its own counts.
    counts: Vec<Vec<usize>>,
    /// How many records without dates there would be if they were asked for.
    pub undated: usize,
}

impl Results {
    /// The counts of a facet, in the order of its column's values.
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[usize] {
        self.counts.get(facet.position()).map_or(&[], Vec::as_slice)
    }
}

/// A question as sets of records, one for each thing asked.
struct Narrowed<'a> {
    /// What may be listed while no form is chosen.
    universe: &'a Bits,
    /// Who has the words; `None` where there are none.
    found: Option<Bits>,
    /// Who has the years.
    years: Bits,
    /// For each facet, who has one of the chosen values; `None` where none is chosen.
    chosen: Vec<Option<Bits>>,
}

impl Narrowed<'_> {
    /// The records that have all that is asked, the years and one facet left out.
    fn except(&self, own: Option<Facet>) -> Bits {
        let no_form = self.chosen.get(Facet::Form.position()).is_none_or(Option::is_none);
        // The form decides which records are listed at all: none chosen means the universe. While
        // the forms themselves are counted, each brings its own.
        let listed = (no_form && own != Some(Facet::Form)).then_some(self.universe);
        let others = self.chosen.iter().enumerate().filter_map(|(position, chosen)| {
            chosen.as_ref().filter(|_| own.is_none_or(|own| own.position() != position))
        });
        let mut bits = Bits::full(&self.years);
        listed.into_iter().chain(&self.found).chain(others).for_each(|set| bits.intersect(set));
        bits
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
        let periods: Vec<_> =
            catalogue.records().map(|(_, record)| record.period.placeable()).collect();
        Self {
            columns: Facet::ALL.map(|facet| Column::new(catalogue, facet, today)).to_vec(),
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
    /// take part only where words are asked for, or the form "ansökan". `lang` is the language of the
    /// titles where they decide the order.
    #[must_use]
    pub fn run(&self, query: &Query, lang: Lang) -> Results {
        let scores = self.words.search(&query.text);
        let narrowed = self.narrow(query, scores.as_ref());
        let counts = self.columns.iter().map(|column| self.counts(column, &narrowed)).collect();
        let undated = self.years(Years { undated: true, ..Years::default() });
        let mut any_year = narrowed.except(None);
        let mut hits = any_year.clone();
        hits.intersect(&narrowed.years);
        any_year.intersect(&undated);

        let score = |record: RecordIx| match (&scores, query.order()) {
            // Of two that fit alike, an entry stands before a part of another.
            (Some(scores), Sort::Relevance) => {
                let part = u32::from(!self.entries.contains(record));
                scores.get(&record).map_or(u32::MAX, |score| score * 2 + part)
            }
            _ => 0,
        };
        let mut hits: Vec<RecordIx> = hits.iter().collect();
        hits.sort_by_key(|&record| (score(record), self.ranks.of(query.order(), lang, record)));
        Results { hits, counts, undated: any_year.count() }
    }

    fn narrow<'a>(
        &'a self,
        query: &Query,
        scores: Option<&BTreeMap<RecordIx, u32>>,
    ) -> Narrowed<'a> {
        let universe = if scores.is_some() { &self.searchable } else { &self.entries };
        let found = scores.map(|scores| {
            let mut found = Bits::empty(self.periods.len());
            scores.keys().for_each(|record| found.insert(*record));
            found
        });
        let chosen =
            self.columns.iter().map(|column| self.chosen(column, query, universe)).collect();
        Narrowed { universe, found, years: self.years(query.years), chosen }
    }

    /// How many records each value of a column would have, whatever is chosen in that column.
    fn counts(&self, column: &Column, narrowed: &Narrowed<'_>) -> Vec<usize> {
        let mut rest = narrowed.except(Some(column.facet));
        rest.intersect(&narrowed.years);
        let values = column.values.iter().zip(column.postings());
        values
            .map(|(value, posting)| {
                self.listed(column.facet, value, posting, narrowed.universe).count_common(&rest)
            })
            .collect()
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
        Bits::of(len, |index| match self.periods.get(index.index()).copied().flatten() {
            Some(edtf) => asked && edtf.overlaps_years(years.from, years.to),
            None => years.undated,
        })
    }
}
