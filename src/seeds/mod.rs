//! Reading catalogue files with every fault named at once: file, line, field, value and mend.
//!
//! Three steps, each a file of its own: [`read()`] turns texts into documents and survives faults,
//! [`merge()`] makes one catalogue of them, [`Checking`] looks at what ties the parts together. The first
//! and the last can be taken a little at a time, for the browser, whose page must stay alive meanwhile.
//! `build.rs` compiles this module too.

mod check;
mod faults;
mod finding;
mod known;
mod merge;
mod outline;
mod read;

use crate::catalogue::Document;

pub use check::Checking;
pub use faults::Faults;
pub use finding::{Finding, Path, Step};
pub use merge::merge;
pub use read::{File, Parsed, Reading, read};

/// The whole way from files to one catalogue: what could be read, and every finding.
///
/// The catalogue is complete only if there are no findings. Files may point to what `elsewhere`
/// gives: a publisher's file alone is checked against the vocabularies that it will be merged with.
#[must_use]
pub fn load(files: &[File], elsewhere: Option<&Document>) -> (Document, Vec<Finding>) {
    let mut faults = Faults::default();
    let parsed = files.iter().zip(0..).map(|(file, number)| read(number, file, &mut faults));
    let parsed: Vec<Parsed<'_>> = parsed.collect();
    let mut checking = Checking::new(&parsed, elsewhere, &[], true, &mut faults);
    while checking.step(&mut faults) {}
    (merge(parsed.into_iter().map(|parsed| parsed.document)), faults.into_told().0)
}
