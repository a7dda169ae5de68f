//! The catalogue that was checked and merged when this program was built.

use crate::catalogue::{Alphabet, Catalogue, Document};
use crate::json::{self, Damaged};

/// The published form of it, without white space.
const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// Where its texts stand in Swedish alphabetical order: the ranks of [`Alphabet::texts`]. More texts
/// than 16 bits can count do not compile.
const RANKS: &[u16] = &include!(concat!(env!("OUT_DIR"), "/ranks.rs"));

/// Reads the embedded document.
///
/// # Errors
/// None in a program that was built, since `build.rs` read it as well; the type says that something
/// is being read.
pub fn document() -> Result<Document, Damaged> {
    json::read(JSON)
}

/// The embedded document as a catalogue.
///
/// # Errors
/// As for [`document`].
pub fn catalogue() -> Result<Catalogue, Damaged> {
    Ok(in_order(document()?))
}

/// The catalogue of the embedded document.
#[must_use]
pub fn in_order(document: Document) -> Catalogue {
    let ranks: Vec<u32> = RANKS.iter().map(|rank| u32::from(*rank)).collect();
    let alphabet = Alphabet::from_ranks(&document, &ranks);
    Catalogue::new(document, alphabet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation;

    #[test]
    fn the_embedded_ranks_are_those_of_the_collator() {
        let catalogue = catalogue().expect("build.rs checked it");
        let compare = collation::swedish().expect("ICU4X knows Swedish");
        let document = catalogue.document();
        assert_eq!(RANKS.len(), Alphabet::texts(document).len());
        assert_eq!(*catalogue.alphabet(), Alphabet::sorted_by(document, compare));
    }
}
