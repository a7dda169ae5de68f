//! The same places as a list, and those that no map of this sheet can show.

use super::drawing::{Target, target};
use super::seen::seen;
use super::{is_on_sheet, place_name};
use crate::atlas::Basemap;
use crate::catalogue::{Catalogue, Lang, Precision};
use crate::query::Places;
use crate::ranked::ranked;

/// A place in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// "Linz", under its country's heading.
    pub name: String,
    /// How many records touch it.
    pub count: usize,
    /// Where it leads.
    pub target: Target,
}

/// The places of a selection under the names of their countries, both in Swedish order. Wider areas,
/// which no facet has, are left to [`off_the_map`].
#[must_use]
pub fn listed(catalogue: &Catalogue, places: &Places, lang: Lang) -> Vec<(String, Vec<Listed>)> {
    let places: Vec<([u32; 2], String, Listed)> = seen(catalogue, places)
        .iter()
        .filter(|touched| touched.place.precision != Precision::Area)
        .filter_map(|touched| {
            let place = touched.place;
            let country = place.country.as_ref().and_then(|code| catalogue.country(code))?;
            let rank = [
                catalogue.country_rank(&country.code, lang),
                catalogue.place_rank(&place.id, lang),
            ];
            let name = place.name.text(lang).to_owned();
            let listed = Listed { name, count: touched.count, target: target(touched) };
            Some((rank, country.name.text(lang).to_owned(), listed))
        })
        .collect();
    let places = ranked(places, |([_, place], ..)| *place);
    let places = ranked(places, |([country, _], ..)| *country);
    let mut groups: Vec<(String, Vec<Listed>)> = Vec::new();
    for (_, country, place) in places {
        match groups.last_mut() {
            Some((last, group)) if *last == country => group.push(place),
            _ => groups.push((country, vec![place])),
        }
    }
    groups
}

/// Names, with their numbers, of the places beyond the sheet and of areas wider than a country.
#[must_use]
pub fn off_the_map(
    catalogue: &Catalogue,
    basemap: &Basemap,
    places: &Places,
    lang: Lang,
) -> (Vec<String>, Vec<String>) {
    let mut outside = Vec::new();
    let mut areas = Vec::new();
    for touched in seen(catalogue, places) {
        let told = format!("{} ({})", place_name(catalogue, touched.place, lang), touched.count);
        if touched.place.precision == Precision::Area {
            areas.push(told);
        } else if !is_on_sheet(basemap, touched.place) {
            outside.push(told);
        }
    }
    (outside, areas)
}
