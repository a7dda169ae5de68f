//! The engine: made once for a catalogue and a day, asked for every change of the question.

use std::ops::{Range, RangeInclusive};

use super::bits::Bits;
use super::builder::Builder;
use super::column::Column;
use super::facet::{Facet, Value};
use super::order::{Orders, Sort};
use super::places::{PlaceIndex, Places};
use super::results::Results;
use super::selection::Query;
use super::span::Spans;
use super::text::{Matching, Memory, Wanted, Words};
use crate::catalogue::{Catalogue, Day, Form, Lang, PlaceIx, RecordIx};
use crate::ranked::{low, sort};

/// The index of a catalogue on a day.
#[derive(Debug, Clone, Default)]
pub struct Engine {
    pub(super) columns: Vec<Column>,
    pub(super) words: Words,
    pub(super) matching: Matching,
    pub(super) orders: Orders,
    pub(super) spans: Spans,
    pub(super) places: PlaceIndex,
    /// Records that stand in the list by themselves.
    pub(super) entries: Bits,
    /// Entries and parts: what search looks at.
    pub(super) searchable: Bits,
}

/// A question as sets of records, one for each thing asked.
struct Narrowed<'a> {
    /// What may be listed while no form is chosen.
    universe: &'a Bits,
    /// Who has the words; `None` where there are none.
    found: Option<&'a Bits>,
    /// Who has the years; `None` where none are asked for.
    years: Option<Bits>,
    /// For each facet, who has one of the chosen values; `None` where none is chosen.
    chosen: Vec<Option<Bits>>,
}

impl Narrowed<'_> {
    fn is_chosen(&self, facet: Facet) -> bool {
        self.chosen.get(facet.position()).is_some_and(Option::is_some)
    }

    /// Who has the words and one of the chosen values of each facet but `own`.
    fn except(&self, own: Option<Facet>, searchable: &Bits) -> Bits {
        // The form decides which records are listed at all: none chosen means the universe. While
        // the forms themselves are counted, each brings its own.
        let by_form = own == Some(Facet::Form) || self.is_chosen(Facet::Form);
        let mut bits = if by_form { searchable.clone() } else { self.universe.clone() };
        self.found.into_iter().for_each(|found| bits.intersect(found));
        for (position, chosen) in self.chosen.iter().enumerate() {
            if let Some(chosen) = chosen
                && own.is_none_or(|own| own.position() != position)
            {
                bits.intersect(chosen);
            }
        }
        bits
    }

    fn in_years(&self, mut bits: Bits) -> Bits {
        self.years.iter().for_each(|years| bits.intersect(years));
        bits
    }
}

impl Engine {
    /// Builds the index. `today` decides the statuses.
    #[must_use]
    pub fn new(catalogue: &Catalogue, today: Day) -> Self {
        let mut builder = Builder::new(catalogue, today);
        while builder.take(usize::MAX) {}
        builder.finish()
    }

    /// The same engine with another way to match words.
    #[must_use]
    pub fn with_matching(self, matching: Matching) -> Self {
        Self { matching, ..self }
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
    /// titles where they decide the order. `memory` makes the next letter cheap.
    #[must_use]
    pub fn run(&self, query: &Query, lang: Lang, memory: &mut Memory) -> Results {
        let answer = memory.search(&self.words, &query.text, self.matching);
        let (found, sought) = answer.map_or((None, Vec::new()), |(f, sought)| (Some(f), sought));
        let universe = if found.is_some() { &self.searchable } else { &self.entries };
        let narrowed = Narrowed {
            universe,
            found: found.as_ref().map(|found| &found.records),
            years: self.spans.during(query.years),
            chosen: self.columns.iter().map(|column| chosen(column, query, universe)).collect(),
        };
        let any_year = narrowed.except(None, &self.searchable);
        let undated = self.spans.undated.count_common(&any_year);
        let hits = narrowed.in_years(any_year);
        let counts =
            self.columns.iter().map(|column| self.counts(column, &narrowed, &hits)).collect();
        Results {
            count: hits.count(),
            hits,
            undated,
            wanted: Wanted::new(sought),
            counts,
            order: query.order(),
            lang,
            scores: found.map(|found| found.scores),
        }
    }

    /// The records, parts among them, that have a question's values and years, whatever its words are: what a
    /// catalogue is limited to.
    #[must_use]
    pub fn within(&self, preset: &Query) -> Bits {
        let mut bits = self.searchable.clone();
        let columns = self.columns.iter();
        let chosen = columns.filter_map(|column| chosen(column, preset, &self.searchable));
        let years = self.spans.during(preset.years);
        chosen.chain(years).for_each(|wanted| bits.intersect(&wanted));
        bits
    }

    /// How many records each value of a column would have, whatever is chosen in that column.
    fn counts(&self, column: &Column, narrowed: &Narrowed<'_>, hits: &Bits) -> Vec<usize> {
        let own = column.facet == Facet::Form || narrowed.is_chosen(column.facet);
        let rest =
            own.then(|| narrowed.in_years(narrowed.except(Some(column.facet), &self.searchable)));
        let rest = rest.as_ref().unwrap_or(hits);
        // Each form lists what it brings; any other value is one of what the chosen forms list.
        let listed = (column.facet == Facet::Form).then(|| {
            let mut listed = rest.clone();
            listed.intersect(narrowed.universe);
            listed
        });
        let listed = listed.as_ref().unwrap_or(rest);
        let among = |value| if lists_parts(column.facet, value) { rest } else { listed };
        column.postings().map(|(value, posting)| posting.count_common(among(value))).collect()
    }

    /// Some of the records found, in the order asked for: the places of the order that `range` names.
    #[must_use]
    pub fn page(&self, results: &Results, range: Range<usize>) -> Vec<RecordIx> {
        let order = self.orders.of(results.order, results.lang);
        match results.scores.as_deref() {
            Some(scores) if results.order == Sort::Relevance => {
                // Of two that fit alike, an entry stands before a part of another.
                let key = |record: RecordIx| {
                    let score = scores.get(record.index()).copied().map_or(0, u32::from);
                    let part = u32::from(!self.entries.contains(record));
                    u64::from(score * 2 + part) << 32 | u64::from(order.rank(record))
                };
                let keys = least(results.hits.iter().map(key).collect(), range);
                keys.into_iter().filter_map(|key| order.record(low(key))).collect()
            }
            _ => self.in_order(&order.records, &results.hits, range),
        }
    }

    /// Those of `hits` that dates place, in an order and at most so many; the best
    /// hits first stand as the newest do.
    #[must_use]
    pub fn dated(&self, hits: &Bits, sort: Sort, lang: Lang, most: usize) -> Vec<RecordIx> {
        let mut dated = hits.clone();
        dated.intersect(&self.spans.dated);
        self.in_order(&self.orders.of(sort, lang).records, &dated, 0..most)
    }

    /// How many of `hits` there would be in each of some years if that year alone were asked for.
    #[must_use]
    pub fn per_year(&self, hits: &Bits, years: RangeInclusive<i16>) -> Vec<usize> {
        self.spans.per_year(hits, years)
    }

    /// The records that stand in the list by themselves.
    #[must_use]
    pub fn entries(&self) -> &Bits {
        &self.entries
    }

    /// Those of `hits` that no dates place, by title, and at most so many.
    #[must_use]
    pub fn undated(&self, hits: &Bits, lang: Lang, most: usize) -> Vec<RecordIx> {
        let mut undated = hits.clone();
        undated.intersect(&self.spans.undated);
        self.in_order(&self.orders.of(Sort::Title, lang).records, &undated, 0..most)
    }

    /// How many of `hits` dates place.
    #[must_use]
    pub fn count_dated(&self, hits: &Bits) -> usize {
        self.spans.dated.count_common(hits)
    }

    /// The places that some records touch.
    #[must_use]
    pub fn places(&self, hits: &Bits) -> Places {
        self.places.of(hits)
    }

    /// The records that touch a place; those of a whole country stand for it.
    #[must_use]
    pub fn records_at(&self, place: PlaceIx) -> Vec<RecordIx> {
        self.places.records(place)
    }

    /// Those of `hits`, newest first.
    #[must_use]
    pub fn newest(&self, hits: &Bits) -> Vec<RecordIx> {
        self.in_order(&self.orders.of(Sort::Newest, Lang::Sv).records, hits, 0..usize::MAX)
    }

    /// The set of some records, to ask for their places or dates.
    #[must_use]
    pub fn set_of(&self, records: &[RecordIx]) -> Bits {
        Bits::from_records(self.orders.of(Sort::Newest, Lang::Sv).records.len(), records)
    }

    /// Records that stand in order already need no sorting: those of a set are picked out.
    fn in_order(&self, order: &[RecordIx], hits: &Bits, range: Range<usize>) -> Vec<RecordIx> {
        let hits = order.iter().copied().filter(|record| hits.contains(*record));
        hits.skip(range.start).take(range.len()).collect()
    }
}

/// The records of a facet's chosen values together; `None` where none is chosen.
fn chosen(column: &Column, query: &Query, universe: &Bits) -> Option<Bits> {
    let mut values = query.values(column.facet).peekable();
    values.peek()?;
    let (mut all, mut listed) = (universe.none(), universe.none());
    for value in values {
        let into = if lists_parts(column.facet, value) { &mut all } else { &mut listed };
        column.posting(value).into_iter().for_each(|posting| posting.add_to(into));
    }
    if column.facet == Facet::Form {
        listed.intersect(universe);
    }
    all.unite(&listed);
    Some(all)
}

/// Whether choosing a value lists parts of other records too: applications, which are all parts.
fn lists_parts(facet: Facet, value: &Value) -> bool {
    facet == Facet::Form && value.as_str() == Form::Application.key()
}

/// The smallest keys in order, those at the places of `range`.
fn least(mut keys: Vec<u64>, range: Range<usize>) -> Vec<u64> {
    if range.end < keys.len() {
        // Only the pages up to this one are sorted.
        keys.select_nth_unstable(range.end);
        keys.truncate(range.end);
    }
    sort(&mut keys);
    keys.drain(..range.start.min(keys.len()));
    keys
}
