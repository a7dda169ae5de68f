//! `cargo xtask budget`: what a visitor downloads, raw and compressed, against the bars of `docs/quality.md`.

use std::fs;
use std::path::Path;

use xtask::{Context, Error, Result, workspace};

use crate::process;

/// Node's brotli at its best, as the published twins are made: prints two numbers for each file.
const MEASURE: &str = "\
const {readFileSync} = require('node:fs');
const {brotliCompressSync, constants: c} = require('node:zlib');
for (const file of process.argv.slice(1)) {
  const raw = readFileSync(file);
  const params = {[c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_SIZE_HINT]: raw.length};
  console.log(raw.length, brotliCompressSync(raw, {params}).length);
}";

/// Files below `dist/` that the start page loads besides what is in `assets/`.
const ENTRY_POINTS: [&str; 3] = ["index.html", "embed.js", "page.js"];

/// A file and its sizes in bytes.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
    file: String,
    raw: u64,
    brotli: u64,
}

/// A limit on some of the files, in bytes of brotli. Where the product is not yet where it should
/// be, the limit keeps it from growing worse, and the distance to the goal is printed each time.
struct Budget {
    name: &'static str,
    limit: u64,
    goal: u64,
    counts: fn(&str) -> bool,
}

const BUDGETS: [Budget; 4] = [
    Budget {
        name: "to read (page and style)",
        limit: 30_000,
        goal: 30_000,
        counts: |f| f == "index.html" || f.ends_with(".css"),
    },
    Budget { name: "loader", limit: 3_000, goal: 3_000, counts: |f| f == "embed.js" },
    Budget {
        name: "until interactive",
        limit: 353_000,
        goal: 160_000,
        counts: |f| !is_finer_map(f),
    },
    Budget { name: "on zooming in", limit: 30_000, goal: 30_000, counts: is_finer_map },
];

/// The base map's finer level, which only those fetch who zoom in.
fn is_finer_map(file: &str) -> bool {
    file.starts_with("assets/basemap-")
}

/// Prints the figures of `dist/`; a broken budget is an error.
pub(crate) fn run() -> Result<()> {
    let weights = weigh(&workspace::dist())?;
    println!("{:<44} {:>9} {:>9}", "file", "bytes", "brotli");
    for Weight { file, raw, brotli } in &weights {
        println!("{file:<44} {raw:>9} {brotli:>9}");
    }
    let raw: u64 = weights.iter().map(|weight| weight.raw).sum();
    println!("{:<44} {raw:>9} {:>9}\n", "sum", total(&weights, |_| true));
    let mut broken = Vec::new();
    for budget in &BUDGETS {
        let used = total(&weights, budget.counts);
        println!("{:<44} {used:>9} of {} brotli", budget.name, budget.limit);
        if used > budget.goal {
            println!("{:<44} {:>9} over the goal of {}", "", used - budget.goal, budget.goal);
        }
        if used > budget.limit {
            broken.push(format!("{} is {} bytes over", budget.name, used - budget.limit));
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(Error::new(format!("budget broken: {}", broken.join(", "))))
    }
}

fn total(weights: &[Weight], counts: fn(&str) -> bool) -> u64 {
    weights.iter().filter(|weight| counts(&weight.file)).map(|weight| weight.brotli).sum()
}

fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let files = loaded_files(dist)?;
    let mut node = process::program("node", &["-e", MEASURE]);
    node.args(&files).current_dir(dist);
    let figures = process::capture(&mut node)?;
    let weights = figures.lines().zip(files).map(|(line, file)| read_figures(line, file));
    weights.collect::<Option<_>>().context("node's figures cannot be read")
}

fn read_figures(line: &str, file: String) -> Option<Weight> {
    let (raw, brotli) = line.split_once(' ')?;
    Some(Weight { file, raw: raw.parse().ok()?, brotli: brotli.parse().ok()? })
}

fn loaded_files(dist: &Path) -> Result<Vec<String>> {
    let folder = dist.join("assets");
    let entries = fs::read_dir(&folder)
        .context(format!("{}: nothing is built yet, run `cargo xtask build`", folder.display()))?;
    let mut assets: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"))
        .map(|name| format!("assets/{name}"))
        .collect();
    assets.sort();
    Ok(ENTRY_POINTS.iter().map(ToString::to_string).chain(assets).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_two_numbers() {
        let weight = Weight { file: "a".to_owned(), raw: 12, brotli: 3 };
        assert_eq!(read_figures("12 3", "a".to_owned()), Some(weight));
        assert_eq!(read_figures("12", "a".to_owned()), None);
    }

    #[test]
    fn each_budget_counts_its_own_files() {
        let weights: Vec<Weight> = [
            "index.html",
            "assets/page-1.css",
            "embed.js",
            "assets/a.wasm",
            "assets/basemap-1.txt",
        ]
        .iter()
        .map(|file| Weight { file: (*file).to_owned(), raw: 9, brotli: 1 })
        .collect();
        let sums: Vec<u64> = BUDGETS.iter().map(|budget| total(&weights, budget.counts)).collect();
        assert_eq!(sums, [2, 1, 4, 1]);
    }
}
