//! `cargo xtask synth N`: a synthetic catalogue of N records for benchmarks.

use std::fs;
use std::path::PathBuf;

use xtask::{Context, Error, Result, workspace};

use crate::process;

/// Writes `target/bench/catalogue-N.json` and tells its size.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let [count] = arguments else {
        return Err(Error::new("say how many records: cargo xtask synth 10000"));
    };
    let count =
        count.parse().map_err(|_| Error::new(format!("{count} is no number of records")))?;
    let file = catalogue(count)?;
    let bytes = fs::metadata(&file).context(file.display())?.len();
    let shown = file.strip_prefix(workspace::root()).unwrap_or(&file);
    println!("{}: {count} records, {} kB", shown.display(), bytes.div_ceil(1000));
    Ok(())
}

/// Writes the catalogue of `count` records and returns where it is.
pub(crate) fn catalogue(count: usize) -> Result<PathBuf> {
    let folder = workspace::path("target/bench");
    fs::create_dir_all(&folder).context(folder.display())?;
    let file = folder.join(format!("catalogue-{count}.json"));
    // Written in a moment, so that a file of an older generator never stays.
    let generator = ["run", "--quiet", "--release", "-p", "partneratlas-benches", "--bin", "synth"];
    process::run(process::cargo(&generator).arg("--").arg(count.to_string()).arg(&file))?;
    Ok(file)
}
