//! The peers' own benchmark, which is no part of this repository: a copy of it with our adapters, and the
//! engine beside other libraries in it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::{Context, Error, Result, workspace};

use super::folder;
use super::wasm::{self, Names};
use crate::process;

/// Says where the benchmark is.
const VARIABLE: &str = "PEERS";

/// Where it is otherwise, seen from the repository's top folder.
const USUAL: &str = "../shared/bench/peers";

/// What is measured unless the command says so.
const SIZES: &str = "1000,10000";
const ENGINES: &str = "product,product-forgiving,typed,flexsearch,plain";

/// What it makes itself, and is not copied.
const MADE: [&str; 3] = ["node_modules", "data", "dist"];

/// Our files in `benches/peers`, and where they belong in a copy of the benchmark.
const ADAPTERS: [(&str, &str); 8] = [
    ("adapter.js", "filter/product.js"),
    ("product.js", "filter/engines/product.js"),
    ("product-forgiving.js", "filter/engines/product-forgiving.js"),
    ("draw.js", "render/draw.js"),
    ("product-timeline.js", "render/product-timeline.js"),
    ("product-page.js", "render/product-page.js"),
    ("product-map.js", "render/product-map.js"),
    ("product-map-page.js", "render/product-map-page.js"),
];

/// Measures the engines, both given as lists with commas.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let argument = |position: usize, usual| arguments.get(position).map_or(usual, String::as_str);
    let bench = provide()?;
    let product = folder("peers-product");
    wasm::build(&product, Names::Dropped)?;
    let (sizes, engines) = (argument(0, SIZES), argument(1, ENGINES));
    let mut node = process::program("node", &["run.mjs", "filter", sizes, engines]);
    process::run(node.env("PRODUCT", &product).current_dir(&bench))?;
    println!("{}", bench.join("data/RESULTS.md").display());
    Ok(())
}

/// Copies the benchmark anew, with our adapters and with what it needs; returns the copy.
pub(super) fn provide() -> Result<PathBuf> {
    let bench = folder("peers");
    copy(&find()?, &bench)?;
    for (ours, theirs) in ADAPTERS {
        copy_file(&workspace::path("benches/peers").join(ours), &bench.join(theirs))?;
    }
    if !bench.join("node_modules").is_dir() {
        let mut install = process::program("npm", &["install", "--no-audit", "--no-fund"]);
        process::run(install.current_dir(&bench))?;
    }
    Ok(bench)
}

/// The folder of the benchmark.
fn find() -> Result<PathBuf> {
    let named = env::var_os(VARIABLE).filter(|value| !value.is_empty());
    let folder = named.map_or_else(|| workspace::path(USUAL), PathBuf::from);
    if folder.join("run.mjs").is_file() {
        return Ok(folder);
    }
    println!("The peers are skipped: their benchmark is not part of this repository.");
    Err(Error::new(format!(
        "there is no benchmark of the peers in {}; {VARIABLE} names another folder",
        folder.display()
    )))
}

/// Copies a folder into one that may be there already.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).context(to.display())?;
    for entry in fs::read_dir(from).context(from.display())? {
        let entry = entry.context(from.display())?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if !source.is_dir() {
            copy_file(&source, &target)?;
        } else if !MADE.iter().any(|made| entry.file_name() == *made) {
            copy(&source, &target)?;
        }
    }
    Ok(())
}

/// Writes a file anew: a copy of one that must not be written could not be written either.
fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let content = fs::read(from).context(from.display())?;
    fs::write(to, content).context(to.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_adapter_is_there() {
        for (ours, _) in ADAPTERS {
            assert!(workspace::path("benches/peers").join(ours).is_file(), "{ours}");
        }
    }
}
