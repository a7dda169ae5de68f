//! Many terms as one strip: how many go on at each moment.

use super::scale::TimeScale;
use super::term::Terms;
use crate::catalogue::RecordIx;
use crate::cover::{cover, share};
use crate::decimal::tenths;

/// How wide a step of the strip is, in pixels.
const STEP: f64 = 4.0;

/// How many of some records go on in each step of an axis, from left to right, as far as anybody vouches
/// for it.
#[must_use]
pub fn density(terms: &Terms, records: &[RecordIx], scale: &TimeScale) -> Vec<usize> {
    let terms = records.iter().filter_map(|record| terms.get(*record));
    let edges = terms.map(|term| (scale.x(term.first), scale.x(term.vouched())));
    let seen = edges.filter(|(x0, x1)| *x1 > 0.0 && *x0 < scale.width());
    cover(step(scale.width()) + 1, seen.map(|(x0, x1)| (step(x0), step(x1))))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a width in pixels, not below 0"
)]
fn step(x: f64) -> usize {
    (x.max(0.0) / STEP) as usize
}

/// The outline of a strip as a path on the ground `bottom`, `height` pixels where it is highest.
#[must_use]
pub fn strip(density: &[usize], most: usize, bottom: f64, height: f64) -> String {
    let mut path = format!("M0 {}", tenths(bottom));
    let mut before = None;
    let mut x = 0.0;
    for &count in density {
        if before != Some(count) {
            // Few beside many stay to be seen: the height grows as the root of the number.
            let share = share(count, most).sqrt();
            let tall = if count == 0 { 0.0 } else { (share * height).max(1.5) };
            path.push_str(&format!("H{}V{}", tenths(x), tenths(bottom - tall)));
            before = Some(count);
        }
        x += STEP;
    }
    path.push_str(&format!("H{}V{}z", tenths(x), tenths(bottom)));
    path
}
