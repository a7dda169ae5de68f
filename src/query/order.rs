//! Orders of the list.

use std::cmp::Ordering;

use crate::catalogue::{Catalogue, Day, Lang, Record, RecordIx};

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
    /// By title in the language shown, in Swedish alphabetical order.
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

/// For each order that does not depend on the words: the rank of each record.
#[derive(Debug, Clone)]
pub(super) struct Ranks {
    newest: Vec<u32>,
    oldest: Vec<u32>,
    /// By title in each of [`Lang::ALL`].
    title: [Vec<u32>; 2],
}

impl Ranks {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let starts: Vec<Option<Day>> =
            catalogue.records().map(|(_, record)| first_day(record)).collect();
        let title = Lang::ALL.map(|lang| titles(catalogue, lang));
        let [swedish, _] = &title;
        let by_title = |a: usize, b: usize| swedish.get(a).cmp(&swedish.get(b));
        let start = |index: usize| starts.get(index).copied().flatten();
        let by_start =
            |a: usize, b: usize, turn: fn(Ordering) -> Ordering| match (start(a), start(b)) {
                (Some(x), Some(y)) => turn(x.cmp(&y)),
                (x, y) => y.is_some().cmp(&x.is_some()),
            };
        let len = starts.len();
        Self {
            newest: ranks(len, |a, b| {
                by_start(a, b, Ordering::reverse).then_with(|| by_title(a, b))
            }),
            oldest: ranks(len, |a, b| by_start(a, b, |order| order).then_with(|| by_title(a, b))),
            title,
        }
    }

    /// The rank of a record in an order.
    pub(super) fn of(&self, sort: Sort, lang: Lang, record: RecordIx) -> u32 {
        let ranks = match sort {
            Sort::Newest | Sort::Relevance => &self.newest,
            Sort::Oldest => &self.oldest,
            Sort::Title => {
                let [swedish, english] = &self.title;
                if lang == Lang::Sv { swedish } else { english }
            }
        };
        ranks.get(record.index()).copied().unwrap_or(u32::MAX)
    }
}

/// Where every title in a language stands; titles that read alike share a rank.
fn titles(catalogue: &Catalogue, lang: Lang) -> Vec<u32> {
    catalogue.records().map(|(index, _)| catalogue.title_rank(index, lang)).collect()
}

/// The day by which a record is sorted: its first one, or its last where the first is unknown.
fn first_day(record: &Record) -> Option<Day> {
    let edtf = record.period.edtf?;
    edtf.lower().or(edtf.upper())
}

fn ranks(len: usize, compare: impl Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    let mut ranks = vec![0; len];
    for (rank, index) in (0_u32..).zip(order) {
        if let Some(slot) = ranks.get_mut(index) {
            *slot = rank;
        }
    }
    ranks
}
