//! Which places a selection touches, and by how many of its records.

use super::bits::Bits;
use super::posting::Posting;
use super::resolve::Resolved;
use crate::catalogue::{Catalogue, MunicipalityIx, PlaceIx, RecordIx};
use crate::ranked::{low, sort};

/// What a place is to the records that touch it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// Home of a municipality whose records these are.
    Home(MunicipalityIx),
    /// A partner's place.
    Partner,
}

/// A place that some of the selected records touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    /// The place.
    pub place: PlaceIx,
    /// What it is to them. A municipality at home is drawn as a home, even where it is somebody
    /// else's partner too.
    pub tie: Tie,
    /// How many of the records touch it.
    pub count: usize,
}

/// All places that a selection touches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// In the catalogue's order of places.
    pub touched: Vec<Touched>,
    /// For each country abroad with places that no point stands for, such as the country itself: one
    /// of them, and how many records touch any of them.
    pub outlined: Vec<(PlaceIx, usize)>,
}

/// A place with all records that touch it.
#[derive(Debug, Clone)]
struct Spot {
    place: PlaceIx,
    home: Option<(MunicipalityIx, Posting)>,
    all: Posting,
}

/// The places of a catalogue.
#[derive(Debug, Clone, Default)]
pub(super) struct PlaceIndex {
    spots: Vec<Spot>,
    outlined: Vec<(PlaceIx, Posting)>,
}

impl PlaceIndex {
    pub(super) fn of(&self, hits: &Bits) -> Places {
        let touched = |spot: &Spot| {
            let count = spot.all.count_common(hits);
            let home = spot.home.as_ref().filter(|(_, records)| records.count_common(hits) > 0);
            let tie = home.map_or(Tie::Partner, |(municipality, _)| Tie::Home(*municipality));
            (count > 0).then_some(Touched { place: spot.place, tie, count })
        };
        let outlined = self.outlined.iter().filter_map(|(place, records)| {
            let count = records.count_common(hits);
            (count > 0).then_some((*place, count))
        });
        Places {
            touched: self.spots.iter().filter_map(touched).collect(),
            outlined: outlined.collect(),
        }
    }
}

impl PlaceIndex {
    /// The records that touch a place.
    pub(super) fn records(&self, place: PlaceIx) -> Vec<RecordIx> {
        let spots = self.spots.iter().map(|spot| (spot.place, &spot.all));
        let outlined = self.outlined.iter().map(|(place, records)| (*place, records));
        let here = spots.chain(outlined).filter(|(other, _)| *other == place);
        here.flat_map(|(_, records)| records.iter()).collect()
    }
}

/// The places while records are added.
#[derive(Debug)]
pub(super) struct Gazetteer {
    /// For each municipality, its place.
    homes: Vec<Option<usize>>,
    /// For each place, the records of the municipality at home there.
    at_home: Vec<Vec<RecordIx>>,
    /// For each place, the records with a partner there.
    with_partner: Vec<Vec<RecordIx>>,
}

impl Gazetteer {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let document = catalogue.document();
        let home = |id| catalogue.place_index(id).map(PlaceIx::index);
        Self {
            homes: document
                .municipalities
                .iter()
                .map(|municipality| municipality.place.as_ref().and_then(home))
                .collect(),
            at_home: vec![Vec::new(); document.places.len()],
            with_partner: vec![Vec::new(); document.places.len()],
        }
    }

    /// Adds the next record.
    pub(super) fn add(&mut self, record: RecordIx, resolved: &Resolved) {
        let homes = resolved.municipalities.iter();
        let homes = homes.filter_map(|number| self.homes.get(*number).copied().flatten());
        homes.for_each(|place| note(&mut self.at_home, place, record));
        resolved.places.iter().for_each(|place| note(&mut self.with_partner, *place, record));
    }

    /// The index for a catalogue of `len` records.
    pub(super) fn finish(self, catalogue: &Catalogue, len: usize) -> PlaceIndex {
        let municipality = |place: PlaceIx| {
            let at = self.homes.iter().position(|home| *home == Some(place.index()));
            at.map(MunicipalityIx::new)
        };
        let mut index = PlaceIndex::default();
        let mut wide: Vec<(&str, PlaceIx, Vec<RecordIx>)> = Vec::new();
        let records = self.at_home.into_iter().zip(self.with_partner);
        for ((place, found), (home, partner)) in catalogue.places().zip(records) {
            let country = found.country.as_ref().filter(|code| !code.is_sweden());
            if let (Some(code), None) = (country, found.point) {
                match wide.iter_mut().find(|(known, ..)| *known == code.as_str()) {
                    Some((.., records)) => *records = united(records, &partner),
                    None => wide.push((code.as_str(), place, partner.clone())),
                }
            }
            let all = if home.is_empty() { partner } else { united(&home, &partner) };
            if all.is_empty() {
                continue;
            }
            let home = municipality(place).map(|known| (known, Posting::new(home, len)));
            index.spots.push(Spot { place, home, all: Posting::new(all, len) });
        }
        let wide = wide.into_iter();
        index.outlined =
            wide.map(|(_, place, records)| (place, Posting::new(records, len))).collect();
        index
    }
}

/// Records are added in rising order, so that the last one tells whether this one is there.
fn note(lists: &mut [Vec<RecordIx>], place: usize, record: RecordIx) {
    if let Some(records) = lists.get_mut(place)
        && records.last() != Some(&record)
    {
        records.push(record);
    }
}

/// The records of both, in rising order.
fn united(a: &[RecordIx], b: &[RecordIx]) -> Vec<RecordIx> {
    let mut keys: Vec<u64> = a.iter().chain(b).map(|record| record.0.into()).collect();
    sort(&mut keys);
    keys.dedup();
    keys.into_iter().map(|key| RecordIx(low(key))).collect()
}
