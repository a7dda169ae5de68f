//! What is served to the browser.

use xtask::server::Server;
use xtask::workspace;

use crate::{Result, TODAY};

/// What becomes of the Wasm file on its way to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wasm {
    Whole,
    Missing,
    Truncated,
}

/// What becomes of the finer outlines of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outlines {
    Whole,
    Broken,
}

/// The built `dist/`, with what a test changes about it.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    today: &'static str,
    host: Option<&'static str>,
    wasm: Wasm,
    outlines: Outlines,
}

impl Site {
    /// As it is published, on the tests' own day.
    #[must_use]
    pub const fn published() -> Self {
        Self { today: TODAY, host: None, wasm: Wasm::Whole, outlines: Outlines::Whole }
    }

    /// On another day, as `2017-06-01`.
    #[must_use]
    pub const fn on_day(self, today: &'static str) -> Self {
        Self { today, ..self }
    }

    /// With another page at the front, as a municipality would write it around the element.
    #[must_use]
    pub const fn hosted_by(self, html: &'static str) -> Self {
        Self { host: Some(html), ..self }
    }

    /// With an address of the Wasm at which there is nothing.
    #[must_use]
    pub const fn without_wasm(self) -> Self {
        Self { wasm: Wasm::Missing, ..self }
    }

    /// With a Wasm file that broke off half-way.
    #[must_use]
    pub const fn with_truncated_wasm(self) -> Self {
        Self { wasm: Wasm::Truncated, ..self }
    }

    /// With finer outlines of the map that nobody can read.
    #[must_use]
    pub const fn with_broken_outlines(self) -> Self {
        Self { outlines: Outlines::Broken, ..self }
    }

    /// Serves it until the server is dropped.
    pub(crate) fn serve(self) -> Result<Server> {
        let rewrite = Box::new(move |path: &str, body| self.rewritten(path, body));
        Ok(Server::start(workspace::dist(), None, Some(rewrite))?)
    }

    fn rewritten(self, path: &str, mut body: Vec<u8>) -> Vec<u8> {
        let is_front = path == "/" || path == "/index.html";
        if let Some(host) = self.host.filter(|_| is_front) {
            body = host.as_bytes().to_vec();
        }
        if path.ends_with('/') || path.ends_with(".html") {
            let element = format!("<partner-atlas today=\"{}\"", self.today);
            return replaced(&body, "<partner-atlas", &element);
        }
        if self.outlines == Outlines::Broken && path.contains("/basemap") {
            return b"no map".to_vec();
        }
        match self.wasm {
            Wasm::Missing if path == "/embed.js" => replaced(&body, ".wasm", ".gone"),
            Wasm::Truncated if path.ends_with(".wasm") => {
                body.truncate(body.len() / 2);
                body
            }
            _ => body,
        }
    }
}

fn replaced(body: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(body).replace(from, to).into_bytes()
}
