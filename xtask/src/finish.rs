//! The last step of a build: turns what trunk made into the folder that is published.
//!
//! Trunk leaves the glue, the Wasm and the style sheet side by side; this adds the loader, the pages and
//! the data, and moves what never changes into `assets/` under names made from the content.

mod assets;
mod offline;
mod scripts;

use std::fs;
use std::path::Path;

use xtask::{Context, Result, workspace};

use crate::bundle::Profile;
use crate::{compress, process};
use assets::Assets;

/// What trunk makes of `index.html`, which only tells it what to build.
const ORDERS: &str = "index.html";

/// What the product's tool writes, checked so that a missing one is noticed here and not by a visitor.
const PUBLISHED: [&str; 7] = [
    "catalogue.json",
    "catalogue.schema.json",
    "index.html",
    "en/index.html",
    "iframe.html",
    "en/iframe.html",
    "bygg/index.html",
];

/// Finishes the build in the folder that trunk made.
pub(crate) fn run(staging: &Path, profile: Profile) -> Result<()> {
    arrange(staging, &workspace::path("src/browser"))?;
    assets::add_basemap(staging, &workspace::path("seeds/basemap/detail.txt"))?;
    publish(staging)?;
    copy_style(&workspace::path("style"), staging)?;
    let script = |name: &str| read(&workspace::path("src/browser").join(name));
    // When everything is there that the copy for reading without a network consists of.
    offline::add(staging, &script("offline.js")?, &script("sw.js")?)?;
    if profile == Profile::Dev {
        return Ok(()); // nobody waits for twins of a build that is only looked at
    }
    // The very last: of everything there is.
    compress::write_twins(staging)
}

/// Everything that needs only files: `sources` holds the scripts that are written by hand.
fn arrange(staging: &Path, sources: &Path) -> Result<()> {
    let mut assets = Assets::settle(staging)?;
    scripts::write_all(sources, staging, &mut assets)?;
    let orders = staging.join(ORDERS);
    fs::remove_file(&orders).context(format!("cannot remove {}", orders.display()))
}

/// Lets the product's own tool check the seeds, and write the open data and the pages, which name the style
/// sheet that is in `assets/`.
fn publish(staging: &Path) -> Result<()> {
    process::run(process::seeds("publish").arg(staging))?;
    for name in PUBLISHED {
        if !staging.join(name).is_file() {
            return Err(xtask::Error::new(format!("`seeds publish` did not write {name}")));
        }
    }
    Ok(())
}

/// Puts the icons, the pictures for other sites and the manifest beside the pages.
fn copy_style(style: &Path, staging: &Path) -> Result<()> {
    let images = style.join("images");
    let entries = fs::read_dir(&images).context(format!("cannot list {}", images.display()))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    for file in files.chain([style.join("manifest.webmanifest")]) {
        let name = file.file_name().context("a file without a name")?;
        fs::copy(&file, staging.join(name)).context(format!("cannot copy {}", file.display()))?;
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
