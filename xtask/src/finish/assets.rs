//! Names made from content, in a folder that may be cached for ever.
//!
//! Trunk can hash names itself, but its name for the glue comes from the Wasm, and the glue is not
//! the same bytes for the same Wasm (trunk#1028): a cached glue could meet a newer Wasm. So
//! `Trunk.toml` turns that off and the names are made here.

use std::fs;
use std::path::Path;

use xtask::{Context, Error, Result};

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

/// `page.css` becomes `page-0123456789abcdef.css`.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let hash = fnv1a(content);
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash:016x}.{ending}"),
        None => format!("{name}-{hash:016x}"),
    }
}

/// FNV-1a of 64 bits: names have to differ when contents do, not to resist an attacker, and the
/// standard library promises no stable hash.
fn fnv1a(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of draft-eastlake-fnv.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_name_keeps_its_stem_and_ending() {
        assert_eq!(hashed_name("page.css", b"foobar"), "page-85944171f73967e8.css");
        assert_eq!(
            hashed_name("partneratlas_bg.wasm", b"foobar"),
            "partneratlas_bg-85944171f73967e8.wasm"
        );
    }
}
