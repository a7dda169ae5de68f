//! The settings of `docs/server` on the web servers that they are for.

use std::env;

use xtask::browser::Engine;
use xtask::web_servers::FOLDER_VARIABLE;
use xtask::{Error, Result};

use super::report::Outcome;
use super::second_try::{self, Tests};
use crate::tools;

/// Provides nginx, Apache and the browser, and runs the tests. Without them they are skipped, but not on a
/// CI server.
pub(super) fn run() -> Result<Outcome> {
    let missing = |reason: &str| {
        let on_ci = env::var_os("CI").is_some_and(|value| value == "true");
        if on_ci { Err(Error::new(reason)) } else { Ok(Outcome::Skipped(reason.to_owned())) }
    };
    let Some(servers) = tools::web_servers()? else {
        return missing("nginx and Apache cannot be had here: they come by Debian's apt-get");
    };
    let Some(browser) = tools::browser(Engine::Chromium)? else {
        return missing(&format!(
            "no Chromium with ChromeDriver here; as root: {}",
            tools::browser_by_hand(Engine::Chromium)
        ));
    };
    second_try::run(&Tests {
        of: &["-p", "partneratlas-e2e", "--test", "servers"],
        // One by one, as each of them looks for a free port for a server that cannot do so itself.
        options: &["--include-ignored", "--test-threads=1"],
        prepare: &|command| {
            browser.hand_to(command);
            command.env(FOLDER_VARIABLE, servers.folder());
        },
    })
}
