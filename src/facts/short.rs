//! A record in short: texts that stand in lists, on bars and beside names.

use crate::catalogue::{Catalogue, Day, Lang, Listing, Place, Precision, Record, Status};
use crate::i18n::{list_text, messages, period_text, within_sentence, years_text};
use crate::ranked::ranked;

/// The status in words, with what its source claimed where that is all that is known.
#[must_use]
pub fn status_note(
    catalogue: &Catalogue,
    record: &Record,
    today: Day,
    lang: Lang,
) -> Option<String> {
    let status = catalogue.status(record, today);
    let claim = record.claim.as_ref().filter(|_| status == Status::Unknown)?;
    Some((messages(lang).claimed)(claim.status, &years_text(claim.as_of)))
}

/// The home municipalities in a line.
#[must_use]
pub fn municipalities_text(catalogue: &Catalogue, record: &Record, lang: Lang) -> String {
    let homes = record.municipalities.iter();
    let homes = homes.filter_map(|code| catalogue.municipality(code));
    let names: Vec<String> = homes.map(|municipality| municipality.name.clone()).collect();
    list_text(&names, lang)
}

/// The home municipalities, or the owner where there is none.
#[must_use]
pub fn home_text(catalogue: &Catalogue, record: &Record, lang: Lang) -> String {
    match (&record.owner, record.municipalities.is_empty()) {
        (Some(owner), true) => owner.name.text(lang).to_owned(),
        _ => municipalities_text(catalogue, record, lang),
    }
}

/// How many names of places a list entry shows before it counts the rest.
const PLACES_SHOWN: usize = 4;

/// The places abroad in a line: "Linz (Österrike), Cervia (Italien) och 4 till".
#[must_use]
pub fn abroad_text(catalogue: &Catalogue, record: &Record, lang: Lang) -> String {
    let mut names: Vec<String> = Vec::new();
    // "Norrköping med Runt Östersjön" says nothing; the record's page has the wider areas.
    let finer = |place: &&Place| place.precision != Precision::Area;
    for place in catalogue.places_abroad(record).filter(finer) {
        let name = place.name.text(lang);
        // In a list of several places a comma would not say which country belongs to which town.
        let country = place.country.as_ref().filter(|_| place.precision != Precision::Country);
        let name = match country.and_then(|code| catalogue.country(code)) {
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
#[must_use]
pub fn countries_text(catalogue: &Catalogue, record: &Record, lang: Lang) -> String {
    let countries = catalogue
        .places_abroad(record)
        .filter_map(|place| catalogue.country(place.country.as_ref()?))
        .collect();
    let countries = ranked(countries, |country| catalogue.country_rank(&country.code, lang));
    let mut names: Vec<&str> = countries.into_iter().map(|found| found.name.text(lang)).collect();
    names.dedup();
    names.join(", ")
}

/// "Norrköping med Linz (Österrike) och Cervia (Italien)"; for a part, what it is a part of.
#[must_use]
pub fn where_text(catalogue: &Catalogue, record: &Record, lang: Lang) -> String {
    let words = messages(lang);
    let home = home_text(catalogue, record, lang);
    let abroad = abroad_text(catalogue, record, lang);
    let whole = record
        .parent()
        .filter(|_| record.listing == Listing::Part)
        .and_then(|id| catalogue.find(id))
        .and_then(|index| catalogue.record(index));
    if let Some(whole) = whole {
        return (words.part_of)(whole.title.text(lang));
    }
    match (home.is_empty(), abroad.is_empty()) {
        (false, false) => format!("{home} {} {abroad}", words.with),
        (_, true) => home,
        (true, false) => abroad,
    }
}

/// Dates in words, with what an old source claimed.
#[must_use]
pub fn when_text(catalogue: &Catalogue, record: &Record, today: Day, lang: Lang) -> String {
    let when = period_text(&record.period, lang);
    match status_note(catalogue, record, today, lang) {
        Some(note) => format!("{when} ({note})"),
        None => when,
    }
}

/// Title, dates and status in a line: what a bar says to those who do not see it.
#[must_use]
pub fn full_text(catalogue: &Catalogue, record: &Record, today: Day, lang: Lang) -> String {
    let (title, when) = (record.title.text(lang), when_text(catalogue, record, today, lang));
    let status = (messages(lang).status)(catalogue.status(record, today));
    format!("{title}, {when}, {}", within_sentence(status))
}
