//! The outline of a bar: what the eye sees of its two ends.

use std::fmt::Write;

use super::bar::Bar;
use super::term::{End, Ends};
use crate::decimal::tenths;
use crate::svg::rectangle;

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
    match bar.ends {
        Ends::Event => event(bar, top, bottom),
        Ends::Span(start, end) => span(bar, [start, end], top, bottom),
    }
}

/// A diamond in the middle, on a faint line over the time in which it fell.
fn event(Bar { x0, x1, .. }: Bar, top: f64, bottom: f64) -> Shape {
    let (x, y, r) = (f64::midpoint(x0, x1), f64::midpoint(top, bottom), (bottom - top) / 2.0);
    let soft = if x1 - x0 > 2.0 * r { rectangle(x0, y - 1.5, x1, y + 1.5) } else { String::new() };
    let [x, y, r] = [x, y - r, r].map(tenths);
    let body = format!("M{x} {y}l{r} {r}l-{r} {r}l-{r}-{r}z");
    Shape { body, soft, doubt: String::new() }
}

fn span(bar: Bar, [start, end]: [End<f64>; 2], top: f64, bottom: f64) -> Shape {
    let (left, right) = bar.solid();
    let mut shape = Shape::default();
    for (end, from, to) in [(start, bar.x0, left), (end, right, bar.x1)] {
        match end {
            End::Soft(_) => shape.soft.push_str(&rectangle(from, top, to, bottom)),
            End::Approximate(_) => shape.doubt.push_str(&rectangle(from, top, to, bottom)),
            End::Lapsed(_) => shape.doubt.push_str(&arrow(from, top, to, bottom)),
            End::Exact | End::Open | End::Unknown => {}
        }
    }
    shape.body = body([left, right], [start, end], top, bottom);
    shape
}

/// The part that is certain, with the look of its ends.
fn body([left, right]: [f64; 2], [start, end]: [End<f64>; 2], top: f64, bottom: f64) -> String {
    let middle = f64::midpoint(top, bottom);
    let mut body = String::new();
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
            teeth(&mut body, right, top, bottom, -TOOTH);
        }
        End::Exact | End::Soft(_) | End::Approximate(_) | End::Lapsed(_) => {
            let _ = write!(body, "H{}V{}", tenths(right), tenths(bottom));
        }
    }
    let _ = write!(body, "H{}", tenths(left));
    if matches!(start, End::Unknown | End::Open) {
        teeth(&mut body, left, bottom, top, TOOTH);
    }
    body.push('z');
    body
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

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(x0: f64, x1: f64, start: End<f64>, end: End<f64>) -> Bar {
        Bar { x0, x1, ends: Ends::Span(start, end) }
    }

    #[test]
    fn ends_of_different_certainty_look_different() {
        let end = |end| shape(bar(0.0, 100.0, End::Exact, end), 0.0, 10.0);
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
        let wide = bar(10.0, 20.0, End::Soft(90.0), End::Soft(90.0));
        assert_eq!(shape(wide, 0.0, 8.0).soft, "M10.0 0.0H15.0V8.0H10.0zM15.0 0.0H20.0V8.0H15.0z");
        let lapsed = bar(0.0, 40.0, End::Soft(15.0), End::Lapsed(38.0));
        assert!(shape(lapsed, 0.0, 8.0).body.starts_with("M15.0 0.0H15.0"), "never backwards");
    }
}
