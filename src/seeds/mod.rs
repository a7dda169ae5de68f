//! Reading catalogue files with every fault named at once: file, line, field, value and mend.
//!
//! Three steps, each a file of its own: [`read()`] turns texts into documents and survives faults,
//! [`merge()`] makes one catalogue of them, [`check()`] looks at what ties the parts together.
//! `build.rs` compiles this module too; the browser's checker will.

mod check;
mod finding;
mod known;
mod locate;
mod merge;
mod read;

use crate::catalogue::Document;

pub use finding::{Finding, Path, Step};
pub use merge::merge;
pub use read::{File, Parsed, read};

/// The whole way from files to one catalogue: what could be read, and every finding.
///
/// The catalogue is complete only if there are no findings. Files may point to what `elsewhere`
/// gives: a publisher's file alone is checked against the vocabularies that it will be merged with.
#[must_use]
pub fn load(files: &[File], elsewhere: Option<&Document>) -> (Document, Vec<Finding>) {
    let mut findings = Vec::new();
    let parsed: Vec<Parsed<'_>> = files.iter().map(|file| read(file, &mut findings)).collect();
    check::check(&parsed, elsewhere, &mut findings);
    findings.sort_by(|a, b| (&a.file, a.line, &a.field).cmp(&(&b.file, b.line, &b.field)));
    findings.dedup();
    (merge(parsed.into_iter().map(|parsed| parsed.document)), findings)
}
