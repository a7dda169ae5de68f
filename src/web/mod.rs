//! What more than one of the programs says to the browser.

mod address;
#[cfg(any(feature = "bench", feature = "reader"))]
pub(crate) mod collator;
#[cfg(any(feature = "bench", feature = "reader"))]
mod pause;

pub(crate) use address::in_document;
#[cfg(any(feature = "bench", feature = "reader"))]
pub(crate) use pause::pause;
