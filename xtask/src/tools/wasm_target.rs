//! Rust's standard library for WebAssembly.

use std::path::Path;

use xtask::{Error, Result, program};

use super::say;
use crate::process;

/// The target of the build.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target by rustup unless the toolchain has it.
pub(super) fn provide() -> Result<()> {
    let libraries = process::capture(&mut process::program(
        "rustc",
        &["--print", "target-libdir", "--target", TARGET],
    ))?;
    if Path::new(libraries.trim()).is_dir() {
        say(TARGET, "present");
        return Ok(());
    }
    if program::find("rustup").is_none() {
        return Err(Error::new(format!(
            "the Rust target {TARGET} is missing and there is no rustup to add it: \
             install your distribution's package for it, or Rust by https://rustup.rs"
        )));
    }
    say(TARGET, "adding it with rustup");
    process::run(&mut process::program("rustup", &["target", "add", TARGET]))
}
