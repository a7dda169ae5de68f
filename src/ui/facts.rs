//! Facts of a record as short texts that several views share.

use super::model::Shared;
use crate::catalogue::{Lang, Place, Precision, Record, Status};
use crate::i18n::{list_text, messages, years_text};
use crate::ranked::ranked;

/// The status in words, with what its source claimed where that is all that is known.
pub(super) fn status_note(shared: &Shared, record: &Record, lang: Lang) -> Option<String> {
    let status = shared.catalogue.status(record, shared.today);
    let claim = record.claim.as_ref().filter(|_| status == Status::Unknown)?;
    Some((messages(lang).claimed)(claim.status, &years_text(claim.as_of)))
}

/// The home municipalities in a line.
pub(super) fn municipalities_text(shared: &Shared, record: &Record, lang: Lang) -> String {
    let homes = record.municipalities.iter();
    let homes = homes.filter_map(|code| shared.catalogue.municipality(code));
    let names: Vec<String> = homes.map(|municipality| municipality.name.clone()).collect();
    list_text(&names, lang)
}

/// The home municipalities, or the owner where there is none.
pub(super) fn home_text(shared: &Shared, record: &Record, lang: Lang) -> String {
    match (&record.owner, record.municipalities.is_empty()) {
        (Some(owner), true) => owner.name.text(lang).to_owned(),
        _ => municipalities_text(shared, record, lang),
    }
}

/// How many names of places a list entry shows before it counts the rest.
const PLACES_SHOWN: usize = 4;

/// The places abroad in a line: "Linz (Österrike), Cervia (Italien) och 4 till".
pub(super) fn abroad_text(shared: &Shared, record: &Record, lang: Lang) -> String {
    let mut names: Vec<String> = Vec::new();
    // "Norrköping med Runt Östersjön" says nothing; the record's page has the wider areas.
    let finer = |place: &&Place| place.precision != Precision::Area;
    for place in shared.catalogue.places_abroad(record).filter(finer) {
        let name = place.name.text(lang);
        // In a list of several places a comma would not say which country belongs to which town.
        let country = place.country.as_ref().filter(|_| place.precision != Precision::Country);
        let name = match country.and_then(|code| shared.catalogue.country(code)) {
            Some(country) => format!("{name} ({})", country.name.text(lang)),
            None => name.to_owned(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(PLACES_SHOWN);
    if more > 1 {
        names.truncate(PLACES_SHOWN);
        names.push((messages(lang).and_more)(more));
    }
    list_text(&names, lang)
}

/// The countries abroad in a line.
pub(super) fn countries_text(shared: &Shared, record: &Record, lang: Lang) -> String {
    let catalogue = &shared.catalogue;
    let countries = catalogue
        .places_abroad(record)
        .filter_map(|place| catalogue.country(place.country.as_ref()?))
        .collect();
    let countries = ranked(countries, |country| catalogue.country_rank(&country.code, lang));
    let mut names: Vec<&str> = countries.into_iter().map(|found| found.name.text(lang)).collect();
    names.dedup();
    names.join(", ")
}
