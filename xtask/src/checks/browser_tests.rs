//! The browser tests against the built `dist/`.

use std::env;

use xtask::browser::{BROWSER_VARIABLE, DRIVER_VARIABLE};
use xtask::{Error, Result, workspace};

use super::report::Outcome;
use crate::{process, tools};

/// Every invocation of the browser tests: arguments of cargo.
const INVOCATIONS: [&[&str]; 1] = [&["test", "-p", "partneratlas-e2e"]];

/// Provides the browser and runs the tests. Without a browser they are skipped, but not on a CI
/// server, which would otherwise call untested work good.
pub(super) fn run() -> Result<Outcome> {
    tools::npm_packages()?;
    let Some(browser) = tools::browser()? else {
        let reason =
            format!("no Chromium with ChromeDriver here; as root: {}", tools::BROWSER_BY_HAND);
        let on_ci = env::var_os("CI").is_some_and(|value| value == "true");
        return if on_ci { Err(Error::new(reason)) } else { Ok(Outcome::Skipped(reason)) };
    };
    for arguments in INVOCATIONS {
        let mut tests = process::cargo(arguments);
        tests.env(DRIVER_VARIABLE, &browser.driver).env(BROWSER_VARIABLE, &browser.program);
        process::run(&mut tests)?;
    }
    Ok(Outcome::Passed)
}

/// `cargo xtask e2e`: only these tests, on what is built already.
pub(crate) fn run_alone() -> Result<()> {
    if !workspace::dist().join("index.html").is_file() {
        return Err(Error::new("nothing is built yet: run `cargo xtask build` first"));
    }
    match run()? {
        Outcome::Skipped(reason) => Err(Error::new(reason)),
        _ => Ok(()),
    }
}
