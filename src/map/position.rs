//! Where places are on the sheet.

use crate::atlas::{Basemap, Plane, Projection, projection, sheet};
use crate::catalogue::Place;

/// The point of a place, if it has one and the sheet shows it.
pub(super) fn point(place: &Place) -> Option<Plane> {
    let plane = projection().project(place.point?);
    sheet().contains(plane).then_some(plane)
}

/// The point of a place, or the middle of the country of one that has none, where the sheet shows it. A
/// wider area has neither.
pub(super) fn position(basemap: &Basemap, place: &Place) -> Option<Plane> {
    if place.point.is_some() {
        return point(place);
    }
    let anchor = basemap.country(place.country.as_ref()?)?.anchor()?;
    sheet().contains(anchor.at).then_some(anchor.at)
}

/// Whether a place can be shown: its point, or its country's outline, lies on the sheet. A wider
/// area never can.
#[must_use]
pub fn is_on_sheet(basemap: &Basemap, place: &Place) -> bool {
    position(basemap, place).is_some()
}
