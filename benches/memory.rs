//! How much memory a catalogue and its index hold once they are made.
//!
//! A program of its own, since counting slows every allocation down.
#![expect(clippy::print_stdout, reason = "the figures go to the terminal")]

use std::alloc::System;

use partneratlas_benches::asked::{Index, SIZES, catalogue};
use partneratlas_benches::synth;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    println!("{:>8} {:>14} {:>14} {:>12}", "records", "catalogue, kB", "index, kB", "bytes each");
    for records in SIZES {
        let region = Region::new(ALLOCATOR);
        let catalogue = catalogue(synth::catalogue(records));
        let whole = live(&region);
        let region = Region::new(ALLOCATOR);
        let index = Index::build(&catalogue);
        let held = live(&region);
        drop(index);
        let (whole, each) = (whole / 1000, held / records);
        println!("{records:>8} {whole:>14} {:>14} {each:>12}", held / 1000);
    }
}

/// The bytes that were asked for since the region began and are not given back.
fn live(region: &Region<'_, System>) -> usize {
    let change = region.change();
    change.bytes_allocated.saturating_sub(change.bytes_deallocated)
}
