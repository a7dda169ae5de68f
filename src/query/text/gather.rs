//! Making the index of words, record by record.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::field::{Field, Occurrence};
use super::fold::fold_into;
use super::lexicon::Lexicon;
use super::term::Words;
use super::words::each_word;
use crate::catalogue::RecordIx;

/// A term by order of appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TermIx(u32);

/// Words of some text, known once and found in many records.
pub(in crate::query) type Terms = Vec<(TermIx, Field)>;

/// The words of the records that were taken up so far.
#[derive(Debug, Default)]
pub(in crate::query) struct Gathering {
    /// The terms, one after the other.
    text: String,
    /// Where each term ends.
    ends: Vec<u32>,
    numbers: HashTable<u32>,
    /// How often each term occurs, and where in `occurrences` it was met last.
    counts: Vec<u32>,
    last: Vec<u32>,
    /// The terms of one record after the other.
    occurrences: Vec<Occurrence>,
    /// Where the terms of each record end.
    record_ends: Vec<u32>,
    folded: String,
}

impl Gathering {
    /// The terms of a text.
    pub(super) fn terms(&mut self, field: Field, text: &str, terms: &mut Terms) {
        each_word(text, |_, word| terms.push((self.number(word), field)));
    }

    /// Adds a text to the record that is being taken up.
    pub(super) fn add_text(&mut self, field: Field, text: &str) {
        each_word(text, |_, word| {
            let term = self.number(word);
            self.add(term, field);
        });
    }

    /// Adds the words of a text that is known already.
    pub(super) fn add_terms(&mut self, terms: &Terms) {
        terms.iter().for_each(|(term, field)| self.add(*term, *field));
    }

    fn add(&mut self, TermIx(term): TermIx, field: Field) {
        let start = self.record_ends.last().copied().unwrap_or(0);
        let (Some(last), Some(count)) =
            (self.last.get_mut(term as usize), self.counts.get_mut(term as usize))
        else {
            return;
        };
        // The position of another term's occurrence is the one of a term never met.
        let known = self.occurrences.get_mut(*last as usize).filter(|_| *last >= start);
        match known.filter(|known| known.number() == term as usize) {
            Some(known) => *known = known.at_best(field),
            None => {
                *last = offset(self.occurrences.len());
                *count += 1;
                self.occurrences.push(Occurrence::new(term, field));
            }
        }
    }

    /// The record is complete; the next one begins.
    pub(super) fn end_record(&mut self) {
        self.record_ends.push(offset(self.occurrences.len()));
    }

    fn number(&mut self, word: &str) -> TermIx {
        self.folded.clear();
        fold_into(&mut self.folded, word);
        let Self { text, ends, numbers, folded, counts, last, .. } = self;
        let hash = |term: &str| FxBuildHasher.hash_one(term);
        let known = numbers.find(hash(folded), |number| term(text, ends, *number) == folded);
        if let Some(number) = known {
            return TermIx(*number);
        }
        let number = offset(ends.len());
        text.push_str(folded);
        ends.push(offset(text.len()));
        counts.push(0);
        last.push(0);
        numbers.insert_unique(hash(folded), number, |number| hash(term(text, ends, *number)));
        TermIx(number)
    }

    /// The index of what was gathered.
    pub(in crate::query) fn finish(self) -> Words {
        let Self { text, ends, counts, occurrences, record_ends, .. } = self;
        let term = |number: u32| term(&text, &ends, number);
        let mut order: Vec<(u64, u32)> =
            (0..offset(ends.len())).map(|number| (beginning(term(number)), number)).collect();
        // Most terms differ in their first letters, which are compared as one number.
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| term(a.1).cmp(term(b.1))));

        let count = |number: u32| counts.get(number as usize).copied().unwrap_or(0);
        let mut starts = Vec::with_capacity(order.len() + 1);
        let mut next = vec![0; order.len()];
        let mut start = 0;
        for (_, number) in &order {
            starts.push(start);
            if let Some(next) = next.get_mut(*number as usize) {
                *next = start;
            }
            start += count(*number);
        }
        starts.push(start);
        let mut by_term = vec![Occurrence::new(0, Field::Title); occurrences.len()];
        let mut from = 0;
        for (record, end) in (0..).zip(&record_ends) {
            let of_record = occurrences.get(from..*end as usize).unwrap_or_default();
            for occurrence in of_record {
                if let Some(next) = next.get_mut(occurrence.number()) {
                    if let Some(slot) = by_term.get_mut(*next as usize) {
                        *slot = occurrence.moved_to(RecordIx(record));
                    }
                    *next += 1;
                }
            }
            from = *end as usize;
        }
        let terms = Lexicon::new(order.iter().map(|(_, number)| term(*number)));
        Words::new(terms, starts, by_term, record_ends.len())
    }
}

fn term<'a>(text: &'a str, ends: &[u32], number: u32) -> &'a str {
    let number = number as usize;
    let start = number.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let end = ends.get(number).copied().unwrap_or(0);
    text.get(start as usize..end as usize).unwrap_or_default()
}

/// The first eight bytes of a term as a number that sorts as they do.
fn beginning(term: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(term.bytes()).for_each(|(slot, byte)| *slot = byte);
    u64::from_be_bytes(bytes)
}

fn offset(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
