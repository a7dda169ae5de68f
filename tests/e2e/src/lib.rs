//! Tests of the page as a visitor meets it: the built `dist/`, served under the product's own
//! Content Security Policy, in a real browser, moved by real clicks and keys.
//!
//! A test asks for a [`Site`] (what is served) and gets a [`Browser`] (a window of its own) or an
//! [`Atlas`] (one live `<partner-atlas>`). Nothing depends on the clock: every element is told that
//! [`TODAY`] is today. Nothing sleeps for a fixed time: [`assert_soon!`] waits for what it expects.

pub mod atlas;
pub mod axe;
pub mod browser;
pub mod catalogue;
mod channel;
pub mod copied;
pub mod dist;
pub mod download;
mod driver;
pub mod elsewhere;
pub mod heard;
pub mod host;
pub mod keyboard;
pub mod personal;
pub mod pointer;
mod scratch;
mod session;
pub mod site;
pub mod wait;

use std::fmt;

pub use atlas::Atlas;
pub use browser::Browser;
pub use session::in_session;
pub use site::{Site, Wasm};
pub use xtask::browser::Engine;

/// The day on which all tests take place, unless they say otherwise.
pub const TODAY: &str = "2026-11-21";

/// Anything that can go wrong on the way to an assertion.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// A failure in words, shown as they are: the test harness prints what a test returns by `Debug`.
pub struct Fault(String);

impl Fault {
    /// Words it, without the addresses in machine code that `ChromeDriver` adds.
    pub(crate) fn new(cause: impl fmt::Display) -> Self {
        let text = cause.to_string();
        Self(text.split("Stacktrace:").next().unwrap_or_default().trim_end().to_owned())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

/// What helpers return.
pub type Result<T> = std::result::Result<T, Error>;

/// What tests return.
pub type Outcome = Result<()>;

/// Opens the page at an address such as `?land=KE`, runs a test on its element, and afterwards
/// fails if the browser's console has an error in it.
///
/// # Errors
/// The browser cannot be started, the page does not come alive, or the test fails.
pub fn on_page(address: &str, test: impl AsyncFn(Atlas) -> Outcome) -> Outcome {
    Site::published().in_browser(async |browser| test(browser.open(address).await?).await)
}
