//! The marks of a chart: its axis, its grid and its rows.

use super::bar::Bar;
use super::frames::bands;
use super::label::{Label, Side};
use super::scale::TimeScale;
use super::shape::shape;
use super::ticks::{Tick, Ticks, Unit};
use crate::catalogue::Day;
use crate::decimal::tenths;
use crate::svg::{Anchor, Mark, fitted, rectangle, upright};

/// The height of a row, in pixels.
pub const ROW: f64 = 28.0;

/// Where a bar stands in its row, and the line on which its name stands.
const TOP: f64 = 4.0;
const BOTTOM: f64 = 24.0;
const BASELINE: f64 = 18.5;

/// The sign before a name: its size, and its distance from the name.
const SIGN: f64 = 12.0;
const GAP: f64 = 5.0;

/// What an axis shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The scale.
    pub scale: TimeScale,
    /// Today.
    pub today: Day,
    /// Whether the programming periods are shown.
    pub with_bands: bool,
}

/// The words of an axis.
#[derive(Clone, Copy)]
pub struct AxisWords<'a> {
    /// "I dag, 21 november 2026".
    pub today: &'a str,
    /// The name of a year, quarter or month.
    pub unit: &'a dyn Fn(Unit) -> String,
}

/// The marks of the axis, `height` pixels tall: today's date, then the names of the programming periods
/// if they are shown, then years, then parts of years.
#[must_use]
pub fn axis(axis: &Axis, height: f64, words: AxisWords<'_>) -> Vec<Mark> {
    let Axis { scale, today, with_bands } = axis;
    let ticks = Ticks::of(scale);
    let mut marks = Vec::new();
    let (parts_line, years_line) =
        (height - 5.0, height - if ticks.parts.is_empty() { 5.0 } else { 20.0 });
    let mut name = |class, tick: &Tick, y| {
        marks.push(Mark::text(class, tick.x + 4.0, y, Anchor::Start, (words.unit)(tick.unit)));
    };
    // Today's line goes through the axis: a name that it would strike through is left out.
    let x = scale.x(*today);
    let is_clear = |tick: &&Tick, room| !(tick.x..tick.x + room).contains(&x);
    ticks
        .years
        .iter()
        .filter(|tick| is_clear(tick, 38.0))
        .for_each(|tick| name("tick", tick, years_line));
    ticks
        .parts
        .iter()
        .filter(|tick| is_clear(tick, 30.0))
        .for_each(|tick| name("tick part", tick, parts_line));
    if *with_bands {
        for band in bands(scale) {
            marks.push(Mark::path("band", rectangle(band.x0, 18.0, band.x1, height)));
            if band.x1 - band.x0 > 64.0 {
                let (from, to) = band.years;
                let middle = f64::midpoint(band.x0, band.x1);
                let text = format!("{from}–{to}");
                marks.push(Mark::text("band-name", middle, 30.0, Anchor::Middle, text));
            }
        }
    }
    if (0.0..=scale.width()).contains(&x) {
        // Near the right edge the words stand left of the line.
        let (anchor, x_text) =
            if x > scale.width() / 2.0 { (Anchor::End, x - 4.0) } else { (Anchor::Start, x + 4.0) };
        marks.push(Mark::text("today-label", x_text, 12.0, anchor, words.today.to_owned()));
        marks.push(Mark::path("today", upright(x, 0.0, height)));
    }
    marks
}

/// What stands behind rows that are `height` pixels tall: programming periods, the lines of the years,
/// today's line.
#[must_use]
pub fn grid(axis: &Axis, height: f64) -> Vec<Mark> {
    let Axis { scale, today, with_bands } = axis;
    let ticks = Ticks::of(scale);
    let mut marks = Vec::new();
    if *with_bands {
        let drawn = bands(scale);
        marks.extend(
            drawn
                .into_iter()
                .map(|band| Mark::path("band", rectangle(band.x0, 0.0, band.x1, height))),
        );
    }
    let lines = |ticks: &[Tick]| -> String {
        ticks.iter().filter(|tick| tick.x > 0.0).map(|tick| upright(tick.x, 0.0, height)).collect()
    };
    marks.push(Mark::path("grid part", lines(&ticks.parts)));
    marks.push(Mark::path("grid", lines(&ticks.years)));
    let x = scale.x(*today);
    if (0.0..=scale.width()).contains(&x) {
        marks.push(Mark::path("today", upright(x, 0.0, height)));
    }
    marks
}

/// The short axis of one bar: the lines and names of years, and today's line.
#[must_use]
pub fn short_axis(axis: &Axis, height: f64) -> Vec<Mark> {
    let ticks = Ticks::of(&axis.scale);
    let name = |tick: &Tick| {
        let Unit::Year(year) = tick.unit else { return None };
        Some(Mark::text("tick", tick.x + 3.0, height - 1.0, Anchor::Start, year.to_string()))
    };
    let mut marks = grid(axis, height);
    marks.extend(ticks.years.iter().filter_map(name));
    marks
}

/// The marks of a bar between two heights.
#[must_use]
pub fn bar_marks(bar: Bar, [top, bottom]: [f64; 2]) -> Vec<Mark> {
    let drawn = shape(bar, top, bottom);
    let parts = [("bar-soft", drawn.soft), ("bar-doubt", drawn.doubt), ("bar-body", drawn.body)];
    let seen = parts.into_iter().filter(|(_, data)| !data.is_empty());
    seen.map(|(class, data)| Mark::path(class, data)).collect()
}

/// A bar that lies outside of the chart: which way it lies.
fn away(bar: Bar, width: f64) -> Option<Mark> {
    let (x0, x1) = bar.drawn();
    let (edge, tip) = if x1 <= 0.0 {
        (5.0, 0.0)
    } else if x0 >= width {
        (width - 5.0, width)
    } else {
        return None;
    };
    let middle = f64::midpoint(TOP, BOTTOM);
    let [edge, tip, middle, above, below] =
        [edge, tip, middle, middle - 4.0, middle + 4.0].map(tenths);
    Some(Mark::path("away", format!("M{tip} {middle}L{edge} {above}V{below}z")))
}

/// What a row says.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// Its bar.
    pub bar: Bar,
    /// The name of the record.
    pub name: &'a str,
    /// The outline of the sign of its status or form, in a square of 12 by 12.
    pub sign: &'static str,
}

/// The marks of a row: those of the bar, and those of its name with its sign.
#[must_use]
pub fn row(row: Row<'_>, width: f64, measure: &dyn Fn(&str) -> f64) -> (Vec<Mark>, Vec<Mark>) {
    let Row { bar, name, sign } = row;
    let bar_marks = bar_marks(bar, [TOP, BOTTOM]);
    let label = Label::of(bar, SIGN + GAP + measure(name), width);
    let inside = label.side == Side::Inside;
    let mut marks = Vec::new();
    marks.extend(away(bar, width));
    if label.width >= SIGN {
        let class = if inside { "sign inside" } else { "sign" };
        marks.push(Mark::path(class, sign).moved(label.x, f64::midpoint(TOP, BOTTOM) - SIGN / 2.0));
    }
    let text = fitted(name, label.width - SIGN - GAP, measure);
    if !text.is_empty() {
        let class = if inside { "name inside" } else { "name" };
        marks.push(Mark::text(class, label.x + SIGN + GAP, BASELINE, Anchor::Start, text));
    }
    (bar_marks, marks)
}
