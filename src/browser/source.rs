//! Catalogues that arrive at run time: put in order and indexed a little at a time, so that the
//! page stays alive meanwhile.

use super::collator;
use super::pause::pause;
use crate::catalogue::{Catalogue, Day, Document};
use crate::query::{Builder, Engine};

/// How many records are indexed between two turns of the page: about ten milliseconds' work.
const SLICE: usize = 1000;

/// The catalogue of a document, its names in the browser's Swedish order.
pub(super) async fn catalogue(document: Document) -> Catalogue {
    let alphabet = collator::alphabet(&document).await;
    Catalogue::new(document, alphabet)
}

/// The index of a catalogue on `today`.
pub(super) async fn engine(catalogue: &Catalogue, today: Day) -> Engine {
    let mut builder = Builder::new(catalogue, today);
    while builder.take(SLICE) {
        pause().await;
    }
    builder.finish()
}
