//! Great circles and the projection beside the figures of an independent program.
//!
//! The figures are PROJ's (by way of pyproj 3), made by these lines:
//!
//! ```python
//! from pyproj import Geod, Proj
//! R = 6371007.2
//! geod = Geod(a=R, b=R)
//! laea = Proj(f"+proj=laea +lat_0=17 +lon_0=17 +R={R}")
//! def way(a, b):  # km, and (x, y) in km at a quarter, half and three quarters
//!     print(round(geod.inv(*a, *b)[2] / 1000, 4))
//!     print([tuple(round(v / 1000, 4) for v in laea(*p)) for p in geod.npts(*a, *b, 3)])
//! def plane(a):   # km
//!     print([round(v / 1000, 6) for v in laea(*a)])
//! def globe(x, y):  # degrees
//!     print([round(v, 8) for v in laea(x * 1000, y * 1000, inverse=True)])
//! way(NORRKÖPING, ELDORET)  # … and so on for each line of the tables below
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail as tests may; clippy exempts only functions marked as tests"
)]

use partneratlas::atlas::{
    EqualArea, Plane, Projection, distance, great_circle, projection, sheet,
};
use partneratlas::catalogue::Point;
use proptest::prelude::*;

const NORRKOPING: Point = at(16.1826, 58.5942);
const ELDORET: Point = at(35.2699, 0.5204);
const TYRESO: Point = at(18.228, 59.244);
const SAVIGNY: Point = at(2.58, 48.58);
const STELLENBOSCH: Point = at(18.8668, -33.9346);
const KIRUNA: Point = at(20.2253, 67.8557);
const CAPE_TOWN: Point = at(18.4241, -33.9249);
const JONKOPING: Point = at(14.1618, 57.7826);
const DUBROVNIK: Point = at(18.1091, 42.6412);

/// A way between two points: PROJ's length in km, and its points at the quarters on the plane, y northwards.
type Way = (Point, Point, f64, [(f64, f64); 3]);

#[rustfmt::skip]
const WAYS: [Way; 5] = [
    (NORRKOPING, ELDORET, 6670.3895, [(575.2858, 3031.444), (1137.8213, 1468.2707), (1629.9708, -136.1292)]),
    (TYRESO, SAVIGNY, 1559.508, [(-225.812, 4338.3344), (-521.4533, 4075.9373), (-811.8318, 3805.2397)]),
    (NORRKOPING, STELLENBOSCH, 10291.7698, [(23.6573, 2044.4829), (90.3829, -518.6351), (147.047, -3060.8348)]),
    (KIRUNA, CAPE_TOWN, 11318.5049, [(196.6372, 2804.2716), (211.2841, -2.588), (194.5365, -2809.3127)]),
    (JONKOPING, DUBROVNIK, 1706.1932, [(-109.5376, 4044.9254), (-40.7881, 3643.3345), (26.7507, 3237.4727)]),
];

/// Points and where PROJ draws them, km, y northwards.
#[rustfmt::skip]
const DRAWN: [(Point, f64, f64); 15] = [
    (NORRKOPING, -50.662947, 4524.346417),
    (ELDORET, 2043.317569, -1752.969192),
    (TYRESO, 74.854053, 4592.031443),
    (SAVIGNY, -1096.703553, 3526.632947),
    (STELLENBOSCH, 190.749891, -5478.813122),
    (KIRUNA, 149.632648, 5473.28128),
    (CAPE_TOWN, 145.528355, -5477.923169),
    (JONKOPING, -179.46059, 4441.786636),
    (DUBROVNIK, 93.037105, 2827.802627),
    (at(16.3731, 48.2083), -48.232487, 3427.581524),
    (at(36.8219, -1.2921), 2220.149586, -1942.030975),
    (at(-23.5087, 14.9331), -4241.054574, 213.842727),
    (at(57.4989, -20.1619), 4367.281195, -3856.342356),
    (at(-21.9426, 64.1466), -1960.029998, 5445.048308),
    (at(15.6469, 78.2232), -35.678311, 6488.675767),
];

/// Places of the plane in km, y northwards, and what PROJ finds there: longitude and latitude.
#[rustfmt::skip]
const FOUND: [((f64, f64), (f64, f64)); 12] = [
    ((0.0, 0.0), (17.0, 17.0)),
    ((1000.0, 500.0), (26.65852022, 21.26190001)),
    ((-1000.0, -500.0), (7.79125743, 12.30454778)),
    ((3000.0, -2500.0), (43.83818098, -6.87769884)),
    ((-3500.0, 1200.0), (-18.30451508, 24.54630422)),
    ((4900.0, 6800.0), (117.39737514, 53.91624054)),
    ((-4900.0, 6800.0), (-83.39737514, 53.91624054)),
    ((4900.0, -5900.0), (69.0139452, -38.8063674)),
    ((-4900.0, -5900.0), (-35.0139452, -38.8063674)),
    ((0.0, 6000.0), (17.0, 73.18327923)),
    ((-200.0, -5500.0), (15.03950691, -34.14590329)),
    ((2500.0, 4000.0), (51.8414006, 50.35314379)),
];

const fn at(lon: f64, lat: f64) -> Point {
    Point { lon, lat }
}

/// From the centre of the globe, in radii.
fn vector(point: Point) -> [f64; 3] {
    let (lon, lat) = (point.lon.to_radians(), point.lat.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

/// The point half-way, by the sum of the vectors.
fn middle(a: Point, b: Point) -> Point {
    let (a, b) = (vector(a), vector(b));
    let [x, y, z] = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
    at(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
}

fn apart(a: Plane, b: Plane) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// How far `point` lies from the stretch between `a` and `b`.
fn beside(point: Plane, a: Plane, b: Plane) -> f64 {
    let (x, y) = (b.x - a.x, b.y - a.y);
    let along = ((point.x - a.x) * x + (point.y - a.y) * y) / (x * x + y * y);
    let along = along.clamp(0.0, 1.0);
    apart(point, Plane { x: a.x + along * x, y: a.y + along * y })
}

fn globe(line: &[Plane]) -> Vec<Point> {
    line.iter().map(|plane| projection().invert(*plane).unwrap()).collect()
}

// PROJ

#[test]
fn ways_are_as_long_as_proj_says() {
    for (from, to, km, _) in WAYS {
        let ours = distance(from, to);
        assert!((ours - km).abs() < 1e-4, "{from:?} to {to:?}: {ours} km, not {km}");
    }
}

#[test]
fn ways_pass_where_proj_says() {
    for (from, to, _, quarters) in WAYS {
        let line = great_circle(from, to);
        let steps = line.len() - 1;
        assert_eq!(steps % 4, 0, "{from:?} to {to:?} has {steps} steps");
        for (quarter, (x, y)) in (1..).zip(quarters) {
            let ours = line[steps * quarter / 4];
            let off = apart(ours, Plane { x, y: -y });
            assert!(off < 1e-3, "{from:?} to {to:?}, quarter {quarter}: {ours:?}");
        }
    }
}

#[test]
fn points_are_drawn_where_proj_draws_them() {
    for (point, x, y) in DRAWN {
        let ours = projection().project(point);
        assert!(apart(ours, Plane { x, y: -y }) < 1e-3, "{point:?} is at {ours:?}");
    }
}

#[test]
fn places_of_the_plane_are_the_points_that_proj_finds() {
    for ((x, y), (lon, lat)) in FOUND {
        let ours = projection().invert(Plane { x, y: -y }).unwrap();
        assert!(distance(ours, at(lon, lat)) < 1e-3, "({x}, {y}) is {ours:?}");
    }
}

// What holds for any points

/// Any point of the globe.
fn anywhere() -> impl Strategy<Value = Point> {
    (-180.0..=180.0_f64, -90.0..=90.0_f64).prop_map(|(lon, lat)| at(lon, lat))
}

/// Any point of the sheet.
fn on_sheet() -> impl Strategy<Value = Point> {
    let sheet = sheet();
    (sheet.x..sheet.right(), sheet.y..sheet.bottom())
        .prop_map(|(x, y)| projection().invert(Plane { x, y }).unwrap())
}

proptest! {
    #[test]
    fn the_way_back_is_as_long(a in anywhere(), b in anywhere()) {
        prop_assert!((distance(a, b) - distance(b, a)).abs() < 1e-9);
        let (there, back) = (great_circle(a, b), great_circle(b, a));
        prop_assert_eq!(there.len(), back.len());
    }

    #[test]
    fn a_detour_is_no_shorter(a in anywhere(), b in anywhere(), c in anywhere()) {
        prop_assert!(distance(a, b) <= distance(a, c) + distance(c, b) + 1e-9);
    }

    #[test]
    fn no_way_is_longer_than_half_the_globe(a in anywhere(), b in anywhere()) {
        let half = std::f64::consts::PI * EqualArea::RADIUS;
        prop_assert!((0.0..=half + 1e-9).contains(&distance(a, b)));
    }

    #[test]
    fn the_ends_are_the_points_themselves(a in anywhere(), b in anywhere()) {
        let line = great_circle(a, b);
        prop_assert_eq!(line.first(), Some(&projection().project(a)));
        prop_assert_eq!(line.last(), Some(&projection().project(b)));
        prop_assert!(line.iter().all(|plane| plane.x.is_finite() && plane.y.is_finite()));
    }

    #[test]
    fn samples_lie_on_one_circle_around_the_globes_centre(a in on_sheet(), b in on_sheet()) {
        let normal = cross(vector(a), vector(b));
        for sample in globe(&great_circle(a, b)) {
            let off = dot(normal, vector(sample)) * EqualArea::RADIUS;
            prop_assert!(off.abs() < 1e-3, "{sample:?} lies {off} km aside");
        }
    }

    #[test]
    fn samples_are_equally_far_apart_and_add_up(a in on_sheet(), b in on_sheet()) {
        let samples = globe(&great_circle(a, b));
        let steps: Vec<f64> = samples.windows(2).map(|pair| distance(pair[0], pair[1])).collect();
        for step in &steps {
            prop_assert!((step - steps[0]).abs() < 1e-3, "{step} km beside {} km", steps[0]);
            prop_assert!(*step < 320.0, "{step} km");
        }
        prop_assert!((steps.iter().sum::<f64>() - distance(a, b)).abs() < 1e-3);
    }

    #[test]
    fn the_line_stays_by_the_curve(a in on_sheet(), b in on_sheet()) {
        let line = great_circle(a, b);
        for (pair, points) in line.windows(2).zip(globe(&line).windows(2)) {
            let curve = projection().project(middle(points[0], points[1]));
            let off = beside(curve, pair[0], pair[1]);
            prop_assert!(off < 3.0, "{off} km at {curve:?}");
        }
    }

    #[test]
    fn opposite_points_have_a_way(a in anywhere(), nudge in prop_oneof![Just(0.0), -1e-6..1e-6_f64]) {
        let b = at(a.lon + 180.0, -a.lat + nudge);
        let half = std::f64::consts::PI * EqualArea::RADIUS;
        prop_assert!((distance(a, b) - half).abs() < 1e-3, "{} km", distance(a, b));
        let line = great_circle(a, b);
        prop_assert_eq!(line.len(), 65);
        prop_assert!(line.iter().all(|plane| plane.x.is_finite() && plane.y.is_finite()));
        // One half of it lies near enough to the atlas' centre to be read back.
        let far = |point: &Point| distance(*point, at(17.0, 17.0)) > 17_000.0;
        for pair in globe(&line).windows(2).filter(|pair| !pair.iter().any(far)) {
            prop_assert!((distance(pair[0], pair[1]) - half / 64.0).abs() < 1e-2);
        }
    }
}

#[test]
fn from_a_point_to_itself_is_no_way() {
    for point in [NORRKOPING, at(0.0, 90.0), at(180.0, -90.0), at(17.0, 17.0)] {
        assert_eq!(distance(point, point).to_bits(), 0.0_f64.to_bits());
        assert_eq!(great_circle(point, point), [projection().project(point); 2]);
    }
}

#[test]
fn opposite_points_are_joined_over_the_north() {
    let line = great_circle(at(17.0, 0.0), at(-163.0, 0.0));
    let pole = projection().project(at(0.0, 90.0));
    assert!(apart(line[line.len() / 2], pole) < 1e-6);
}
