//! The same places as a list, and those that no map of this sheet can show.

use super::seen::seen;
use super::target::Target;
use super::{is_on_sheet, place_name};
use crate::atlas::Basemap;
use crate::catalogue::{Catalogue, Country, Lang, Precision};
use crate::i18n::messages;
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

/// A country with its places.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedCountry {
    /// Its name.
    pub name: String,
    /// Where it leads; Sweden is no country of partners.
    pub target: Target,
    /// Its places.
    pub places: Vec<Listed>,
}

/// The places of a selection under their countries, both in Swedish order. Wider areas, which no facet
/// has, are left to [`off_the_map`].
#[must_use]
pub fn listed(catalogue: &Catalogue, places: &Places, lang: Lang) -> Vec<ListedCountry> {
    let places: Vec<([u32; 2], &Country, Listed)> = seen(catalogue, places)
        .iter()
        .filter(|touched| touched.place.precision != Precision::Area)
        .filter_map(|touched| {
            let place = touched.place;
            let country = place.country.as_ref().and_then(|code| catalogue.country(code))?;
            let rank = [
                catalogue.country_rank(&country.code, lang),
                catalogue.place_rank(&place.id, lang),
            ];
            // The heading names the country.
            let name = match place.precision {
                Precision::Country => messages(lang).place_unstated,
                _ => place.name.text(lang),
            };
            let name = name.to_owned();
            let listed = Listed { name, count: touched.count, target: Target::of(touched) };
            Some((rank, country, listed))
        })
        .collect();
    let places = ranked(places, |([_, place], ..)| *place);
    let places = ranked(places, |([country, _], ..)| *country);
    let mut countries: Vec<ListedCountry> = Vec::new();
    let mut last = None;
    for (_, country, place) in places {
        match countries.last_mut().filter(|_| last == Some(&country.code)) {
            Some(known) => known.places.push(place),
            None => countries.push(ListedCountry {
                name: country.name.text(lang).to_owned(),
                target: if country.code.is_sweden() {
                    Target::Nowhere
                } else {
                    Target::country(&country.code)
                },
                places: vec![place],
            }),
        }
        last = Some(&country.code);
    }
    countries
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
