//! What makes one hit better than another.

use crate::catalogue::RecordIx;

/// Where in a record a word stands; an earlier one weighs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::query) enum Field {
    Title,
    Alias,
    Partner,
    Place,
    Theme,
    Summary,
}

/// How a word of the question meets a word of a record; an earlier one is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// It is the word.
    Whole,
    /// The word begins with it.
    Prefix,
    /// It stands inside: the tail of a compound.
    Inside,
    /// It would, if å, ä and ö were a and o.
    Plain,
    /// All but a slip of the finger.
    Slip,
}

/// Bits that a field takes in an [`Occurrence`].
const FIELD_BITS: u32 = 3;

/// That a word stands in a record, packed into 32 bits: the record's number and the best field. An
/// index of 100 000 records has some five million of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Occurrence(u32);

impl Occurrence {
    pub(super) fn new(number: u32, field: Field) -> Self {
        Self(number << FIELD_BITS | field as u32)
    }

    /// The number of the record, or of the term.
    pub(super) fn number(self) -> usize {
        (self.0 >> FIELD_BITS) as usize
    }

    /// The same word in a field that may be better.
    pub(super) fn at_best(self, field: Field) -> Self {
        Self(self.0.min(self.0 >> FIELD_BITS << FIELD_BITS | field as u32))
    }

    /// The same field of a record instead of a term.
    pub(super) fn moved_to(self, record: RecordIx) -> Self {
        Self(record.0 << FIELD_BITS | (self.0 & ((1 << FIELD_BITS) - 1)))
    }

    /// The score of a hit of this kind here; lower is better. Å, ä and ö are letters of their own:
    /// a hit that ignores that, or a slip, stands below every exact one, whatever its field. The
    /// weights keep looseness, fields and kinds apart when the scores of a dozen words are added.
    pub(super) fn score(self, kind: Kind) -> u16 {
        let field = u16::try_from(self.0 & ((1 << FIELD_BITS) - 1)).unwrap_or(0);
        u16::from(kind >= Kind::Plain) << 12 | field << 6 | kind as u16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_decides_before_the_kind_and_looseness_before_both() {
        let score = |field, kind| Occurrence::new(7, field).score(kind);
        assert!(score(Field::Title, Kind::Inside) < score(Field::Alias, Kind::Whole));
        assert!(score(Field::Summary, Kind::Inside) < score(Field::Title, Kind::Plain));
        let here = Occurrence::new(7, Field::Theme).at_best(Field::Summary).at_best(Field::Partner);
        assert_eq!((here, here.number()), (Occurrence::new(7, Field::Partner), 7));
    }
}
