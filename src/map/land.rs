//! The ground of the map.

use crate::atlas::{Basemap, Country, View, covers, outline, sheet, strokes};
use crate::catalogue::Place;

/// All land and all borders as SVG path data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Land {
    /// Outlines, to be filled by the even-odd rule.
    pub fill: String,
    /// Lines where countries meet.
    pub borders: String,
}

/// The ground of a view.
#[must_use]
pub fn land(basemap: &Basemap, view: &View) -> Land {
    let rings = basemap.countries.iter().flat_map(|country| &country.rings);
    Land { fill: outline(rings, view), borders: strokes(&basemap.borders, view) }
}

/// Whether a place can be shown: its point, or its country's outline, lies on the sheet. A wider
/// area never can.
#[must_use]
pub fn is_on_sheet(basemap: &Basemap, place: &Place) -> bool {
    match (place.point, &place.country) {
        (Some(point), _) => covers(point),
        (None, Some(code)) => basemap
            .country(code)
            .and_then(Country::anchor)
            .is_some_and(|anchor| sheet().contains(anchor.at)),
        (None, None) => false,
    }
}
