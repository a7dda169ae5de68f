//! The records of one value: many as a bit set, few as a list.

use super::bits::Bits;
use crate::catalogue::RecordIx;

/// The records that have a value, however many they are. Asking costs at most as much as the
/// smaller of the two forms would: `benches/postings.rs` compares them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Posting {
    /// In rising order, each once.
    Few(Box<[RecordIx]>),
    /// One bit for each record of the catalogue.
    Many(Bits),
}

impl Posting {
    /// From records in rising order, each once, of a catalogue of `len`.
    pub(super) fn new(records: Vec<RecordIx>, len: usize) -> Self {
        // A list takes 32 bits for each of its records, a set one bit for each record there is.
        if records.len() > len / 32 {
            Self::Many(Bits::from_records(len, &records))
        } else {
            Self::Few(records.into_boxed_slice())
        }
    }

    /// Its records, in rising order.
    pub(super) fn iter(&self) -> impl Iterator<Item = RecordIx> {
        let (few, many) = match self {
            Self::Few(records) => (Some(records.iter().copied()), None),
            Self::Many(bits) => (None, Some(bits.iter())),
        };
        few.into_iter().flatten().chain(many.into_iter().flatten())
    }

    /// How many of its records are in `bits`.
    pub(super) fn count_common(&self, bits: &Bits) -> usize {
        match self {
            Self::Few(records) => records.iter().filter(|record| bits.contains(**record)).count(),
            Self::Many(own) => own.count_common(bits),
        }
    }

    /// Adds its records to `bits`.
    pub(super) fn add_to(&self, bits: &mut Bits) {
        match self {
            Self::Few(records) => records.iter().for_each(|record| bits.insert(*record)),
            Self::Many(own) => bits.unite(own),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_answer_alike() {
        let records: Vec<RecordIx> = (0..1000).step_by(7).map(RecordIx).collect();
        let few = Posting::Few(records.clone().into_boxed_slice());
        let many = Posting::new(records, 1000);
        assert!(matches!(many, Posting::Many(_)));
        let column: Vec<u32> = (0..1000).collect();
        let asked = Bits::of(&column, |number| number % 3 == 0);
        assert_eq!(few.count_common(&asked), many.count_common(&asked));
        assert_eq!(few.count_common(&asked), 48);
        let (mut a, mut b) = (asked.clone(), asked);
        few.add_to(&mut a);
        many.add_to(&mut b);
        assert_eq!(a, b);
    }
}
