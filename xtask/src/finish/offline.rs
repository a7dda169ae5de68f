//! The copy that a visitor may keep: which files belong to it, and under which name.
//!
//! `sw.js` fetches exactly these, so this comes after everything else that is published.

use std::fs;
use std::path::Path;

use xtask::{Context, Error, Result};

use crate::hashed::hashed_name;

/// Endings of what a visitor reads with. Data in other formats stays on the server.
const KEPT: [&str; 5] = ["html", "js", "webmanifest", "svg", "png"];

/// Everything in here is kept.
const ASSETS: &str = "assets/";

/// Pictures that only other sites show, and pages that only they frame, with their scripts.
const FOR_OTHERS: [&str; 6] =
    ["og-sv.png", "og-en.png", "iframe.html", "en/iframe.html", "frame.js", "framed.js"];

/// The builder of snippets, which nobody needs without a network.
const FOR_EDITORS: [&str; 4] = ["bygg/", "builder.js", "assets/bygg-", "assets/bygg_bg-"];

/// A file of the copy.
struct Kept {
    /// From the published folder.
    path: String,
    content: Vec<u8>,
}

/// Writes `offline.js` and `sw.js` from their sources, for what is in the folder now.
pub(super) fn add(staging: &Path, offline: &str, worker: &str) -> Result<()> {
    // Its own size is not in it yet: a few bytes of more than a million.
    write(staging, "offline.js", offline)?;
    let bytes: usize = kept(staging)?.iter().map(|file| file.content.len()).sum();
    write(staging, "offline.js", &filled(offline, "\"__BYTES__\"", &format!("\"{bytes}\""))?)?;

    let files = kept(staging)?;
    let paths: Vec<String> =
        files.iter().map(|file| format!("\"{}\"", as_asked(&file.path))).collect();
    let worker = filled(worker, "\"__BUILD__\"", &format!("\"{}\"", build(&files)))?;
    write(staging, "sw.js", &filled(&worker, "\"__FILES__\"", &paths.join(", "))?)
}

/// A name for the build: another one as soon as one of its files is another.
fn build(files: &[Kept]) -> String {
    let list: String =
        files.iter().map(|file| hashed_name(&file.path, &file.content) + "\n").collect();
    hashed_name("build", list.as_bytes())
}

/// A page is asked for by its folder.
fn as_asked(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some("") => "./",
        Some(folder) if folder.ends_with('/') => folder,
        _ => path,
    }
}

/// The files of the copy, sorted, so that every build does the same.
fn kept(staging: &Path) -> Result<Vec<Kept>> {
    let mut paths = Vec::new();
    collect(staging, "", &mut paths)?;
    paths.retain(|path| belongs(path));
    paths.sort();
    let read = |path: String| {
        let content = fs::read(staging.join(&path)).context(format!("cannot read {path}"))?;
        Ok(Kept { path, content })
    };
    paths.into_iter().map(read).collect()
}

fn belongs(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_for_others = path == "sw.js" || FOR_OTHERS.contains(&path);
    let is_for_editors = FOR_EDITORS.iter().any(|start| path.starts_with(start));
    !is_for_editors && (path.starts_with(ASSETS) || KEPT.contains(&ending) && !is_for_others)
}

/// The paths of all files below a folder, with forward slashes.
fn collect(folder: &Path, before: &str, paths: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).context(format!("cannot list {}", folder.display()))? {
        let entry = entry.context(format!("cannot list {}", folder.display()))?;
        let name = entry.file_name().into_string();
        let name =
            name.map_err(|name| Error::new(format!("{} is no name for a file", name.display())))?;
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{before}{name}/"), paths)?;
        } else {
            paths.push(format!("{before}{name}"));
        }
    }
    Ok(())
}

fn filled(source: &str, placeholder: &str, value: &str) -> Result<String> {
    match source.matches(placeholder).count() {
        1 => Ok(source.replace(placeholder, value)),
        count => {
            Err(Error::new(format!("{placeholder} must stand once, but stands {count} times")))
        }
    }
}

fn write(staging: &Path, name: &str, content: &str) -> Result<()> {
    fs::write(staging.join(name), content).context(format!("cannot write {name}"))
}

#[cfg(test)]
mod tests {
    use xtask::workspace;

    use super::*;

    const FILES: [(&str, &str); 12] = [
        ("index.html", "page"),
        ("en/index.html", "english"),
        ("iframe.html", "frame"),
        ("en/iframe.html", "frame"),
        ("framed.js", "grow()"),
        ("assets/basemap-1.txt", "land"),
        ("assets/bygg_bg-1.wasm", "builder"),
        ("bygg/index.html", "builder"),
        ("catalogue.json", "{}"),
        ("icon.svg", "<svg/>"),
        ("og-sv.png", "picture"),
        ("embed.js", "load()"),
    ];

    /// What the worker is told of a folder with these files.
    fn worker(name: &str, files: &[(&str, &str)]) -> String {
        let staging = workspace::path("target/tmp/offline").join(name);
        let _ = fs::remove_dir_all(&staging);
        for (path, content) in files {
            let file = staging.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
        add(&staging, "size(\"__BYTES__\")", "\"__BUILD__\" [\"__FILES__\"]").unwrap();
        let offline = fs::read_to_string(staging.join("offline.js")).unwrap();
        assert!(offline.starts_with("size(\"") && !offline.contains('_'), "{offline}");
        fs::read_to_string(staging.join("sw.js")).unwrap()
    }

    #[test]
    fn the_copy_holds_pages_and_what_they_run_on() {
        let worker = worker("whole", &FILES);
        let (build, files) = worker.split_once(' ').unwrap();
        assert!(build.starts_with("\"build-"), "{build}");
        let expected = "[\"assets/basemap-1.txt\", \"embed.js\", \"en/\", \"icon.svg\", \"./\", \"offline.js\"]";
        assert_eq!(files, expected);
    }

    #[test]
    fn another_file_makes_another_build() {
        let same = worker("same", &FILES);
        assert_eq!(same, worker("again", &FILES));
        let mut files = FILES;
        files[1].1 = "ENGLISH";
        assert_ne!(same, worker("other", &files), "a page");
        let mut files = FILES;
        files[8].1 = "{ }";
        assert_eq!(same, worker("data", &files), "what is not kept");
    }
}
