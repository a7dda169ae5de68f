//! Places of a selection with what the catalogue knows of them.

use crate::catalogue::{Catalogue, MunicipalityCode, Place};
use crate::query::{Places, Tie, Touched};

/// A place that the selection touches.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) place: &'a Place,
    /// Whose home it is; `None` for a partner's place.
    pub(super) home: Option<&'a MunicipalityCode>,
    /// How many records touch it.
    pub(super) count: usize,
}

/// The places of a selection, in their order.
pub(super) fn seen<'a>(catalogue: &'a Catalogue, places: &Places) -> Vec<Seen<'a>> {
    let seen = |touched: &Touched| {
        let home = match touched.tie {
            Tie::Home(municipality) => catalogue.municipality_at(municipality),
            Tie::Partner => None,
        };
        let home = home.map(|municipality| &municipality.code);
        Some(Seen { place: catalogue.place_at(touched.place)?, home, count: touched.count })
    };
    places.touched.iter().filter_map(seen).collect()
}
