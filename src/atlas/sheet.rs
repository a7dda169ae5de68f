//! The sheet: what of the world this atlas shows.

use super::plane::Frame;
use super::projection::{EqualArea, Projection};
use crate::catalogue::Point;

/// The atlas' projection: equal-area around a point in northern Chad, half-way between Kiruna and
/// Cape Town, so that neither end is drawn larger or more bent than the other.
#[must_use]
pub fn projection() -> EqualArea {
    EqualArea::new(Point { lon: 17.0, lat: 17.0 })
}

/// The rectangle that the base map fills: Svalbard to beyond Cape Town, Cape Verde to Mauritius.
/// The base map's land goes on a little beyond it.
#[must_use]
pub fn sheet() -> Frame {
    Frame { x: -4900.0, y: -6800.0, width: 9800.0, height: 12_700.0 }
}

/// Kilometres across at the closest: the outlines, made for a world map, have nothing to show nearer.
pub const NEAREST: f64 = 120.0;

/// Whether the point is on the sheet. What is not, is named beside the map.
#[must_use]
pub fn covers(point: Point) -> bool {
    sheet().contains(projection().project(point))
}
