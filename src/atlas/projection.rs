//! From the globe to the plane and back.

use super::plane::Plane;
use super::turn::sin_cos;
use crate::catalogue::Point;

/// A way to flatten the globe.
pub trait Projection {
    /// Where a point of the globe lies on the plane.
    fn project(&self, point: Point) -> Plane;

    /// The point of the globe drawn there; `None` outside the drawn globe.
    fn invert(&self, plane: Plane) -> Option<Point>;
}

/// Lambert's azimuthal equal-area projection on a sphere.
///
/// A country is drawn as large as it is, wherever it lies; the price is shape, squeezed by a tenth
/// at 50° from the centre. Formulas: J. P. Snyder, *Map Projections – A Working Manual*, USGS
/// Professional Paper 1395 (1987), chapter 24, pages 182–190.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EqualArea {
    /// Longitude of the centre in degrees.
    lon: f64,
    sin_lat: f64,
    cos_lat: f64,
}

impl EqualArea {
    /// Radius in km of the sphere that has the Earth's area (WGS 84's authalic radius).
    pub const RADIUS: f64 = 6371.0072;

    /// The projection whose plane touches the globe at `centre`.
    #[must_use]
    pub fn new(centre: Point) -> Self {
        let (sin_lat, cos_lat) = sin_cos(centre.lat);
        Self { lon: centre.lon, sin_lat, cos_lat }
    }
}

impl Projection for EqualArea {
    /// Snyder's equations 22-4, 22-5 and 24-2. The point opposite to the centre, which the
    /// projection draws as a circle, lands somewhere far away on that circle.
    fn project(&self, point: Point) -> Plane {
        let (sin_lat, cos_lat) = sin_cos(point.lat);
        let (sin_east, cos_east) = sin_cos(point.lon - self.lon);
        let cos_distance = self.sin_lat * sin_lat + self.cos_lat * cos_lat * cos_east;
        let scale = Self::RADIUS * (2.0 / (1.0 + cos_distance).max(f64::EPSILON)).sqrt();
        let north = self.cos_lat * sin_lat - self.sin_lat * cos_lat * cos_east;
        Plane { x: scale * cos_lat * sin_east, y: -scale * north }
    }

    /// Snyder's equations 20-14, 20-15 and 24-16.
    fn invert(&self, plane: Plane) -> Option<Point> {
        let rho = plane.x.hypot(plane.y);
        let half = rho / (2.0 * Self::RADIUS);
        if half.is_nan() || half > 1.0 {
            return None;
        }
        // Of twice the angle whose sine is `half`.
        let (sin_c, cos_c) = (2.0 * half * (1.0 - half * half).sqrt(), 1.0 - 2.0 * half * half);
        // At the centre itself the direction does not matter.
        let (east, north) = if rho > 0.0 { (plane.x / rho, -plane.y / rho) } else { (0.0, 0.0) };
        let sin_lat = cos_c * self.sin_lat + north * sin_c * self.cos_lat;
        let lon = (east * sin_c).atan2(self.cos_lat * cos_c - north * self.sin_lat * sin_c);
        Some(Point {
            lon: wrapped(self.lon + lon.to_degrees()),
            lat: sin_lat.clamp(-1.0, 1.0).asin().to_degrees(),
        })
    }
}

/// The same meridian between −180° and 180°.
fn wrapped(lon: f64) -> f64 {
    if lon > 180.0 {
        lon - 360.0
    } else if lon < -180.0 {
        lon + 360.0
    } else {
        lon
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> Plane {
        EqualArea::new(Point { lon: -100.0, lat: 40.0 }).project(Point { lon, lat })
    }

    /// Snyder, page 332: R = 3, centre 40° N, 100° W, the point 20° S, 100° E; his y grows northwards.
    #[test]
    fn snyders_own_example_comes_out() {
        let Plane { x, y } = at(100.0, -20.0);
        let share = 3.0 / EqualArea::RADIUS;
        assert!((x * share - -4.233_930_3).abs() < 1e-7, "x = {}", x * share);
        assert!((y * share - -4.025_777_5).abs() < 1e-7, "y = {}", y * share);
    }

    #[test]
    fn the_far_side_gives_numbers() {
        let far = at(80.0, -40.0);
        assert!(far.x.is_finite() && far.y.is_finite());
    }

    #[test]
    fn outside_the_globe_there_is_no_point() {
        let projection = EqualArea::new(Point { lon: 17.0, lat: 17.0 });
        assert_eq!(projection.invert(Plane { x: 12_800.0, y: 0.0 }), None);
        assert_eq!(projection.invert(Plane { x: f64::NAN, y: 0.0 }), None);
        let centre = projection.invert(Plane { x: 0.0, y: 0.0 }).unwrap();
        assert!((centre.lon - 17.0).abs() < 1e-9 && (centre.lat - 17.0).abs() < 1e-9);
    }
}
