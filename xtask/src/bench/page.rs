//! The page in a browser: builds what is measured, then lets the runner drive it.

use std::fs;

use xtask::{Context, Error, Result, workspace};

use super::folder;
use super::wasm::{self, Names};
use crate::process;

/// How many records the catalogues have unless the command says so.
const SIZES: [&str; 3] = ["1000", "10000", "100000"];

/// The files of the test page.
const FILES: [&str; 4] = ["index.html", "page.js", "measure.js", "act.js"];

/// Builds and measures; options go to the runner (`benches/src/bin/page.rs`).
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let trace = arguments.iter().any(|argument| argument == "--trace");
    let (sizes, options): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|word| word.parse::<u32>().is_ok());
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    for size in &sizes {
        provide(size)?;
    }
    // Two folders, as the two programs are not the same.
    let (folder_name, names) =
        if trace { ("page-traced", Names::Kept) } else { ("page", Names::Dropped) };
    let page = folder(folder_name);
    wasm::build(&page, names)?;
    for file in FILES {
        let from = workspace::path("benches/page").join(file);
        fs::copy(&from, page.join(file)).context(from.display())?;
    }
    let mut runner = process::cargo(&[
        "run",
        "--quiet",
        "--package",
        "partneratlas-benches",
        "--features",
        "page",
        "--bin",
        "page",
        "--",
    ]);
    process::run(runner.args(sizes).args(options))
}

/// Sees to it that the catalogue of a size is there.
fn provide(size: &str) -> Result<()> {
    let file = folder(&format!("catalogue-{size}.json"));
    if file.is_file() {
        return Ok(());
    }
    Err(Error::new(format!("{} is missing: `cargo xtask synth {size}` writes it", file.display())))
}
