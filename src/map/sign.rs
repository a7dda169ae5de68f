//! How marks are drawn.

use super::marks::{Group, Mark};
use crate::atlas::Screen;
use crate::decimal::tenths;
use crate::svg::{self, Anchor, rectangle};

/// What can be hit with a finger's tip or a pointer is at least so wide, px: half of WCAG 2.2's 24.
const REACH: f64 = 12.0;

/// How far a ring stands off the radius of its mark, and how large the point in its middle is, px.
const RING: f64 = 4.0;
const DOT: f64 = 2.5;

/// What a mark is made of, seen from its middle: what can be hit first, then the sign: the head of a pin
/// for a town, a ring for a region, a square for a home, and a number on what stands for several.
#[must_use]
pub fn sign(mark: &Mark) -> Vec<svg::Mark> {
    let r = mark.radius;
    let mut marks = vec![svg::Mark::path("hit", disc(r.max(REACH)))];
    match mark.group {
        Group::Home | Group::Homes => marks.push(svg::Mark::path("home", rectangle(-r, -r, r, r))),
        Group::Cluster => marks.push(svg::Mark::path("pin", disc(r))),
        Group::Mixed => marks.push(svg::Mark::path("home", disc(r))),
        Group::City => {
            marks.push(svg::Mark::path("pin", disc(r)));
            marks.push(svg::Mark::path("core", disc(r * 0.3)));
        }
        Group::Region => {
            marks.push(svg::Mark::path("ring", disc(r + RING)));
            marks.push(svg::Mark::path("pin", disc(DOT)));
        }
    }
    if let Some(number) = mark.number {
        let is_dark = matches!(mark.group, Group::Homes | Group::Mixed);
        let class = if is_dark { "number at-home" } else { "number" };
        marks.push(svg::Mark::text(class, 0.0, 4.5, Anchor::Middle, number.to_string()));
    }
    marks
}

/// The line from a mark of a fan back to where it belongs, seen from the mark.
#[must_use]
pub fn leg(mark: &Mark) -> Option<svg::Mark> {
    let Screen { x, y } = mark.aside;
    let leg = || svg::Mark::path("leg", format!("M0 0L{} {}", tenths(-x), tenths(-y)));
    (x != 0.0 || y != 0.0).then(leg)
}

/// The path of a disc around the origin.
fn disc(radius: f64) -> String {
    let [r, back, across] = [radius, -radius, 2.0 * radius].map(tenths);
    format!("M{back} 0a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z")
}
