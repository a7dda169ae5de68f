//! Which places a selection touches, and by which records.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, MunicipalityCode, Place, PlaceId, RecordIx};

/// What a place is to the records that touch it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie<'a> {
    /// Home of a municipality whose records these are.
    Home(&'a MunicipalityCode),
    /// A partner's place.
    Partner,
}

/// A place with the records that touch it.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched<'a> {
    /// The place.
    pub place: &'a Place,
    /// What it is to them. A municipality at home is drawn as a home, even where it is somebody
    /// else's partner too.
    pub tie: Tie<'a>,
    /// The records, each once.
    pub records: Vec<RecordIx>,
}

/// The places that `records` touch, in the catalogue's order of places.
#[must_use]
pub fn places<'a>(catalogue: &'a Catalogue, records: &[RecordIx]) -> Vec<Touched<'a>> {
    let mut touched: BTreeMap<&PlaceId, Touched<'a>> = BTreeMap::new();
    let mut note = |place: &'a Place, tie: Tie<'a>, record: RecordIx| {
        let entry =
            touched.entry(&place.id).or_insert_with(|| Touched { place, tie, records: Vec::new() });
        entry.tie = entry.tie.min(tie);
        if entry.records.last() != Some(&record) {
            entry.records.push(record);
        }
    };
    for &index in records {
        let Some(record) = catalogue.record(index) else { continue };
        for code in &record.municipalities {
            let municipality = catalogue.municipality(code);
            if let Some(place) =
                municipality.and_then(|m| m.place.as_ref()).and_then(|id| catalogue.place(id))
            {
                note(place, Tie::Home(code), index);
            }
        }
        for place in catalogue.partners(record).filter_map(|(_, place)| place) {
            note(place, Tie::Partner, index);
        }
    }
    touched.into_values().collect()
}
