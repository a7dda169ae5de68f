//! The packages of `package-lock.json`: `wasm-opt`, the accessibility checker, the map's source.

use std::fs;
use std::path::PathBuf;

use xtask::{Context, Error, Result, program, workspace};

use super::say;
use crate::process;

/// A copy of the lock file that `node_modules/` was made from. Its time would not do: a fresh clone
/// gives every file a new one.
const STAMP: &str = "node_modules/.made-from-lock.json";

/// Installs the packages unless the right ones are there; returns the folder of their programs.
pub(crate) fn provide() -> Result<PathBuf> {
    let lock = fs::read(workspace::path("package-lock.json")).context("package-lock.json")?;
    let stamp = workspace::path(STAMP);
    if fs::read(&stamp).is_ok_and(|made_from| made_from == lock) {
        say("npm packages", "present");
    } else {
        for needed in ["node", "npm"] {
            if program::find(needed).is_none() {
                return Err(Error::new(format!(
                    "{needed} is missing: install Node.js 20 or later with npm, from https://nodejs.org or as \
                     your system's package"
                )));
            }
        }
        say("npm packages", "installing with `npm ci`");
        process::run(&mut process::program("npm", &["ci", "--no-audit", "--no-fund"]))?;
        fs::write(&stamp, lock).context(STAMP)?;
    }
    Ok(workspace::path("node_modules/.bin"))
}
