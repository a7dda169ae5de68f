//! The projections that the atlas could have had, on a sphere of the atlas' radius.
//!
//! Formulas: J. P. Snyder, *Map Projections – A Working Manual*, USGS Professional Paper 1395 (1987), by
//! chapter, where nothing else is said. His y grows northwards, ours southwards.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use partneratlas::atlas::{EqualArea, Plane, Projection};
use partneratlas::catalogue::Point;

const RADIUS: f64 = EqualArea::RADIUS;

/// Chapter 7, pages 38–47: angles are kept, so that a ship can steer by it.
pub(super) struct Mercator {
    lon: f64,
}

impl Mercator {
    pub(super) fn new(lon: f64) -> Self {
        Self { lon }
    }
}

impl Projection for Mercator {
    fn project(&self, point: Point) -> Plane {
        let x = RADIUS * (point.lon - self.lon).to_radians();
        Plane { x, y: -RADIUS * half_way(point.lat).ln() }
    }

    fn invert(&self, plane: Plane) -> Option<Point> {
        let lon = self.lon + (plane.x / RADIUS).to_degrees();
        Some(Point { lon, lat: from_half_way((-plane.y / RADIUS).exp()) })
    }
}

/// Chapter 12, pages 90–91, the equator as standard parallel: degrees as they are.
pub(super) struct PlateCarree {
    lon: f64,
}

impl PlateCarree {
    pub(super) fn new(lon: f64) -> Self {
        Self { lon }
    }
}

impl Projection for PlateCarree {
    fn project(&self, point: Point) -> Plane {
        let x = RADIUS * (point.lon - self.lon).to_radians();
        Plane { x, y: -RADIUS * point.lat.to_radians() }
    }

    fn invert(&self, plane: Plane) -> Option<Point> {
        let lon = self.lon + (plane.x / RADIUS).to_degrees();
        Some(Point { lon, lat: (-plane.y / RADIUS).to_degrees() })
    }
}

/// B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", *International Journal of
/// Geographical Information Science* 33 (2019), pages 454–465: areas are kept.
pub(super) struct EqualEarth {
    lon: f64,
}

impl EqualEarth {
    /// Coefficients of y in the first, third, seventh and ninth power of θ.
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

    pub(super) fn new(lon: f64) -> Self {
        Self { lon }
    }

    /// y in radii.
    fn height(theta: f64) -> f64 {
        let [a1, a2, a3, a4] = Self::A;
        theta * (a1 + theta.powi(2) * a2 + theta.powi(6) * (a3 + theta.powi(2) * a4))
    }

    /// Its derivative, which also tells the width of a parallel.
    fn slope(theta: f64) -> f64 {
        let [a1, a2, a3, a4] = Self::A;
        a1 + 3.0 * theta.powi(2) * a2 + theta.powi(6) * (7.0 * a3 + 9.0 * theta.powi(2) * a4)
    }

    /// x in radii for each radian of longitude.
    fn width(theta: f64) -> f64 {
        2.0 * theta.cos() / (3.0_f64.sqrt() * Self::slope(theta))
    }
}

impl Projection for EqualEarth {
    fn project(&self, point: Point) -> Plane {
        let theta = (3.0_f64.sqrt() / 2.0 * point.lat.to_radians().sin()).asin();
        let east = (point.lon - self.lon).to_radians();
        Plane { x: RADIUS * east * Self::width(theta), y: -RADIUS * Self::height(theta) }
    }

    fn invert(&self, plane: Plane) -> Option<Point> {
        let height = -plane.y / RADIUS;
        // Newton's method: the slope varies so little that a few steps give all digits.
        let theta = (0..8).fold(height / Self::slope(0.0), |theta, _| {
            theta - (Self::height(theta) - height) / Self::slope(theta)
        });
        let sin_lat = 2.0 / 3.0_f64.sqrt() * theta.sin();
        let east = plane.x / (RADIUS * Self::width(theta));
        (sin_lat.abs() <= 1.0)
            .then(|| Point { lon: self.lon + east.to_degrees(), lat: sin_lat.asin().to_degrees() })
    }
}

/// A cone cut open: parallels are arcs around one point, meridians its rays.
pub(super) struct Conic {
    lon: f64,
    /// How much of its angle at the pole a meridian keeps.
    n: f64,
    radii: Radii,
}

/// How far from the middle of the arcs a parallel lies.
enum Radii {
    /// Chapter 14, pages 98–103: areas are kept. With Snyder's C.
    EqualArea(f64),
    /// Chapter 15, pages 104–110: angles are kept. With Snyder's F.
    Conformal(f64),
}

impl Conic {
    /// Albers' equal-area projection, equations 14-5 and 14-6, with two standard parallels.
    pub(super) fn albers(lon: f64, south: f64, north: f64) -> Self {
        let (sin_south, cos_south) = south.to_radians().sin_cos();
        let n = f64::midpoint(sin_south, north.to_radians().sin());
        Self { lon, n, radii: Radii::EqualArea(cos_south.powi(2) + 2.0 * n * sin_south) }
    }

    /// Lambert's conformal projection, equations 15-2 and 15-3, with two standard parallels.
    pub(super) fn lambert(lon: f64, south: f64, north: f64) -> Self {
        let (cos_south, cos_north) = (south.to_radians().cos(), north.to_radians().cos());
        let n = (cos_south / cos_north).ln() / (half_way(north) / half_way(south)).ln();
        Self { lon, n, radii: Radii::Conformal(cos_south * half_way(south).powf(n) / n) }
    }

    /// The parallel's distance from the middle of the arcs, in radii of the globe: equations 14-3, 15-1.
    fn rho(&self, lat: f64) -> f64 {
        match self.radii {
            Radii::EqualArea(c) => (c - 2.0 * self.n * lat.to_radians().sin()).sqrt() / self.n,
            Radii::Conformal(f) => f / half_way(lat).powf(self.n),
        }
    }

    /// The way back: equations 14-8, 15-5.
    fn lat(&self, rho: f64) -> f64 {
        match self.radii {
            Radii::EqualArea(c) => {
                ((c - (rho * self.n).powi(2)) / (2.0 * self.n)).asin().to_degrees()
            }
            Radii::Conformal(f) => from_half_way((f / rho).powf(1.0 / self.n)),
        }
    }
}

impl Projection for Conic {
    /// Equations 14-1, 14-2 and 14-4, from the equator.
    fn project(&self, point: Point) -> Plane {
        let (sin, cos) = (self.n * (point.lon - self.lon).to_radians()).sin_cos();
        let rho = self.rho(point.lat);
        Plane { x: RADIUS * rho * sin, y: RADIUS * (rho * cos - self.rho(0.0)) }
    }

    /// Equations 14-9 to 14-11.
    fn invert(&self, plane: Plane) -> Option<Point> {
        let (x, y) = (plane.x / RADIUS, plane.y / RADIUS + self.rho(0.0));
        let lat = self.lat(x.hypot(y));
        let lon = self.lon + (x.atan2(y) / self.n).to_degrees();
        (!lat.is_nan()).then_some(Point { lon, lat })
    }
}

/// Chapter 21, pages 154–163: angles are kept. It differs from the equal-area projection around the same
/// centre only in how far from the centre a point lies, twice the tangent of half the angle in place of
/// twice its sine.
pub(super) struct Stereographic {
    equal_area: EqualArea,
}

impl Stereographic {
    pub(super) fn new(equal_area: EqualArea) -> Self {
        Self { equal_area }
    }
}

impl Projection for Stereographic {
    fn project(&self, point: Point) -> Plane {
        let Plane { x, y } = self.equal_area.project(point);
        let sin = x.hypot(y) / (2.0 * RADIUS);
        let cos = (1.0 - sin * sin).sqrt();
        Plane { x: x / cos, y: y / cos }
    }

    fn invert(&self, Plane { x, y }: Plane) -> Option<Point> {
        let tan = x.hypot(y) / (2.0 * RADIUS);
        let cos = 1.0 / (1.0 + tan * tan).sqrt();
        self.equal_area.invert(Plane { x: x * cos, y: y * cos })
    }
}

/// The tangent of the angle half-way between the parallel and the North Pole's opposite.
fn half_way(lat: f64) -> f64 {
    (FRAC_PI_4 + lat.to_radians() / 2.0).tan()
}

/// The parallel of such a tangent.
fn from_half_way(tan: f64) -> f64 {
    (2.0 * tan.atan() - FRAC_PI_2).to_degrees()
}
