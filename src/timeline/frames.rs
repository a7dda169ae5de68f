//! The programming periods of the EU: its multiannual financial frameworks.

use super::scale::TimeScale;
use crate::catalogue::Day;

/// First and last year of the frameworks that the catalogue's programmes belong to: Council decisions
/// on the financial framework (the first of them the agreement 2006/C 139/01), regulations
/// 1311/2013 and 2020/2093.
pub const FRAMEWORKS: [(i16, i16); 3] = [(2007, 2013), (2014, 2020), (2021, 2027)];

/// A programming period on an axis, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// First and last year.
    pub years: (i16, i16),
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
}

/// The programming periods that an axis shows, cut to its width.
#[must_use]
pub fn bands(scale: &TimeScale) -> Vec<Band> {
    let band = |years: (i16, i16)| {
        let seen = |year: i16| scale.x(Day::new(year, 1, 1)).max(0.0).min(scale.width());
        Band { years, x0: seen(years.0), x1: seen(years.1.saturating_add(1)) }
    };
    FRAMEWORKS.map(band).into_iter().filter(|band| band.x1 > band.x0).collect()
}
