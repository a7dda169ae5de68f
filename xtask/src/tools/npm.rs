//! The packages of `package-lock.json`: `wasm-opt`, the accessibility checker, the map's source.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::{Context, Error, Result, program, workspace};

use super::say;
use crate::process;

/// A copy of the lock file that `node_modules/` was made from. Its time would not do: a fresh clone
/// gives every file a new one.
const STAMP: &str = "node_modules/.made-from-lock.json";

/// Installs the packages that every build needs; returns the folder of their programs.
pub(crate) fn provide() -> Result<PathBuf> {
    Ok(install("npm packages", workspace::root())?.join(".bin"))
}

/// Installs the packages of a folder's `package-lock.json` unless the right ones are there; returns where
/// they are.
pub(crate) fn install(name: &str, folder: &Path) -> Result<PathBuf> {
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).context(lock.display())?;
    let stamp = folder.join(STAMP);
    if fs::read(&stamp).is_ok_and(|made_from| made_from == lock) {
        say(name, "present");
    } else {
        for needed in ["node", "npm"] {
            if program::find(needed).is_none() {
                return Err(Error::new(format!(
                    "{needed} is missing: install Node.js 20 or later with npm, from https://nodejs.org or as \
                     your system's package"
                )));
            }
        }
        say(name, "installing with `npm ci`");
        let mut npm = process::program("npm", &["ci", "--no-audit", "--no-fund"]);
        process::run(npm.current_dir(folder))?;
        fs::write(&stamp, lock).context(STAMP)?;
    }
    Ok(folder.join("node_modules"))
}
