//! The stretch of days that an axis shows, and how it is moved.

use crate::catalogue::Day;

/// The days that a time axis covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The first day.
    pub first: Day,
    /// The first day after the last.
    pub end: Day,
}

/// No axis shows less than this, in days: half a year, in which months are wide.
const LEAST: i32 = 184;

impl Extent {
    /// Whole years around some days: from the year of the first to the year after the last, `today`
    /// included.
    #[must_use]
    pub fn around(days: impl Iterator<Item = Day>, today: Day) -> Self {
        let (first, last) =
            days.fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
        let end = last.plus_months(9).year();
        Self { first: Day::new(first.year(), 1, 1), end: Day::new(end.saturating_add(1), 1, 1) }
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> i32 {
        self.end.count().saturating_sub(self.first.count())
    }

    /// Shows `factor` times as many days; the day at the share `at` of the width (0 left, 1 right)
    /// stays where it is. Never beyond `whole`, never less than half a year.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: f64, whole: Self) -> Self {
        let (now, most) = (f64::from(self.days()), f64::from(whole.days()));
        let then = (now * factor).max(f64::from(LEAST)).min(most);
        self.shifted(at.clamp(0.0, 1.0) * (now - then), then, whole)
    }

    /// Moves to the right by a share of its own length; never beyond `whole`.
    #[must_use]
    pub fn panned(self, share: f64, whole: Self) -> Self {
        let days = f64::from(self.days());
        self.shifted(share * days, days, whole)
    }

    /// `days` days that begin so many days later, kept within `whole`.
    fn shifted(self, by: f64, days: f64, whole: Self) -> Self {
        let days = rounded(days).min(whole.days());
        let first = self.first.count().saturating_add(rounded(by));
        let first = first.min(whole.end.count() - days).max(whole.first.count());
        Self { first: Day::from_count(first), end: Day::from_count(first.saturating_add(days)) }
    }

    /// The years that it shows, the first and the last.
    #[must_use]
    pub fn years(self) -> (i16, i16) {
        (self.first.year(), Day::from_count(self.end.count().saturating_sub(1)).year())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a float beyond i32 saturates")]
fn rounded(days: f64) -> i32 {
    days.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(first: i16, end: i16) -> Extent {
        Extent { first: Day::new(first, 1, 1), end: Day::new(end, 1, 1) }
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let whole = years(1986, 2028);
        let near = whole.zoomed(0.5, 0.25, whole);
        let at = |extent: Extent, share: f64| {
            f64::from(extent.first.count()) + share * f64::from(extent.days())
        };
        assert!((at(near, 0.25) - at(whole, 0.25)).abs() <= 1.0);
        assert_eq!(near.zoomed(99.0, 0.9, whole), whole);
        assert_eq!(near.zoomed(0.0, 0.5, whole).days(), LEAST);
    }

    #[test]
    fn panning_stops_at_the_ends() {
        let whole = years(2000, 2020);
        let part = years(2005, 2010);
        assert_eq!(part.panned(-9.0, whole).first, whole.first);
        assert_eq!(part.panned(9.0, whole).end, whole.end);
        assert_eq!(part.panned(0.2, whole).days(), part.days());
    }
}
