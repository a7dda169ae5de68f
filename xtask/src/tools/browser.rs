//! The browsers and their drivers, for the browser tests only.

use xtask::browser::{Browser, Engine};
use xtask::{Result, program};

use super::{cargo_tool, say};
use crate::process;

/// What somebody without root can pass on to somebody with.
pub(crate) const fn by_hand(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => {
            "apt-get update && apt-get install --no-install-recommends chromium chromium-driver"
        }
        Engine::Firefox => "apt-get update && apt-get install --no-install-recommends firefox-esr",
    }
}

/// The browser of this machine with its driver, installed first where that is possible without asking;
/// none where it is not.
pub(crate) fn provide(engine: Engine) -> Result<Option<Browser>> {
    if engine.find_program().is_none() || (has_driver_by_apt(engine) && engine.find().is_none()) {
        if !can_install() {
            return Ok(None);
        }
        say("browser", &format!("installing {} with apt-get", engine.name()));
        apt_get(&["update"])?;
        apt_get(&[&["install", "-y", "--no-install-recommends"], packages(engine)].concat())?;
    }
    if !has_driver_by_apt(engine) && engine.find_program().is_some() && engine.find().is_none() {
        cargo_tool::geckodriver().provide()?;
    }
    let found = engine.find();
    if let Some(Browser { program, driver, .. }) = &found {
        say("browser", &format!("present ({}, {})", program.display(), driver.display()));
    }
    Ok(found)
}

/// Of geckodriver, Debian has no package.
const fn has_driver_by_apt(engine: Engine) -> bool {
    matches!(engine, Engine::Chromium)
}

const fn packages(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &["chromium", "chromium-driver"],
        Engine::Firefox => &["firefox-esr"],
    }
}

fn can_install() -> bool {
    let user = process::capture(&mut process::program("id", &["-u"]));
    program::find("apt-get").is_some() && user.is_ok_and(|id| id.trim() == "0")
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut command = process::program("apt-get", &["-q"]);
    process::run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}
