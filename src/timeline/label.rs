//! Where the name of a bar stands, so that it never meets the bar's edge or the chart's.

use super::bar::Bar;
use super::term::Ends;

/// The side of a bar on which its name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On the bar.
    Inside,
    /// To the right of it.
    After,
    /// To the left of it.
    Before,
}

/// Where a name stands, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// The side.
    pub side: Side,
    /// Its left edge.
    pub x: f64,
    /// Its width: that of the name, or of what there is room for.
    pub width: f64,
}

/// Air between an edge and the name.
const AIR: f64 = 6.0;

impl Label {
    /// Finds room for a name that is `wanted` pixels wide, on a chart of `width` pixels: on the bar if
    /// it fits on what is certain of it and seen, else beside it, where there is most room.
    #[must_use]
    pub fn of(bar: Bar, wanted: f64, width: f64) -> Self {
        let seen = |x: f64| x.max(0.0).min(width);
        let (left, right) = if bar.ends == Ends::Event { (0.0, 0.0) } else { bar.solid() };
        let (left, right) = (seen(left) + AIR, seen(right) - AIR);
        let (x0, x1) = bar.drawn();
        let (x0, x1) = (seen(x0) - AIR, seen(x1) + AIR);
        let sides = [(Side::Inside, right - left), (Side::After, width - x1), (Side::Before, x0)];
        let widest = sides.into_iter().reduce(|best, one| if one.1 > best.1 { one } else { best });
        let fitting = sides.into_iter().find(|(_, room)| *room >= wanted);
        let (side, room) = fitting.or(widest).unwrap_or((Side::After, 0.0));
        let width = wanted.min(room.max(0.0));
        let x = match side {
            Side::Inside => left,
            Side::After => x1,
            Side::Before => x0 - width,
        };
        Self { side, x, width }
    }
}
