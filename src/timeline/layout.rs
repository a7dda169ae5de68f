//! All records of a selection on one axis.

use super::bar::{Bar, days};
use super::scale::TimeScale;
use super::ticks::{Tick, ticks};
use crate::catalogue::{Catalogue, Day, Listing, RecordIx, Status};

/// A record with its mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// The record.
    pub record: RecordIx,
    /// Its mark.
    pub bar: Bar,
}

/// The whole timeline as numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The axis.
    pub scale: TimeScale,
    /// Named years.
    pub ticks: Vec<Tick>,
    /// Today's position, in pixels.
    pub today: f64,
    /// Dated records, one row each, in the order in which they were given.
    pub rows: Vec<Row>,
}

/// Room for the name of a year, in pixels.
const TICK_ROOM: f64 = 44.0;

/// The days that the axis of a catalogue covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The first day of the first year.
    pub first: Day,
    /// The first day after the last year.
    pub end: Day,
}

impl Extent {
    /// From the year of the first date in the catalogue to the year after the last, today included.
    #[must_use]
    pub fn of(catalogue: &Catalogue, today: Day) -> Self {
        let all = catalogue
            .records()
            .filter(|(_, record)| record.listing != Listing::Reference)
            .filter_map(|(_, record)| record.period.placeable())
            .flat_map(days);
        let (first, last) =
            all.fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
        let end = last.plus_months(9).year();
        Self { first: Day::new(first.year(), 1, 1), end: Day::new(end.saturating_add(1), 1, 1) }
    }
}

impl Layout {
    /// Lays those of `records` that dates place out on `width` pixels. The axis spans the whole catalogue, whatever the
    /// selection, so that nothing moves sideways while filtering.
    #[must_use]
    pub fn new(
        catalogue: &Catalogue,
        records: &[RecordIx],
        extent: Extent,
        today: Day,
        width: f64,
    ) -> Self {
        let scale = TimeScale::new(extent.first, extent.end, width);
        let row = |record: &RecordIx| {
            let found = catalogue.record(*record)?;
            let unknown = catalogue.status(found, today) == Status::Unknown;
            let lapsed = catalogue.vouched_until(found).filter(|_| unknown);
            let bar = Bar::of(&found.period, &scale, today, lapsed)?;
            Some(Row { record: *record, bar })
        };
        let rows = records.iter().filter_map(row).collect();
        Self { ticks: ticks(&scale, TICK_ROOM), today: scale.x(today), scale, rows }
    }
}
