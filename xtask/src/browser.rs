//! The browser and its WebDriver server on this machine. Nothing is installed here: that is the
//! work of `cargo xtask test`.

use std::env;
use std::path::PathBuf;

use crate::program;

/// Names the driver instead of looking it up.
pub const DRIVER_VARIABLE: &str = "CHROMEDRIVER";
/// Names the browser instead of looking it up.
pub const BROWSER_VARIABLE: &str = "CHROME";

/// In order of preference: Debian's name first, then those of Google's own packages.
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser with the driver that steers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// The browser.
    pub program: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

/// The browser of this machine: what `CHROME` and `CHROMEDRIVER` name, else what `PATH` holds.
#[must_use]
pub fn find() -> Option<Browser> {
    Some(Browser {
        program: named(BROWSER_VARIABLE, &BROWSERS)?,
        driver: named(DRIVER_VARIABLE, &["chromedriver"])?,
    })
}

fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .or_else(|| names.iter().find_map(|name| program::find(name)))
}
