//! One record's period as a mark with two honest ends.

use super::scale::TimeScale;
use crate::catalogue::{Date, DatePrecision, Day, Edtf, Endpoint, Period};

/// What is known of an end of a bar, and thereby how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End {
    /// To the day: a straight edge.
    Exact,
    /// To the month, season or year: an edge that fades over so many pixels.
    Soft(f64),
    /// Uncertain or approximate: a dashed edge, over so many pixels.
    Approximate(f64),
    /// No end is set: an arrow.
    Open,
    /// No end was set when the source was written, but that is long ago: a dashed arrow over the
    /// last so many pixels, for which nobody vouches.
    Lapsed(f64),
    /// There is one, but the source does not tell it: a broken edge.
    Unknown,
}

/// The mark of a record, positions in pixels from the left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bar {
    /// Goes on from `x0` to `x1`.
    Span {
        /// Left edge: the first day that it can cover.
        x0: f64,
        /// Right edge: the last day that it can cover.
        x1: f64,
        /// What is known of the left edge.
        start: End,
        /// What is known of the right edge.
        end: End,
    },
    /// Happens once, somewhere from `x0` to `x1`.
    Point {
        /// Earliest.
        x0: f64,
        /// Latest.
        x1: f64,
    },
}

/// How far a bar reaches beyond the last thing known about it, in pixels, so that an open or
/// unknown end has room to show.
const STUB: f64 = 28.0;

impl Bar {
    /// The mark of a period; `None` where no end can be placed. An open end reaches to `today`: it
    /// has not ended, and nothing is known of tomorrow. `lapsed` is the last day for which its
    /// source is believed, where that is over.
    #[must_use]
    pub fn of(period: &Period, scale: &TimeScale, today: Day, lapsed: Option<Day>) -> Option<Self> {
        let edtf = period.placeable()?;
        let day_width = scale.x(next(scale.first())) - scale.x(scale.first());
        if !period.meaning.is_span() {
            let (first, last) = (edtf.lower().or(edtf.upper())?, edtf.upper().or(edtf.lower())?);
            return Some(Self::Point { x0: scale.x(first), x1: scale.x(next(last)) });
        }
        let (start, end) = (known_end(edtf.start(), day_width), known_end(edtf.end(), day_width));
        let x0 = edtf.lower().map(|day| scale.x(day));
        let x1 = match edtf.end() {
            Endpoint::Open => x0.map(|x0| scale.x(next(today)).max(x0 + STUB)),
            _ => edtf.upper().map(|day| scale.x(next(day))),
        };
        let (x0, x1) = match (x0, x1) {
            (Some(x0), Some(x1)) => (x0, x1),
            (Some(x0), None) => (x0, x0 + STUB),
            (None, Some(x1)) => (x1 - STUB, x1),
            (None, None) => return None,
        };
        let end = match (end, lapsed) {
            // Not `clamp`, whose panic prints floats: 7 kB of the Wasm.
            (End::Open, Some(day)) => End::Lapsed((x1 - scale.x(next(day))).min(x1 - x0).max(0.0)),
            (end, _) => end,
        };
        Some(Self::Span { x0, x1: x1.max(x0 + 1.0), start, end })
    }

    /// Left and right edge.
    #[must_use]
    pub fn extent(self) -> (f64, f64) {
        match self {
            Self::Span { x0, x1, .. } | Self::Point { x0, x1 } => (x0, x1),
        }
    }
}

/// The days that a period can be seen on: for the span of the axis.
pub(super) fn days(edtf: Edtf) -> impl Iterator<Item = Day> {
    edtf.lower().into_iter().chain(edtf.upper())
}

fn next(day: Day) -> Day {
    Day::from_count(day.count().saturating_add(1))
}

fn known_end(end: Endpoint, day_width: f64) -> End {
    match end {
        Endpoint::Open => End::Open,
        Endpoint::Unknown => End::Unknown,
        Endpoint::Known(date) => {
            let width = f64::from(date.upper().count() - date.lower().count() + 1) * day_width;
            match date {
                Date { qualifier: Some(_), .. } => End::Approximate(width),
                Date { precision: DatePrecision::Day(..), .. } => End::Exact,
                _ => End::Soft(width),
            }
        }
    }
}
