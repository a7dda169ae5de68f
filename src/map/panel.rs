//! What is known of a place that was chosen: who works there, with whom, in what.

use crate::catalogue::{Catalogue, Lang, Municipality, Place, PlaceIx, RecordIx};
use crate::query::{Bits, Engine, Facet, Query, Value};
use crate::ranked::ranked;

/// A place or a country that was chosen, in the light of the whole selection.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Which facet chose it.
    pub facet: Facet,
    /// Its value.
    pub value: Value,
    /// Its name.
    pub title: String,
    /// The Swedish municipalities with records there, and how many; most first.
    pub municipalities: Vec<(Value, String, usize)>,
    /// The partners there, and where in the country; each once.
    pub partners: Vec<(String, Option<String>)>,
    /// The records, newest first.
    pub records: Vec<RecordIx>,
}

/// The places and countries that a question names, in its order.
#[must_use]
pub fn panels(
    catalogue: &Catalogue,
    engine: &Engine,
    query: &Query,
    hits: &Bits,
    lang: Lang,
) -> Vec<Panel> {
    let of = |facet: Facet| query.values(facet).map(move |value| (facet, value));
    let chosen = of(Facet::Country).chain(of(Facet::Place));
    chosen
        .filter_map(|(facet, value)| panel(catalogue, engine, hits, (facet, value), lang))
        .collect()
}

fn panel(
    catalogue: &Catalogue,
    engine: &Engine,
    hits: &Bits,
    (facet, value): (Facet, &Value),
    lang: Lang,
) -> Option<Panel> {
    let is_meant = |place: &Place| match facet {
        Facet::Country => {
            place.country.as_ref().is_some_and(|code| code.as_str() == value.as_str())
        }
        _ => place.id.as_str() == value.as_str(),
    };
    let meant = catalogue.places().filter(|(_, place)| is_meant(place));
    let mut here: Vec<RecordIx> = Vec::new();
    let mut title = None;
    for (index, place) in meant {
        let country = place.country.as_ref().and_then(|code| catalogue.country(code));
        title = match (facet, country) {
            (Facet::Country, Some(country)) => Some(country.name.text(lang).to_owned()),
            _ => Some(super::place_name(catalogue, place, lang)),
        };
        here.extend(engine.records_at(index));
    }
    let mut found = engine.set_of(&here);
    found.intersect(hits);
    let records = engine.newest(&found);
    let mut panel = Panel {
        facet,
        value: value.clone(),
        title: title?,
        municipalities: Vec::new(),
        partners: Vec::new(),
        records,
    };
    // The names that were told of each place: large catalogues have thousands in a country.
    let mut told: Vec<Vec<&str>> = vec![Vec::new(); catalogue.places().len()];
    for record in panel.records.iter().filter_map(|record| catalogue.record(*record)) {
        for home in record.municipalities.iter().filter_map(|code| catalogue.municipality(code)) {
            note_home(&mut panel.municipalities, home);
        }
        for (partner, place) in catalogue.partners(record) {
            let Some(place) = place.filter(|place| is_meant(place)) else { continue };
            let (name, town) = (partner.name.text(lang), place.name.text(lang));
            let index = catalogue.place_index(&place.id).map(PlaceIx::index);
            let Some(names) = index.and_then(|index| told.get_mut(index)) else { continue };
            if !names.contains(&name) {
                names.push(name);
                // Some partners are called what their place is called.
                let is_said = town == panel.title || name.contains(town);
                let town = (facet == Facet::Country && !is_said).then(|| town.to_owned());
                panel.partners.push((name.to_owned(), town));
            }
        }
    }
    panel.municipalities =
        ranked(panel.municipalities, |(.., count)| u32::MAX - u32::try_from(*count).unwrap_or(0));
    Some(panel)
}

fn note_home(homes: &mut Vec<(Value, String, usize)>, home: &Municipality) {
    let value = Value::Id(home.code.as_str().into());
    match homes.iter_mut().find(|(known, ..)| *known == value) {
        Some((.., count)) => *count += 1,
        None => homes.push((value, home.name.clone(), 1)),
    }
}
