//! The browsers and their WebDriver servers on this machine. Nothing is installed here: that is the
//! work of `cargo xtask test`.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::{installed, program};

/// The newest geckodriver: it speaks to every Firefox that is still mended, ESR included.
pub const GECKODRIVER_VERSION: &str = "0.37.1";

/// The two that the product is tested in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by `ChromeDriver`.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

/// A browser with the driver that steers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// Which it is.
    pub engine: Engine,
    /// The browser.
    pub program: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

impl Engine {
    /// All of them, the one in which all tests run first.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The browser's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
        }
    }

    /// The name of its driver's program.
    #[must_use]
    pub const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
        }
    }

    /// The environment's variables that name browser and driver instead of looking them up.
    const fn variables(self) -> [&'static str; 2] {
        match self {
            Self::Chromium => ["CHROME", "CHROMEDRIVER"],
            Self::Firefox => ["FIREFOX", "GECKODRIVER"],
        }
    }

    /// In order of preference: Debian's name first, then those of other packages.
    const fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => {
                &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
            }
            Self::Firefox => &["firefox-esr", "firefox"],
        }
    }

    /// The browser of this machine: what the variables name, else what `PATH` holds.
    #[must_use]
    pub fn find(self) -> Option<Browser> {
        let [_, variable] = self.variables();
        let driver = named(variable, &[self.driver()]).or_else(|| self.built_driver())?;
        Some(Browser { engine: self, program: self.find_program()?, driver })
    }

    /// Debian has no package of geckodriver: it is built, as the tools of the build are.
    fn built_driver(self) -> Option<PathBuf> {
        let home = match self {
            Self::Chromium => None,
            Self::Firefox => installed::home(self.driver(), GECKODRIVER_VERSION).ok(),
        };
        Some(program::in_folder(&home?.join("bin"), self.driver())).filter(|file| file.is_file())
    }

    /// The browser alone, which may be here without its driver.
    #[must_use]
    pub fn find_program(self) -> Option<PathBuf> {
        let [variable, _] = self.variables();
        named(variable, self.programs())
    }
}

impl Browser {
    /// Makes a program that this one starts use this very browser.
    pub fn hand_to(&self, command: &mut Command) {
        let [program, driver] = self.engine.variables();
        command.env(program, &self.program).env(driver, &self.driver);
    }
}

fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .or_else(|| names.iter().find_map(|name| program::find(name)))
}
