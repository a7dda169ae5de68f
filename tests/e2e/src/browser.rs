//! A browser window of a test's own.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::BrowserLogEntry;
use thirtyfour::prelude::*;

use crate::{Atlas, Fault, Outcome, Result, Site, assert_soon, session};

/// The events that the element promises to its host.
const EVENTS: [&str; 4] = ["pa-ready", "pa-filter-change", "pa-open", "pa-error"];

/// Light or dark, as the visitor's system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// The word in CSS.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// One window on one site.
#[derive(Debug, Clone)]
pub struct Browser {
    driver: WebDriver,
    site: String,
}

impl Site {
    /// Serves the site, opens a browser on nothing yet, and runs a test in it. Fails as well if the
    /// console holds an error that the test did not ask for, a breach of the Content Security
    /// Policy among them.
    ///
    /// # Errors
    /// There is no browser, or the test fails.
    pub fn in_browser(self, test: impl AsyncFn(Browser) -> Outcome) -> Outcome {
        let server = self.serve()?;
        let play = session::in_session(async |driver| {
            let browser = Browser { driver, site: server.url() };
            browser.come_to_the_front().await?;
            test(browser.clone()).await?;
            browser.expect_clean_console().await
        });
        play.map_err(|cause| Fault::new(cause).into())
    }
}

impl Browser {
    /// Makes the page believe that its window is the one that the visitor works in: others are told of
    /// no focus.
    async fn come_to_the_front(&self) -> Outcome {
        let wanted = json!({ "enabled": true });
        self.driver.cdp().send_raw("Emulation.setFocusEmulationEnabled", wanted).await?;
        Ok(())
    }

    /// Opens an address below the site and waits for its one element to come alive.
    ///
    /// # Errors
    /// The page does not load, or no element comes alive.
    pub async fn open(&self, address: &str) -> Result<Atlas> {
        self.visit(address).await?;
        self.atlas(0).await
    }

    /// Opens an address below the site, whatever is there.
    ///
    /// # Errors
    /// The page does not load.
    pub async fn visit(&self, address: &str) -> Outcome {
        self.driver.goto(format!("{}{address}", self.site)).await?;
        Ok(())
    }

    /// The element at a position of the page, once it is alive. It is brought into view first,
    /// because it waits for that.
    ///
    /// # Errors
    /// There is no such element, or it does not come alive.
    pub async fn atlas(&self, position: usize) -> Result<Atlas> {
        let hosts = self.driver.find_all(By::Css("partner-atlas")).await?;
        let host = hosts.into_iter().nth(position).ok_or("there is no such <partner-atlas>")?;
        self.driver.execute("arguments[0].scrollIntoView()", vec![host.to_json()?]).await?;
        let is_live = async || {
            let script = "return !!arguments[0].shadowRoot?.querySelector('[role=status]')";
            self.run::<bool>(script, vec![host.to_json()?]).await
        };
        assert_soon!(is_live(), true, "<partner-atlas> {position} came alive");
        self.run::<()>("window.scrollTo(0, 0)", vec![]).await?;
        Ok(Atlas::new(self.clone(), host.get_shadow_root().await?, host))
    }

    /// Runs a script, as the body of a function, outside of the page's Content Security Policy.
    ///
    /// # Errors
    /// The script throws, or returns something else.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, given: Vec<Value>) -> Result<T> {
        Ok(self.driver.execute(script, given).await?.convert()?)
    }

    /// The WebDriver session underneath.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// What follows the path in the address bar, as `?land=KE`.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn address(&self) -> Result<String> {
        self.run("return location.search", vec![]).await
    }

    /// The title of the page.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn title(&self) -> Result<String> {
        Ok(self.driver.title().await?)
    }

    /// The language that the page says it is in.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn language(&self) -> Result<String> {
        self.run("return document.documentElement.lang", vec![]).await
    }

    /// How many steps the history has.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn history_length(&self) -> Result<usize> {
        self.run("return history.length", vec![]).await
    }

    /// Gives the page this many CSS pixels. Windows have a least width; this has none.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let cdp = self.driver.cdp();
        Ok(cdp.emulation().set_device_metrics_override(width, height, 1.0, false).await?)
    }

    /// Makes the visitor's system light or dark.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn prefer(&self, scheme: Scheme) -> Outcome {
        self.emulate("", ("prefers-color-scheme", scheme.key())).await
    }

    /// Shows the page on another medium, such as `print`, and to somebody whose system has a feature of
    /// CSS, such as `forced-colors: active`; both in place of what was emulated before.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn emulate(&self, media: &str, (name, value): (&str, &str)) -> Outcome {
        let features = json!([{ "name": name, "value": value }]);
        let wanted = json!({ "media": media, "features": features });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", wanted).await?;
        Ok(())
    }

    /// Keeps every event of the element that reaches the window, from the next page on.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn listen(&self) -> Outcome {
        let source = format!(
            "window.heard = [];
            for (const name of {EVENTS:?}) {{
                addEventListener(name, (event) => heard.push(event.type));
            }}"
        );
        let cdp = self.driver.cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        Ok(())
    }

    /// The names of the events heard so far.
    ///
    /// # Errors
    /// [`Browser::listen`] was not called before.
    pub async fn heard(&self) -> Result<Vec<String>> {
        self.run("return heard", vec![]).await
    }

    /// Takes the errors out of the console, so that they no longer fail the test.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn take_console_errors(&self) -> Result<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        let errors = entries.into_iter().filter(is_error);
        Ok(errors.map(|entry| entry.message).collect())
    }

    /// Takes everything out of the console, and returns its warnings; fails if there are errors among it.
    ///
    /// # Errors
    /// The browser does not answer, or an error has been told.
    pub async fn take_console_warnings(&self) -> Result<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        if let Some(error) = entries.iter().find(|entry| is_error(entry)) {
            return Err(format!("the console holds an error: {}", error.message).into());
        }
        let warnings = entries.into_iter().filter(|entry| entry.level == "WARNING");
        Ok(warnings.map(|entry| entry.message).collect())
    }

    async fn expect_clean_console(&self) -> Outcome {
        let errors = self.take_console_errors().await?;
        if errors.is_empty() {
            return Ok(());
        }
        Err(format!("the console holds errors: {errors:#?}").into())
    }
}

/// Errors proper, and anything that the Content Security Policy had to say.
fn is_error(entry: &BrowserLogEntry) -> bool {
    entry.level == "SEVERE" || entry.message.contains("Content Security Policy")
}
