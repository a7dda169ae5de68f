//! From a request's path to a file, and never to one outside the folder.

use std::path::{Path, PathBuf};

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Location {
    /// A file to send.
    File(PathBuf),
    /// A folder asked for without the slash at the end, without which its relative links would
    /// lead astray: the path to ask for instead.
    Folder(String),
    /// Nothing, or something that is not for visitors.
    Nowhere,
}

/// Finds what `path` (without query, still percent-encoded) means in the folder `root`, which
/// must be canonical.
pub(super) fn find(root: &Path, path: &str) -> Location {
    let Some(names) = segments(path) else {
        return Location::Nowhere;
    };
    let mut file = root.to_path_buf();
    file.extend(&names);
    if file.is_dir() {
        if !path.ends_with('/') {
            // From the checked segments, so that `//host` cannot become somebody else's address.
            let raw: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            return Location::Folder(format!("/{}/", raw.join("/")));
        }
        file.push("index.html");
    } else if path.ends_with('/') {
        return Location::Nowhere;
    }
    // Resolves symbolic links, which may point anywhere.
    match file.canonicalize() {
        Ok(real) if real.starts_with(root) && real.is_file() => Location::File(real),
        _ => Location::Nowhere,
    }
}

/// The decoded names in a path; none if one of them could mean anything but a file right there.
fn segments(path: &str) -> Option<Vec<String>> {
    path.split('/')
        .filter(|part| !part.is_empty())
        .map(|part| decode(part).filter(|name| is_plain(name)))
        .collect()
}

fn is_plain(name: &str) -> bool {
    name != "." && name != ".." && !name.contains(['/', '\\', ':', '\0'])
}

/// Percent-decodes; none if the result is not UTF-8 or an escape is cut short.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
