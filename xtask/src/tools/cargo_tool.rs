//! Programs that come from crates.io, each in exactly one version.

use std::fs;
use std::path::PathBuf;

use xtask::browser::GECKODRIVER_VERSION;
use xtask::installed;
use xtask::{Context, Error, Result, program, workspace};

use super::say;
use crate::process;

/// The newest trunk that Rust 1.95 compiles.
const TRUNK_VERSION: &str = "0.21.14";

/// A program and how to build it.
pub(super) struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: String,
    /// Options of `cargo install`.
    options: &'static [&'static str],
    /// See [`CargoTool::install`].
    opt_level: &'static str,
    /// What to tell somebody who waits; measured on 2 cores.
    time: &'static str,
}

/// The bundler. Without its TLS stack: the build is offline and serving is done here.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        program: "trunk",
        package: "trunk",
        version: TRUNK_VERSION.to_owned(),
        options: &["--locked", "--no-default-features"],
        opt_level: "0",
        time: "about 3 minutes",
    }
}

/// What steers Firefox in the browser tests. It only passes on what it is told.
pub(super) fn geckodriver() -> CargoTool {
    CargoTool {
        program: "geckodriver",
        package: "geckodriver",
        version: GECKODRIVER_VERSION.to_owned(),
        options: &["--locked"],
        opt_level: "0",
        time: "about 2½ minutes",
    }
}

/// The converter, which refuses Wasm made with any other version of its library. Without
/// `--locked`: the lock file of 0.2.130 names a version of webpki-roots that not every mirror has.
/// Optimised a little, as every build runs it over megabytes.
pub(super) fn wasm_bindgen() -> Result<CargoTool> {
    let lock = fs::read_to_string(workspace::path("Cargo.lock")).context("Cargo.lock")?;
    Ok(CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: locked_version(&lock, "wasm-bindgen")
            .context("Cargo.lock names no wasm-bindgen")?
            .to_owned(),
        options: &["--no-default-features", "--bin", "wasm-bindgen"],
        opt_level: "1",
        time: "about 1½ minutes",
    })
}

impl CargoTool {
    /// Makes the program available; returns its folder if that is not on `PATH`.
    pub(super) fn provide(&self) -> Result<Option<PathBuf>> {
        let name = format!("{} {}", self.program, self.version);
        if let Some(file) = program::find(self.program).filter(|file| self.is_fitting(file)) {
            say(&name, &format!("present ({})", file.display()));
            return Ok(None);
        }
        let home = installed::home(self.program, &self.version)?;
        let folder = home.join("bin");
        let file = program::in_folder(&folder, self.program);
        if self.is_fitting(&file) {
            say(&name, &format!("present ({})", file.display()));
            return Ok(Some(folder));
        }
        say(&name, &format!("installing into {} ({} on 2 cores)", home.display(), self.time));
        self.install(&home)?;
        if self.is_fitting(&file) {
            return Ok(Some(folder));
        }
        Err(Error::new(format!("{} does not say that it is {name}", file.display())))
    }

    fn is_fitting(&self, file: &PathBuf) -> bool {
        let said =
            process::capture(&mut process::program(file, &["--version"])).unwrap_or_default();
        says_version(&said, &self.version)
    }

    /// Builds it with a release profile made for quick compilation: these programs run for
    /// seconds, and fat link-time optimisation alone would take minutes. An interrupted
    /// installation goes on where it was, as its target folder stays.
    fn install(&self, home: &PathBuf) -> Result<()> {
        let target = home.join("target");
        let version = format!("={}", self.version);
        let mut install = process::cargo(&["install", self.package, "--version", &version]);
        install
            .args(self.options)
            .arg("--root")
            .arg(home)
            .arg("--target-dir")
            .arg(&target)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
        process::run(&mut install)?;
        fs::remove_dir_all(&target).context(format!("cannot tidy up {}", target.display()))
    }
}

/// Whether a program's `--version` text names this version as a word of its own.
fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let entry = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != entry);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn a_version_is_not_found_inside_another() {
        assert!(says_version("trunk 0.21.14\n", "0.21.14"));
        assert!(says_version("wasm-bindgen 0.2.130 (abc)", "0.2.130"));
        assert!(!says_version("trunk 10.21.14", "0.21.14"));
        assert!(!says_version("trunk 0.21.1", "0.21.14"));
        assert!(!says_version("", "0.21.14"));
    }

    #[test]
    fn the_repository_locks_wasm_bindgen() {
        assert!(wasm_bindgen().is_ok());
    }
}
