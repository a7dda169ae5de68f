//! Names made from content, in a folder that may be cached for ever.
//!
//! Trunk can hash names itself, but its name for the glue comes from the Wasm, and the glue is not
//! the same bytes for the same Wasm (trunk#1028): a cached glue could meet a newer Wasm. So
//! `Trunk.toml` turns that off and the names are made here.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use xtask::{Context, Error, Result};

use crate::hashed::hashed_name;

/// The folder of what never changes, below the published one.
pub(super) const FOLDER: &str = "assets";
/// The programs, by their binary targets: the page's, the one that reads catalogues from elsewhere, the builder
/// of snippets. Trunk leaves the glue and the Wasm of each.
const PROGRAMS: [&str; 3] = ["partneratlas", "reader", "bygg"];
/// Scripts that crates bring along; the glue imports them from beside itself.
const SNIPPETS: &str = "snippets";

/// The files of the folder: what each was called, and its name there.
#[derive(Debug, Default)]
pub(super) struct Assets(BTreeMap<String, String>);

impl Assets {
    /// Moves glue and Wasm of every program and the style sheets into `assets/`.
    pub(super) fn settle(staging: &Path) -> Result<Self> {
        if staging.join(SNIPPETS).exists() {
            // Their folder's name is not made from their content, so they cannot be immutable.
            return Err(Error::new(
                "a dependency brings JavaScript snippets, which `finish` does not place yet: \
                 give them a hashed folder in xtask/src/finish/assets.rs",
            ));
        }
        fs::create_dir_all(staging.join(FOLDER)).context("cannot make assets/")?;
        let mut assets = Self::default();
        for program in PROGRAMS {
            for name in [format!("{program}.js"), format!("{program}_bg.wasm")] {
                assets.settle_file(staging, &name)?;
            }
        }
        for sheet in style_sheets(staging)? {
            assets.settle_file(staging, &sheet)?;
        }
        Ok(assets)
    }

    /// A file's name in the folder.
    pub(super) fn file(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Writes a file into the folder.
    pub(super) fn add(&mut self, staging: &Path, name: &str, content: &[u8]) -> Result<()> {
        let file = hashed_name(name, content);
        let path = staging.join(FOLDER).join(&file);
        fs::write(&path, content).context(format!("cannot write {}", path.display()))?;
        self.0.insert(name.to_owned(), file);
        Ok(())
    }

    /// Moves a file from beside the pages into the folder.
    fn settle_file(&mut self, staging: &Path, name: &str) -> Result<()> {
        let from = staging.join(name);
        let content = fs::read(&from).context(format!("trunk left no {name}"))?;
        self.add(staging, name, &content)?;
        fs::remove_file(&from).context(format!("cannot move {name}"))
    }

    /// Files that are there already, by name.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let named = |(name, file): &(&str, &str)| ((*name).to_owned(), (*file).to_owned());
        Self(files.iter().map(named).collect())
    }
}

/// Puts the finer base map into `assets/`, under the name by which the program asks for it
/// (`build.rs` makes the same).
pub(super) fn add_basemap(staging: &Path, detail: &Path) -> Result<()> {
    let content = fs::read(detail).context(format!("cannot read {}", detail.display()))?;
    Assets::default().add(staging, "basemap.txt", &content)
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
