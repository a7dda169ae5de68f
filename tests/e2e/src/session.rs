//! Sessions of a browser, handed from one test to the next: starting a browser takes longer than
//! most tests do.
//!
//! A test gets a tab that nobody used before, on a site with a port of its own, so that nothing of
//! the tests before it is left. A session in which a test failed is not handed on. The last test
//! out turns off the light: no browser outlives the tests.

use std::io;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::prelude::*;
use thirtyfour::{CapabilitiesHelper, ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::runtime::{Builder, Runtime};

use xtask::browser::{self, Engine};

use crate::channel::Channel;
use crate::driver::Driver;
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

/// The same for Firefox: names of settings with their values.
const SETTINGS: [(&str, u8); 2] =
    [("ui.prefersReducedMotion", 1), ("browser.cache.disk.enable", 0)];

/// How long a script of a test's may take, such as axe-core's look at all of a page.
const PATIENCE: Duration = Duration::from_secs(120);

/// A tab that a test may use.
#[derive(Debug, Clone)]
pub(crate) struct Tab {
    /// Which browser it is in.
    pub(crate) engine: Engine,
    pub(crate) driver: WebDriver,
    /// In Firefox only.
    pub(crate) channel: Option<Arc<Channel>>,
}

/// A browser with the driver that steers it. Dropping it ends both, the browser first.
#[derive(Debug)]
struct Session {
    tab: Tab,
    _process: Driver,
}

impl Session {
    async fn start(engine: Engine) -> Result<Self> {
        let (name, driver) = (engine.name(), engine.driver());
        let found = engine.find().ok_or_else(|| {
            format!("no {name} with {driver} here: `cargo xtask test` installs them")
        })?;
        let process = Driver::start(&found)?;
        let tab = match engine {
            Engine::Chromium => chromium(&found, &process).await?,
            Engine::Firefox => firefox(&found, &process).await?,
        };
        Ok(Self { tab, _process: process })
    }

    /// Exchanges the tab for a new one: what was emulated, added or logged goes with the old.
    async fn turn_over(&self) -> Outcome {
        let driver = &self.tab.driver;
        // What a page says as it goes is not the next test's.
        driver.goto("about:blank").await?;
        let new = driver.new_tab().await?;
        driver.close_window().await?;
        driver.switch_to_window(new.clone()).await?;
        match &self.tab.channel {
            Some(channel) => drop(channel.take_entries(&new.to_string())?),
            None => drop(driver.browser_log().await?),
        }
        Ok(())
    }
}

async fn chromium(found: &browser::Browser, process: &Driver) -> Result<Tab> {
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&found.program.to_string_lossy())?;
    for argument in ARGUMENTS {
        wishes.add_arg(argument)?;
    }
    wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    let driver = WebDriver::new(process.url(), wishes).await?;
    driver.set_script_timeout(PATIENCE).await?;
    Ok(Tab { engine: Engine::Chromium, driver, channel: None })
}

async fn firefox(found: &browser::Browser, process: &Driver) -> Result<Tab> {
    let mut wishes = DesiredCapabilities::firefox();
    wishes.set_firefox_binary(&found.program.to_string_lossy())?;
    for argument in ["-headless", "-width=1280", "-height=985"] {
        wishes.add_arg(argument)?;
    }
    let mut settings = FirefoxPreferences::new();
    for (name, value) in SETTINGS {
        settings.set(name, value)?;
    }
    wishes.set_preferences(settings)?;
    wishes.set("webSocketUrl", true)?;
    let driver = WebDriver::new(process.url(), wishes).await?;
    driver.set_script_timeout(PATIENCE).await?;
    let socket = driver.handle().capabilities().get("webSocketUrl");
    let socket = socket.and_then(serde_json::Value::as_str).ok_or("Firefox has no socket")?;
    let channel = Some(Arc::new(Channel::open(socket)?));
    Ok(Tab { engine: Engine::Firefox, driver, channel })
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

/// Runs a test in a session of Chromium.
///
/// # Errors
/// There is no browser, or the test fails.
pub fn in_session(test: impl AsyncFn(WebDriver) -> Outcome) -> Outcome {
    in_tab(Engine::Chromium, async |tab| test(tab.driver).await)
}

/// The same in either browser, for those that need to know more of it.
pub(crate) fn in_tab(engine: Engine, test: impl AsyncFn(Tab) -> Outcome) -> Outcome {
    let runtime = RUNTIME.as_ref()?;
    let _turn = Turn::begin();
    let session = match idle(engine) {
        Some(session) => session,
        None => runtime.block_on(Session::start(engine))?,
    };
    runtime.block_on(async {
        test(session.tab.clone()).await?;
        session.turn_over().await
    })?;
    stage().idle.push(session);
    Ok(())
}

/// A session of the browser that nobody uses.
fn idle(engine: Engine) -> Option<Session> {
    let idle = &mut stage().idle;
    let position = idle.iter().rposition(|session| session.tab.engine == engine)?;
    Some(idle.swap_remove(position))
}
