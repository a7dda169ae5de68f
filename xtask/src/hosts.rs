//! The pages of `tests/hosts`: sites of others, with the product in them. They are served from an origin
//! of their own, as in life, each with the headers that stand beside it.

use std::fs;
use std::io;

use crate::server::{Headers, Server};
use crate::workspace;

/// Where they are.
const FOLDER: &str = "tests/hosts";

/// Stands in them for the address of the folder that the product is published in, without a slash at the
/// end.
pub const ATLAS: &str = "__ATLAS__";

/// Serves them around a product at an address with a slash at the end. With a day, each element is told
/// that it is today.
///
/// # Errors
/// As for [`Server::start`].
pub fn serve(atlas: &str, port: Option<u16>, today: Option<&'static str>) -> io::Result<Server> {
    let atlas = atlas.trim_end_matches('/').to_owned();
    let named = atlas.clone();
    let rewrite = Box::new(move |path: &str, body: &[u8]| {
        let is_text = [".html", ".js", ".css"].iter().any(|ending| path.ends_with(ending));
        let text = is_text.then(|| String::from_utf8_lossy(body).replace(ATLAS, &named))?;
        let text = match today {
            Some(day) => text.replace("<partner-atlas", &format!("<partner-atlas today=\"{day}\"")),
            None => text,
        };
        Some(text.into_bytes())
    });
    let headers = move |path: &str| headers_beside(path, &atlas);
    Server::with_headers(workspace::path(FOLDER), port, Some(rewrite), headers)
}

/// What the page's own `.headers` file says, a header on each line.
fn headers_beside(path: &str, atlas: &str) -> Headers {
    let name = path.trim_start_matches('/').strip_suffix(".html");
    // Only what the server itself would find: a name without folders.
    let name = name.filter(|name| !name.contains(['/', '\\', '.', '%']));
    let file = name.map(|name| workspace::path(FOLDER).join(format!("{name}.headers")));
    let text = file.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    text.replace(ATLAS, atlas)
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
