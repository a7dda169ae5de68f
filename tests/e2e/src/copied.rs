//! A copy of `dist/` of a test's own, which it can change, and stop serving, while a browser looks at it.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;

use xtask::server::Server;
use xtask::workspace;

use crate::host::copy;
use crate::scratch::Scratch;
use crate::site::on_a_new_port;
use crate::{Browser, Outcome, Result};

/// The copy with its server.
pub struct Copied {
    folder: Scratch,
    server: RefCell<Option<Server>>,
    url: String,
}

impl Copied {
    /// Copies `dist/` and serves it.
    ///
    /// # Errors
    /// There is no `dist/`, or no place for its copy.
    pub fn serve() -> Result<Self> {
        let folder = Scratch::new()?;
        copy(&workspace::dist(), folder.path())?;
        let server = on_a_new_port(|| {
            // Its changes must not be hidden by what was compressed before.
            let rewrite = Box::new(|_: &str, body: &[u8]| Some(body.to_vec()));
            Server::start(folder.path().to_path_buf(), None, Some(rewrite))
        })?;
        let url = server.url();
        Ok(Self { folder, server: RefCell::new(Some(server)), url })
    }

    /// Opens a browser for it, as [`crate::Site::in_browser`] does.
    ///
    /// # Errors
    /// There is no browser, or the test fails.
    pub fn in_browser(&self, test: impl AsyncFn(Browser) -> Outcome) -> Outcome {
        Browser::on(self.url.clone(), test)
    }

    /// Ends the server: the browser is without a network.
    pub fn stop(&self) {
        drop(self.server.take());
    }

    /// A file of the copy.
    #[must_use]
    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Changes a text in a file, wherever it stands there.
    ///
    /// # Errors
    /// There is no such file, or no such text in it.
    pub fn change(&self, path: &str, from: &str, to: &str) -> Outcome {
        let text = fs::read_to_string(self.file(path))?;
        if !text.contains(from) {
            return Err(format!("{path} does not hold {from}").into());
        }
        Ok(fs::write(self.file(path), text.replace(from, to))?)
    }
}
