//! What the build and the tests need besides cargo, each provided once.
//!
//! A fitting program of the user's is used and never replaced. What is missing is installed: npm
//! packages into `node_modules/`, programs into a folder that all clones share.

mod browser;
mod cargo_tool;
mod npm;
mod standard_library;
mod wasm_target;
mod web_servers;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use xtask::{Context, Result};

pub(crate) use browser::{by_hand as browser_by_hand, provide as browser};
pub(crate) use npm::{install as install_npm_packages, provide as npm_packages};
pub(crate) use standard_library::build_with_std;
pub(crate) use wasm_target::TARGET as WASM_TARGET;
pub(crate) use web_servers::provide as web_servers;

/// The programs of a build: folders to look in before those of `PATH`.
#[derive(Debug)]
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Provides everything that `trunk build` needs, with a line of progress for each.
    pub(crate) fn provide() -> Result<Self> {
        wasm_target::provide()?;
        standard_library::provide()?;
        let mut folders = vec![npm::provide()?];
        for tool in [cargo_tool::trunk(), cargo_tool::wasm_bindgen()?] {
            folders.extend(tool.provide()?);
        }
        Ok(Self { folders })
    }

    /// The value of `PATH` under which trunk finds them.
    pub(crate) fn path(&self) -> Result<OsString> {
        let usual = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&usual));
        env::join_paths(folders).context("a tool's folder cannot be put on PATH")
    }
}

/// One line that says what happens to a tool.
fn say(tool: &str, what: &str) {
    println!("  · {tool}: {what}");
}
