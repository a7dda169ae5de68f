//! Making the index of words, record by record.

use hashbrown::HashTable;

use super::field::{Field, Occurrence};
use super::lexicon::Lexicon;
use super::scan::{Folded, HEAD, each_folded};
use super::term::Words;
use crate::catalogue::RecordIx;

/// A term by order of appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TermIx(u32);

/// What is known of a term so far.
#[derive(Debug, Clone, Copy)]
struct Term {
    head: [u64; 2],
    hash: u64,
    /// Where it begins and ends in the text of all.
    start: u32,
    end: u32,
    /// How often it occurs.
    count: u32,
    /// Where in the occurrences it was met last.
    last: u32,
}

impl Term {
    fn is(self, word: Folded<'_>, text: &[u8]) -> bool {
        let length = (self.end - self.start) as usize;
        self.head == word.head
            && length == word.bytes.len()
            && (length <= HEAD || self.bytes(text).get(HEAD..) == word.bytes.get(HEAD..))
    }

    fn bytes(self, text: &[u8]) -> &[u8] {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// Words of some text, known once and found in many records.
pub(in crate::query) type Terms = Vec<(TermIx, Field)>;

/// The words of the records that were taken up so far.
#[derive(Debug, Default)]
pub(in crate::query) struct Gathering {
    /// The terms, one after the other, in UTF-8.
    text: Vec<u8>,
    terms: Vec<Term>,
    numbers: HashTable<u32>,
    /// The terms of one record after the other.
    occurrences: Vec<Occurrence>,
    /// Where the terms of each record end.
    record_ends: Vec<u32>,
}

impl Gathering {
    /// The terms of a text.
    pub(super) fn terms(&mut self, field: Field, text: &str, terms: &mut Terms) {
        each_folded(text, |word| terms.push((self.number(word), field)));
    }

    /// Adds a text to the record that is being taken up.
    pub(super) fn add_text(&mut self, field: Field, text: &str) {
        each_folded(text, |word| {
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
        let Some(Term { count, last, .. }) = self.terms.get_mut(term as usize) else { return };
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

    /// The number of a folded word.
    fn number(&mut self, word: Folded<'_>) -> TermIx {
        let Self { text, terms, numbers, .. } = self;
        let is_it = |number: &u32| {
            let term = terms.get(*number as usize);
            term.is_some_and(|term| term.is(word, text))
        };
        if let Some(number) = numbers.find(word.hash, is_it) {
            return TermIx(*number);
        }
        let number = offset(terms.len());
        let start = offset(text.len());
        text.extend_from_slice(word.bytes);
        let Folded { head, hash, .. } = word;
        terms.push(Term { head, hash, start, end: offset(text.len()), count: 0, last: 0 });
        numbers.insert_unique(hash, number, |number| {
            terms.get(*number as usize).map_or(0, |term| term.hash)
        });
        TermIx(number)
    }

    /// The index of what was gathered.
    pub(in crate::query) fn finish(self) -> Words {
        let Self { text, terms, occurrences, record_ends, .. } = self;
        let term =
            |number: u32| terms.get(number as usize).map_or(&[][..], |term| term.bytes(&text));
        let mut order: Vec<(u64, u32)> = (0..offset(terms.len()))
            .map(|number| (Folded::sort_key(term(number)), number))
            .collect();
        // Most terms differ in their first letters, which are compared as one number.
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| term(a.1).cmp(term(b.1))));

        let count = |number: u32| terms.get(number as usize).map_or(0, |term| term.count);
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
        let lexicon =
            Lexicon::new(order.iter().map(|(_, number)| String::from_utf8_lossy(term(*number))));
        Words::new(lexicon, starts, by_term, record_ends.len())
    }
}

fn offset(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
