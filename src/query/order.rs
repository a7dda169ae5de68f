//! Orders of the list.

use crate::catalogue::{Day, Lang, RecordIx};
use crate::ranked::{low, sort};

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
    /// What ended first first; what has no end after that; undated last.
    Ending,
    /// By title in the language shown, å, ä and ö last.
    Title,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 5] =
        [Self::Relevance, Self::Newest, Self::Oldest, Self::Ending, Self::Title];

    /// The word in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevans",
            Self::Newest => "nyast",
            Self::Oldest => "aldst",
            Self::Ending => "slut",
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
    /// By `keys`, of which there is one for each of `records`; among equals those stand as they do there.
    fn by(records: &[RecordIx], keys: impl Fn(RecordIx) -> u32) -> Self {
        // The position makes keys differ, so that the order is one and the same always.
        let mut order: Vec<u64> = records
            .iter()
            .zip(0_u64..)
            .map(|(record, position)| u64::from(keys(*record)) << 32 | position)
            .collect();
        sort(&mut order);
        let record = |key: u64| records.get(low(key) as usize).copied();
        let sorted: Vec<RecordIx> = order.into_iter().filter_map(record).collect();
        let mut ranks = vec![0; sorted.len()];
        for (rank, record) in (0..).zip(&sorted) {
            if let Some(slot) = ranks.get_mut(record.index()) {
                *slot = rank;
            }
        }
        Self { records: sorted, ranks }
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
    ending: Sorted,
    /// By title in each of [`Lang::ALL`].
    title: [Sorted; 2],
}

impl Orders {
    /// From the days on which each record begins and ends, as far as dates place it, and the rank of its
    /// title among all.
    pub(super) fn new(days: &[Option<(Day, Day)>], title: impl Fn(RecordIx, Lang) -> u32) -> Self {
        let all: Vec<RecordIx> = (0..).map(RecordIx).take(days.len()).collect();
        let titles = Lang::ALL.map(|lang| Sorted::by(&all, |record| title(record, lang)));
        let [swedish, _] = &titles;
        let by_days = |key: fn((Day, Day)) -> u32| {
            let days = |record: RecordIx| days.get(record.index()).copied().flatten();
            Sorted::by(&swedish.records, |record| days(record).map_or(u32::MAX, key))
        };
        Self {
            newest: by_days(|(first, _)| u32::MAX - 1 - rising(first)),
            oldest: by_days(|(first, _)| rising(first)),
            ending: by_days(|(_, last)| rising(last)),
            title: titles,
        }
    }

    /// The records in an order; the best hits first stand as the newest among equals.
    pub(super) fn of(&self, sort: Sort, lang: Lang) -> &Sorted {
        let [swedish, english] = &self.title;
        match (sort, lang) {
            (Sort::Newest | Sort::Relevance, _) => &self.newest,
            (Sort::Oldest, _) => &self.oldest,
            (Sort::Ending, _) => &self.ending,
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
        let days = |first, last| Some((Day::from_count(first), Day::from_count(last)));
        let days = [None, days(-5, i32::MAX), days(900, 950), days(900, 901), None];
        let orders = Orders::new(&days, |record, _| 4 - record.0);
        let order = |sort| -> Vec<u32> {
            orders.of(sort, Lang::Sv).records.iter().map(|record| record.0).collect()
        };
        assert_eq!(order(Sort::Newest), [3, 2, 1, 4, 0]);
        assert_eq!(order(Sort::Oldest), [1, 3, 2, 4, 0]);
        assert_eq!(order(Sort::Ending), [3, 2, 1, 4, 0]);
        assert_eq!(order(Sort::Title), [4, 3, 2, 1, 0]);
        assert_eq!(orders.of(Sort::Oldest, Lang::En).rank(RecordIx(2)), 2);
    }
}
