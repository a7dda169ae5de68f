//! The map of a selection: which marks stand where, what they are called and where they lead.
//! Geometry comes from [`crate::atlas`]; nothing is drawn here.

mod drawing;
mod land;
mod listing;
mod seen;

pub use drawing::{CountryMark, Drawing, Group, Mark, Name, Target, draw};
pub use land::{Land, is_on_sheet, land};
pub use listing::{Listed, listed, off_the_map};

use crate::catalogue::{Catalogue, Lang, Place, Precision};

/// A place with its country, where that adds something: "Linz, Österrike", "Indien", "Norrköping".
#[must_use]
pub fn place_name(catalogue: &Catalogue, place: &Place, lang: Lang) -> String {
    let name = place.name.text(lang);
    let country = place.country.as_ref().and_then(|code| catalogue.country(code));
    match country.filter(|_| place.precision != Precision::Country && place.is_abroad()) {
        Some(country) => format!("{name}, {}", country.name.text(lang)),
        None => name.to_owned(),
    }
}
