//! The shortest way between two points of the globe.
//!
//! Points are vectors on the unit sphere here: the middle of two is their sum made as long as one
//! again, which takes a square root where formulas in degrees take an arc cosine, and which is exact
//! for points that lie close together.

use super::plane::Plane;
use super::projection::{EqualArea, Projection};
use super::sheet::projection;
use super::turn::sin_cos;
use crate::catalogue::Point;

/// The longest step between two samples of a line, as a chord in radii: 319 km.
///
/// The atlas' projection bends a great circle most where it runs across the direction to the centre.
/// There, `c` away from the centre and with `s` = sin(c/2), Snyder's equations 24-2 developed in the
/// step `t` put the middle of an arc R·t²/16 · s·(3 − 2s²)/(1 − s²) beside its chord. In the corners of
/// the sheet, where c is 82°, that is 0.15·R·t²: steps of a twentieth stay within 2.5 km, which is a
/// pixel where a screen shows a whole continent. Outside the sheet the error grows.
const STEP: f64 = 0.05;

/// Two points whose sum is shorter are opposite: 6 mm are left to exactly that, and the direction of so
/// short a sum still has seven digits.
const OPPOSITE: f64 = 1e-9;

/// From the centre of the globe: towards 0° E 0° N, towards 90° E, and towards the North Pole.
type Vector = [f64; 3];

/// The shortest way over the globe in km, on the sphere of [`EqualArea::RADIUS`].
#[must_use]
pub fn distance(from: Point, to: Point) -> f64 {
    let (a, b) = (unit(from), unit(to));
    // Half the angle has this tangent (W. Kahan, "How Futile are Mindless Assessments of Roundoff in
    // Floating-Point Computation?", 2006, § 12): exact for neighbours and for opposite points.
    2.0 * EqualArea::RADIUS * length(difference(a, b)).atan2(length(sum(a, b)))
}

/// The shortest way as a line on the atlas' plane: at least the two ends, which lie exactly where the
/// projection puts them, and between them samples that are equally far apart on the globe.
///
/// On the sheet the line is nowhere more than 3 km from the true curve. Between opposite points,
/// where all ways are equally short, it starts northwards.
#[must_use]
pub fn great_circle(from: Point, to: Point) -> Vec<Plane> {
    let mut line = vec![unit(from), unit(to)];
    while let [a, b, ..] = *line.as_slice()
        && length(difference(a, b)) > STEP
    {
        line = halved(&line, northwards(from));
    }
    let projection = projection();
    let mut drawn: Vec<Plane> =
        line.into_iter().map(|sample| projection.project(point(sample))).collect();
    if let [first, .., last] = drawn.as_mut_slice() {
        (*first, *last) = (projection.project(from), projection.project(to));
    }
    drawn
}

/// The line with the middle of each step added. Where the ends of a step are opposite, `aside` is.
fn halved(line: &[Vector], aside: Vector) -> Vec<Vector> {
    let mut halved = Vec::with_capacity(2 * line.len());
    halved.extend(line.first());
    for (a, b) in line.iter().zip(line.iter().skip(1)) {
        let sum = sum(*a, *b);
        let length = length(sum);
        let middle = if length > OPPOSITE { sum.map(|part| part / length) } else { aside };
        halved.extend([middle, *b]);
    }
    halved
}

/// A quarter of the globe from the point, straight northwards: beyond the pole, unless it lies on the
/// equator.
fn northwards(point: Point) -> Vector {
    unit(Point { lat: point.lat + 90.0, ..point })
}

fn unit(point: Point) -> Vector {
    let (sin_lat, cos_lat) = sin_cos(point.lat);
    let (sin_lon, cos_lon) = sin_cos(point.lon);
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

/// The point in this direction.
fn point([x, y, z]: Vector) -> Point {
    // Near a pole, an arc sine of `z` alone would lose half of the digits.
    Point { lon: y.atan2(x).to_degrees(), lat: z.atan2(x.hypot(y)).to_degrees() }
}

fn sum([ax, ay, az]: Vector, [bx, by, bz]: Vector) -> Vector {
    [ax + bx, ay + by, az + bz]
}

fn difference(a: Vector, b: Vector) -> Vector {
    sum(a, b.map(|part| -part))
}

fn length([x, y, z]: Vector) -> f64 {
    (x * x + y * y + z * z).sqrt()
}
