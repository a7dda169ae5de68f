//! Names made from content, in a folder that may be cached for ever.
//!
//! Trunk can hash names itself, but its name for the glue comes from the Wasm, and the glue is not
//! the same bytes for the same Wasm (trunk#1028): a cached glue could meet a newer Wasm. So
//! `Trunk.toml` turns that off and the names are made here.

use std::fs;
use std::path::Path;

use xtask::{Context, Error, Result};

use crate::hashed::hashed_name;

/// The folder of what never changes, below the published one.
const FOLDER: &str = "assets";
/// Trunk's names: those of the binary target.
const GLUE: &str = "partneratlas.js";
const WASM: &str = "partneratlas_bg.wasm";
/// Scripts that crates bring along; the glue imports them from beside itself.
const SNIPPETS: &str = "snippets";

/// The moved files; paths are relative to the published folder, without `./`.
#[derive(Debug)]
pub(super) struct Assets {
    /// The JavaScript that wasm-bindgen wrote.
    pub(super) glue: String,
    /// The module.
    pub(super) wasm: String,
    /// Every moved file that a page may name: the old path and the new one.
    pub(super) moved: Vec<(String, String)>,
}

impl Assets {
    /// Moves glue, Wasm, snippets and style sheets into `assets/`.
    pub(super) fn settle(staging: &Path) -> Result<Self> {
        if staging.join(SNIPPETS).exists() {
            // Their folder's name is not made from their content, so they cannot be immutable.
            return Err(Error::new(
                "a dependency brings JavaScript snippets, which `finish` does not place yet: \
                 give them a hashed folder in xtask/src/finish/assets.rs",
            ));
        }
        fs::create_dir_all(staging.join(FOLDER)).context("cannot make assets/")?;
        let glue = settle_file(staging, GLUE)?;
        let wasm = settle_file(staging, WASM)?;
        let mut moved = vec![(GLUE.to_owned(), glue.clone()), (WASM.to_owned(), wasm.clone())];
        for sheet in style_sheets(staging)? {
            let path = settle_file(staging, &sheet)?;
            moved.push((sheet, path));
        }
        Ok(Self { glue, wasm, moved })
    }

    /// The new path of a file that a page refers to as `reference`, or none if it stayed.
    pub(super) fn new_path(&self, reference: &str) -> Option<&str> {
        let path = reference.strip_prefix("./").unwrap_or(reference);
        self.moved.iter().find(|(old, _)| old == path).map(|(_, new)| new.as_str())
    }
}

/// Puts the finer base map into `assets/`, under the name by which the program asks for it
/// (`build.rs` makes the same).
pub(super) fn add_basemap(staging: &Path, detail: &Path) -> Result<()> {
    let content = fs::read(detail).context(format!("cannot read {}", detail.display()))?;
    let path = staging.join(FOLDER).join(hashed_name("basemap.txt", &content));
    fs::write(&path, content).context(format!("cannot write {}", path.display()))
}

/// The names of the style sheets beside the page, sorted so that every build does the same.
fn style_sheets(staging: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(staging).context(format!("cannot list {}", staging.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".css"))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(Error::new(
            "trunk left no style sheet: is `<link data-trunk rel=\"css\">` in index.html?",
        ));
    }
    Ok(names)
}

/// Moves one file to its final name and returns that path.
fn settle_file(staging: &Path, name: &str) -> Result<String> {
    let from = staging.join(name);
    let content = fs::read(&from).context(format!("trunk left no {name}"))?;
    let path = format!("{FOLDER}/{}", hashed_name(name, &content));
    fs::rename(&from, staging.join(&path)).context(format!("cannot move {name} to {path}"))?;
    Ok(path)
}
