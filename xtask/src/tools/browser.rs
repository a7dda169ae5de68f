//! Chromium and its driver, for the browser tests only.

use xtask::browser::{self, Browser};
use xtask::{Result, program};

use super::say;
use crate::process;

/// What somebody without root can pass on to somebody with.
pub(crate) const INSTALL_BY_HAND: &str =
    "apt-get update && apt-get install --no-install-recommends chromium chromium-driver";

/// The browser of this machine, installed first where that is possible without asking; none where
/// it is not.
pub(crate) fn provide() -> Result<Option<Browser>> {
    if let Some(found) = browser::find() {
        say(
            "browser",
            &format!("present ({}, {})", found.program.display(), found.driver.display()),
        );
        return Ok(Some(found));
    }
    if !can_install() {
        return Ok(None);
    }
    say("browser", "installing Chromium and ChromeDriver with apt-get");
    apt_get(&["update"])?;
    apt_get(&["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"])?;
    Ok(browser::find())
}

fn can_install() -> bool {
    let user = process::capture(&mut process::program("id", &["-u"]));
    program::find("apt-get").is_some() && user.is_ok_and(|id| id.trim() == "0")
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut command = process::program("apt-get", &["-q"]);
    process::run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}
