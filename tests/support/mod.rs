//! What the host tests share: the real catalogue, and a day that never changes.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    reason = "a test ends where its ground is missing, and each uses a part of this"
)]

#[path = "../../src/collation.rs"]
mod collation;
pub(crate) mod marks;

use std::sync::LazyLock;

use partneratlas::catalogue::{Alphabet, Catalogue, Day, Document, Lang, RecordIx};
use partneratlas::embedded;
use partneratlas::query::{Engine, Memory, Query, Results};
use partneratlas::timeline::Terms;

/// The day of the contract's checked facts.
pub(crate) fn today() -> Day {
    Day::new(2026, 11, 21)
}

/// The embedded catalogue, read once.
pub(crate) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> =
        LazyLock::new(|| embedded::catalogue().expect("build.rs checked it"));
    &CATALOGUE
}

/// A catalogue of another document, in the order in which the build puts the embedded one.
pub(crate) fn catalogue_of(document: Document) -> Catalogue {
    let compare = collation::swedish().expect("ICU4X knows Swedish");
    let alphabet = Alphabet::sorted_by(&document, compare);
    Catalogue::new(document, alphabet)
}

/// The index of [`catalogue`] on [`today`], made once.
pub(crate) fn engine() -> &'static Engine {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(catalogue(), today()));
    &ENGINE
}

/// The times of [`catalogue`] on [`today`].
pub(crate) fn terms() -> &'static Terms {
    static TERMS: LazyLock<Terms> = LazyLock::new(|| Terms::new(catalogue(), today()));
    &TERMS
}

/// The answer to a question, asked of an engine that remembers nothing.
pub(crate) fn run(query: &Query) -> Results {
    engine().run(query, Lang::Sv, &mut Memory::default())
}

/// All records that answer a question, in order.
pub(crate) fn hits(query: &Query) -> Vec<RecordIx> {
    engine().page(&run(query), 0..usize::MAX)
}

/// The ids of the records that answer a question, in order.
pub(crate) fn ids(query: &Query) -> Vec<String> {
    hits(query).into_iter().map(|record| id(catalogue(), record)).collect()
}

pub(crate) fn id(catalogue: &Catalogue, record: RecordIx) -> String {
    catalogue.record(record).expect("an index of this catalogue").id.to_string()
}
