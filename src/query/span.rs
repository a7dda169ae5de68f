//! When records take place, as columns of days.

use std::ops::RangeInclusive;

use super::bits::Bits;
use super::selection::Years;
use crate::catalogue::{Day, Edtf};
use crate::cover::cover;

/// The first and the last day of each record that dates place.
#[derive(Debug, Clone, Default)]
pub(super) struct Spans {
    spans: Vec<(Day, Day)>,
    /// The records that dates place.
    pub(super) dated: Bits,
    /// The others.
    pub(super) undated: Bits,
}

/// Of a record without dates: ends before everything and begins after it.
const NEVER: (i32, i32) = (i32::MAX, i32::MIN);

impl Spans {
    /// From each record's dates.
    pub(super) fn new(periods: &[Option<Edtf>]) -> Self {
        let never = (Day::from_count(NEVER.0), Day::from_count(NEVER.1));
        let span = |period: &Option<Edtf>| period.and_then(Edtf::span).unwrap_or(never);
        let spans: Vec<(Day, Day)> = periods.iter().map(span).collect();
        Self {
            dated: Bits::of(&spans, |span| *span != never),
            undated: Bits::of(&spans, |span| *span == never),
            spans,
        }
    }

    /// The records that share a day with the years asked for; `None` where nothing is asked.
    pub(super) fn during(&self, years: Years) -> Option<Bits> {
        if years.is_any() {
            return None;
        }
        let asked = years.from.is_some() || years.to.is_some();
        let possible = years.from.zip(years.to).is_none_or(|(from, to)| from <= to);
        let first = years.from.map_or(Day::from_count(i32::MIN), |year| Day::new(year, 1, 1));
        let last = years.to.map_or(Day::from_count(i32::MAX), |year| Day::new(year, 12, 31));
        let mut during = if asked && possible {
            Bits::of(&self.spans, |(begin, end)| *end >= first && *begin <= last)
        } else {
            Bits::empty(self.spans.len())
        };
        // With one side open, the mark of the undated would fit it.
        during.intersect(&self.dated);
        if years.undated {
            during.unite(&self.undated);
        }
        Some(during)
    }

    /// How many of `hits` share a day with each of `years`.
    pub(super) fn per_year(&self, hits: &Bits, years: RangeInclusive<i16>) -> Vec<usize> {
        let (from, to) = (*years.start(), *years.end());
        let (start, end) = (Day::new(from, 1, 1), Day::new(to, 12, 31));
        // What never ends has a last day of no year.
        let cell =
            |day: Day| usize::try_from(i32::from(day.max(start).min(end).year()) - i32::from(from));
        let spans = hits.iter().filter_map(|record| self.spans.get(record.index()));
        let within = spans.filter(|(first, last)| first <= last && *first <= end && *last >= start);
        let cells =
            within.filter_map(|(first, last)| Some((cell(*first).ok()?, cell(*last).ok()?)));
        cover(years.count(), cells)
    }
}
