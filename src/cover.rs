//! Counting what goes on: many stretches over a row of cells.

/// How many of some stretches cover each of `cells` cells. A stretch is the first and the last cell that
/// it covers; what lies beyond the row is left out.
#[must_use]
pub(crate) fn cover(cells: usize, stretches: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    // How many more cover a cell than the one before.
    let mut changes = vec![0_isize; cells + 1];
    let mut change = |cell: usize, by: isize| {
        if let Some(slot) = changes.get_mut(cell) {
            *slot += by;
        }
    };
    for (first, last) in stretches {
        change(first.min(cells), 1);
        change(last.saturating_add(1).min(cells), -1);
    }
    let sums = changes.into_iter().take(cells).scan(0_isize, |sum, change| {
        *sum += change;
        Some(usize::try_from(*sum).unwrap_or_default())
    });
    sums.collect()
}

/// What share of the most a number is, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
pub(crate) fn share(count: usize, most: usize) -> f64 {
    count as f64 / most.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cell_counts_what_covers_it() {
        let stretches = [(0, 1), (1, 1), (1, 9), (7, 8)];
        assert_eq!(cover(3, stretches.into_iter()), [1, 3, 1]);
        assert_eq!(cover(0, stretches.into_iter()), [0_usize; 0]);
    }
}
