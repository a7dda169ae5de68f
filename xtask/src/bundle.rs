//! `dist/`, by trunk and what comes after it.

use std::fs;

use xtask::{Context, Result, workspace};

use crate::tools::{Toolbox, WASM_TARGET, build_with_std};
use crate::{finish, process};

/// Where trunk puts what is finished then.
const STAGING: &str = "target/trunk";

/// Which of the two builds to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small and slow to make: what is published, measured and tested.
    Release,
    /// Large and quick to make: for looking at a change.
    Dev,
}

/// Builds `dist/` with the programs of the toolbox.
pub(crate) fn build(tools: &Toolbox, profile: Profile) -> Result<()> {
    fetch_dependencies()?;
    let mut trunk = process::program("trunk", &["build", "--dist", STAGING]);
    trunk.env("PATH", tools.path()?);
    // Trunk 0.21 reads it as its own option and refuses the usual `NO_COLOR=1`.
    trunk.env_remove("NO_COLOR");
    if profile == Profile::Release {
        trunk.arg("--release");
        build_with_std(&mut trunk);
    }
    process::run(&mut trunk)?;
    let staging = workspace::path(STAGING);
    finish::run(&staging, profile)?;
    // Whole or not at all: whoever serves `dist/` never meets half a build.
    let dist = workspace::dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context(format!("cannot replace {}", dist.display()))?;
    }
    fs::rename(&staging, &dist).context(format!("cannot make {}", dist.display()))
}

/// Downloads the crates of the build. Trunk is offline, lest it look for tools elsewhere, and
/// passes that on to cargo, which would not find them on a fresh machine.
fn fetch_dependencies() -> Result<()> {
    let about = process::capture(&mut process::program("rustc", &["-vV"]))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("`rustc -vV` does not name its host")?;
    process::run(&mut process::cargo(&[
        "fetch",
        "--quiet",
        "--locked",
        "--target",
        WASM_TARGET,
        "--target",
        host,
    ]))
}
