//! Ways from home to partner: great circles.

use crate::atlas::{Basemap, Line, Projection, View, covers, great_circle, projection, strokes};
use crate::catalogue::{Catalogue, Place, PlaceIx, Point, Precision, RecordIx};

/// Arcs as SVG path data of a view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arcs {
    /// To towns.
    pub sure: String,
    /// To regions, stand-ins and countries: where exactly they end nobody knows.
    pub vague: String,
}

/// More records than this would lie over each other like hair: then there are only the arcs of what is
/// pointed at.
pub const MOST_WITH_ARCS: usize = 200;

/// The ways of some records, each once: from each of their municipalities to each of their partners.
#[must_use]
pub fn arcs(
    catalogue: &Catalogue,
    basemap: &Basemap,
    records: impl Iterator<Item = RecordIx>,
    view: &View,
) -> Arcs {
    let mut ways: Vec<(PlaceIx, PlaceIx)> = Vec::new();
    for record in records.filter_map(|record| catalogue.record(record)) {
        let homes = record.municipalities.iter().filter_map(|code| catalogue.municipality(code));
        let homes = homes.filter_map(|home| catalogue.place_index(home.place.as_ref()?));
        for home in homes {
            let partners = record.partners.iter().filter_map(|partner| partner.place.as_ref());
            for partner in partners.filter_map(|id| catalogue.place_index(id)) {
                if partner != home && !ways.contains(&(home, partner)) {
                    ways.push((home, partner));
                }
            }
        }
    }
    let (mut sure, mut vague): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    for (home, partner) in ways {
        let ends = catalogue.place_at(home).zip(catalogue.place_at(partner));
        let Some((home, partner)) = ends else { continue };
        if let Some((from, to)) = end(basemap, home).zip(end(basemap, partner)) {
            let is_sure = partner.precision == Precision::City && partner.stand_in.is_none();
            let lines = if is_sure { &mut sure } else { &mut vague };
            lines.push(great_circle(from, to));
        }
    }
    Arcs { sure: strokes(&sure, view), vague: strokes(&vague, view) }
}

/// Where the arcs of a place end: at its point, or where its country's name stands.
fn end(basemap: &Basemap, place: &Place) -> Option<Point> {
    let point = place.point.or_else(|| {
        // Somewhere in Sweden says nothing on a map of the world.
        let code = place.country.as_ref().filter(|code| !code.is_sweden())?;
        let country = basemap.country(code)?;
        projection().invert(country.anchor()?.at)
    });
    point.filter(|point| covers(*point))
}
