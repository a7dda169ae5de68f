//! `cargo xtask basemap`: derives `seeds/basemap/world.txt` from Natural Earth.
//!
//! The npm package `world-atlas` holds Natural Earth's countries as TopoJSON, whose arcs are shared
//! by neighbours. Arcs stay shared through every step, so that no border ever gapes or overlaps:
//!
//! ```text
//! topology → sheet (project, cut) → select (which rings) → simplify (arc by arc) → encode
//! ```
//!
//! The same package gives the same bytes: nothing here depends on time, order of hashing or path.

mod countries;
mod encode;
mod select;
mod sheet;
mod simplify;
mod topology;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use topology::Topology;

/// The release whose README names Natural Earth 4.1.0. Another one may draw other borders, which
/// somebody should look at first.
const PACKAGE_VERSION: &str = "2.0.2";

/// Opens the derived file; the reader skips lines that begin with `#`.
const ORIGIN: &str = "\
# Natural Earth 4.1.0, 1:50m countries, public domain; from npm world-atlas 2.0.2.
# Written by `cargo xtask basemap`; README.md beside this file says how to read it.
";

/// Reads `node_modules/world-atlas` and rewrites the base map.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let package = root.join("node_modules/world-atlas");
    check_version(&read(&package.join("package.json"))?)?;

    let topology = Topology::parse(&read(&package.join("countries-50m.json"))?)?;
    let cut = topology.map_arcs(sheet::cut);
    let selected = select::select(&cut);
    let arcs = simplify::simplify(&cut, &selected);
    let text = format!("{}{ORIGIN}{}", encode::header(), encode::countries(&arcs, &selected)?);

    let target = root.join("seeds/basemap/world.txt");
    fs::write(&target, &text).map_err(|error| format!("{}: {error}", target.display()))?;
    eprintln!("seeds/basemap/world.txt: {} countries, {} bytes", selected.len(), text.len());
    Ok(())
}

fn read(path: &PathBuf) -> Result<String, Box<dyn Error>> {
    let hint = "run `npm ci` in the repository first";
    fs::read_to_string(path).map_err(|error| format!("{}: {error}: {hint}", path.display()).into())
}

fn check_version(manifest: &str) -> Result<(), Box<dyn Error>> {
    let manifest: serde_json::Value = serde_json::from_str(manifest)?;
    let version = manifest.get("version").and_then(serde_json::Value::as_str).unwrap_or("none");
    if version == PACKAGE_VERSION {
        return Ok(());
    }
    Err(format!(
        "world-atlas is {version}, not {PACKAGE_VERSION}: look up its Natural Earth version, compare \
         the borders, then change xtask/src/basemap.rs and seeds/basemap/README.md"
    )
    .into())
}
