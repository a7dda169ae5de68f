//! Free text: words of the records, and how words of the question meet them.

mod field;
mod fold;
mod gather;
mod lexicon;
mod marks;
mod memory;
mod scan;
mod slip;
mod sources;
mod term;
mod words;

#[cfg(feature = "reader")]
pub(crate) use fold::fold;
pub(crate) use fold::initial;
pub(super) use gather::Gathering;
pub use marks::Wanted;
pub use memory::Memory;
pub(super) use sources::Vocabulary;
pub use term::Matching;
pub(super) use term::Words;
