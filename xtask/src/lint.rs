//! `cargo xtask lint`: what must not occur in the sources, where clippy cannot see it.
//!
//! A plain search for texts. Markup from strings opens the door to injected script, and a `style`
//! attribute is refused by the Content Security Policy under which the product must work.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::{Context, Error, Result, workspace};

/// A text that is not allowed in files with one of the endings.
struct Ban {
    endings: &'static [&'static str],
    text: &'static str,
    instead: &'static str,
}

const BANS: [Ban; 7] = [
    Ban { endings: &["rs"], text: "inner_html", instead: "build elements in `view!`" },
    Ban {
        endings: &["rs"],
        text: " style=",
        instead: "use a class or `style:property=`, which the policy allows",
    },
    Ban {
        endings: &["rs", "js"],
        text: "innerHTML",
        instead: "build elements with createElement and textContent",
    },
    Ban {
        endings: &["rs", "js"],
        text: "insertAdjacentHTML",
        instead: "build elements and append them",
    },
    Ban { endings: &["rs", "js"], text: "outerHTML", instead: "replace the element itself" },
    Ban { endings: &["js"], text: "eval(", instead: "write the code out; the policy refuses eval" },
    Ban {
        endings: &["js"],
        text: "new Function",
        instead: "write the code out; the policy refuses it",
    },
];

/// Searches `src/` and names every place.
pub(crate) fn run() -> Result<()> {
    let mut files = Vec::new();
    collect(&workspace::path("src"), &mut files)?;
    files.sort();
    let mut faults = 0_usize;
    for file in &files {
        let text = fs::read_to_string(file).context(file.display())?;
        let shown = file.strip_prefix(workspace::root()).unwrap_or(file);
        for (line, ban) in find(&text, ending(file)) {
            println!(
                "{}:{line}: `{}` is banned: {}",
                shown.display(),
                ban.text.trim(),
                ban.instead
            );
            faults += 1;
        }
    }
    if faults == 0 {
        println!("{} files, no banned pattern", files.len());
        return Ok(());
    }
    Err(Error::new(format!("banned patterns: {faults}")))
}

/// The banned texts of a file with their line numbers, comments left out.
fn find<'a>(text: &'a str, ending: &'a str) -> impl Iterator<Item = (usize, &'static Ban)> + 'a {
    text.lines().enumerate().flat_map(move |(index, line)| {
        let code = without_comment(line);
        BANS.iter()
            .filter(move |ban| ban.endings.contains(&ending) && code.contains(ban.text))
            .map(move |ban| (index + 1, ban))
    })
}

/// The part of a line before a comment. Two slashes inside a text (`https://`) are not taken for
/// one: a comment starts the line or follows a space.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if matches!(ending(&path), "rs" | "js") {
            files.push(path);
        }
    }
    Ok(())
}

fn ending(file: &Path) -> &str {
    file.extension().and_then(|ending| ending.to_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, ending: &str) -> Vec<usize> {
        find(text, ending).map(|(line, _)| line).collect()
    }

    #[test]
    fn banned_texts_are_found_by_line() {
        assert_eq!(lines("a\n<p inner_html=x>\n<p style=\"a\">", "rs"), [2, 3]);
        assert_eq!(lines("x.innerHTML = y", "js"), [1]);
    }

    #[test]
    fn comments_and_the_allowed_form_pass() {
        assert!(lines("// inner_html\n  /// style=\nlet a = 1; // inner_html", "rs").is_empty());
        assert!(lines("<p style:left=x>\nlet style = 1;", "rs").is_empty());
    }

    #[test]
    fn an_address_does_not_hide_what_follows() {
        assert_eq!(lines("a(\"https://x\"); b.innerHTML = 1", "js"), [1]);
    }
}
