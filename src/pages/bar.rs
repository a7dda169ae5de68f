//! A bar whose lengths are shares of the axis, so that it is as wide as the page lets it be.

use super::html::Html;
use super::timeline::share;
use crate::timeline::{Bar, End, Ends};

/// Ends that have a shape of their own, drawn from their upper left corner in a row of 16 pixels.
const HEAD: &str = "M-.5 0L9 8-.5 16z";
const LAPSED: &str = "M-1 1L9 8-1 15";
const TORN: &str = "M-.5 0H0l4 2-4 2 4 2-4 2 4 2-4 2 4 2-4 2h-.5z";
const TORN_START: &str = "M.5 0H0l-4 2 4 2-4 2 4 2-4 2 4 2-4 2 4 2h.5z";
const DIAMOND: &str = "M0 0l8 8-8 8-8-8z";

/// Draws a bar that was measured on an axis of `width` pixels.
pub(super) fn bar(html: &mut Html, bar: Bar, width: f64) {
    let at = |x: f64| share((x / width).max(0.0));
    let between = |x0: f64, x1: f64| share((x1 - x0).max(0.0) / width);
    let mut stretch = |class, x0: f64, x1: f64, [y, height]: [&str; 2]| {
        let (x, width) = (at(x0), between(x0, x1));
        let place = [("x", &*x), ("width", &*width), ("y", y), ("height", height)];
        let class = [("class", class)];
        let class = if class == [("class", "")] { &[][..] } else { &class };
        html.element("rect", &[class, &place].concat(), |_| {});
    };
    let (left, right) = bar.solid();
    let Ends::Span(start, end) = bar.ends else {
        stretch("soft", bar.x0, bar.x1, ["7", "2"]);
        return shape(html, "", &at(f64::midpoint(bar.x0, bar.x1)), DIAMOND);
    };
    for (end, x0, x1) in [(start, bar.x0, left), (end, right, bar.x1)] {
        match end {
            End::Soft(_) => stretch("soft", x0, x1, ["0", "16"]),
            End::Approximate(_) | End::Lapsed(_) => stretch("doubt", x0, x1, ["1", "14"]),
            End::Exact | End::Open | End::Unknown => {}
        }
    }
    stretch("", left, right, ["0", "16"]);
    match end {
        End::Open => shape(html, "", &at(right), HEAD),
        End::Lapsed(_) => shape(html, "doubt", &at(bar.x1), LAPSED),
        End::Unknown => shape(html, "", &at(right), TORN),
        End::Exact | End::Soft(_) | End::Approximate(_) => {}
    }
    if matches!(start, End::Unknown | End::Open) {
        shape(html, "", &at(left), TORN_START);
    }
}

/// A shape at a share of the axis.
fn shape(html: &mut Html, class: &'static str, x: &str, path: &str) {
    html.element("svg", &[("x", x)], |html| {
        let data = [("d", path)];
        let class = (!class.is_empty()).then_some(("class", class));
        let attributes: Vec<_> = class.into_iter().chain(data).collect();
        html.element("path", &attributes, |_| {});
    });
}
