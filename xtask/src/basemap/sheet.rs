//! The sheet: the rectangle of the plane that the base map fills, and how arcs are cut to it.
//!
//! Projection and rectangle are those of `src/atlas/projection.rs` and `src/atlas/sheet.rs`, said
//! again because the package cannot be compiled before this tool has written its base map;
//! `tests/atlas.rs` fails if the two drift apart.

use super::topology::Pair;

/// Radius of the sphere with the Earth's area, km.
const RADIUS: f64 = 6371.0072;
const CENTRE_LON: f64 = 17.0;
const CENTRE_LAT: f64 = 17.0;

/// Edges of the sheet in km from the centre; y grows southwards.
const EAST: f64 = 4900.0;
const NORTH: f64 = -6800.0;
const SOUTH: f64 = 5900.0;

/// Land goes on this far beyond the sheet's edge, so that the cut itself is never seen.
const BLEED: f64 = 60.0;

/// Lambert azimuthal equal-area, Snyder 1987 (USGS PP 1395), equations 24-2, 22-4, 22-5.
pub(super) fn project((lon, lat): Pair) -> Pair {
    let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
    let (sin_centre, cos_centre) = CENTRE_LAT.to_radians().sin_cos();
    let (sin_east, cos_east) = (lon - CENTRE_LON).to_radians().sin_cos();
    let cos_distance = sin_centre * sin_lat + cos_centre * cos_lat * cos_east;
    let scale = RADIUS * (2.0 / (1.0 + cos_distance)).sqrt();
    let north = cos_centre * sin_lat - sin_centre * cos_lat * cos_east;
    (scale * cos_lat * sin_east, -scale * north)
}

/// The inverse, Snyder's equations 20-14, 20-15, 24-16.
pub(super) fn invert((x, y): Pair) -> Pair {
    let rho = x.hypot(y);
    if rho == 0.0 {
        return (CENTRE_LON, CENTRE_LAT);
    }
    let (sin_c, cos_c) = (2.0 * (rho / (2.0 * RADIUS)).asin()).sin_cos();
    let (sin_centre, cos_centre) = CENTRE_LAT.to_radians().sin_cos();
    let lat = (cos_c * sin_centre - y * sin_c * cos_centre / rho).asin();
    let east = (x * sin_c).atan2(rho * cos_centre * cos_c + y * sin_centre * sin_c);
    (CENTRE_LON + east.to_degrees(), lat.to_degrees())
}

/// Projects an arc and pushes what lies outside onto the edge of sheet and bleed.
///
/// Clamping each coordinate, after a point has been set wherever a segment crosses an edge, gives
/// the same area as cutting each ring would, yet works on the arc alone: neighbours keep sharing it.
pub(super) fn cut(arc: &[Pair]) -> Vec<Pair> {
    let mut points: Vec<Pair> = Vec::new();
    let mut previous: Option<Pair> = None;
    for &degrees in arc {
        let next = project(degrees);
        if let Some(start) = previous {
            points.extend(crossings(start, next).into_iter().map(clamp));
        }
        points.push(clamp(next));
        previous = Some(next);
    }
    points.dedup();
    points
}

/// Where the segment crosses the lines through the four edges, in order along it.
fn crossings(a: Pair, b: Pair) -> Vec<Pair> {
    let share = |edge: f64, from: f64, to: f64| (edge - from) / (to - from);
    let mut shares: Vec<f64> = [-EAST - BLEED, EAST + BLEED]
        .into_iter()
        .map(|edge| share(edge, a.0, b.0))
        .chain([NORTH - BLEED, SOUTH + BLEED].into_iter().map(|edge| share(edge, a.1, b.1)))
        .filter(|share| *share > 0.0 && *share < 1.0)
        .collect();
    shares.sort_by(f64::total_cmp);
    shares.into_iter().map(|t| (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1))).collect()
}

fn clamp((x, y): Pair) -> Pair {
    (x.clamp(-EAST - BLEED, EAST + BLEED), y.clamp(NORTH - BLEED, SOUTH + BLEED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_leads_back() {
        for point in [(16.18, 58.59), (35.27, 0.52), (19.43, -34.23), (17.0, 17.0), (-24.0, 65.0)] {
            let (lon, lat) = invert(project(point));
            assert!((lon - point.0).abs() < 1e-9 && (lat - point.1).abs() < 1e-9, "{point:?}");
        }
    }

    #[test]
    fn a_line_that_leaves_the_sheet_follows_its_edge() {
        let arc = cut(&[(30.0, 60.0), (140.0, 60.0), (140.0, 40.0), (40.0, 30.0)]);
        assert!(arc.iter().all(|(x, y)| *x <= EAST + BLEED && *y >= NORTH - BLEED), "{arc:?}");
        assert!(arc.iter().any(|(x, _)| *x == EAST + BLEED));
    }
}
