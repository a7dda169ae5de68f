//! What a page loads, found in the page itself and in the loader.

use std::fs;
use std::path::Path;

use xtask::{Context, Result, workspace};

use crate::hashed::hashed_name;

/// A file that a page loads, by its path below `dist/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Loaded {
    pub(super) path: String,
    /// The same without the hash: what it is called from build to build.
    pub(super) name: String,
}

/// The start page, its style sheets and its scripts.
pub(super) fn by_page(dist: &Path) -> Result<Vec<Loaded>> {
    let page = "index.html";
    let html = read(dist, page)?;
    let own = html.split('<').filter_map(reference);
    Ok([page.to_owned()].into_iter().chain(own).map(Loaded::new).collect())
}

/// What the loader fetches: the glue, the Wasm and the script of the stage.
pub(super) fn by_loader(dist: &Path) -> Result<Vec<Loaded>> {
    let script = read(dist, "embed.js")?;
    let files: Vec<Loaded> = script
        .split('"')
        .filter_map(|text| text.strip_prefix("./assets/"))
        .map(|file| Loaded::new(format!("assets/{file}")))
        .collect();
    (files.len() == 3).then_some(files).context("embed.js does not name three files of assets/")
}

/// The base map's finer level, of this build.
pub(super) fn finer_map() -> Result<Loaded> {
    let detail = fs::read(workspace::path("seeds/basemap/detail.txt")).context("seeds/basemap")?;
    Ok(Loaded::new(format!("assets/{}", hashed_name("basemap.txt", &detail))))
}

/// Every page of `dist/`.
pub(super) fn pages(dist: &Path) -> Result<Vec<Loaded>> {
    let mut open = vec![dist.to_path_buf()];
    let mut pages = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).context(folder.display())? {
            let path = entry.context(folder.display())?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                let below = path.strip_prefix(dist).unwrap_or(&path);
                pages.push(Loaded::new(below.to_string_lossy().into_owned()));
            }
        }
    }
    Ok(pages)
}

/// The address of a style sheet or a script, where a start tag (without its `<`) has one.
fn reference(tag: &str) -> Option<String> {
    let tag = tag.split('>').next()?;
    let name = match tag.split_whitespace().next()? {
        "script" => "src",
        "link" if attribute(tag, "rel") == Some("stylesheet") => "href",
        _ => return None,
    };
    let address = attribute(tag, name)?;
    Some(address.strip_prefix("./").unwrap_or(address).to_owned())
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

impl Loaded {
    fn new(path: String) -> Self {
        let file = path.rsplit('/').next().unwrap_or(&path);
        let parts = file.rsplit_once('-').zip(file.rsplit_once('.'));
        let name = match parts.filter(|_| path.starts_with("assets/")) {
            Some(((stem, _), (_, ending))) => format!("{stem}.{ending}"),
            None => path.clone(),
        };
        Self { path, name }
    }
}

fn read(dist: &Path, file: &str) -> Result<String> {
    fs::read_to_string(dist.join(file))
        .context(format!("there is no dist/{file} yet, run `cargo xtask build`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_and_scripts_are_found_and_nothing_else() {
        let html = "<link rel=\"icon\" href=\"icon.svg\"><link rel=\"stylesheet\" href=\"./assets/page-1a.css\">\
                    <script type=\"application/ld+json\">{}</script><script type=\"module\" src=\"embed.js\"></script>";
        let found: Vec<String> = html.split('<').filter_map(reference).collect();
        assert_eq!(found, ["assets/page-1a.css", "embed.js"]);
    }

    #[test]
    fn a_name_stays_from_build_to_build() {
        let names = ["assets/partneratlas_bg-307aa4b1.wasm", "page.js"]
            .map(|path| Loaded::new(path.to_owned()).name);
        assert_eq!(names, ["partneratlas_bg.wasm", "page.js"]);
    }
}
