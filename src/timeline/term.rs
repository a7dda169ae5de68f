//! When records take place, in days: what is certain of it, and what is known of its two ends.

use super::extent::Extent;
use crate::catalogue::{
    Catalogue, Date, DatePrecision, Day, Edtf, Endpoint, Listing, Record, RecordIx, Status,
};

/// What is known of an end, and thereby how it is drawn. `T` is a length of time: days, or their
/// pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End<T> {
    /// To the day: a straight edge.
    Exact,
    /// To the month, season or year: an edge that fades over that time.
    Soft(T),
    /// Uncertain or approximate: a dashed edge, over that time.
    Approximate(T),
    /// No end is set: an arrow.
    Open,
    /// No end was set when the source was written, but that is long ago: a dashed arrow over the
    /// time for which nobody vouches.
    Lapsed(T),
    /// There is one, but the source does not tell it: a broken edge.
    Unknown,
}

impl<T> End<T> {
    /// The same end with its time in another unit.
    pub fn map<U>(self, unit: impl FnOnce(T) -> U) -> End<U> {
        match self {
            Self::Exact => End::Exact,
            Self::Soft(time) => End::Soft(unit(time)),
            Self::Approximate(time) => End::Approximate(unit(time)),
            Self::Open => End::Open,
            Self::Lapsed(time) => End::Lapsed(unit(time)),
            Self::Unknown => End::Unknown,
        }
    }
}

/// Whether something goes on, or happens once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends<T> {
    /// Goes on between two ends.
    Span(End<T>, End<T>),
    /// Happens once, some time within: an application, or an event of which a window is known.
    Event,
}

/// When a record takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day that it can cover.
    pub first: Day,
    /// The day after the last that it can cover, as far as anything is known: an open end reaches to
    /// today, since nothing is known of tomorrow.
    pub past: Day,
    /// What is known of its ends.
    pub ends: Ends<i32>,
}

impl Term {
    /// The time of a record; `None` where no end can be placed.
    #[must_use]
    pub fn of(catalogue: &Catalogue, record: &Record, today: Day) -> Option<Self> {
        let edtf = record.period.placeable()?;
        let (start, end) = (edtf.start().date(), edtf.end().date());
        let first = start.or(end)?.lower();
        let past = next(end.or(start)?.upper());
        if !record.period.meaning.is_span() {
            return Some(Self { first, past, ends: Ends::Event });
        }
        let open = edtf.end() == Endpoint::Open;
        let past = if open { past.max(next(today)) } else { past };
        let lapsed = || {
            let until = next(catalogue.vouched_until(record)?);
            Some(End::Lapsed((past.count() - until.count()).clamp(0, past.count() - first.count())))
        };
        let unknown = open && catalogue.status(record, today) == Status::Unknown;
        let finish = unknown.then(lapsed).flatten().unwrap_or_else(|| known(edtf.end()));
        Some(Self { first, past, ends: Ends::Span(known(edtf.start()), finish) })
    }
}

impl Term {
    /// The day after the last for which anybody vouches.
    #[must_use]
    pub fn vouched(self) -> Day {
        match self.ends {
            Ends::Span(_, End::Lapsed(days)) => {
                Day::from_count(self.past.count().saturating_sub(days))
            }
            _ => self.past,
        }
    }
}

/// The times of all records of a catalogue on a day, and the days that its time axis covers.
#[derive(Debug, Clone)]
pub struct Terms {
    terms: Vec<Option<Term>>,
    /// What the axis covers when nothing is zoomed.
    pub whole: Extent,
}

impl Terms {
    /// Looks at each record once.
    #[must_use]
    pub fn new(catalogue: &Catalogue, today: Day) -> Self {
        let terms = catalogue.records().map(|(_, record)| Term::of(catalogue, record, today));
        let shown = catalogue
            .records()
            .filter(|(_, record)| record.listing != Listing::Reference)
            .filter_map(|(_, record)| record.period.placeable());
        Self { terms: terms.collect(), whole: Extent::around(shown.flat_map(days), today) }
    }

    /// The time of a record, where dates place it.
    #[must_use]
    pub fn get(&self, record: RecordIx) -> Option<Term> {
        self.terms.get(record.index()).copied().flatten()
    }
}

/// The days that a period can be seen on.
fn days(edtf: Edtf) -> impl Iterator<Item = Day> {
    edtf.lower().into_iter().chain(edtf.upper())
}

fn next(day: Day) -> Day {
    Day::from_count(day.count().saturating_add(1))
}

fn known(end: Endpoint) -> End<i32> {
    match end {
        Endpoint::Open => End::Open,
        Endpoint::Unknown => End::Unknown,
        Endpoint::Known(date) => {
            let days = next(date.upper()).count() - date.lower().count();
            match date {
                Date { qualifier: Some(_), .. } => End::Approximate(days),
                Date { precision: DatePrecision::Day(..), .. } => End::Exact,
                _ => End::Soft(days),
            }
        }
    }
}
