//! The last step of a build: turns what trunk made into the folder that is published.
//!
//! Trunk calls `cargo xtask finish` as its post-build hook. It leaves one page, the glue, the Wasm
//! and the style sheets side by side; this adds the loader, the English page and the data, and
//! moves what never changes into `assets/` under names made from the content.

mod assets;
mod html;
mod loader;
mod pages;
mod tag;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::{Context, Result, workspace};

use crate::process;
use assets::Assets;

/// Where trunk says that the build is being put together.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// What the data tool writes, checked so that a missing one is noticed here and not by a visitor.
const PUBLISHED_DATA: [&str; 2] = ["catalogue.json", "catalogue.schema.json"];

/// Finishes the build in the folder that trunk names.
pub(crate) fn run() -> Result<()> {
    let staging = env::var_os(STAGING).map(PathBuf::from).context(format!(
        "{STAGING} is not set: `finish` is called by trunk; the command for you is `cargo xtask build`"
    ))?;
    arrange(&staging, &workspace::path("src/browser"))?;
    assets::add_basemap(&staging, &workspace::path("seeds/basemap/detail.txt"))?;
    publish_data(&staging)
}

/// Everything that needs only files: `scripts` holds the sources of `embed.js` and `page.js`.
fn arrange(staging: &Path, scripts: &Path) -> Result<()> {
    let assets = Assets::settle(staging)?;
    let loader = loader::fill(&read(&scripts.join("embed.js"))?, &assets.glue, &assets.wasm)?;
    write(&staging.join("embed.js"), &loader)?;
    write(&staging.join("page.js"), &read(&scripts.join("page.js"))?)?;

    let source = read(&staging.join("index.html"))?;
    write(&staging.join("index.html"), &pages::swedish(&source, &assets)?)?;
    write(&staging.join("en/index.html"), &pages::english(&source, &assets)?)
}

/// Lets the product's own tool check the seeds and write the open data. Trunk's cargo has ended
/// by now, so this one does not wait for its lock.
fn publish_data(staging: &Path) -> Result<()> {
    process::run(process::seeds("publish").arg(staging))?;
    for name in PUBLISHED_DATA {
        if !staging.join(name).is_file() {
            return Err(xtask::Error::new(format!("`seeds publish` did not write {name}")));
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).context(format!("cannot read {}", file.display()))
}

fn write(file: &Path, content: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).context(format!("cannot make {}", folder.display()))?;
    }
    fs::write(file, content).context(format!("cannot write {}", file.display()))
}

#[cfg(test)]
mod tests;
