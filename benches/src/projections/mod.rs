//! Which projection treats Kiruna and Cape Town fairly on one screen: what `docs/projections.md` tells, as
//! figures and as a picture.

mod formulas;
mod picture;
mod table;
mod tissot;

use partneratlas::atlas::{Country, EqualArea, Frame, Jump, Plane, Projection, projection};
use partneratlas::catalogue::Point;

use formulas::{Conic, EqualEarth, Mercator, PlateCarree, Stereographic};

pub use picture::picture;
pub use table::tables;
pub use tissot::Indicatrix;

/// A projection of the comparison.
pub struct Candidate {
    /// What it is called in the table.
    pub name: &'static str,
    /// What it is called above its picture.
    pub short: &'static str,
    /// Whether it is the atlas' own.
    pub ours: bool,
    /// Itself.
    pub projection: Box<dyn Projection>,
}

/// The projections, the atlas' own first. Where one has a meridian to choose, it is the atlas'; only
/// Europe's conformal conic keeps the meridian that the European standard gives it.
#[must_use]
pub fn candidates() -> Vec<Candidate> {
    let centre = Point { lon: 17.0, lat: 17.0 };
    let europe = Conic::lambert(10.0, 43.0, 62.0);
    vec![
        Candidate {
            name: "Lambert azimuthal equal-area, 17° E 17° N: the atlas",
            short: "Lambert azimuthal: the atlas",
            ours: true,
            projection: Box::new(projection()),
        },
        other("Equal Earth", "Equal Earth", EqualEarth::new(centre.lon)),
        other(
            "Albers conic equal-area, 17° S and 53° N",
            "Albers conic",
            Conic::albers(centre.lon, -17.0, 53.0),
        ),
        other(
            "Stereographic, 17° E 17° N",
            "Stereographic",
            Stereographic::new(EqualArea::new(centre)),
        ),
        other("Plate carrée", "Plate carrée", PlateCarree::new(centre.lon)),
        other("Mercator", "Mercator", Mercator::new(centre.lon)),
        other("Lambert conformal conic, 43° and 62° N", "Lambert conformal conic", europe),
    ]
}

fn other(
    name: &'static str,
    short: &'static str,
    projection: impl Projection + 'static,
) -> Candidate {
    Candidate { name, short, ours: false, projection: Box::new(projection) }
}

/// The towns at which the projections are compared, from the north.
pub const TOWNS: [(&str, Point); 5] = [
    ("Kiruna", Point { lon: 20.2253, lat: 67.8557 }),
    ("Norrköping", Point { lon: 16.1826, lat: 58.5942 }),
    ("Wien", Point { lon: 16.3731, lat: 48.2083 }),
    ("Nairobi", Point { lon: 36.8219, lat: -1.2921 }),
    ("Cape Town", Point { lon: 18.4241, lat: -33.9249 }),
];

/// The smallest frame in which a projection shows Europe and Africa: what the atlas' button for all of it
/// shows, without air.
fn whole(projection: &dyn Projection) -> Option<Frame> {
    let edges = Jump::All.extent().iter().flat_map(|bounds| bounds.edges());
    Frame::around(edges.map(|point| projection.project(point)))
}

/// A country's rings as another projection draws them.
fn rings<'a>(
    country: &'a Country,
    projection: &'a dyn Projection,
) -> impl Iterator<Item = Vec<Plane>> + 'a {
    country.rings.iter().map(|ring| degrees(ring).map(|point| projection.project(point)).collect())
}

/// The points of a ring of the base map, in degrees.
fn degrees(ring: &[Plane]) -> impl Iterator<Item = Point> {
    ring.iter().filter_map(|plane| projection().invert(*plane))
}
