//! Which years the axis names.

use super::scale::TimeScale;
use crate::catalogue::Day;

/// A named year on the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// The year.
    pub year: i16,
    /// The position of its first morning, in pixels.
    pub x: f64,
}

/// Steps between named years, smallest first; the first that leaves room is taken.
const STEPS: [i16; 6] = [1, 2, 5, 10, 20, 50];

/// The years to name so that two neighbours are at least `room` pixels apart.
#[must_use]
pub fn ticks(scale: &TimeScale, room: f64) -> Vec<Tick> {
    let (first, last) = (scale.first().year(), scale.last().year());
    let year_width =
        scale.x(Day::new(first.saturating_add(1), 1, 1)) - scale.x(Day::new(first, 1, 1));
    let step = STEPS
        .into_iter()
        .find(|step| f64::from(*step) * year_width >= room)
        .or(STEPS.last().copied())
        .unwrap_or(1);
    let aligned = first.div_euclid(step) * step;
    (0..)
        .map(|n| aligned.saturating_add(step.saturating_mul(n)))
        .take_while(|year| *year <= last)
        .map(|year| Tick { year, x: scale.x(Day::new(year, 1, 1)) })
        .filter(|tick| tick.x >= 0.0 && tick.x <= scale.width())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_years_never_collide() {
        for years in [1, 3, 12, 40, 200] {
            for width in [280.0, 600.0, 1400.0] {
                let scale =
                    TimeScale::new(Day::new(1986, 1, 1), Day::new(1986 + years, 1, 1), width);
                for pair in ticks(&scale, 40.0).windows(2) {
                    let far = pair[1].x - pair[0].x;
                    assert!(far >= 39.5 || years > 50 * 7, "{years} years on {width} px: {far}");
                }
            }
        }
    }
}
