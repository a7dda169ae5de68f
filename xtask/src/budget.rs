//! `cargo xtask budget`: what a visitor downloads, raw and compressed, against the bars of `docs/quality.md`, and
//! what has changed since the last commit on main.

mod earlier;
mod loaded;
mod program;

use std::fs;
use std::path::Path;

use xtask::{Context, Error, Result, workspace};

use crate::compress;
use loaded::Loaded;

/// A file, or a part of one (then its name is indented), and its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    name: String,
    raw: u64,
    brotli: u64,
}

/// A limit in bytes of brotli. Where the product is not yet where it should be, the limit keeps it from growing
/// worse, and the distance to the goal is printed each time.
struct Budget {
    name: &'static str,
    limit: u64,
    goal: u64,
    used: fn(&Weights) -> u64,
}

const BUDGETS: [Budget; 6] = [
    Budget {
        name: "to read the start page",
        limit: 30_000,
        goal: 30_000,
        used: |weights| weights.sum(|name| name == START || name.ends_with(".css")),
    },
    Budget {
        name: "to read the heaviest page",
        limit: 30_000,
        goal: 30_000,
        used: |weights| weights.heaviest.1 + weights.sum(|name| name.ends_with(".css")),
    },
    Budget {
        name: "loader",
        limit: 3_000,
        goal: 3_000,
        used: |weights| weights.sum(|name| name == "embed.js"),
    },
    Budget {
        name: "until interactive",
        limit: 368_000,
        goal: 160_000,
        used: |weights| weights.sum(|name| name != FINER_MAP),
    },
    Budget {
        name: "of that, the offer of a copy",
        limit: 2_500,
        goal: 2_500,
        used: |weights| weights.sum(|name| name == "offline.js"),
    },
    Budget {
        name: "on zooming in",
        limit: 30_000,
        goal: 30_000,
        used: |weights| weights.sum(|name| name == FINER_MAP),
    },
];

const START: &str = "index.html";
/// The base map's finer level, which only those fetch who zoom in.
const FINER_MAP: &str = "basemap.txt";
/// The option that writes the figures down for the next commits.
const RECORD: &str = "--record";

/// What was weighed.
struct Weights {
    parts: Vec<Part>,
    /// The page that is the largest to download, and its brotli.
    heaviest: (String, u64),
}

impl Weights {
    /// The brotli of files; their parts are within.
    fn sum(&self, counts: impl Fn(&str) -> bool) -> u64 {
        let files = self.parts.iter().filter(|part| !part.name.starts_with(' '));
        files.filter(|part| counts(&part.name)).map(|part| part.brotli).sum()
    }
}

/// Prints the figures of `dist/`; a broken budget is an error.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let weights = weigh(&workspace::dist())?;
    print_table(&weights.parts, earlier::parts().as_deref());
    println!("\nthe heaviest page is {}", weights.heaviest.0);
    if arguments.iter().any(|argument| argument == RECORD) {
        earlier::record(&weights.parts)?;
    }
    let mut broken = Vec::new();
    for budget in &BUDGETS {
        let used = (budget.used)(&weights);
        println!("{:<34} {used:>9} of {} brotli", budget.name, budget.limit);
        if used > budget.goal {
            println!("{:<34} {:>9} over the goal of {}", "", used - budget.goal, budget.goal);
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

fn print_table(parts: &[Part], earlier: Option<&[Part]>) {
    let change = if earlier.is_some() { "since main" } else { "no earlier figures" };
    println!("{:<34} {:>9} {:>9}  {change}", "part", "bytes", "brotli");
    for Part { name, raw, brotli } in parts {
        let before = earlier.and_then(|parts| parts.iter().find(|part| part.name == *name));
        let change = match (before, earlier) {
            (Some(before), _) => match i128::from(*brotli) - i128::from(before.brotli) {
                0 => "=".to_owned(),
                change => format!("{change:+}"),
            },
            (None, Some(_)) => "new".to_owned(),
            (None, None) => String::new(),
        };
        println!("{name:<34} {raw:>9} {brotli:>9}  {change}");
    }
    for gone in earlier.unwrap_or_default() {
        if !parts.iter().any(|part| part.name == gone.name) {
            println!("{:<34} {:>9} {:>9}  gone", gone.name, 0, 0);
        }
    }
}

fn weigh(dist: &Path) -> Result<Weights> {
    let mut files = loaded::by_page(dist)?;
    files.extend(loaded::by_loader(dist)?);
    files.push(loaded::finer_map()?);
    let mut parts = Vec::new();
    for (file, brotli) in files.iter().zip(brotli(dist, &files)?) {
        let raw = fs::metadata(dist.join(&file.path)).context(&file.path)?.len();
        parts.push(Part { name: file.name.clone(), raw, brotli });
        if file.path.ends_with(".wasm") {
            parts.extend(program::parts(&dist.join(&file.path), dist)?);
        }
    }
    let pages = loaded::pages(dist)?;
    let sizes = brotli(dist, &pages)?.into_iter();
    let heaviest = pages.into_iter().map(|page| page.path).zip(sizes).max_by_key(|page| page.1);
    Ok(Weights { parts, heaviest: heaviest.context("dist/ has no pages")? })
}

fn brotli(dist: &Path, files: &[Loaded]) -> Result<Vec<u64>> {
    let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    compress::brotli_sizes(dist, &paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_budget_counts_its_own_files() {
        let names =
            ["index.html", "page.css", "embed.js", "p.wasm", "  code", "offline.js", FINER_MAP];
        let part = |name: &&str| Part { name: (*name).to_owned(), raw: 9, brotli: 1 };
        let weights = Weights {
            parts: names.iter().map(part).collect(),
            heaviest: ("projekt/x/index.html".to_owned(), 7),
        };
        let sums: Vec<u64> = BUDGETS.iter().map(|budget| (budget.used)(&weights)).collect();
        assert_eq!(sums, [2, 8, 1, 5, 1, 1]);
    }
}
