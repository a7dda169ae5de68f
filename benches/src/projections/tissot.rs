//! What a projection does to a small circle.

use partneratlas::atlas::{EqualArea, Plane, Projection};
use partneratlas::catalogue::Point;

/// Half of the step in degrees over which a derivative is taken: the error of the formula is far below
/// that of the numbers, and both are far below what the tables show.
const STEP: f64 = 1e-4;

/// Tissot's indicatrix at a point: a small circle of the globe becomes an ellipse on the plane.
///
/// Formulas: J. P. Snyder, *Map Projections – A Working Manual*, USGS Professional Paper 1395 (1987),
/// chapter 4, pages 20–26, those for a sphere, with derivatives taken as differences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Indicatrix {
    /// Drawn area for true area.
    pub area: f64,
    /// The most that an angle between two directions is drawn wrong, in degrees.
    pub angle: f64,
}

impl Indicatrix {
    /// The indicatrix of `projection` at `point`, which is no pole.
    #[must_use]
    pub fn of(projection: &dyn Projection, point: Point) -> Self {
        let east = slope(
            projection.project(Point { lon: point.lon - STEP, ..point }),
            projection.project(Point { lon: point.lon + STEP, ..point }),
        );
        let north = slope(
            projection.project(Point { lat: point.lat - STEP, ..point }),
            projection.project(Point { lat: point.lat + STEP, ..point }),
        );
        let cos_lat = point.lat.to_radians().cos();
        // Scale along the meridian and along the parallel, and the area between the two.
        let h = north.x.hypot(north.y);
        let k = east.x.hypot(east.y) / cos_lat;
        let area = (north.y * east.x - north.x * east.y).abs() / cos_lat;
        // The sum and the difference of the ellipse's half axes.
        let sum = (h * h + k * k + 2.0 * area).sqrt();
        let difference = (h * h + k * k - 2.0 * area).max(0.0).sqrt();
        Self { area, angle: 2.0 * (difference / sum).asin().to_degrees() }
    }
}

/// The change from `a` to `b` in radii of the globe for each radian.
fn slope(a: Plane, b: Plane) -> Plane {
    let step = EqualArea::RADIUS * (2.0 * STEP).to_radians();
    Plane { x: (b.x - a.x) / step, y: (b.y - a.y) / step }
}
