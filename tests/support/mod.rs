//! What the host tests share: the real catalogue, and a day that never changes.
#![allow(
    clippy::expect_used,
    dead_code,
    reason = "a test ends where its ground is missing, and each uses a part of this"
)]

use partneratlas::catalogue::{Catalogue, Day, RecordIx};
use partneratlas::embedded;
use partneratlas::query::{Engine, Query};

/// The day of the contract's checked facts.
pub(crate) fn today() -> Day {
    Day::new(2026, 11, 21)
}

pub(crate) fn catalogue() -> Catalogue {
    embedded::catalogue().expect("build.rs checked it")
}

/// The ids of the records that answer a question, in order.
pub(crate) fn ids(catalogue: &Catalogue, query: &Query) -> Vec<String> {
    let results = Engine::new(catalogue, today()).run(query);
    results.hits.iter().map(|record| id(catalogue, *record)).collect()
}

pub(crate) fn id(catalogue: &Catalogue, record: RecordIx) -> String {
    catalogue.record(record).expect("an index of this catalogue").id.to_string()
}
