//! The columns of synthetic catalogues, and the memory that they take in each form.

use std::alloc::System;
use std::sync::OnceLock;

use partneratlas::query::Facet;
use partneratlas_benches::asked::{Index, catalogue};
use partneratlas_benches::random::Random;
use partneratlas_benches::synth;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use super::sets::{ByRecord, Counter, Hybrid, Plain, Roaring};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Sorted lists of records.
pub(crate) struct Columns {
    /// How many records there are.
    pub(crate) len: usize,
    /// Every value of every facet.
    pub(crate) all: Vec<Vec<u32>>,
    /// Partner places, the common ones first.
    pub(crate) places: Vec<Vec<u32>>,
    /// The most common form, country and theme.
    pub(crate) narrowing: Vec<Vec<u32>>,
}

/// The columns of a catalogue of 10 000 or of 100 000 records, made once.
pub(crate) fn columns(records: usize) -> &'static Columns {
    static SMALL: OnceLock<Columns> = OnceLock::new();
    static LARGE: OnceLock<Columns> = OnceLock::new();
    let made = if records > 10_000 { &LARGE } else { &SMALL };
    made.get_or_init(|| {
        let catalogue = catalogue(synth::catalogue(records));
        let mut facets = Index::build(&catalogue).postings();
        let all = facets.concat();
        facets.iter_mut().for_each(|values| values.sort_by_key(|list| usize::MAX - list.len()));
        let of = |facet: Facet| facets.get(facet.position()).cloned().unwrap_or_default();
        let narrowing = [Facet::Form, Facet::Country, Facet::Theme];
        Columns {
            len: records,
            places: of(Facet::Place),
            narrowing: narrowing
                .into_iter()
                .filter_map(|facet| of(facet).into_iter().next())
                .collect(),
            all,
        }
    })
}

/// So many of a thousand records, by chance.
pub(crate) fn hits(len: usize, per_mille: u64) -> Vec<u32> {
    let mut random = Random::new(per_mille);
    (0..).take(len).filter(|_| random.chance(per_mille)).collect()
}

/// One line a size: the bytes of all values' sets in each form.
pub(crate) fn print_memory() {
    println!("memory of all postings, kB");
    for records in [10_000, 100_000] {
        let Columns { len, all, .. } = columns(records);
        println!(
            "{records:>8} records, {} values, {} entries: bitmaps {}, roaring {}, hybrid {}, by record {}",
            all.len(),
            all.iter().map(Vec::len).sum::<usize>(),
            held::<Vec<Plain>>(all, *len) / 1000,
            held::<Vec<Roaring>>(all, *len) / 1000,
            held::<Vec<Hybrid>>(all, *len) / 1000,
            held::<ByRecord>(all, *len) / 1000,
        );
    }
}

fn held<C: Counter>(all: &[Vec<u32>], len: usize) -> usize {
    let region = Region::new(ALLOCATOR);
    let counter = C::new(all, len);
    let change = region.change();
    drop(counter);
    change.bytes_allocated.saturating_sub(change.bytes_deallocated)
}
