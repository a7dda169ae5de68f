//! What is sent back for a request: a function of the folder's content, without a socket.

use std::fs;
use std::path::{Path, PathBuf};

use super::Rewrite;
use super::location::{self, Location};
use super::mime::media_type;

/// The policy under which the product promises to work (docs/server.md). It goes out with
/// every answer, so that a violation shows up during development.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
     worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// What goes out with every answer, also when there is nothing.
pub const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    // No other site is told what somebody looked for.
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    // Modules, catalogues and pictures are there for other sites to embed.
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// Everything under `assets/` carries its content's hash in its name and never changes.
pub const IMMUTABLE: &str = "max-age=31536000, immutable";

/// Ready-made twins of a file, best first: the name of the encoding and the ending of the file.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// The parts of a request that matter.
pub(super) struct Asked<'a> {
    /// Still percent-encoded.
    pub(super) path: &'a str,
    /// What follows the question mark.
    pub(super) query: Option<&'a str>,
    /// The value of `Accept-Encoding`.
    pub(super) encodings: &'a str,
}

/// An answer.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

/// The answer to a `GET` or `HEAD`.
pub(super) fn to(asked: &Asked<'_>, root: &Path, rewrite: Option<&Rewrite>) -> Reply {
    match location::find(root, asked.path) {
        Location::File(file) => Reply::file(&file, asked.path, asked.encodings, rewrite),
        Location::Folder(folder) => {
            let query = asked.query.map(|query| format!("?{query}")).unwrap_or_default();
            Reply::redirect(format!("{folder}{query}"))
        }
        Location::Nowhere => Reply::not_found(),
    }
}

impl Reply {
    fn file(file: &Path, path: &str, encodings: &str, rewrite: Option<&Rewrite>) -> Self {
        let Some((body, encoding)) = content(file, path, encodings, rewrite) else {
            return Self::not_found();
        };
        let lifetime = if path.contains("/assets/") { IMMUTABLE } else { "no-cache" };
        let mut headers = vec![
            ("Content-Type", media_type(file).to_owned()),
            ("Cache-Control", lifetime.to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        if let Some(encoding) = encoding {
            headers.push(("Content-Encoding", encoding.to_owned()));
        }
        Self { status: 200, headers, body }
    }

    fn redirect(location: String) -> Self {
        Self { status: 307, headers: vec![("Location", location)], body: Vec::new() }
    }

    fn not_found() -> Self {
        Self::text(404, "404: there is no such page or file here.\n")
    }

    /// The answer to anything but `GET` and `HEAD`.
    pub(super) fn method_not_allowed() -> Self {
        let mut reply = Self::text(405, "405: this server only hands out files.\n");
        reply.headers.push(("Allow", "GET, HEAD".to_owned()));
        reply
    }

    fn text(status: u16, text: &str) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Self { status, headers, body: text.as_bytes().to_vec() }
    }
}

/// What is sent of a file, and in which encoding. What a test has changed has no twin.
fn content(
    file: &Path,
    path: &str,
    encodings: &str,
    rewrite: Option<&Rewrite>,
) -> Option<(Vec<u8>, Option<&'static str>)> {
    if let Some(rewrite) = rewrite
        && let Some(changed) = rewrite(path, &fs::read(file).ok()?)
    {
        return Some((changed, None));
    }
    match compressed_twin(file, encodings) {
        Some((twin, encoding)) => Some((fs::read(twin).ok()?, Some(encoding))),
        None => Some((fs::read(file).ok()?, None)),
    }
}

/// The best ready-made twin of a file that the visitor takes.
fn compressed_twin(file: &Path, encodings: &str) -> Option<(PathBuf, &'static str)> {
    ENCODINGS.iter().filter(|(name, _)| accepts(encodings, name)).find_map(|(name, ending)| {
        let mut twin = file.as_os_str().to_owned();
        twin.push(".");
        twin.push(ending);
        let twin = PathBuf::from(twin);
        twin.is_file().then_some((twin, *name))
    })
}

/// Whether an `Accept-Encoding` names an encoding without ruling it out by `q=0`.
fn accepts(encodings: &str, name: &str) -> bool {
    encodings.split(',').any(|entry| {
        let (encoding, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        encoding.trim() == name && weight.is_none_or(|weight| weight > 0.0)
    })
}
