//! What a catalogue from elsewhere may point to without giving it: the vocabularies of this program's own.

use crate::catalogue::Document;

/// The vocabularies and publishers of the embedded catalogue, without white space.
const VOCABULARIES: &str = include_str!(concat!(env!("OUT_DIR"), "/vocabularies.json"));

/// The ids of its records.
const RECORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/records.json"));

/// What may be pointed to.
#[derive(Debug, Default)]
pub struct Builtin {
    /// Vocabularies and publishers.
    pub document: Document,
    /// Ids of records. A relation to one of them is no fault, but leads nowhere in a catalogue without it.
    pub records: Vec<String>,
}

impl Builtin {
    /// Those of this program.
    ///
    /// # Errors
    /// None in a program that was built, since `build.rs` wrote what is read.
    pub fn embedded() -> serde_json::Result<Self> {
        // By the same reader as all else, of which the Wasm carries one.
        let document = serde_json::from_str(VOCABULARIES)?;
        Ok(Self { document, records: serde_json::from_str(RECORDS)? })
    }
}
