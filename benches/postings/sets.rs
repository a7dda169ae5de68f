//! Sets of records in the forms that are compared.

use roaring::{MultiOps, RoaringBitmap};

/// A set of records.
pub(crate) trait Set: Sized {
    /// The set of a sorted list, of `len` records in all.
    fn new(list: &[u32], len: usize) -> Self;
    /// What is in any of them.
    fn union(sets: &[Self], len: usize) -> Self;
    /// What is in all of them.
    fn intersection(sets: &[Self], len: usize) -> Self;
}

/// What counts the hits of every value.
pub(crate) trait Counter {
    /// The form of the hits that goes with it.
    type Hits;
    /// The counter of these values.
    fn new(values: &[Vec<u32>], len: usize) -> Self;
    /// The hits of a sorted list.
    fn hits(list: &[u32], len: usize) -> Self::Hits;
    /// For each value, how many hits have it.
    fn count(&self, hits: &Self::Hits) -> Vec<u32>;
}

/// One bit a record.
pub(crate) struct Plain(Vec<u64>);

impl Plain {
    fn empty(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    fn insert(&mut self, record: u32) {
        if let Some(word) = self.0.get_mut(record as usize / 64) {
            *word |= 1 << (record % 64);
        }
    }

    fn contains(&self, record: u32) -> bool {
        self.0.get(record as usize / 64).is_some_and(|word| word >> (record % 64) & 1 != 0)
    }

    fn unite(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    fn intersect(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    fn count_common(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// The records in rising order.
    fn each(&self, mut note: impl FnMut(u32)) {
        for (position, &word) in (0_u32..).zip(&self.0) {
            let mut rest = word;
            while rest != 0 {
                note(position * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }
}

impl Set for Plain {
    fn new(list: &[u32], len: usize) -> Self {
        let mut set = Self::empty(len);
        list.iter().for_each(|record| set.insert(*record));
        set
    }

    fn union(sets: &[Self], len: usize) -> Self {
        let mut all = Self::empty(len);
        sets.iter().for_each(|set| all.unite(set));
        all
    }

    fn intersection(sets: &[Self], len: usize) -> Self {
        let mut common = Self(vec![u64::MAX; len.div_ceil(64)]);
        sets.iter().for_each(|set| common.intersect(set));
        common
    }
}

/// The crate `roaring`: containers of bits, lists and runs, chosen for each 65 536 records.
pub(crate) struct Roaring(RoaringBitmap);

impl Set for Roaring {
    fn new(list: &[u32], _: usize) -> Self {
        let mut set: RoaringBitmap = list.iter().collect();
        set.optimize();
        Self(set)
    }

    fn union(sets: &[Self], _: usize) -> Self {
        Self(sets.iter().map(|set| &set.0).union())
    }

    fn intersection(sets: &[Self], _: usize) -> Self {
        Self(sets.iter().map(|set| &set.0).intersection())
    }
}

/// A bitmap, or a sorted list where that is smaller.
pub(crate) enum Hybrid {
    /// One bit a record.
    Dense(Plain),
    /// The records, rising.
    Sparse(Vec<u32>),
}

impl Hybrid {
    fn count_common(&self, hits: &Plain) -> u32 {
        match self {
            Self::Dense(set) => set.count_common(hits),
            Self::Sparse(list) => list.iter().map(|record| u32::from(hits.contains(*record))).sum(),
        }
    }
}

impl Set for Hybrid {
    fn new(list: &[u32], len: usize) -> Self {
        // 32 bits an element against one bit a record.
        if list.len() * 32 < len {
            Self::Sparse(list.to_vec())
        } else {
            Self::Dense(Plain::new(list, len))
        }
    }

    fn union(sets: &[Self], len: usize) -> Self {
        let mut all = Plain::empty(len);
        for set in sets {
            match set {
                Self::Dense(set) => all.unite(set),
                Self::Sparse(list) => list.iter().for_each(|record| all.insert(*record)),
            }
        }
        Self::Dense(all)
    }

    fn intersection(sets: &[Self], len: usize) -> Self {
        let mut common = Plain(vec![u64::MAX; len.div_ceil(64)]);
        for set in sets {
            match set {
                Self::Dense(set) => common.intersect(set),
                Self::Sparse(list) => {
                    let mut kept = Plain::empty(len);
                    let both = list.iter().filter(|record| common.contains(**record));
                    both.for_each(|record| kept.insert(*record));
                    common = kept;
                }
            }
        }
        Self::Dense(common)
    }
}

impl Counter for Vec<Plain> {
    type Hits = Plain;

    fn new(values: &[Vec<u32>], len: usize) -> Self {
        values.iter().map(|list| Plain::new(list, len)).collect()
    }

    fn hits(list: &[u32], len: usize) -> Plain {
        Plain::new(list, len)
    }

    fn count(&self, hits: &Plain) -> Vec<u32> {
        self.iter().map(|set| set.count_common(hits)).collect()
    }
}

impl Counter for Vec<Roaring> {
    type Hits = Roaring;

    fn new(values: &[Vec<u32>], len: usize) -> Self {
        values.iter().map(|list| Roaring::new(list, len)).collect()
    }

    fn hits(list: &[u32], len: usize) -> Roaring {
        Roaring::new(list, len)
    }

    fn count(&self, hits: &Roaring) -> Vec<u32> {
        let count = |set: &Roaring| set.0.intersection_len(&hits.0);
        self.iter().map(|set| u32::try_from(count(set)).unwrap_or(u32::MAX)).collect()
    }
}

impl Counter for Vec<Hybrid> {
    type Hits = Plain;

    fn new(values: &[Vec<u32>], len: usize) -> Self {
        values.iter().map(|list| Hybrid::new(list, len)).collect()
    }

    fn hits(list: &[u32], len: usize) -> Plain {
        Plain::new(list, len)
    }

    fn count(&self, hits: &Plain) -> Vec<u32> {
        self.iter().map(|set| set.count_common(hits)).collect()
    }
}

/// No sets at all: the values of each record, one record after the other.
pub(crate) struct ByRecord {
    /// Where each record's values begin.
    starts: Vec<u32>,
    values: Vec<u16>,
    distinct: usize,
}

impl ByRecord {
    fn of(&self, record: usize) -> &[u16] {
        let ends = self.starts.get(record).zip(self.starts.get(record + 1));
        ends.and_then(|(start, end)| self.values.get(*start as usize..*end as usize)).unwrap_or(&[])
    }
}

impl Counter for ByRecord {
    type Hits = Plain;

    fn new(values: &[Vec<u32>], len: usize) -> Self {
        let mut of_record: Vec<Vec<u16>> = vec![Vec::new(); len];
        for (value, list) in (0_u16..).zip(values) {
            for record in list {
                if let Some(values) = of_record.get_mut(*record as usize) {
                    values.push(value);
                }
            }
        }
        let mut counter = Self { starts: vec![0], values: Vec::new(), distinct: values.len() };
        for mut values in of_record {
            counter.values.append(&mut values);
            counter.starts.push(u32::try_from(counter.values.len()).unwrap_or(u32::MAX));
        }
        counter.values.shrink_to_fit();
        counter.starts.shrink_to_fit();
        counter
    }

    fn hits(list: &[u32], len: usize) -> Plain {
        Plain::new(list, len)
    }

    fn count(&self, hits: &Plain) -> Vec<u32> {
        let mut counts = vec![0; self.distinct];
        hits.each(|record| {
            for value in self.of(record as usize) {
                // As the product would have to write it: nothing may panic there.
                if let Some(count) = counts.get_mut(usize::from(*value)) {
                    *count += 1;
                }
            }
        });
        counts
    }
}
