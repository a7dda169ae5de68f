//! A set of records as one bit each.

use crate::catalogue::RecordIx;

/// A fixed-size set of record indices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set over `len` records.
    #[must_use]
    pub fn empty(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)] }
    }

    /// The set of the records whose item in `column`, which has one for each record, is wanted.
    #[must_use]
    pub fn of<T>(column: &[T], wanted: impl Fn(&T) -> bool) -> Self {
        let word = |items: &[T]| {
            items.iter().rev().fold(0, |word, item| word << 1 | u64::from(wanted(item)))
        };
        Self { words: column.chunks(64).map(word).collect() }
    }

    /// The set over `len` records that holds just `records`.
    #[must_use]
    pub fn from_records(len: usize, records: &[RecordIx]) -> Self {
        let mut bits = Self::empty(len);
        records.iter().for_each(|record| bits.insert(*record));
        bits
    }

    /// Adds a record; one beyond the size is left out.
    pub fn insert(&mut self, record: RecordIx) {
        if let Some(word) = self.words.get_mut(record.index() / 64) {
            *word |= 1 << (record.0 % 64);
        }
    }

    /// Whether the record belongs to the set.
    #[must_use]
    pub fn contains(&self, record: RecordIx) -> bool {
        self.words.get(record.index() / 64).is_some_and(|word| word & (1 << (record.0 % 64)) != 0)
    }

    /// Keeps what `other` has too.
    pub fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what `other` has.
    pub fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// The empty set over as many records.
    #[must_use]
    pub fn none(&self) -> Self {
        Self { words: vec![0; self.words.len()] }
    }

    /// How many records.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many records both sets have, without making a third.
    #[must_use]
    pub fn count_common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The records, in rising order.
    pub fn iter(&self) -> impl Iterator<Item = RecordIx> {
        (0_u32..).zip(&self.words).flat_map(|(position, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros();
                    rest &= rest - 1;
                    RecordIx(position * 64 + bit)
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        let column: Vec<u32> = (0..200).collect();
        let even = Bits::of(&column, |number| number % 2 == 0);
        let third = Bits::of(&column, |number| number % 3 == 0);
        let mut both = even.clone();
        both.intersect(&third);
        assert_eq!(
            both.iter().map(|record| record.0).collect::<Vec<_>>(),
            (0..200).step_by(6).collect::<Vec<_>>()
        );
        assert_eq!(both.count(), even.count_common(&third));
        assert!(!both.contains(RecordIx(1000)));
    }
}
