//! Where a country's name is written.

use super::basemap::Country;
use super::plane::{Frame, Plane};

/// Horizontal lines that are tried.
const LINES: u16 = 24;

/// Where a country's name is written, and how much room it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// The middle of the name.
    pub at: Plane,
    /// Land from left to right of it, in kilometres.
    pub breadth: f64,
}

impl Country {
    /// A point well inside the largest ring, in the middle of a broad place not far from the middle
    /// of its height: where a cartographer would begin to write a horizontal name. The centroid of
    /// Norway or Croatia would lie outside.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        self.anchor_within(&Frame::around(self.rings.first()?.iter().copied())?)
    }

    /// The same of the part of the country that a frame shows.
    #[must_use]
    pub fn anchor_within(&self, frame: &Frame) -> Option<Anchor> {
        let ring = self.rings.first()?;
        let around = Frame::around(ring.iter().copied())?;
        let (top, bottom) = (around.y.max(frame.y), around.bottom().min(frame.bottom()));
        if top >= bottom || around.right() <= frame.x || around.x >= frame.right() {
            return None;
        }
        let seen = |x: f64| x.max(frame.x).min(frame.right());
        (1..LINES)
            .filter_map(|line| {
                let share = f64::from(line) / f64::from(LINES);
                let y = top + share * (bottom - top);
                let crossings: Vec<f64> = crossings(ring, y).into_iter().map(seen).collect();
                let (left, right) = broadest(&crossings).filter(|(left, right)| left < right)?;
                let breadth = right - left;
                let at = Plane { x: f64::midpoint(left, right), y };
                Some((breadth * share * (1.0 - share), Anchor { at, breadth }))
            })
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, anchor)| anchor)
    }
}

/// Where the ring crosses the horizontal line, from left to right.
fn crossings(ring: &[Plane], y: f64) -> Vec<f64> {
    let next = ring.iter().cycle().skip(1);
    let mut crossings: Vec<f64> = Vec::new();
    for (a, b) in ring.iter().zip(next).filter(|(a, b)| (a.y > y) != (b.y > y)) {
        let x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
        // They are few: a sort of their own would take the Wasm longer to carry than them to move.
        crossings.insert(crossings.partition_point(|other| *other < x), x);
    }
    crossings
}

/// The longest stretch inside, from one crossing to the next.
fn broadest(crossings: &[f64]) -> Option<(f64, f64)> {
    crossings
        .chunks_exact(2)
        .filter_map(|pair| if let [left, right] = pair { Some((*left, *right)) } else { None })
        .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}
