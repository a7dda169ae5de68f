//! The strip above the chart: how many records there are in each year, and the years chosen on it.

use super::extent::Extent;
use crate::cover::share;
use crate::svg::rectangle;

/// Years as columns of one width.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    first: i16,
    counts: Vec<usize>,
    width: f64,
    height: f64,
}

impl Overview {
    /// The strip of an axis' years; `counts` has one number a year.
    #[must_use]
    pub fn new(whole: Extent, counts: Vec<usize>, width: f64, height: f64) -> Self {
        Self { first: whole.years().0, counts, width: width.max(1.0), height }
    }

    /// How many columns, at least one.
    fn columns(&self) -> f64 {
        self.counts.iter().fold(0.0, |sum, _| sum + 1.0_f64).max(1.0)
    }

    /// The left edge of a year's column; beyond the strip it lies at its edge.
    #[must_use]
    pub fn x(&self, year: i16) -> f64 {
        let column = f64::from(year) - f64::from(self.first);
        (column / self.columns() * self.width).max(0.0).min(self.width)
    }

    /// The year at a position; beyond the strip the nearest.
    #[must_use]
    pub fn year(&self, x: f64) -> i16 {
        let column = (x / self.width * self.columns()).max(0.0).min(self.columns() - 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a column is below the number of years"
        )]
        self.first.saturating_add(column as i16)
    }

    /// The columns as one path; the tallest fills the height.
    #[must_use]
    pub fn path(&self) -> String {
        let most = self.most();
        let mut path = String::new();
        for (year, &count) in (self.first..).zip(&self.counts) {
            if count > 0 {
                let share = share(count, most);
                let top = self.height - (share * self.height).max(1.5);
                let right = (self.x(year.saturating_add(1)) - 1.0).max(self.x(year) + 0.5);
                path.push_str(&rectangle(self.x(year), top, right, self.height));
            }
        }
        path
    }

    /// The largest number of any year.
    #[must_use]
    pub fn most(&self) -> usize {
        self.counts.iter().copied().max().unwrap_or_default()
    }

    /// The number of a year.
    #[must_use]
    pub fn count(&self, year: i16) -> usize {
        let at = usize::try_from(i32::from(year) - i32::from(self.first)).ok();
        at.and_then(|at| self.counts.get(at)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Day;

    #[test]
    fn a_position_in_a_column_is_its_year() {
        let whole = Extent { first: Day::new(2000, 1, 1), end: Day::new(2004, 1, 1) };
        let strip = Overview::new(whole, vec![0, 1, 4, 2], 400.0, 40.0);
        assert_eq!(
            [0.0, 99.0, 100.0, 399.0, 400.0, 900.0].map(|x| strip.year(x)),
            [2000, 2000, 2001, 2003, 2003, 2003]
        );
        assert_eq!(strip.year(-5.0), 2000);
        assert_eq!(strip.count(2002), 4);
        assert_eq!(strip.path().matches('z').count(), 3, "a year without any has no column");
    }
}
