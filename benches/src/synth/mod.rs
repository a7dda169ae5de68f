//! A catalogue of any number of records, in the product's own form.
//!
//! It is the same on every machine. The records of a smaller catalogue are the first ones of a
//! larger one, and the vocabularies are those of all sizes, so that what grows is the records
//! alone. Values and words are as unevenly common as in life, and vocabularies of words keep
//! growing with the records (Heaps' law): an index meets the terms that it would meet.

mod gazetteer;
mod parse;
mod parties;
mod period;
mod record;
mod text;
mod vocabulary;
mod words;

use partneratlas::catalogue::{Day, Document, SCHEMA_VERSION};

use gazetteer::Gazetteer;
use record::Author;
use vocabulary::Vocabulary;

/// The day on which synthetic catalogues are looked at.
#[must_use]
pub fn today() -> Day {
    Day::new(2026, 11, 2)
}

/// A catalogue of `records` records.
#[must_use]
pub fn catalogue(records: usize) -> Document {
    let gazetteer = Gazetteer::new();
    let vocabulary = Vocabulary::new(&gazetteer.municipalities);
    let records = Author::new(&gazetteer, &vocabulary).take(records).collect();
    Document {
        schema: None,
        schema_version: SCHEMA_VERSION,
        publishers: vocabulary.publishers,
        municipalities: gazetteer.municipalities,
        contacts: Vec::new(),
        countries: gazetteer.countries,
        places: gazetteer.homes.into_iter().chain(gazetteer.abroad).collect(),
        themes: vocabulary.themes,
        funders: vocabulary.funders,
        programmes: vocabulary.programmes,
        sources: vocabulary.sources,
        records,
    }
}
