//! Sessions of a browser, handed from one test to the next: starting a browser takes longer than
//! most tests do.
//!
//! A test gets a tab that nobody used before, on a site with a port of its own, so that nothing of
//! the tests before it is left. A session in which a test failed is not handed on. The last test
//! out turns off the light: no browser outlives the tests.

use std::io;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::runtime::{Builder, Runtime};

use crate::driver::ChromeDriver;
use crate::{Outcome, Result};

/// No window, nothing fetched by the browser itself, and no motion to wait for.
const ARGUMENTS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-software-rasterizer",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--force-prefers-reduced-motion",
    "--window-size=1280,900",
];

/// A browser with the driver that steers it. Dropping it ends both, the browser first.
#[derive(Debug)]
struct Session {
    driver: WebDriver,
    _process: ChromeDriver,
}

impl Session {
    async fn start() -> Result<Self> {
        let found = xtask::browser::find()
            .ok_or("no Chromium with ChromeDriver here: `cargo xtask test` installs them")?;
        let process = ChromeDriver::start(&found.driver)?;
        let mut wishes = DesiredCapabilities::chrome();
        wishes.set_binary(&found.program.to_string_lossy())?;
        for argument in ARGUMENTS {
            wishes.add_arg(argument)?;
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(Self { driver: WebDriver::new(process.url(), wishes).await?, _process: process })
    }

    /// Exchanges the tab for a new one: what was emulated, added or logged goes with the old.
    async fn turn_over(&self) -> Outcome {
        let new = self.driver.new_tab().await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(new).await?;
        self.driver.browser_log().await?;
        Ok(())
    }
}

/// What drives the connections to all drivers. Each belongs to the runtime that opened it, and hangs
/// if that one rests; so there is one for all tests, with a thread of its own that never does.
static RUNTIME: LazyLock<io::Result<Runtime>> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).enable_all().build());

/// The tests that run, and the sessions that none of them uses.
struct Stage {
    running: usize,
    idle: Vec<Session>,
}

static STAGE: Mutex<Stage> = Mutex::new(Stage { running: 0, idle: Vec::new() });

/// The stage; a test that failed while it held it left it in order.
fn stage() -> MutexGuard<'static, Stage> {
    STAGE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A test's time on the stage.
struct Turn;

impl Turn {
    fn begin() -> Self {
        stage().running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut stage = stage();
        stage.running -= 1;
        let rest = if stage.running == 0 { std::mem::take(&mut stage.idle) } else { Vec::new() };
        drop(stage);
        // Outside of the lock: ending a browser takes its time.
        drop(rest);
    }
}

/// Runs a test in a session. A browser that hangs says nothing about the page: the test is then
/// played once more in a new one, and that is told. A failed assertion is never played again.
///
/// # Errors
/// There is no browser, or the test fails.
pub fn in_session(test: impl AsyncFn(WebDriver) -> Outcome) -> Outcome {
    match play(&test) {
        Err(cause) if cause.to_string().contains(HUNG) => {
            eprintln!("the browser hung; once more in a new one");
            play(&test)
        }
        outcome => outcome,
    }
}

/// What `ChromeDriver` says of a browser that no longer answers.
const HUNG: &str = "Timed out receiving message from renderer";

fn play(test: &impl AsyncFn(WebDriver) -> Outcome) -> Outcome {
    let runtime = RUNTIME.as_ref()?;
    let _turn = Turn::begin();
    let idle = stage().idle.pop();
    let session = match idle {
        Some(session) => session,
        None => runtime.block_on(Session::start())?,
    };
    runtime.block_on(async {
        test(session.driver.clone()).await?;
        session.turn_over().await
    })?;
    stage().idle.push(session);
    Ok(())
}
