//! Figures of many measurements.

use serde::Serialize;

/// The middle, the slow end and the worst of some times in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Figures {
    /// How many.
    pub(crate) n: usize,
    /// Half are no slower.
    pub(crate) p50: f64,
    /// 19 of 20 are no slower.
    pub(crate) p95: f64,
    /// The slowest.
    pub(crate) max: f64,
}

impl Figures {
    /// Of these times; none of none.
    pub(crate) fn of(times: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut times: Vec<f64> = times.into_iter().collect();
        times.sort_by(f64::total_cmp);
        let at = |part: usize| times.get((times.len() * part / 100).min(times.len() - 1)).copied();
        let max = *times.last()?;
        Some(Self { n: times.len(), p50: at(50)?, p95: at(95)?, max })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slow_end_is_near_the_worst() {
        let figures = Figures::of((1..=100).map(f64::from));
        assert_eq!(figures, Some(Figures { n: 100, p50: 51.0, p95: 96.0, max: 100.0 }));
        assert_eq!(Figures::of([]), None);
    }
}
