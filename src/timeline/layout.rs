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
    /// Dated records, one row each, by first day.
    pub rows: Vec<Row>,
    /// Records that no date places: the lane "Utan datum".
    pub undated: Vec<RecordIx>,
}

/// Room for the name of a year, in pixels.
const TICK_ROOM: f64 = 44.0;

impl Layout {
    /// Lays `records` out on `width` pixels. The axis spans the whole catalogue and today,
    /// whatever the selection, so that nothing moves sideways while filtering.
    #[must_use]
    pub fn new(catalogue: &Catalogue, records: &[RecordIx], today: Day, width: f64) -> Self {
        let scale = axis(catalogue, today, width);
        let mut rows = Vec::new();
        let mut undated = Vec::new();
        for &record in records {
            let bar = catalogue.record(record).and_then(|found| {
                let unknown = catalogue.status(found, today) == Status::Unknown;
                let lapsed = catalogue.vouched_until(found).filter(|_| unknown);
                Bar::of(&found.period, &scale, today, lapsed)
            });
            match bar {
                Some(bar) => rows.push(Row { record, bar }),
                None => undated.push(record),
            }
        }
        rows.sort_by(|a, b| {
            a.bar.extent().0.total_cmp(&b.bar.extent().0).then(a.record.cmp(&b.record))
        });
        Self { ticks: ticks(&scale, TICK_ROOM), today: scale.x(today), scale, rows, undated }
    }
}

/// From the year of the first date in the catalogue to the year after the last, today included.
fn axis(catalogue: &Catalogue, today: Day, width: f64) -> TimeScale {
    let all = catalogue
        .records()
        .filter(|(_, record)| record.listing != Listing::Reference)
        .filter_map(|(_, record)| record.period.placeable())
        .flat_map(days)
        .chain([today]);
    let (first, last) =
        all.fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
    let end = last.plus_months(9).year();
    TimeScale::new(Day::new(first.year(), 1, 1), Day::new(end.saturating_add(1), 1, 1), width)
}
