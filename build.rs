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
#[expect(unused_imports, unreachable_pub, reason = "the build needs only a part of the core")]
#[path = "src/seeds/mod.rs"]
mod seeds;

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
    fs::write(target.join("sheet.css"), sheet()?)?;
    if findings.is_empty() {
        let text = serde_json::to_string(&document)?;
        if json::read(&text).as_ref() != Ok(&document) {
            println!("cargo::error=the program would not read the catalogue as it was written");
        }
        fs::write(target.join("catalogue.json"), text)?;
        // An array in Rust's own words: nothing is left to be read when the page starts.
        let compare = collation::swedish().map_err(io::Error::other)?;
        let ranks = catalogue::Alphabet::ranks(&document, compare);
        fs::write(target.join("ranks.rs"), format!("{ranks:?}"))?;
    }
    Ok(())
}

/// The parts of the style sheet of the shadow root, in the order of their layers.
const SHEET: [&str; 12] = [
    "layers",
    "tokens",
    "base",
    "layout",
    "components/search",
    "components/filters",
    "components/results",
    "components/timeline",
    "components/map",
    "components/detail",
    "contrast",
    "print",
];

/// The style sheet without comments and indentation, which no browser needs.
fn sheet() -> io::Result<String> {
    let mut sheet = String::new();
    for part in SHEET {
        let text = fs::read_to_string(Path::new("style").join(part).with_extension("css"))?;
        let mut parts = text.split("/*");
        let first = parts.next().into_iter();
        let code =
            first.chain(parts.map(|part| part.split_once("*/").map_or("", |(_, code)| code)));
        for line in code.collect::<String>().lines().map(str::trim).filter(|line| !line.is_empty())
        {
            sheet.push_str(line);
            sheet.push('\n');
        }
    }
    Ok(sheet)
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
