//! Orders of the list.

use crate::catalogue::{Day, Lang, RecordIx};

/// An order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Best hits first; only with words to search for.
    Relevance,
    /// What began last first; undated last.
    #[default]
    Newest,
    /// What began first first; undated last.
    Oldest,
    /// By title in the language shown, å, ä and ö last.
    Title,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Newest, Self::Oldest, Self::Title];

    /// The word in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevans",
            Self::Newest => "nyast",
            Self::Oldest => "aldst",
            Self::Title => "titel",
        }
    }

    /// The order of a word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

/// All records in one order, worked out once.
#[derive(Debug, Clone, Default)]
pub(super) struct Sorted {
    /// In that order.
    pub(super) records: Vec<RecordIx>,
    /// For each record, where it stands.
    ranks: Vec<u32>,
}

impl Sorted {
    /// By the first key, and among equals by the second; `keys` has both for each record.
    fn by(keys: impl Iterator<Item = (u32, u32)>) -> Self {
        // The record's own number makes them differ, so that the order is one and the same always.
        let mut order: Vec<(u64, u32)> = keys
            .zip(0..)
            .map(|((first, second), index)| (u64::from(first) << 32 | u64::from(second), index))
            .collect();
        order.sort_unstable();
        let mut ranks = vec![0; order.len()];
        for (rank, (_, index)) in (0..).zip(&order) {
            if let Some(slot) = ranks.get_mut(*index as usize) {
                *slot = rank;
            }
        }
        Self { records: order.into_iter().map(|(_, index)| RecordIx(index)).collect(), ranks }
    }

    /// The record that stands at a rank.
    pub(super) fn record(&self, rank: u32) -> Option<RecordIx> {
        self.records.get(rank as usize).copied()
    }

    /// Where a record stands.
    pub(super) fn rank(&self, record: RecordIx) -> u32 {
        self.ranks.get(record.index()).copied().unwrap_or(u32::MAX)
    }
}

/// All orders that do not depend on the words asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Orders {
    newest: Sorted,
    oldest: Sorted,
    /// By title in each of [`Lang::ALL`].
    title: [Sorted; 2],
}

impl Orders {
    /// From each record's day to sort by, and the rank of its title among all.
    pub(super) fn new(days: &[Option<Day>], title: impl Fn(RecordIx, Lang) -> u32) -> Self {
        let titles = |lang| {
            let records = (0..).map(RecordIx).take(days.len());
            records.map(|record| title(record, lang)).collect::<Vec<u32>>()
        };
        let swedish = titles(Lang::Sv);
        let by_day = |key: fn(Day) -> u32| {
            let keys = days.iter().map(|day| day.map_or(u32::MAX, key));
            Sorted::by(keys.zip(swedish.iter().copied()))
        };
        let title =
            Lang::ALL.map(|lang| Sorted::by(titles(lang).into_iter().map(|rank| (rank, 0))));
        Self { newest: by_day(|day| u32::MAX - 1 - rising(day)), oldest: by_day(rising), title }
    }

    /// The records in an order; the best hits first stand as the newest among equals.
    pub(super) fn of(&self, sort: Sort, lang: Lang) -> &Sorted {
        let [swedish, english] = &self.title;
        match (sort, lang) {
            (Sort::Newest | Sort::Relevance, _) => &self.newest,
            (Sort::Oldest, _) => &self.oldest,
            (Sort::Title, Lang::Sv) => swedish,
            (Sort::Title, Lang::En) => english,
        }
    }
}

/// A day as a number that rises with it and stays below `u32::MAX - 1`.
fn rising(day: Day) -> u32 {
    day.count().wrapping_sub(i32::MIN).cast_unsigned().min(u32::MAX - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undated_stand_last_in_both_directions_and_titles_part_equals() {
        let day = |count| Some(Day::from_count(count));
        let days = [None, day(-5), day(900), day(900), None];
        let orders = Orders::new(&days, |record, _| 4 - record.0);
        let order = |sort| -> Vec<u32> {
            orders.of(sort, Lang::Sv).records.iter().map(|record| record.0).collect()
        };
        assert_eq!(order(Sort::Newest), [3, 2, 1, 4, 0]);
        assert_eq!(order(Sort::Oldest), [1, 3, 2, 4, 0]);
        assert_eq!(order(Sort::Title), [4, 3, 2, 1, 0]);
        assert_eq!(orders.of(Sort::Oldest, Lang::En).rank(RecordIx(2)), 2);
    }
}
