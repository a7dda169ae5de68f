//! The element in pages of others, on an origin of their own: those of `tests/hosts`, in each browser.

use std::{env, thread};

use xtask::browser::Engine;

use crate::{Browser, Fault, Outcome, Site};

impl Site {
    /// Serves the pages of `tests/hosts` with this product in them, and runs a test on them in each browser,
    /// as [`Site::in_browser`] does. An address is then a name such as `plain.html`.
    ///
    /// # Errors
    /// There is no browser, or the test fails.
    pub fn elsewhere(self, test: impl AsyncFn(Browser) -> Outcome) -> Outcome {
        for engine in Engine::ALL {
            if engine.find().is_none() && !must_be_there(engine) {
                eprintln!("left out, as it is not here: {}", engine.name());
                continue;
            }
            self.elsewhere_in(engine, &test)?;
        }
        Ok(())
    }

    /// The same in one browser, for what only that one can do or tell.
    ///
    /// # Errors
    /// There is no such browser, or the test fails.
    pub fn elsewhere_in(self, engine: Engine, test: impl AsyncFn(Browser) -> Outcome) -> Outcome {
        let _where = Where(engine);
        let product = self.serve()?;
        let atlas = product.url();
        // By another name of this machine: another site, not only another port.
        let hosts = self.serve_hosts(&atlas)?;
        let site = format!("http://127.0.0.1:{}/", hosts.port());
        let play = Browser::within(engine, site, Some(atlas), test);
        play.map_err(|cause| Fault::new(format!("in {}: {cause}", engine.name())).into())
    }
}

/// Adds to what an assertion says in which browser it did not hold.
struct Where(Engine);

impl Drop for Where {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("that was in {}", self.0.name());
        }
    }
}

/// Chromium always; on a CI server all of them, as untested work would be called good otherwise.
fn must_be_there(engine: Engine) -> bool {
    engine == Engine::Chromium || env::var_os("CI").is_some_and(|value| value == "true")
}
