//! How fine each of the two files is.

use super::sheet;
use super::simplify::Arc;
use super::topology::Pair;

/// One file of the base map.
pub(super) struct Level {
    /// Its name in `seeds/basemap`.
    pub(super) file: &'static str,
    /// Metres between two lines of the grid that coordinates are rounded to.
    pub(super) step: u16,
    /// Smaller islands and skerries of the subject go, km².
    pub(super) smallest: f64,
    /// Smaller rings of the context go, km².
    pub(super) smallest_context: f64,
    /// Smaller lakes, and islands in lakes, go, km². `None`: all lakes go.
    pub(super) smallest_lake: Option<f64>,
    /// A ring may lose corners of at most this share of its area, so that small countries and islands
    /// keep a shape.
    ring_share: f64,
    /// The smallest triangle kept in each window, km²; the first window that fits counts.
    tolerances: &'static [(Window, f64)],
    /// The same beyond all of those windows.
    tolerance_elsewhere: f64,
}

/// Degrees: west, south, east, north.
type Window = (f64, f64, f64, f64);

/// The countries of both levels, in the package `world-atlas`: were their sources not the same, coasts
/// and disputed borders would jump when the finer one arrives.
pub(super) const SOURCE: &str = "countries-10m.json";

const KENYA: Window = (33.0, -5.5, 42.5, 6.0);
const SOUTH_AFRICA: Window = (16.0, -35.5, 33.5, -21.5);
const NORDIC: Window = (4.0, 54.5, 32.0, 72.0);
const EUROPE: Window = (-25.0, 34.0, 32.0, 72.0);
const AFRICA: Window = (-26.0, -36.0, 59.0, 38.0);
const EAST: Window = (-26.0, 38.0, 50.0, 82.0);

/// Embedded in the program: all of the sheet at 14 to 18 km a pixel.
const WORLD: Level = Level {
    file: "world.txt",
    step: 5000,
    smallest: 350.0,
    smallest_context: 5000.0,
    smallest_lake: None,
    ring_share: 0.08,
    tolerances: &[(EUROPE, 190.0), (AFRICA, 500.0), (EAST, 1500.0)],
    tolerance_elsewhere: 3000.0,
};

/// Fetched on zooming in: Europe at 4 km a pixel, Kenya and South Africa at 1 to 3.
const DETAIL: Level = Level {
    file: "detail.txt",
    step: 750,
    smallest: 60.0,
    smallest_context: 1500.0,
    smallest_lake: Some(150.0),
    ring_share: 0.04,
    tolerances: &[
        (KENYA, 3.0),
        (SOUTH_AFRICA, 8.0),
        (NORDIC, 18.0),
        (EUROPE, 22.0),
        (AFRICA, 130.0),
        (EAST, 300.0),
    ],
    tolerance_elsewhere: 2000.0,
};

/// Both files.
pub(super) const LEVELS: [Level; 2] = [WORLD, DETAIL];

impl Level {
    /// The line of a ring of that area, km², as it may be simplified.
    pub(super) fn arc<'a>(&self, points: &'a [Pair], ring_area: f64) -> Arc<'a> {
        Arc { points, most: ring_area * self.ring_share }
    }

    /// The smallest triangle that is kept there, km².
    pub(super) fn tolerance(&self, point: Pair) -> f64 {
        let (lon, lat) = sheet::invert(point);
        self.tolerances
            .iter()
            .find(|((west, south, east, north), _)| {
                (*west..=*east).contains(&lon) && (*south..=*north).contains(&lat)
            })
            .map_or(self.tolerance_elsewhere, |(_, tolerance)| *tolerance)
    }
}
