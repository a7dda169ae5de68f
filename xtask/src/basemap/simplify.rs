//! Line simplification after Visvalingam and Whyatt: the point whose loss changes least goes first.
//!
//! M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points", The
//! Cartographic Journal 30 (1993) 46–51. The area of a sharp corner counts less, as in mapshaper's
//! "weighted" variant, which keeps fjord coasts from turning into saw teeth. Arc ends stay, so that
//! junctions of borders stay. A point stays as well while any other lies in its triangle: without
//! it the line would run across that one's.

use std::collections::{BTreeMap, BTreeSet};

use super::topology::Pair;

/// A line to be simplified.
pub(super) struct Arc<'a> {
    pub(super) points: &'a [Pair],
    /// No larger triangle may go, km².
    pub(super) most: f64,
}

/// The lines with fewer points; `tolerance` says how large a triangle must be to stay, km².
pub(super) fn simplify(arcs: &[Arc<'_>], tolerance: impl Fn(Pair) -> f64) -> Vec<Vec<Pair>> {
    let mut lines = Lines::default();
    for arc in arcs {
        lines.add(arc, &tolerance);
    }
    lines.thin();
    lines.result()
}

/// A point of a line, chained to those beside it that are still there.
struct Corner {
    at: Pair,
    arc: usize,
    /// The largest triangle that may go here, km².
    allowed: f64,
    before: Option<usize>,
    after: Option<usize>,
    /// The triangle as a share of what is allowed.
    weight: f64,
    gone: bool,
}

/// All lines at once, so that none runs across another.
#[derive(Default)]
struct Lines {
    corners: Vec<Corner>,
    /// How many points each arc may still lose.
    spare: Vec<usize>,
    /// Where points are: their numbers by squares of the plane.
    squares: BTreeMap<(i64, i64), Vec<usize>>,
    /// Points that may go, the lightest first. The bits of a float that is not negative are in its
    /// order.
    queue: BTreeSet<(u64, usize)>,
}

impl Lines {
    fn add(&mut self, arc: &Arc<'_>, tolerance: impl Fn(Pair) -> f64) {
        let points = arc.points;
        let first = self.corners.len();
        let last = first + points.len().saturating_sub(1);
        for (index, at) in (first..).zip(points.iter().copied()) {
            self.squares.entry(square(at)).or_default().push(index);
            self.corners.push(Corner {
                at,
                arc: self.spare.len(),
                allowed: tolerance(at).min(arc.most),
                before: (index > first).then(|| index.saturating_sub(1)),
                after: (index < last).then_some(index + 1),
                weight: f64::INFINITY,
                gone: false,
            });
        }
        // A closed arc is a whole island: three corners and the closing point.
        let least = if points.first() == points.last() { 4 } else { 2 };
        self.spare.push(points.len().saturating_sub(least));
        for index in first..self.corners.len() {
            self.weigh(index, 0.0);
        }
    }

    fn thin(&mut self) {
        while let Some((_, index)) = self.queue.pop_first() {
            let Some(corner) = self.corners.get(index) else { continue };
            let lightest = corner.weight;
            if lightest >= 1.0 {
                break;
            }
            let spare = self.spare.get(corner.arc).is_some_and(|spare| *spare > 0);
            // What is in the way may go later, but then a neighbour of this one has to go first for
            // it to be asked again: rare, and it only leaves a point too many.
            // A point on a straight line, such as the edge of the sheet, is in nobody's way.
            if spare && (lightest == 0.0 || !self.is_blocked(index)) {
                self.remove(index, lightest);
            }
        }
    }

    fn remove(&mut self, index: usize, lightest: f64) {
        let Some(corner) = self.corners.get_mut(index) else { return };
        corner.gone = true;
        let (before, after, at, arc) = (corner.before, corner.after, corner.at, corner.arc);
        if let Some(spare) = self.spare.get_mut(arc) {
            *spare -= 1;
        }
        if let Some(square) = self.squares.get_mut(&square(at)) {
            square.retain(|other| *other != index);
        }
        if let Some(corner) = before.and_then(|before| self.corners.get_mut(before)) {
            corner.after = after;
        }
        if let Some(corner) = after.and_then(|after| self.corners.get_mut(after)) {
            corner.before = before;
        }
        for neighbour in [before, after].into_iter().flatten() {
            // Never less than what has already gone: a point must not follow its neighbour only
            // because the neighbour went.
            self.weigh(neighbour, lightest);
        }
    }

    /// Gives a point its present weight and its place in the queue; ends have none.
    fn weigh(&mut self, index: usize, least: f64) {
        let Some([a, b, c]) = self.triangle(index) else { return };
        let Some(corner) = self.corners.get_mut(index) else { return };
        self.queue.remove(&(corner.weight.to_bits(), index));
        corner.weight = (weighted(a, b, c) / corner.allowed).max(least);
        self.queue.insert((corner.weight.to_bits(), index));
    }

    fn triangle(&self, index: usize) -> Option<[Pair; 3]> {
        let corner = self.corners.get(index)?;
        let before = self.corners.get(corner.before?)?;
        let after = self.corners.get(corner.after?)?;
        Some([before.at, corner.at, after.at])
    }

    /// Whether another point lies in the triangle.
    fn is_blocked(&self, index: usize) -> bool {
        let Some(triangle) = self.triangle(index) else { return true };
        let [low, high] = [f64::min, f64::max].map(|pick: fn(f64, f64) -> f64| {
            let [a, b, c] = triangle;
            square((pick(pick(a.0, b.0), c.0), pick(pick(a.1, b.1), c.1)))
        });
        (low.0..=high.0).any(|x| {
            let columns = self.squares.range((x, low.1)..=(x, high.1));
            columns
                .flat_map(|(_, indices)| indices)
                .filter_map(|other| self.corners.get(*other))
                .any(|other| is_inside(other.at, triangle))
        })
    }

    fn result(self) -> Vec<Vec<Pair>> {
        let mut lines = vec![Vec::new(); self.spare.len()];
        for corner in self.corners.iter().filter(|corner| !corner.gone) {
            if let Some(line) = lines.get_mut(corner.arc) {
                line.push(corner.at);
            }
        }
        lines
    }
}

/// Edge of a square of the index, km.
const SQUARE: f64 = 20.0;

#[expect(clippy::cast_possible_truncation, reason = "the sheet is small")]
fn square((x, y): Pair) -> (i64, i64) {
    ((x / SQUARE).floor() as i64, (y / SQUARE).floor() as i64)
}

/// The triangle's area, km², weighted by its angle at `b`.
fn weighted(a: Pair, b: Pair, c: Pair) -> f64 {
    let (to_a, to_c) = ((a.0 - b.0, a.1 - b.1), (c.0 - b.0, c.1 - b.1));
    let area = (to_a.0 * to_c.1 - to_a.1 * to_c.0).abs() / 2.0;
    let lengths = to_a.0.hypot(to_a.1) * to_c.0.hypot(to_c.1);
    if lengths == 0.0 {
        return 0.0;
    }
    let cosine = (to_a.0 * to_c.0 + to_a.1 * to_c.1) / lengths;
    area * (1.0 - 0.7 * cosine)
}

/// Inside or on an edge, but not at a corner: other lines may begin there.
fn is_inside(point: Pair, triangle: [Pair; 3]) -> bool {
    let [a, b, c] = triangle;
    let side = |a: Pair, b: Pair| (b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0);
    let sides = [side(a, b), side(b, c), side(c, a)];
    !triangle.contains(&point)
        && (sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thin(arcs: &[&[Pair]], tolerance: f64) -> Vec<Vec<Pair>> {
        let arcs: Vec<Arc<'_>> =
            arcs.iter().map(|points| Arc { points, most: f64::INFINITY }).collect();
        simplify(&arcs, |_| tolerance)
    }

    #[test]
    fn a_point_on_a_straight_line_goes_and_a_corner_stays() {
        let arc = [(0.0, 0.0), (100.0, 0.0), (200.0, 0.0), (200.0, 200.0)];
        assert_eq!(thin(&[&arc], 1000.0), [[(0.0, 0.0), (200.0, 0.0), (200.0, 200.0)]]);
    }

    #[test]
    fn an_island_stays_an_island() {
        let arc = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 1.2), (0.0, 1.0), (0.0, 0.0)];
        assert_eq!(thin(&[&arc], f64::INFINITY).concat().len(), 4);
    }

    #[test]
    fn a_line_keeps_what_is_too_much_for_it() {
        let points = [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)];
        let kept = |most| simplify(&[Arc { points: &points, most }], |_| 10.0).concat();
        assert_eq!((kept(1000.0).len(), kept(0.1).len()), (2, 3));
    }

    #[test]
    fn a_border_is_thinned_alike_from_both_sides() {
        let arc: Vec<Pair> =
            (0..50).map(f64::from).map(|i| (i * 9.0, (i * 7.0).sin() * 9.0)).collect();
        let back: Vec<Pair> = arc.iter().rev().copied().collect();
        let mut thinned = thin(&[&back], 200.0).concat();
        thinned.reverse();
        assert!((3..50).contains(&thinned.len()));
        assert_eq!(thin(&[&arc], 200.0), [thinned]);
    }

    #[test]
    fn a_coast_does_not_run_across_an_island() {
        let coast = [(0.0, 0.0), (10.0, 8.0), (20.0, 0.0)];
        let islet = [(9.0, 3.0), (10.0, 4.0), (11.0, 3.0), (9.0, 3.0)];
        assert_eq!(thin(&[&coast], 1000.0).concat().len(), 2);
        assert_eq!(thin(&[&coast, &islet], 1000.0), [coast.to_vec(), islet.to_vec()]);
    }
}
