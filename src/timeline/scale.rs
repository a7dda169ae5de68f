//! From days to positions.

use crate::catalogue::Day;

/// A linear scale from a span of days to a width in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeScale {
    first: Day,
    last: Day,
    width: f64,
}

impl TimeScale {
    /// The scale that shows the days `first..=last` on `width` pixels. A span of no days, or a
    /// width below one pixel, is taken as one.
    #[must_use]
    pub fn new(first: Day, last: Day, width: f64) -> Self {
        Self {
            first,
            last: last.max(Day::from_count(first.count().saturating_add(1))),
            width: width.max(1.0),
        }
    }

    /// First day shown.
    #[must_use]
    pub fn first(&self) -> Day {
        self.first
    }

    /// Last day shown.
    #[must_use]
    pub fn last(&self) -> Day {
        self.last
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// How wide a day is, in pixels.
    #[must_use]
    pub fn day_width(&self) -> f64 {
        self.width / (f64::from(self.last.count()) - f64::from(self.first.count()))
    }

    /// The position of the morning of `day`; outside the span it lies outside the width.
    #[must_use]
    pub fn x(&self, day: Day) -> f64 {
        (f64::from(day.count()) - f64::from(self.first.count())) * self.day_width()
    }

    /// The day at a position: the inverse of [`TimeScale::x`], to the nearest day.
    #[must_use]
    pub fn day(&self, x: f64) -> Day {
        #[expect(clippy::cast_possible_truncation, reason = "a float beyond i32 saturates")]
        let count = (x / self.day_width()).round() as i32;
        Day::from_count(self.first.count().saturating_add(count))
    }
}
