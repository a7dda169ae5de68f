//! The faults of some files, gathered while they are read and checked.

use std::collections::BTreeSet;

use super::finding::{Finding, Path, Step};
use super::read::Parsed;

/// How long a fault's own words may be: they may repeat what a hostile file says.
const MAX_WORDS: usize = 500;

/// What is wrong, told as far as a limit goes, and the parts that it is wrong with.
#[derive(Debug, Default)]
pub struct Faults {
    told: Vec<Finding>,
    untold: usize,
    limit: Option<usize>,
    at: BTreeSet<Spot>,
}

/// An element: the numbers of its file and of its section there, and its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) file: usize,
    pub(super) section: usize,
    pub(super) index: usize,
}

impl Faults {
    /// At most so many are told; the others are counted.
    #[must_use]
    pub fn up_to(limit: usize) -> Self {
        Self { limit: Some(limit), ..Self::default() }
    }

    /// Notes a fault.
    pub(super) fn push(&mut self, parsed: &Parsed<'_>, field: &Path, mend: &str) {
        self.at.extend(parsed.spot(field));
        if self.is_full() {
            self.untold += 1;
            return;
        }
        let (line, text) = parsed.outline.locate(field);
        let is_scalar = !text.starts_with(['{', '[']);
        let value = if is_scalar { text.chars().take(60).collect() } else { String::new() };
        let mend = mend.chars().take(MAX_WORDS).collect();
        let file = parsed.file.name.clone();
        self.add(Finding { file, line, field: field.clone(), value, mend });
    }

    /// Notes a fault of a whole file.
    pub(super) fn add(&mut self, finding: Finding) {
        if self.is_full() {
            self.untold += 1;
        } else {
            self.told.push(finding);
        }
    }

    /// Whether no more is told.
    pub(super) fn is_full(&self) -> bool {
        self.limit.is_some_and(|limit| self.told.len() >= limit)
    }

    /// What was told since there were `before`.
    pub(super) fn since(&self, before: usize) -> &[Finding] {
        self.told.get(before..).unwrap_or_default()
    }

    /// How many faults there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.told.len() + self.untold
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether an element has a fault.
    pub(super) fn has(&self, spot: Spot) -> bool {
        self.at.contains(&spot)
    }

    /// How many elements have one.
    pub(super) fn elements(&self) -> usize {
        self.at.len()
    }

    /// What was told, in the order of files and lines, and how many faults were not.
    #[must_use]
    pub fn into_told(mut self) -> (Vec<Finding>, usize) {
        self.told.sort_by(|a, b| (&a.file, a.line, &a.field).cmp(&(&b.file, b.line, &b.field)));
        self.told.dedup();
        (self.told, self.untold)
    }
}

impl Parsed<'_> {
    /// The element that a path leads to or into.
    fn spot(&self, path: &Path) -> Option<Spot> {
        let [Step::Field(name), Step::Index(index), ..] = path.0.as_slice() else { return None };
        Some(Spot { file: self.number, section: self.outline.member(name)?, index: *index })
    }
}
