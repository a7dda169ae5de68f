//! Which places records touch.

use std::collections::BTreeMap;

use partneratlas::catalogue::{Catalogue, CountryCode, MunicipalityIx, PlaceId, Record};
use partneratlas::query::{Bits, Tie, Touched};

/// Every place that some of the records touch, in the catalogue's order.
pub(crate) fn touched(catalogue: &Catalogue, records: &Bits) -> Vec<Touched> {
    let mut touched = Vec::new();
    for (place, found) in catalogue.places() {
        let at_home = |record: &Record| home(catalogue, record, &found.id).is_some();
        let touches = |record: &Record| at_home(record) || has_partner(record, &found.id);
        let homes =
            chosen(catalogue, records).filter_map(|record| home(catalogue, record, &found.id));
        let tie = homes.min_by_key(|home| home.0).map_or(Tie::Partner, |home| Tie::Home(home.1));
        let count = chosen(catalogue, records).filter(|record| touches(record)).count();
        if count > 0 {
            touched.push(Touched { place, tie, count });
        }
    }
    touched
}

/// For every country abroad, how many of the records have a partner at one of its places without
/// a point.
pub(crate) fn outlined(catalogue: &Catalogue, records: &Bits) -> BTreeMap<CountryCode, usize> {
    let mut outlined = BTreeMap::new();
    for record in chosen(catalogue, records) {
        let places = catalogue.places_abroad(record).filter(|place| place.point.is_none());
        let mut countries: Vec<_> = places.filter_map(|place| place.country.clone()).collect();
        countries.sort();
        countries.dedup();
        countries.into_iter().for_each(|code| *outlined.entry(code).or_default() += 1);
    }
    outlined
}

fn chosen<'a>(catalogue: &'a Catalogue, records: &'a Bits) -> impl Iterator<Item = &'a Record> {
    let chosen = |(index, record)| records.contains(index).then_some(record);
    catalogue.records().filter_map(chosen)
}

fn has_partner(record: &Record, place: &PlaceId) -> bool {
    record.partners.iter().any(|partner| partner.place.as_ref() == Some(place))
}

/// The municipality of a record that is at home in a place.
fn home(
    catalogue: &Catalogue,
    record: &Record,
    place: &PlaceId,
) -> Option<(usize, MunicipalityIx)> {
    let all = catalogue.document().municipalities.iter().enumerate();
    let mut homes = all.filter(|(_, known)| record.municipalities.contains(&known.code));
    let found = homes.find(|(_, known)| known.place.as_ref() == Some(place));
    found.map(|(position, _)| (position, MunicipalityIx::new(position)))
}
