//! The sources of Rust's standard library: the published Wasm brings its own build of it.
//!
//! The one that comes with the toolchain is made for speed and for telling why a program broke. Made for size,
//! and ending at once where a program breaks, it takes a fifteenth off what a visitor downloads
//! (docs/adr/0020-the-standard-library-is-built-too.md).

use std::path::PathBuf;
use std::process::Command;

use xtask::{Error, Result, program};

use super::say;
use crate::process;

/// What rustup calls them.
const COMPONENT: &str = "rust-src";

/// Lets a stable toolchain take the options below, which cargo and rustc do not promise to keep.
const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// What a build of the published Wasm adds to the environment of cargo. The flags of `.cargo/config.toml`
/// stay, so these come on top.
const SETTINGS: [(&str, &str); 4] = [
    UNSTABLE,
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none",
    ),
];

/// Adds the sources by rustup unless they are there, and downloads the crates that they name.
pub(super) fn provide() -> Result<()> {
    let manifest = manifest()?;
    if manifest.is_file() {
        say(COMPONENT, "present");
    } else if program::find("rustup").is_none() {
        return Err(Error::new(format!(
            "the sources of Rust's standard library are missing ({}) and there is no rustup to add them: \
             install your distribution's package for them, or Rust by https://rustup.rs",
            manifest.display()
        )));
    } else {
        say(COMPONENT, "adding them with rustup");
        process::run(&mut process::program("rustup", &["component", "add", COMPONENT]))?;
    }
    let mut fetch = process::cargo(&["fetch", "--quiet", "--locked", "--manifest-path"]);
    process::run(fetch.arg(manifest).env(UNSTABLE.0, UNSTABLE.1))
}

/// Makes a command that runs cargo, at once or through trunk, build the standard library as well.
pub(crate) fn build_with_std(command: &mut Command) {
    command.envs(SETTINGS);
    // Where they are set, cargo takes no flags from anywhere else.
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
}

/// Where the toolchain keeps them.
fn manifest() -> Result<PathBuf> {
    let root = process::capture(&mut process::program("rustc", &["--print", "sysroot"]))?;
    Ok(PathBuf::from(root.trim()).join("lib/rustlib/src/rust/library/Cargo.toml"))
}
