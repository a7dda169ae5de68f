//! The land of a small map as short path data: whole numbers, and nothing of what lies far outside.

use std::fmt::Write as _;

use crate::atlas::{Plane, Screen, View};
use crate::decimal::whole;

/// How far beyond the edge lines are still drawn as they are.
const BEYOND: f64 = 8.0;

/// Rings, each closed, for the even-odd rule.
pub(super) fn rings<'a>(rings: impl IntoIterator<Item = &'a Vec<Plane>>, view: &View) -> String {
    path(rings, view, 3, "z")
}

/// Open lines.
pub(super) fn lines<'a>(lines: impl IntoIterator<Item = &'a Vec<Plane>>, view: &View) -> String {
    path(lines, view, 2, "")
}

fn path<'a>(
    all: impl IntoIterator<Item = &'a Vec<Plane>>,
    view: &View,
    least: usize,
    end: &str,
) -> String {
    let mut data = String::new();
    for points in all {
        let points = drawn(points, view);
        let [first, rest @ ..] = points.as_slice() else { continue };
        if points.len() < least {
            continue;
        }
        // Writing to a text cannot fail.
        let _ = write!(data, "M{} {}l", first.0, first.1);
        let mut last = *first;
        for point in rest {
            push(&mut data, point.0.saturating_sub(last.0));
            push(&mut data, point.1.saturating_sub(last.1));
            last = *point;
        }
        data.push_str(end);
    }
    data
}

/// Adds a number; a minus separates as well as a space does.
fn push(data: &mut String, number: i64) {
    if number >= 0 && data.ends_with(|last: char| last.is_ascii_digit()) {
        data.push(' ');
    }
    let _ = write!(data, "{number}");
}

/// The least step from one point to the next, along either axis: a coast does not become smoother by more.
const STEP: u64 = 5;

/// On which side of the frame a point lies: none for one that is seen.
fn side(at: Screen, view: &View) -> [i8; 2] {
    let beyond = |x: f64, length: f64| i8::from(x > length + BEYOND) - i8::from(x < -BEYOND);
    [beyond(at.x, view.width()), beyond(at.y, view.height())]
}

/// The points in whole pixels. Of those that follow each other on the same side of the frame only the first
/// and the last are kept: what is cut off by that lies outside too.
fn drawn(points: &[Plane], view: &View) -> Vec<(i64, i64)> {
    let at: Vec<Screen> = points.iter().map(|point| view.screen(*point)).collect();
    let sides: Vec<[i8; 2]> = at.iter().map(|at| side(*at, view)).collect();
    let all = |axis: fn(&[i8; 2]) -> i8| {
        let first = sides.first().map_or(0, axis);
        first != 0 && sides.iter().all(|side| axis(side) == first)
    };
    if all(|[x, _]| *x) || all(|[_, y]| *y) {
        return Vec::new();
    }
    let before = std::iter::once(None).chain(sides.iter().map(Some));
    let after = sides.iter().skip(1).map(Some).chain(std::iter::once(None));
    let kept =
        at.iter().zip(&sides).zip(before.zip(after)).filter(|((_, side), (before, after))| {
            **side == [0, 0] || *before != Some(side) || *after != Some(side)
        });
    let mut drawn: Vec<(i64, i64)> = Vec::new();
    for point in kept.map(|((at, _), _)| (whole(at.x), whole(at.y))) {
        let is_near =
            |last: &(i64, i64)| last.0.abs_diff(point.0) < STEP && last.1.abs_diff(point.1) < STEP;
        if !drawn.last().is_some_and(is_near) {
            drawn.push(point);
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Frame;

    fn view() -> View {
        View::new(Frame { x: 0.0, y: 0.0, width: 100.0, height: 100.0 }, 100.0)
    }

    fn ring(points: &[(f64, f64)]) -> Vec<Plane> {
        points.iter().map(|(x, y)| Plane { x: *x, y: *y }).collect()
    }

    #[test]
    fn steps_are_whole_and_relative() {
        let triangle = ring(&[(1.0, 1.0), (11.2, 1.0), (1.0, 21.4)]);
        assert_eq!(rings([&triangle], &view()), "M1 1l10 0-10 20z");
    }

    #[test]
    fn a_detour_outside_is_cut_short_and_what_is_not_seen_is_left_out() {
        let far = [(50.0, 50.0), (500.0, 10.0), (900.0, 20.0), (500.0, 30.0), (50.0, 60.0)];
        assert_eq!(lines([&ring(&far)], &view()), "M50 50l450-40 0 20-450 30");
        assert_eq!(rings([&ring(&[(200.0, 0.0), (300.0, 0.0), (300.0, 50.0)])], &view()), "");
    }
}
