//! What is served to the browser.

use std::collections::BTreeSet;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use xtask::hosts::{self, ATLAS};
use xtask::server::{Rewrite, Server};
use xtask::workspace;

use crate::{Result, TODAY};

/// What becomes of the Wasm file on its way to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wasm {
    /// It arrives.
    Whole,
    /// There is nothing at its address.
    Missing,
    /// It breaks off half-way.
    Truncated,
    /// It breaks off half-way when it is asked for first.
    TruncatedOnce,
    /// It arrives once the test says so: [`crate::Browser::let_go`].
    Held,
    /// The same, but when it is asked for again, it does not arrive any more.
    HeldThenLost,
    /// That of another build arrives, which wants other things of the glue.
    WithOtherImports,
    /// That of another build arrives, which has other things for the glue.
    WithOtherExports,
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
    allows_wasm: bool,
    outlines: Outlines,
}

/// A policy without `'wasm-unsafe-eval'`. Where there are two policies, both have to allow a thing.
const NO_WASM: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";

impl Site {
    /// As it is published, on the tests' own day.
    #[must_use]
    pub const fn published() -> Self {
        let (wasm, outlines) = (Wasm::Whole, Outlines::Whole);
        Self { today: TODAY, host: None, wasm, allows_wasm: true, outlines }
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

    /// With this for a Wasm file.
    #[must_use]
    pub const fn with_wasm(self, wasm: Wasm) -> Self {
        Self { wasm, ..self }
    }

    /// With a policy in every page that forbids Wasm.
    #[must_use]
    pub const fn forbidding_wasm(self) -> Self {
        Self { allows_wasm: false, ..self }
    }

    /// With finer outlines of the map that nobody can read.
    #[must_use]
    pub const fn with_broken_outlines(self) -> Self {
        Self { outlines: Outlines::Broken, ..self }
    }

    /// Serves it until the server is dropped.
    pub(crate) fn serve(self) -> Result<Server> {
        on_a_new_port(|| Server::start(workspace::dist(), None, Some(self.rewrite())))
    }

    /// Serves the pages of `tests/hosts` around the product at an address.
    pub(crate) fn serve_hosts(self, atlas: &str) -> Result<Server> {
        on_a_new_port(|| hosts::serve(atlas, None, Some(self.today)))
    }

    /// What becomes of all files on their way.
    fn rewrite(self) -> Rewrite {
        let asked = AtomicUsize::new(0);
        let gate = Gate::default();
        Box::new(move |path: &str, body: &[u8]| {
            if path == RELEASE {
                gate.open();
            }
            if !path.ends_with(".wasm") {
                return self.rewritten(path, body);
            }
            let is_first = asked.fetch_add(1, Ordering::Relaxed) == 0;
            match self.wasm {
                Wasm::HeldThenLost if !is_first => Gate::default().pass(),
                Wasm::Held | Wasm::HeldThenLost => gate.pass(),
                _ => {}
            }
            self.wasm.on_its_way(body, is_first)
        })
    }

    /// What becomes of a file; none where it stays as it is.
    fn rewritten(self, path: &str, body: &[u8]) -> Option<Vec<u8>> {
        if path.ends_with('/') || path.ends_with(".html") {
            let is_front = path == "/" || path == "/index.html";
            let page = self.host.filter(|_| is_front).map_or(body, str::as_bytes);
            // Such a page lies beside the product.
            let page = replaced(page, ATLAS, ".");
            let element = format!("<partner-atlas today=\"{}\"", self.today);
            let page = replaced(&page, "<partner-atlas", &element);
            let head = format!("<head>{NO_WASM}");
            return Some(if self.allows_wasm { page } else { replaced(&page, "<head>", &head) });
        }
        if self.outlines == Outlines::Broken && path.contains("/basemap") {
            return Some(b"no map".to_vec());
        }
        (self.wasm == Wasm::Missing && path == "/embed.js")
            .then(|| replaced(body, ".wasm", ".gone"))
    }
}

impl Wasm {
    /// What becomes of the file; none where it stays as it is.
    fn on_its_way(self, body: &[u8], is_first: bool) -> Option<Vec<u8>> {
        match self {
            Self::TruncatedOnce if !is_first => None,
            Self::Truncated | Self::TruncatedOnce => {
                Some(body.iter().take(body.len() / 2).copied().collect())
            }
            Self::WithOtherImports => Some(renamed(body, b"__wbg_", b"__xyz_")),
            Self::WithOtherExports => Some(renamed(body, b"styleText", b"styleTexx")),
            Self::Whole | Self::Missing | Self::Held | Self::HeldThenLost => None,
        }
    }
}

/// Starts a server on a port that no other had during these tests: browsers keep what they got from an
/// origin, and of some two hundred random ports two are as likely as not the same.
pub(crate) fn on_a_new_port(start: impl Fn() -> io::Result<Server>) -> Result<Server> {
    static PORTS: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let server = start()?;
        if PORTS.lock().unwrap_or_else(PoisonError::into_inner).insert(server.port()) {
            return Ok(server);
        }
    }
}

/// What a page asks for to be given the Wasm that is held back.
pub(crate) const RELEASE: &str = "/catalogue.schema.json";

/// Holds back what wants to pass until it is opened.
#[derive(Debug, Default)]
struct Gate {
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    fn open(&self) {
        *self.is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.opened.notify_all();
    }

    /// Waits, though not for a test that has failed meanwhile.
    fn pass(&self) {
        let is_open = self.is_open.lock().unwrap_or_else(PoisonError::into_inner);
        let patience = Duration::from_secs(60);
        drop(self.opened.wait_timeout_while(is_open, patience, |is_open| !*is_open));
    }
}

/// Gives the first thing of a name another one that is as long.
fn renamed<const N: usize>(body: &[u8], from: &[u8; N], to: &[u8; N]) -> Vec<u8> {
    let mut body = body.to_vec();
    if let Some(at) = body.windows(N).position(|window| window == from)
        && let Some(name) = body.get_mut(at..at + N)
    {
        name.copy_from_slice(to);
    }
    body
}

fn replaced(body: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(body).replace(from, to).into_bytes()
}
