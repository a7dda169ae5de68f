//! The browser tests against the built `dist/`.

use std::env;

use xtask::browser::{Browser, Engine};
use xtask::{Error, Result, workspace};

use super::report::Outcome;
use super::second_try::{self, Tests};
use super::server_tests;
use crate::tools;

/// Provides the browsers and runs the tests. Without Chromium they are skipped, without Firefox those in
/// Firefox are; but not on a CI server, which would otherwise call untested work good.
pub(super) fn run() -> Result<Outcome> {
    tools::npm_packages()?;
    let mut browsers: Vec<Browser> = Vec::new();
    let mut missing = None;
    for engine in Engine::ALL {
        if let Some(browser) = tools::browser(engine)? {
            browsers.push(browser);
            continue;
        }
        let (name, driver) = (engine.name(), engine.driver());
        let reason =
            format!("no {name} with {driver} here; as root: {}", tools::browser_by_hand(engine));
        if env::var_os("CI").is_some_and(|value| value == "true") {
            return Err(Error::new(reason));
        }
        if engine == Engine::Chromium {
            return Ok(Outcome::Skipped(reason));
        }
        missing = Some(format!("passed in Chromium, but {reason}"));
    }
    let outcome = second_try::run(&Tests {
        of: &["-p", "partneratlas-e2e"],
        // They take minutes: a failure is told when it happens, and not at their end.
        options: &["--nocapture"],
        prepare: &|command| browsers.iter().for_each(|browser| browser.hand_to(command)),
    })?;
    Ok(missing.map_or(outcome, Outcome::Skipped))
}

/// `cargo xtask e2e`: only these tests and those of the web servers, on what is built already.
pub(crate) fn run_alone() -> Result<()> {
    if !workspace::dist().join("index.html").is_file() {
        return Err(Error::new("nothing is built yet: run `cargo xtask build` first"));
    }
    for outcome in [run()?, server_tests::run()?] {
        if let Outcome::Skipped(reason) = outcome {
            return Err(Error::new(reason));
        }
    }
    Ok(())
}
