//! Outlines as text for the attribute `d` of an SVG path.

use std::fmt::Write as _;

use super::basemap::{Line, Ring};
use super::fit::View;
use super::plane::{Frame, Plane, Screen};
use crate::decimal::whole;

/// Rings in the view's pixels, to one decimal, as relative lines; each ring closed.
///
/// Rings outside the view are left out, as are those that come out smaller than a point, so that a
/// jump to a small country does not carry the whole world with it. Fill by the even-odd rule; a
/// stroke would also run along the edge of the sheet.
#[must_use]
pub fn outline<'a>(rings: impl IntoIterator<Item = &'a Ring>, view: &View) -> String {
    let mut d = String::new();
    for ring in rings {
        push(&mut d, &drawn(ring, view), 3, "z");
    }
    d
}

/// Open lines, in the same way.
#[must_use]
pub fn strokes<'a>(lines: impl IntoIterator<Item = &'a Line>, view: &View) -> String {
    let mut d = String::new();
    for line in lines {
        push(&mut d, &drawn(line, view), 2, "");
    }
    d
}

/// The points as drawn, without repetition; none if all lie outside the view.
fn drawn(points: &[Plane], view: &View) -> Vec<Tenths> {
    let around = Frame::around(points.iter().copied());
    if !around.is_some_and(|around| around.meets(&view.frame())) {
        return Vec::new();
    }
    let mut drawn: Vec<Tenths> =
        points.iter().map(|point| Tenths::of(view.screen(*point))).collect();
    drawn.dedup();
    drawn
}

/// A point in tenths of a pixel: what is rounded once adds up, where rounded steps would drift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tenths {
    x: i64,
    y: i64,
}

impl Tenths {
    fn of(point: Screen) -> Self {
        Self { x: whole(point.x * 10.0), y: whole(point.y * 10.0) }
    }
}

fn push(d: &mut String, points: &[Tenths], least: usize, end: &str) {
    let [first, rest @ ..] = points else { return };
    if points.len() < least {
        return;
    }
    d.push('M');
    push_number(d, first.x);
    push_number(d, first.y);
    d.push('l');
    let mut last = *first;
    for point in rest {
        push_number(d, point.x.saturating_sub(last.x));
        push_number(d, point.y.saturating_sub(last.y));
        last = *point;
    }
    d.push_str(end);
}

/// Adds a number after a command letter or another number, where a minus sign separates as well as
/// a space does.
fn push_number(d: &mut String, tenths: i64) {
    if tenths < 0 {
        d.push('-');
    } else if d.ends_with(|last: char| last.is_ascii_digit()) {
        d.push(' ');
    }
    let size = tenths.unsigned_abs();
    // Writing to a text cannot fail.
    let _ = match (size / 10, size % 10) {
        (whole, 0) => write!(d, "{whole}"),
        (0, tenth) => write!(d, ".{tenth}"),
        (whole, tenth) => write!(d, "{whole}.{tenth}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From kilometres eastwards and northwards.
    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|(east, north)| Plane { x: *east, y: -north }).collect()
    }

    fn view() -> View {
        View::new(Frame { x: 0.0, y: -10.0, width: 10.0, height: 10.0 }, 100.0)
    }

    #[test]
    fn steps_are_relative_and_rounded_to_tenths() {
        let triangle = ring(&[(1.0, 1.0), (2.004, 1.0), (1.0, 2.05)]);
        assert_eq!(outline(&[triangle], &view()), "M10 90l10 0-10-10.5z");
    }

    #[test]
    fn a_border_is_not_closed() {
        let line = ring(&[(1.0, 1.0), (2.0, 1.0)]);
        assert_eq!(strokes(&[line], &view()), "M10 90l10 0");
    }

    #[test]
    fn a_fraction_has_no_leading_zero() {
        let triangle = ring(&[(1.0, 1.0), (1.05, 1.0), (1.0, 1.05)]);
        assert_eq!(outline(&[triangle], &view()), "M10 90l.5 0-.5-.5z");
    }

    #[test]
    fn what_is_not_seen_is_not_drawn() {
        let far = ring(&[(50.0, 1.0), (60.0, 1.0), (60.0, 9.0)]);
        let speck = ring(&[(1.0, 1.0), (1.001, 1.0), (1.0, 1.001)]);
        assert_eq!(outline(&[far, speck, Ring::new()], &view()), "");
    }

    #[test]
    fn rounding_does_not_add_up() {
        // A thousand steps of 0.04 px: rounded one by one they would all be 0.
        let mut points: Vec<(f64, f64)> =
            (0..=1000).map(|step| (f64::from(step) * 0.004, 1.0)).collect();
        points.push((0.0, 2.0));
        let d = outline(&[ring(&points)], &view());
        assert!(d.ends_with("-40-10z"), "{d}");
    }

    #[test]
    fn any_point_can_be_drawn() {
        let ring = ring(&[(f64::NAN, 0.0), (1.0, 1.0), (f64::MAX, f64::INFINITY), (0.0, 90.0)]);
        assert!(outline(&[ring], &view()).is_ascii());
    }
}
