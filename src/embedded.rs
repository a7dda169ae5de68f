//! The catalogue that was checked and merged when this program was built.

use crate::catalogue::{Alphabet, Catalogue};

/// The published form of it, in which it is embedded.
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// Where its texts stand in Swedish alphabetical order: the ranks of [`Alphabet::texts`]. More texts
/// than 16 bits can count do not compile.
const RANKS: &[u16] = &include!(concat!(env!("OUT_DIR"), "/ranks.rs"));

/// Reads the embedded catalogue.
///
/// # Errors
/// None in a program that was built, since `build.rs` wrote the text; the type says that text is
/// being read.
pub fn catalogue() -> serde_json::Result<Catalogue> {
    let document = serde_json::from_str(JSON)?;
    let alphabet = Alphabet::from_ranks(&document, RANKS);
    Ok(Catalogue::new(document, alphabet))
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
