//! Line simplification after Visvalingam and Whyatt: the point whose loss changes least goes first.
//!
//! M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points", The
//! Cartographic Journal 30 (1993) 46–51. The area of a sharp corner counts less, as in mapshaper's
//! "weighted" variant, which keeps fjord coasts from turning into saw teeth. Arc ends stay, so that
//! junctions of borders stay.

use super::select::Selected;
use super::sheet;
use super::topology::{Pair, Topology};

/// Windows in degrees (west, south, east, north) and the smallest triangle kept there, km². The
/// first that fits counts; about 1 px² when the map's jump to that window is 1000 px wide.
const DETAIL: [((f64, f64, f64, f64), f64); 5] = [
    ((33.0, -5.5, 42.5, 6.0), 10.0),
    ((16.0, -35.5, 33.5, -21.5), 16.0),
    ((-25.0, 34.0, 32.0, 72.0), 30.0),
    ((-26.0, -36.0, 59.0, 38.0), 140.0),
    ((-26.0, 38.0, 50.0, 82.0), 110.0),
];

/// Context beyond all of those windows.
const COARSE: f64 = 1000.0;

/// A ring may lose corners of at most this share of its area, so that small countries keep a shape.
const RING_SHARE: f64 = 0.02;

/// Simplified arcs; those that no selected ring uses stay empty.
pub(super) fn simplify(topology: &Topology, selected: &[Selected]) -> Vec<Vec<Pair>> {
    let caps = caps(topology.arcs.len(), selected);
    topology
        .arcs
        .iter()
        .zip(caps)
        .map(|(arc, cap)| match cap {
            Some(cap) => thin(arc, cap),
            None => Vec::new(),
        })
        .collect()
}

/// For each arc the largest triangle that the smallest ring using it allows to lose, km².
fn caps(arcs: usize, selected: &[Selected]) -> Vec<Option<f64>> {
    let mut caps: Vec<Option<f64>> = vec![None; arcs];
    for ring in selected.iter().flat_map(|country| &country.rings) {
        for step in &ring.steps {
            if let Some(cap) = caps.get_mut(step.arc) {
                let allowed = ring.area * RING_SHARE;
                *cap = Some(cap.map_or(allowed, |before| before.min(allowed)));
            }
        }
    }
    caps
}

/// Quadratic, which the few thousand points of an arc allow.
fn thin(arc: &[Pair], cap: f64) -> Vec<Pair> {
    let mut points = arc.to_vec();
    // A closed arc is a whole island: three corners and the closing point.
    let least = if arc.first() == arc.last() { 4 } else { 2 };
    let mut weights: Vec<f64> = (0..points.len()).map(|at| weight(&points, at, cap)).collect();
    while points.len() > least {
        let Some((at, lightest)) =
            weights.iter().copied().enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b))
        else {
            break;
        };
        if lightest >= 1.0 {
            break;
        }
        points.remove(at);
        weights.remove(at);
        for neighbour in [at.wrapping_sub(1), at] {
            let renewed = weight(&points, neighbour, cap);
            if let Some(weight) = weights.get_mut(neighbour) {
                // Never less than what has already gone: a point must not follow its neighbour only
                // because the neighbour went.
                *weight = renewed.max(lightest);
            }
        }
    }
    points
}

/// The weighted triangle at a point as a share of what must be kept there; ends are infinite.
fn weight(points: &[Pair], at: usize, cap: f64) -> f64 {
    let around = at.checked_sub(1).and_then(|before| points.get(before..=at + 1));
    let Some(&[a, b, c]) = around else { return f64::INFINITY };
    let (to_a, to_c) = ((a.0 - b.0, a.1 - b.1), (c.0 - b.0, c.1 - b.1));
    let area = (to_a.0 * to_c.1 - to_a.1 * to_c.0).abs() / 2.0;
    let lengths = to_a.0.hypot(to_a.1) * to_c.0.hypot(to_c.1);
    if lengths == 0.0 {
        return 0.0;
    }
    let cosine = (to_a.0 * to_c.0 + to_a.1 * to_c.1) / lengths;
    area * (1.0 - 0.7 * cosine) / tolerance(b).min(cap)
}

fn tolerance(point: Pair) -> f64 {
    let (lon, lat) = sheet::invert(point);
    DETAIL
        .iter()
        .find(|((west, south, east, north), _)| {
            (*west..=*east).contains(&lon) && (*south..=*north).contains(&lat)
        })
        .map_or(COARSE, |(_, tolerance)| *tolerance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_on_a_straight_line_goes_and_a_corner_stays() {
        let arc = [(0.0, 0.0), (100.0, 0.0), (200.0, 0.0), (200.0, 200.0)];
        assert_eq!(thin(&arc, 1000.0), [(0.0, 0.0), (200.0, 0.0), (200.0, 200.0)]);
    }

    #[test]
    fn an_island_stays_an_island() {
        let arc = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 1.2), (0.0, 1.0), (0.0, 0.0)];
        assert_eq!(thin(&arc, f64::INFINITY).len(), 4);
    }

    #[test]
    fn a_border_is_thinned_alike_from_both_sides() {
        let arc: Vec<Pair> =
            (0..50).map(f64::from).map(|i| (i * 9.0, (i * 7.0).sin() * 9.0)).collect();
        let back: Vec<Pair> = arc.iter().rev().copied().collect();
        let mut thinned = thin(&back, 1e9);
        thinned.reverse();
        assert_eq!(thin(&arc, 1e9), thinned);
    }
}
