//! Making the index of a catalogue of any size a little at a time, so that the page stays alive meanwhile.

use crate::catalogue::{Catalogue, Day};
use crate::query::{Builder, Engine};

/// How many records are indexed between two turns of the page: about ten milliseconds' work.
const SLICE: usize = 1000;

/// The index of a catalogue on `today`; `pause` lets the page have its turn.
pub(super) async fn engine(catalogue: &Catalogue, today: Day, pause: impl AsyncFn()) -> Engine {
    let mut builder = Builder::new(catalogue, today);
    while builder.take(SLICE) {
        pause().await;
    }
    builder.finish()
}
