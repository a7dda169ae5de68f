//! The frame that shows a selection.

use super::position::{point, position};
use crate::atlas::{Basemap, Fitting, Frame, Jump, Plane};
use crate::catalogue::{Catalogue, Place};
use crate::query::Places;

/// The frame that shows all places of a selection; `None` if the sheet shows none of them. `aspect` is
/// width divided by height.
#[must_use]
pub fn fitted(
    catalogue: &Catalogue,
    basemap: &Basemap,
    places: &Places,
    aspect: f64,
) -> Option<Frame> {
    let touched = places.touched.iter().filter_map(|touched| catalogue.place_at(touched.place));
    fit(basemap, touched, Fitting::places(aspect))
}

/// The frame around the points of places, and around the middles of the countries of those that have
/// none.
pub fn fit<'a>(
    basemap: &Basemap,
    places: impl Iterator<Item = &'a Place>,
    fitting: Fitting,
) -> Option<Frame> {
    let all = Jump::All.frame(fitting.aspect);
    let frame = fitting.fit(places.filter_map(|place| position(basemap, place)))?;
    Some(if frame.width > all.width { all } else { frame.kept_on(&all) })
}

/// How many places of a selection a frame shows by their points.
#[must_use]
pub fn count_within(catalogue: &Catalogue, places: &Places, frame: &Frame) -> usize {
    within(catalogue, places, frame).count()
}

/// The middle of the places that a frame shows, in shares of its width and height; `None` without any.
#[must_use]
pub fn middle(catalogue: &Catalogue, places: &Places, frame: &Frame) -> Option<[f64; 2]> {
    let points = Frame::around(within(catalogue, places, frame))?.centre();
    Some([(points.x - frame.x) / frame.width, (points.y - frame.y) / frame.height])
}

/// The points of a selection that a frame shows.
fn within(catalogue: &Catalogue, places: &Places, frame: &Frame) -> impl Iterator<Item = Plane> {
    let touched = places.touched.iter().filter_map(|touched| catalogue.place_at(touched.place));
    touched.filter_map(point).filter(|plane| frame.contains(*plane))
}
