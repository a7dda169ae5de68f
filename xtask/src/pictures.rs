//! `cargo xtask pictures`: takes the pictures that the documents show.

use xtask::browser::Engine;
use xtask::{Context, Error, Result, workspace};

use crate::{process, tools};

/// Lets the browser tests' own program take those whose names begin as given, or all.
pub(crate) fn run(names: &[String]) -> Result<()> {
    if !workspace::dist().join("index.html").is_file() {
        return Err(Error::new("nothing is built yet: run `cargo xtask build` first"));
    }
    let browser = tools::browser(Engine::Chromium)?.context(format!(
        "no Chromium with ChromeDriver here; as root: {}",
        tools::browser_by_hand(Engine::Chromium)
    ))?;
    let program = ["run", "--quiet", "-p", "partneratlas-e2e", "--bin", "pictures", "--"];
    let mut pictures = process::cargo(&program);
    browser.hand_to(&mut pictures);
    process::run(pictures.args(names))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    /// The Markdown files of a folder and of those in it.
    fn documents(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let found =
            entries.flat_map(|path| if path.is_dir() { documents(&path) } else { vec![path] });
        found.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
    }

    /// The targets of pictures and links that name a picture.
    fn pictures(text: &str) -> Vec<&str> {
        let targets =
            text.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next());
        let is_ours = |target: &&str| target.ends_with(".png") && !target.contains("://");
        targets.filter(is_ours).collect()
    }

    #[test]
    fn every_picture_of_the_documents_is_there() {
        let mut files = documents(&workspace::path("docs"));
        files.extend(["README.md", "CONTRIBUTING.md"].map(workspace::path));
        let mut found = 0;
        for file in files {
            for picture in pictures(&fs::read_to_string(&file).unwrap()) {
                let target = file.parent().unwrap().join(picture);
                assert!(target.is_file(), "{} shows {picture}, which is missing", file.display());
                found += 1;
            }
        }
        assert!(found > 0, "the README shows a picture");
    }

    #[test]
    fn pictures_are_found_in_markdown() {
        let text = "![A b](docs/a.png) [c](d.md) ![](https://x/y.png) [![e](f.png)](g.png)";
        assert_eq!(pictures(text), ["docs/a.png", "f.png", "g.png"]);
    }
}
