//! Putting things in order by a number: one sort for all types, since the Wasm would carry a sort of
//! some kilobytes for each type of thing that is sorted.

/// The items by rank, the least first; of two alike, the first stays first.
#[must_use]
pub fn ranked<T>(items: Vec<T>, rank: impl Fn(&T) -> u32) -> Vec<T> {
    let key = |(item, position): (&T, u64)| u64::from(rank(item)) << 32 | position;
    let mut keys: Vec<u64> = items.iter().zip(0..).map(key).collect();
    sort(&mut keys);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let item = |key: u64| items.get_mut(low(key) as usize).and_then(Option::take);
    keys.into_iter().filter_map(item).collect()
}

/// Sorts numbers.
pub(crate) fn sort(keys: &mut [u64]) {
    keys.sort_unstable();
}

/// The lower half of a key.
pub(crate) fn low(key: u64) -> u32 {
    u32::try_from(key & u64::from(u32::MAX)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_places() {
        let words = vec!["örn", "and", "al", "ek"];
        let by_length = ranked(words, |word| u32::try_from(word.chars().count()).unwrap_or(0));
        assert_eq!(by_length, ["al", "ek", "örn", "and"]);
    }
}
