//! The program that is measured: made as the published one is, with the benchmarks' exports.

use std::fs;
use std::path::Path;

use xtask::{Context, Result, workspace};

use crate::process;
use crate::tools::{Toolbox, WASM_TARGET, build_with_std};

/// Profile and options of trunk's build (`index.html`).
const PROFILE: &str = "wasm-release";
const OPTIONS: [&str; 11] = [
    "-Oz",
    // Streams of server functions, which Leptos exports whether or not there are any.
    "--remove-exports=*intounderlying*",
    "--one-caller-inline-max-function-size=0",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-locals",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// The name of the glue; the Wasm has it with `_bg.wasm` behind.
const NAME: &str = "partneratlas";

/// Whether functions keep their names, which a profile needs and a visitor does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// As published.
    Dropped,
    /// For looking into it.
    Kept,
}

/// Builds glue and Wasm into `folder`.
pub(super) fn build(folder: &Path, names: Names) -> Result<()> {
    let tools = Toolbox::provide()?;
    let path = tools.path()?;
    let mut cargo = process::cargo(&[
        "build",
        "--profile",
        PROFILE,
        "--target",
        WASM_TARGET,
        "--features",
        "bench",
        "--bin",
        NAME,
    ]);
    build_with_std(&mut cargo);
    process::run(&mut cargo)?;
    fs::create_dir_all(folder).context(folder.display())?;
    let built = workspace::path("target").join(WASM_TARGET).join(PROFILE);
    let mut bindgen = process::program("wasm-bindgen", &["--target=web", "--no-typescript"]);
    bindgen.arg("--out-dir").arg(folder).arg("--out-name").arg(NAME);
    process::run(bindgen.arg(built.join(format!("{NAME}.wasm"))).env("PATH", &path))?;
    let wasm = folder.join(format!("{NAME}_bg.wasm"));
    let mut opt = process::program("wasm-opt", &OPTIONS);
    if names == Names::Kept {
        opt.arg("--debuginfo");
    }
    process::run(opt.arg("--output").arg(&wasm).arg(&wasm).env("PATH", &path))
}
