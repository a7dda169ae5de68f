//! The base map: countries and their outlines, as `seeds/basemap/README.md` describes the file.

use super::decode::BasemapError;
use super::plane::{Frame, Plane};
use crate::catalogue::CountryCode;

/// A closed line on the sheet's plane; the first point is not repeated at the end.
pub type Ring = Vec<Plane>;

/// An open line on the sheet's plane.
pub type Line = Vec<Plane>;

/// All land of the sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Basemap {
    /// By code, those without one last.
    pub countries: Vec<Country>,
    /// Lines where two countries meet, each once. Drawn by themselves they leave the coast without a
    /// stroke, which small islands would drown in.
    pub borders: Vec<Line>,
    /// Shores of lakes, and of islands in them: fill by the even-odd rule. The land lies under them.
    pub lakes: Vec<Ring>,
}

/// One country, or land of disputed standing that ISO 3166-1 has no code for.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: Option<CountryCode>,
    /// Islands and enclaves alike, largest first: fill them by the even-odd rule.
    pub rings: Vec<Ring>,
}

impl Basemap {
    /// The base map that is built in. `tests/atlas.rs` proves that it parses.
    pub fn embedded() -> Result<Self, BasemapError> {
        Self::parse(include_str!("../../seeds/basemap/world.txt"))
    }

    /// The country with this code, if it is on the map.
    #[must_use]
    pub fn country(&self, code: &CountryCode) -> Option<&Country> {
        self.countries.iter().find(|country| country.code.as_ref() == Some(code))
    }
}

/// How far from the largest ring an island still belongs to the main part of a country, km.
const NEAR: f64 = 500.0;

impl Country {
    /// The rings of the main part: without islands beyond the sea, where a mark would lead the eye away.
    pub fn main(&self) -> impl Iterator<Item = &Ring> {
        let frame = |ring: &Ring| Frame::around(ring.iter().copied());
        let main = self.rings.first().and_then(frame);
        let near = main.map(|main| main.resized(main.width + 2.0 * NEAR, main.height + 2.0 * NEAR));
        self.rings.iter().filter(move |ring| {
            near.zip(frame(ring)).is_some_and(|(near, frame)| near.meets(&frame))
        })
    }

    /// Whether the point lies inside the outline; lakes belong to the country around them.
    #[must_use]
    pub fn contains(&self, point: Plane) -> bool {
        self.rings.iter().filter(|ring| ring_contains(ring, point)).count() % 2 == 1
    }

    /// Kilometres from the point to the outline; 0 inside.
    #[must_use]
    pub fn distance(&self, point: Plane) -> f64 {
        if self.contains(point) {
            return 0.0;
        }
        let edges = self.rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
        edges.map(|(a, b)| distance(point, *a, *b)).fold(f64::INFINITY, f64::min)
    }
}

/// From a point to the nearest of the edge from `a` to `b`.
fn distance(point: Plane, a: Plane, b: Plane) -> f64 {
    let (along, off) = ((b.x - a.x, b.y - a.y), (point.x - a.x, point.y - a.y));
    let square = along.0 * along.0 + along.1 * along.1;
    let share = if square > 0.0 { (off.0 * along.0 + off.1 * along.1) / square } else { 0.0 };
    let share = share.clamp(0.0, 1.0);
    (off.0 - share * along.0).hypot(off.1 - share * along.1)
}

/// A ray to the east crosses the outline an odd number of times from inside.
fn ring_contains(ring: &[Plane], point: Plane) -> bool {
    let previous = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    ring.iter().zip(previous).fold(false, |inside, (a, b)| {
        let spans = (a.y > point.y) != (b.y > point.y);
        let crosses = || a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) > point.x;
        inside ^ (spans && crosses())
    })
}
