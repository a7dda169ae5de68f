//! The files of `dist/`, as they are published.

use std::fs;
use std::path::Path;

use xtask::workspace;

use crate::Result;

/// A file of `dist/`.
#[derive(Debug, Clone)]
pub struct Published {
    /// Its path below `dist/`, with forward slashes.
    pub path: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl Published {
    /// Its content as text. What is not UTF-8, as in a Wasm file, is replaced; what people could
    /// read in it stays.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }

    /// Whether it is a page.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.path.ends_with(".html")
    }

    /// Whether it is a compressed twin of another file.
    #[must_use]
    pub fn is_twin(&self) -> bool {
        self.path.ends_with(".br") || self.path.ends_with(".gz")
    }
}

/// Every file in `dist/`, by path.
///
/// # Errors
/// There is no `dist/`: `cargo xtask build` makes it.
pub fn files() -> Result<Vec<Published>> {
    let mut files = Vec::new();
    let root = workspace::dist();
    collect(&root, &root, &mut files)
        .map_err(|cause| format!("{}: {cause}; `cargo xtask build` makes it", root.display()))?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<Published>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let below = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.push(Published { path: below, content: fs::read(&path)? });
        }
    }
    Ok(())
}

/// A start tag of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Its attributes with their values, as they are written.
    pub attributes: Vec<(String, String)>,
    /// The text up to the next tag.
    pub text: String,
}

impl Tag {
    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page, in order. Enough HTML for pages that the build writes itself: values
/// stand in double quotes.
#[must_use]
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            tags.push(tag);
            rest = after;
        }
    }
    tags
}

/// The tag at the beginning of a text, and what follows its end.
fn tag(text: &str) -> (Tag, &str) {
    let is_name = |c: char| !c.is_whitespace() && !matches!(c, '=' | '>' | '/' | '"');
    let name_at = |text: &str| text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(name_at(text));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let (attribute, after) = rest.split_at(name_at(rest));
        if attribute.is_empty() {
            break;
        }
        rest = after;
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            (value, rest) = quoted.split_once('"').unwrap_or((quoted, ""));
        }
        attributes.push((attribute.to_owned(), value.to_owned()));
    }
    let rest = rest.split_once('>').map_or("", |(_, after)| after);
    let text = rest.split('<').next().unwrap_or_default().trim().to_owned();
    (Tag { name: name.to_owned(), attributes, text }, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_attributes_and_text() {
        let html = "<!-- <b x=\"1\"> --><a href=\"./a?b=c>d\" hidden>Go</a><script src=\"x.js\"/>";
        let found = tags(html);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].name, "a");
        assert_eq!(found[0].attribute("href"), Some("./a?b=c>d"));
        assert_eq!(found[0].attribute("hidden"), Some(""));
        assert_eq!(found[0].text, "Go");
        assert_eq!(found[1].attribute("src"), Some("x.js"));
    }
}
