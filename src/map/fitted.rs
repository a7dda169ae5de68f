//! The frame that shows a selection.

use super::position::{point, position};
use crate::atlas::{Basemap, Fitting, Frame, Jump, Plane, sheet};
use crate::catalogue::{Catalogue, Place, Record};
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

/// Width of the map of a single record divided by its height, and that of one that reaches far south.
const ASPECT: f64 = 1.0;
const NARROW: f64 = 0.78;

/// The frame of the map on a record's page: its places, municipalities at home included; Europe where
/// it has none that the sheet shows, or knows a country only as such.
#[must_use]
pub fn frame_of(catalogue: &Catalogue, basemap: &Basemap, record: &Record) -> Frame {
    let homes = record.municipalities.iter().filter_map(|code| catalogue.municipality(code));
    let homes = homes.filter_map(|home| home.place.as_ref());
    let homes = homes.filter_map(|id| catalogue.place(id));
    let partners = catalogue.partners(record).filter_map(|(_, place)| place);
    let places: Vec<_> = homes.chain(partners).collect();
    let fitted = |aspect: f64| {
        let fitting = Fitting { padding: 0.2, least: 900.0, aspect };
        fit(basemap, places.iter().copied(), fitting)
    };
    // What reaches from Sweden to the Cape is too wide for the sheet unless it is narrow.
    let fitted =
        fitted(ASPECT).filter(|frame| frame.width <= sheet().width).or_else(|| fitted(NARROW));
    let whole_countries = catalogue.places_abroad(record).any(|place| place.point.is_none());
    let europe = Jump::Europe.frame(ASPECT);
    match fitted {
        Some(frame) if whole_countries => frame.union(europe),
        Some(frame) => frame,
        None => europe,
    }
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
