//! Which years, quarters or months the axis names.

use super::scale::TimeScale;
use crate::catalogue::Day;

/// A stretch of the calendar that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A year.
    Year(i16),
    /// A quarter of a year, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
}

/// A named stretch on the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// The position of its first morning, in pixels; of a year that is under way at the left edge, 0.
    pub x: f64,
    /// Its name.
    pub unit: Unit,
}

/// What the axis names: years, and parts of years where these are wide enough.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ticks {
    /// Years.
    pub years: Vec<Tick>,
    /// Quarters or months.
    pub parts: Vec<Tick>,
}

/// Room for the name of a year, a quarter and a month, in pixels.
const YEAR: f64 = 44.0;
const QUARTER: f64 = 40.0;
const MONTH: f64 = 36.0;

/// Steps between named years, smallest first; the first that leaves room is taken.
const STEPS: [i16; 8] = [1, 2, 5, 10, 20, 50, 100, 200];

impl Ticks {
    /// The names for an axis: two neighbours in a line never come too near each other.
    #[must_use]
    pub fn of(scale: &TimeScale) -> Self {
        let month = scale.day_width() * 28.0;
        let step = if month >= MONTH {
            1
        } else if month * 3.0 >= QUARTER {
            3
        } else {
            return Self { years: years(scale, false), parts: Vec::new() };
        };
        Self { years: years(scale, true), parts: parts(scale, step) }
    }
}

/// Whether a name that begins at `x` is on the axis as a whole.
fn fits(x: f64, room: f64, scale: &TimeScale) -> bool {
    x >= 0.0 && x + room <= scale.width()
}

/// The years to name; `all` of them, the one under way at the left edge too, where years are wide.
fn years(scale: &TimeScale, all: bool) -> Vec<Tick> {
    let (first, last) = (scale.first().year(), scale.last().year());
    let wide = |step: &i16| f64::from(*step) * 365.0 * scale.day_width() >= YEAR;
    let step = STEPS.into_iter().find(wide).or(STEPS.last().copied()).unwrap_or(1);
    let aligned = first.div_euclid(step) * step;
    let years = (0..)
        .map(|n| aligned.saturating_add(step.saturating_mul(n)))
        .take_while(|year| *year <= last);
    let tick = |year: i16| {
        let x = scale.x(Day::new(year, 1, 1));
        let next = scale.x(Day::new(year.saturating_add(1), 1, 1));
        let x = if all && next >= YEAR { x.max(0.0) } else { x };
        Tick { x, unit: Unit::Year(year) }
    };
    years.map(tick).filter(|tick| fits(tick.x, YEAR, scale)).collect()
}

/// Every quarter or every month.
fn parts(scale: &TimeScale, months: u8) -> Vec<Tick> {
    let (first, last) = (scale.first().year(), scale.last().year());
    let unit = |month: u8| match months {
        3 => Unit::Quarter(month / 3 + 1),
        _ => Unit::Month(month),
    };
    (first..=last)
        .flat_map(|year| (0..12 / months).map(move |part| (year, part * months + 1)))
        .map(|(year, month)| Tick { x: scale.x(Day::new(year, month, 1)), unit: unit(month) })
        .filter(|tick| fits(tick.x, MONTH, scale))
        .collect()
}
