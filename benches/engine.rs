//! The engine on the host: how fast an index is built, and what visitors do with it.
#![expect(clippy::indexing_slicing, reason = "a size that is not in the list is a mistake")]

use std::sync::OnceLock;

use divan::Bencher;
use divan::counter::ItemsCount;
use partneratlas::catalogue::RecordIx;
use partneratlas_benches::asked::{DEEDS, Deed, Index, SIZES, catalogue};
use partneratlas_benches::synth;

fn main() {
    divan::main();
}

/// The index of `N` records, made once.
fn index<const N: usize>() -> &'static Index {
    static INDICES: [OnceLock<Index>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let position = SIZES.iter().take_while(|size| **size != N).count();
    INDICES[position].get_or_init(|| Index::build(&catalogue(synth::catalogue(N))))
}

#[divan::bench(args = SIZES, sample_count = 10, max_time = 10)]
fn build(bencher: Bencher<'_, '_>, records: usize) {
    let catalogue = catalogue(synth::catalogue(records));
    bencher.counter(ItemsCount::new(records)).bench_local(|| Index::build(&catalogue));
}

#[divan::bench(consts = SIZES, args = &DEEDS, sample_count = 25, max_time = 1)]
fn ask<const N: usize>(bencher: Bencher<'_, '_>, deed: &Deed) {
    let index = index::<N>();
    bencher.bench_local(|| index.answer(deed));
}

#[divan::bench(consts = SIZES, sample_count = 25, max_time = 1)]
fn first_page<const N: usize>(bencher: Bencher<'_, '_>) {
    let index = index::<N>();
    bencher.bench_local(|| -> Vec<RecordIx> { index.first_page() });
}
