//! The map of a selection: which marks stand where, what they are called and where they lead.
//! Geometry comes from [`crate::atlas`]; nothing is drawn here.

mod arcs;
mod countries;
mod fitted;
mod ground;
mod listing;
mod marks;
mod names;
mod panel;
mod position;
mod poster;
mod seen;
mod sign;
mod target;

pub use arcs::{Arcs, MOST_WITH_ARCS, arcs};
pub use countries::{CountryMark, Whole, countries};
pub use fitted::{count_within, fit, fitted, frame_of, middle};
pub use ground::{Drawn, Ground};
pub use listing::{Listed, ListedCountry, listed, off_the_map};
pub use marks::{Group, Mark, marks};
pub use names::{Name, NameWords, names};
pub use panel::{Panel, panels};
pub use position::is_on_sheet;
pub use poster::{MapPoster, Sample};
pub use sign::{leg, sign};
pub use target::Target;

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
