//! Which form should the records of a facet's values have? Bitmaps of one bit a record, roaring
//! bitmaps, and bitmaps for common values with sorted lists for rare ones, on the columns of a
//! synthetic catalogue. Counting is also done without postings, from the values of each hit.
#![expect(clippy::print_stdout, reason = "the figures go to the terminal")]

#[path = "postings/columns.rs"]
mod columns;
#[path = "postings/sets.rs"]
mod sets;

use std::fmt;

use divan::{Bencher, black_box};

use columns::{Columns, columns};
use sets::{ByRecord, Counter, Hybrid, Plain, Roaring, Set};

fn main() {
    columns::print_memory();
    divan::main();
}

/// How many records there are, and of a thousand how many are hits.
#[derive(Debug, Clone, Copy)]
struct Case {
    records: usize,
    per_mille: u64,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { records, per_mille } = self;
        write!(f, "{records} records, {} % hits", per_mille / 10)
    }
}

const SIZES: [usize; 2] = [10_000, 100_000];

const CASES: [Case; 6] = [
    Case { records: 10_000, per_mille: 10 },
    Case { records: 10_000, per_mille: 100 },
    Case { records: 10_000, per_mille: 500 },
    Case { records: 100_000, per_mille: 10 },
    Case { records: 100_000, per_mille: 100 },
    Case { records: 100_000, per_mille: 500 },
];

/// Four common and four rare partner places together.
#[divan::bench(types = [Plain, Roaring, Hybrid], args = SIZES)]
fn union<S: Set>(bencher: Bencher<'_, '_>, records: usize) {
    let Columns { len, places, .. } = columns(records);
    let rare = places.len() / 2;
    let picked = places.iter().take(4).chain(places.iter().skip(rare).take(4));
    let sets: Vec<S> = picked.map(|list| S::new(list, *len)).collect();
    bencher.bench_local(|| S::union(black_box(&sets), *len));
}

/// A form, a country and a theme narrow each other.
#[divan::bench(types = [Plain, Roaring, Hybrid], args = SIZES)]
fn intersection<S: Set>(bencher: Bencher<'_, '_>, records: usize) {
    let Columns { len, narrowing, .. } = columns(records);
    let sets: Vec<S> = narrowing.iter().map(|list| S::new(list, *len)).collect();
    bencher.bench_local(|| S::intersection(black_box(&sets), *len));
}

/// Every value of every facet against the hits.
#[divan::bench(types = [Vec<Plain>, Vec<Roaring>, Vec<Hybrid>, ByRecord], args = CASES, max_time = 2)]
fn count<C: Counter>(bencher: Bencher<'_, '_>, case: Case) {
    let Columns { len, all, .. } = columns(case.records);
    let counter = C::new(all, *len);
    let hits = C::hits(&columns::hits(*len, case.per_mille), *len);
    bencher.bench_local(|| counter.count(black_box(&hits)));
}
