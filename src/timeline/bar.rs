//! A term on an axis: a mark with two honest ends.

use super::scale::TimeScale;
use super::term::{End, Ends, Term};

/// The mark of a record, in pixels from the left; it may lie outside of the axis' width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Left edge: the first day that it can cover.
    pub x0: f64,
    /// Right edge: the last day that it can cover.
    pub x1: f64,
    /// What is known of its ends.
    pub ends: Ends<f64>,
}

/// How wide a bar is at least whose end is open or unknown, in pixels, so that the end has room to
/// show.
const STUB: f64 = 28.0;

/// How wide any other bar is at least.
const LEAST: f64 = 2.0;

/// How wide the diamond of an event is that stands in a row, to each side of its middle.
const DIAMOND: f64 = 10.0;

impl Bar {
    /// The mark of a term.
    #[must_use]
    pub fn of(term: Term, scale: &TimeScale) -> Self {
        let (x0, x1) = (scale.x(term.first), scale.x(term.past));
        let Ends::Span(start, end) = term.ends else {
            return Self { x0, x1, ends: Ends::Event };
        };
        let pixels = |days: i32| f64::from(days) * scale.day_width();
        let (start, end) = (start.map(pixels), end.map(pixels));
        let (x0, x1) = match (start, end) {
            (_, End::Open | End::Unknown) => (x0, x1.max(x0 + STUB)),
            (End::Open | End::Unknown, _) => (x0.min(x1 - STUB), x1),
            _ => (x0, x1.max(x0 + LEAST)),
        };
        Self { x0, x1, ends: Ends::Span(start, end) }
    }

    /// All that is drawn of it in a row, from left to right.
    #[must_use]
    pub fn drawn(self) -> (f64, f64) {
        let middle = f64::midpoint(self.x0, self.x1);
        match self.ends {
            Ends::Span(..) => (self.x0, self.x1),
            Ends::Event => (self.x0.min(middle - DIAMOND), self.x1.max(middle + DIAMOND)),
        }
    }

    /// The part that is certain, from left to right: between the ends' fading, which never takes more
    /// than half of the bar each.
    #[must_use]
    pub fn solid(self) -> (f64, f64) {
        let Ends::Span(start, end) = self.ends else { return (self.x0, self.x1) };
        let half = (self.x1 - self.x0) / 2.0;
        let fade = |end: End<f64>| match end {
            End::Soft(width) | End::Approximate(width) => width.min(half),
            End::Lapsed(width) => width.min(self.x1 - self.x0),
            End::Exact | End::Open | End::Unknown => 0.0,
        };
        let left = self.x0 + fade(start);
        (left, (self.x1 - fade(end)).max(left))
    }
}
