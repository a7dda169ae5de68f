//! A browser window of a test's own.

use http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{BrowserLogEntry, RequestData, SessionId};
use xtask::browser::Engine;

use crate::channel::{Entry, Level};
use crate::session::Tab;
use crate::site::RELEASE;
use crate::{Atlas, Fault, Outcome, Result, Site, assert_soon, session};

/// The events that the element promises to its host.
const EVENTS: [&str; 4] = ["pa-ready", "pa-filter-change", "pa-open", "pa-error"];

/// Ends when the page has had a frame for what the browser was told: its scripts hear in the first of
/// it, and its elements have their new sizes at that one's end.
const SETTLED: &str = "const frame = () => new Promise((go) => requestAnimationFrame(go));
    return frame().then(frame).then(() => null)";

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
    tab: Tab,
    site: String,
    /// Where the product is, if it is not on the same site.
    product: Option<String>,
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
        Browser::on(server.url(), test)
    }
}

impl Browser {
    /// Opens a browser for the site at an address, which ends with a slash, and runs a test in it, as
    /// [`Site::in_browser`] does.
    ///
    /// # Errors
    /// There is no browser, or the test fails.
    pub fn on(site: String, test: impl AsyncFn(Self) -> Outcome) -> Outcome {
        Self::within(Engine::Chromium, site, None, test)
    }

    /// The same in either browser, and maybe with the product elsewhere.
    pub(crate) fn within(
        engine: Engine,
        site: String,
        product: Option<String>,
        test: impl AsyncFn(Self) -> Outcome,
    ) -> Outcome {
        let play = session::in_tab(engine, async |tab| {
            let browser = Self { tab, site: site.clone(), product: product.clone() };
            browser.come_to_the_front().await?;
            test(browser.clone()).await?;
            browser.expect_clean_console().await
        });
        play.map_err(|cause| Fault::new(cause).into())
    }

    /// Which browser it is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.tab.engine
    }

    /// The address of the product's folder, with a slash at the end.
    #[must_use]
    pub fn product(&self) -> &str {
        self.product.as_deref().unwrap_or(&self.site)
    }

    /// Makes the page believe that its window is the one that the visitor works in: others are told of
    /// no focus. Firefox believes that of each.
    async fn come_to_the_front(&self) -> Outcome {
        if self.tab.engine == Engine::Chromium {
            let wanted = json!({ "enabled": true });
            self.driver().cdp().send_raw("Emulation.setFocusEmulationEnabled", wanted).await?;
        }
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
        self.driver().goto(format!("{}{address}", self.site)).await?;
        Ok(())
    }

    /// The element at a position of the page, once it is alive. It is brought into view first,
    /// because it waits for that.
    ///
    /// # Errors
    /// There is no such element, or it does not come alive.
    pub async fn atlas(&self, position: usize) -> Result<Atlas> {
        let hosts = self.driver().find_all(By::Css("partner-atlas")).await?;
        let host = hosts.into_iter().nth(position).ok_or("there is no such <partner-atlas>")?;
        self.driver().execute("arguments[0].scrollIntoView()", vec![host.to_json()?]).await?;
        let is_live = async || {
            let script = "return !!arguments[0].shadowRoot?.querySelector('[data-count]')";
            self.run::<bool>(script, vec![host.to_json()?]).await
        };
        assert_soon!(is_live(), true, "<partner-atlas> {position} came alive");
        self.run::<()>("window.scrollTo(0, 0)", vec![]).await?;
        Ok(Atlas::new(self.clone(), host))
    }

    /// Runs a script, as the body of a function, outside of the page's Content Security Policy.
    ///
    /// # Errors
    /// The script throws, or returns something else.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, given: Vec<Value>) -> Result<T> {
        Ok(self.driver().execute(script, given).await?.convert()?)
    }

    /// The WebDriver session underneath.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.tab.driver
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
        Ok(self.driver().title().await?)
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

    /// Gives the page this many CSS pixels, and time to hear of it. Windows have a least width; this
    /// has none.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        if let Some(channel) = &self.tab.channel {
            let size = json!({ "width": width, "height": height });
            let wanted = json!({ "context": self.handle().await?, "viewport": size });
            channel.ask("browsingContext.setViewport", &wanted)?;
        } else {
            let cdp = self.driver().cdp();
            cdp.emulation().set_device_metrics_override(width, height, 1.0, false).await?;
        }
        self.settle().await
    }

    /// Makes the visitor's system light or dark, and gives the page time to hear of it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn prefer(&self, scheme: Scheme) -> Outcome {
        let feature = ("prefers-color-scheme", scheme.key());
        if self.tab.engine == Engine::Firefox {
            let script = "gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = arguments[0]";
            self.run_in_the_browser(script, vec![json!(scheme.key())]).await?;
            return self.expect_to_be_told(&[feature]).await;
        }
        self.emulate("", &[feature]).await
    }

    /// Shows the page on another medium, such as `print`, and to somebody whose system has features of
    /// CSS, such as `forced-colors: active`; both in place of what was emulated before. Gives the page
    /// time to hear of it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn emulate(&self, media: &str, features: &[(&str, &str)]) -> Outcome {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let told: Vec<Value> = features.iter().map(feature).collect();
        let wanted = json!({ "media": media, "features": told });
        self.driver().cdp().send_raw("Emulation.setEmulatedMedia", wanted).await?;
        self.expect_to_be_told(features).await
    }

    /// Waits until the page knows of features of CSS.
    async fn expect_to_be_told(&self, features: &[(&str, &str)]) -> Outcome {
        for (name, value) in features {
            let query = format!("({name}: {value})");
            let script = "return matchMedia(arguments[0]).matches";
            assert_soon!(self.run::<bool>(script, vec![json!(query)]), true, "{query}");
        }
        self.settle().await
    }

    /// Gives the page a frame for what has just happened to it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn settle(&self) -> Outcome {
        self.run(SETTLED, vec![]).await
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
        self.prepare(&source).await
    }

    /// Runs a script before everything else in each page from the next one on.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn prepare(&self, source: &str) -> Outcome {
        if let Some(channel) = &self.tab.channel {
            return channel.prepare(&self.handle().await?, source);
        }
        let cdp = self.driver().cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        Ok(())
    }

    /// Switches the scripts of pages off, from the next page on. Those of tests still run.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn forbid_scripts(&self) -> Outcome {
        if self.tab.engine == Engine::Firefox {
            let script = "gBrowser.selectedBrowser.browsingContext.allowJavascript = false";
            return self.run_in_the_browser(script, vec![]).await;
        }
        let wanted = json!({ "value": true });
        self.driver().cdp().send_raw("Emulation.setScriptExecutionDisabled", wanted).await?;
        Ok(())
    }

    /// Lets the Wasm arrive that the site held back.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn let_go(&self) -> Outcome {
        let address = format!("{}{RELEASE}", self.product().trim_end_matches('/'));
        self.run("return fetch(arguments[0]).then(() => null)", vec![address.into()]).await
    }

    /// The addresses of everything that the page has asked for.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let script = "return performance.getEntriesByType('resource').map(({ name }) => name)";
        self.run(script, vec![]).await
    }

    /// Fails if something was asked of another site, or if anything is kept on the visitor's device.
    ///
    /// # Errors
    /// That, or the browser does not answer.
    pub async fn expect_no_traces(&self) -> Outcome {
        let asked = self.requests().await?;
        let is_ours =
            |name: &String| name.starts_with(&self.site) || name.starts_with(self.product());
        assert!(asked.iter().all(is_ours), "{asked:?}");
        let script = "return (async () => ({
            local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
            databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
            workers: (await navigator.serviceWorker.getRegistrations()).length }))()";
        let stored: Value = self.run(script, vec![]).await?;
        let nothing = json!({ "local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0 });
        assert_eq!(stored, nothing);
        assert_eq!(self.driver().get_all_cookies().await?.len(), 0);
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
        Ok(texts(self.take_console().await?, Level::Error))
    }

    /// Takes everything out of the console, and returns its warnings; fails if there are errors among it.
    ///
    /// # Errors
    /// The browser does not answer, or an error has been told.
    pub async fn take_console_warnings(&self) -> Result<Vec<String>> {
        let entries = self.take_console().await?;
        if let Some(error) = entries.iter().find(|entry| entry.level == Level::Error) {
            return Err(format!("the console holds an error: {}", error.text).into());
        }
        Ok(texts(entries, Level::Warning))
    }

    async fn take_console(&self) -> Result<Vec<Entry>> {
        if let Some(channel) = &self.tab.channel {
            return channel.take_entries(&self.handle().await?);
        }
        let entries = self.driver().browser_log().await?;
        let told = |entry: BrowserLogEntry| Entry { level: level(&entry), text: entry.message };
        Ok(entries.into_iter().map(told).collect())
    }

    async fn expect_clean_console(&self) -> Outcome {
        let errors = self.take_console_errors().await?;
        if errors.is_empty() {
            return Ok(());
        }
        Err(format!("the console holds errors: {errors:#?}").into())
    }

    /// What Firefox calls the tab.
    async fn handle(&self) -> Result<String> {
        Ok(self.driver().window().await?.to_string())
    }

    /// Runs a script in Firefox's own window, which may set what pages may not.
    async fn run_in_the_browser(&self, script: &str, given: Vec<Value>) -> Outcome {
        self.driver().handle().cmd(Stand("chrome")).await?;
        let outcome = self.run(script, given).await;
        self.driver().handle().cmd(Stand("content")).await?;
        outcome
    }
}

/// Where Firefox runs scripts from here on: in the page (`content`), or in its own window (`chrome`).
#[derive(Debug)]
struct Stand(&'static str);

impl FormatRequestData for Stand {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(Method::POST, format!("/session/{session}/moz/context"));
        request.add_body(json!({ "context": self.0 }))
    }
}

fn texts(entries: Vec<Entry>, level: Level) -> Vec<String> {
    entries.into_iter().filter(|entry| entry.level == level).map(|entry| entry.text).collect()
}

/// Errors proper, and anything that the Content Security Policy had to say.
fn level(entry: &BrowserLogEntry) -> Level {
    match entry.level.as_str() {
        "SEVERE" => Level::Error,
        _ if entry.message.contains("Content Security Policy") => Level::Error,
        "WARNING" => Level::Warning,
        _ => Level::Other,
    }
}
