//! Checks and merges `seeds/` before anything else is compiled, so that no command can make a
//! program with wrong facts in it: every fault is told at once, and the build stops.
//!
//! A build script cannot use its own crate. It compiles the modules that it needs instead; their
//! paths (`crate::catalogue`) are the same there and here.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the build needs only a part of the core"
)]
#[path = "src/atlas/mod.rs"]
mod atlas;
#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the build needs only a part of the core"
)]
#[path = "src/catalogue/mod.rs"]
mod catalogue;
#[path = "src/collation.rs"]
mod collation;
#[expect(unreachable_pub, reason = "the build needs only a part of the core")]
#[path = "src/decimal.rs"]
mod decimal;
#[path = "xtask/src/hashed.rs"]
mod hashed;
#[expect(unreachable_pub, reason = "the core offers it to its tests")]
#[path = "src/json.rs"]
mod json;
#[expect(unreachable_pub, reason = "the build needs only a part of the core")]
#[path = "src/ranked.rs"]
mod ranked;
#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the build needs only a part of the core"
)]
#[path = "src/seeds/mod.rs"]
mod seeds;
#[path = "xtask/src/sheet.rs"]
mod sheet;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=src/atlas");
    println!("cargo::rerun-if-changed=src/catalogue");
    println!("cargo::rerun-if-changed=src/collation.rs");
    println!("cargo::rerun-if-changed=src/decimal.rs");
    println!("cargo::rerun-if-changed=src/json.rs");
    println!("cargo::rerun-if-changed=src/ranked.rs");
    println!("cargo::rerun-if-changed=src/seeds");
    println!("cargo::rerun-if-changed=style");
    println!("cargo::rerun-if-changed=xtask/src/hashed.rs");
    println!("cargo::rerun-if-changed=xtask/src/sheet.rs");
    // Beside the Wasm, under the name that `cargo xtask finish` gives it.
    let detail = hashed::hashed_name("basemap.txt", &fs::read("seeds/basemap/detail.txt")?);
    println!("cargo::rustc-env=BASEMAP_DETAIL={detail}");
    // The schema is derived from the types of the program, not from their copy in this script,
    // which would need schemars too: a cfg tells them apart, a feature would not.
    if env::var_os("CARGO_FEATURE_TOOL").is_some() {
        println!("cargo::rustc-cfg=schema");
    }
    let (document, findings) = seeds::load(&seed_files(Path::new("seeds"))?, None);
    for finding in &findings {
        println!("cargo::error={finding}");
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(target.join("sheet.css"), sheet::sheet(Path::new("style"))?)?;
    if findings.is_empty() {
        let text = serde_json::to_string(&document)?;
        if json::read(&text).as_ref() != Ok(&document) {
            println!("cargo::error=the program would not read the catalogue as it was written");
        }
        fs::write(target.join("catalogue.json"), text)?;
        builtin(&document, &target)?;
        // An array in Rust's own words: nothing is left to be read when the page starts.
        let compare = collation::swedish().map_err(io::Error::other)?;
        let ranks = catalogue::Alphabet::ranks(&document, compare);
        fs::write(target.join("ranks.rs"), format!("{ranks:?}"))?;
    }
    Ok(())
}

/// Writes what a catalogue from elsewhere may point to: the vocabularies and publishers, and of the records
/// only their ids.
fn builtin(document: &catalogue::Document, target: &Path) -> io::Result<()> {
    let ids: Vec<&str> = document.records.iter().map(|record| record.id.as_str()).collect();
    fs::write(target.join("records.json"), serde_json::to_string(&ids)?)?;
    let (records, sources) = (Vec::new(), Vec::new());
    let vocabularies = catalogue::Document { records, sources, ..document.clone() };
    fs::write(target.join("vocabularies.json"), serde_json::to_string(&vocabularies)?)
}

/// The JSON files of the folder itself, by name; the schema and the base map are not catalogue files.
fn seed_files(folder: &Path) -> io::Result<Vec<seeds::File>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| seeds::File::is_catalogue(&path.to_string_lossy()));
    paths.sort();
    paths
        .iter()
        .map(|path| {
            Ok(seeds::File { name: path.display().to_string(), text: fs::read_to_string(path)? })
        })
        .collect()
}
