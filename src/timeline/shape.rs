//! The outline of a bar: what the eye sees of its two ends.

use std::fmt::Write;

use super::bar::{Bar, End};
use crate::decimal::tenths;

/// The parts of a bar as SVG path data, in a lane of a given height.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shape {
    /// What is certain: filled.
    pub body: String,
    /// What may belong to it: filled faintly. Month and year ends fade over this.
    pub soft: String,
    /// Where the date itself is in doubt: a dashed outline.
    pub doubt: String,
}

/// Depth of an arrow's head and of the teeth of a broken edge, in pixels.
const HEAD: f64 = 9.0;
const TOOTH: f64 = 4.0;

/// The shape of a bar between the heights `top` and `bottom`.
#[must_use]
pub fn shape(bar: Bar, top: f64, bottom: f64) -> Shape {
    match bar {
        Bar::Point { x0, x1 } => point(x0, x1, top, bottom),
        Bar::Span { x0, x1, start, end } => span([x0, x1], [start, end], top, bottom),
    }
}

/// A diamond in the middle, on a faint line over the time in which it fell.
fn point(x0: f64, x1: f64, top: f64, bottom: f64) -> Shape {
    let (x, y, r) = (f64::midpoint(x0, x1), f64::midpoint(top, bottom), (bottom - top) / 2.0);
    let soft = if x1 - x0 > 2.0 * r { rectangle(x0, y - 1.5, x1, y + 1.5) } else { String::new() };
    let [x, y, r] = [x, y - r, r].map(tenths);
    let body = format!("M{x} {y}l{r} {r}l-{r} {r}l-{r}-{r}z");
    Shape { body, soft, doubt: String::new() }
}

fn span([x0, x1]: [f64; 2], [start, end]: [End; 2], top: f64, bottom: f64) -> Shape {
    let half = (x1 - x0) / 2.0;
    // The width of an end known only to the month or the year, never more than half of the bar.
    let fade = |end: End| match end {
        End::Soft(width) | End::Approximate(width) => width.min(half),
        End::Lapsed(width) => width.min(x1 - x0),
        End::Exact | End::Open | End::Unknown => 0.0,
    };
    let left = x0 + fade(start);
    let right = (x1 - fade(end)).max(left);
    let mut shape = Shape::default();
    for (end, from, to) in [(start, x0, left), (end, right, x1)] {
        match end {
            End::Soft(_) => shape.soft.push_str(&rectangle(from, top, to, bottom)),
            End::Approximate(_) => shape.doubt.push_str(&rectangle(from, top, to, bottom)),
            End::Lapsed(_) => shape.doubt.push_str(&arrow(from, top, to, bottom)),
            End::Exact | End::Open | End::Unknown => {}
        }
    }
    let middle = f64::midpoint(top, bottom);
    let body = &mut shape.body;
    // Writing to a string cannot fail.
    let _ = write!(body, "M{} {}", tenths(left), tenths(top));
    match end {
        End::Open => {
            let neck = (right - HEAD).max(left);
            let [neck, right, middle, bottom] = [neck, right, middle, bottom].map(tenths);
            let _ = write!(body, "H{neck}L{right} {middle}L{neck} {bottom}");
        }
        End::Unknown => {
            let _ = write!(body, "H{}", tenths(right));
            teeth(body, right, top, bottom, -TOOTH);
        }
        End::Exact | End::Soft(_) | End::Approximate(_) | End::Lapsed(_) => {
            let _ = write!(body, "H{}V{}", tenths(right), tenths(bottom));
        }
    }
    let _ = write!(body, "H{}", tenths(left));
    match start {
        End::Unknown | End::Open => teeth(body, left, bottom, top, TOOTH),
        End::Exact | End::Soft(_) | End::Approximate(_) | End::Lapsed(_) => {}
    }
    body.push('z');
    shape
}

/// A torn edge at `x` from one height to another, teeth `depth` pixels into the bar.
fn teeth(path: &mut String, x: f64, from: f64, to: f64, depth: f64) {
    let step = (to - from) / 4.0;
    for tooth in 0..4 {
        let inner = if tooth % 2 == 0 { x + depth } else { x };
        let y = from + step * (f64::from(tooth) + 1.0);
        let _ = write!(path, "L{} {}", tenths(inner), tenths(y));
    }
}

/// A rectangle with a point at its right.
fn arrow(x0: f64, top: f64, x1: f64, bottom: f64) -> String {
    let (neck, middle) = ((x1 - HEAD).max(x0), f64::midpoint(top, bottom));
    let [x0, top, x1, bottom, neck, middle] = [x0, top, x1, bottom, neck, middle].map(tenths);
    format!("M{x0} {top}H{neck}L{x1} {middle}L{neck} {bottom}H{x0}z")
}

fn rectangle(x0: f64, y0: f64, x1: f64, y1: f64) -> String {
    let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(tenths);
    format!("M{x0} {y0}H{x1}V{y1}H{x0}z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_different_certainty_look_different() {
        let end = |end| shape(Bar::Span { x0: 0.0, x1: 100.0, start: End::Exact, end }, 0.0, 10.0);
        let all = [
            End::Exact,
            End::Soft(20.0),
            End::Approximate(20.0),
            End::Open,
            End::Lapsed(20.0),
            End::Unknown,
        ]
        .map(end);
        for (position, one) in all.iter().enumerate() {
            assert!(all.iter().skip(position + 1).all(|other| other != one), "{one:?}");
        }
    }

    #[test]
    fn a_fade_never_eats_the_bar() {
        let wide = Bar::Span { x0: 10.0, x1: 20.0, start: End::Soft(90.0), end: End::Soft(90.0) };
        assert_eq!(shape(wide, 0.0, 8.0).soft, "M10.0 0.0H15.0V8.0H10.0zM15.0 0.0H20.0V8.0H15.0z");
        let lapsed =
            Bar::Span { x0: 0.0, x1: 40.0, start: End::Soft(15.0), end: End::Lapsed(38.0) };
        assert!(shape(lapsed, 0.0, 8.0).body.starts_with("M15.0 0.0H15.0"), "never backwards");
    }
}
