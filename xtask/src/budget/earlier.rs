//! The weights of the last commit on main, which tell what a change costs.

use std::fs;

use xtask::{Context, Result, workspace};

use super::Part;
use crate::process;

/// Where each commit says what it weighs.
const RECORD: &str = "docs/weight.tsv";
const HEAD: &str = "part\tbytes\tbrotli";

/// What the last commit on main says; where there is no such branch, the last commit. Nothing if that has no
/// record.
pub(super) fn parts() -> Option<Vec<Part>> {
    let show = |commit: &str| {
        process::capture(&mut process::program("git", &["show", &format!("{commit}:{RECORD}")]))
    };
    let text = ["main", "origin/main", "HEAD"].iter().find_map(|commit| show(commit).ok())?;
    text.lines().skip(1).map(read).collect()
}

fn read(line: &str) -> Option<Part> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next();
    Some(Part {
        name: cell()?.to_owned(),
        raw: cell()?.parse().ok()?,
        brotli: cell()?.parse().ok()?,
    })
}

/// Writes the record anew.
pub(super) fn record(parts: &[Part]) -> Result<()> {
    let lines = parts.iter().map(|Part { name, raw, brotli }| format!("{name}\t{raw}\t{brotli}"));
    let lines: Vec<String> = std::iter::once(HEAD.to_owned()).chain(lines).collect();
    fs::write(workspace::path(RECORD), lines.join("\n") + "\n").context(RECORD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_as_it_is_written() {
        let part = Part { name: "  code".to_owned(), raw: 12, brotli: 3 };
        assert_eq!(read("  code\t12\t3"), Some(part));
        assert_eq!(read("code\t12"), None);
    }
}
