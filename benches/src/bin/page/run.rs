//! Sessions in the browser.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use partneratlas_e2e::{Outcome, Result, in_session};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use xtask::server::Server;
use xtask::workspace;

use crate::profile::Profile;
use crate::script::Step;
use crate::trace::{Breakdown, CATEGORIES};

/// The views, named as in the address.
pub(crate) const VIEWS: [&str; 3] = ["lista", "tidslinje", "karta"];

/// The folders of the page as it is published, and with the names of its functions.
const PAGE: &str = "page";
const TRACED: &str = "page-traced";

/// How often a session is played in a browser of its own, fewer times once it took [`ENOUGH`].
pub(crate) const REPETITIONS: usize = 3;
const ENOUGH: Duration = Duration::from_secs(60);

/// What one session may take.
const BUDGET: Duration = Duration::from_secs(120);

/// How long the page plays before it hands over what it has. Until then nobody speaks to it.
const PORTION: Duration = Duration::from_secs(20);

/// How long a single answer of the page may take.
const PATIENCE: Duration = Duration::from_secs(115);

/// How many of the slowest interactions are looked into.
const SLOWEST: usize = 12;

/// One catalogue in one view.
#[derive(Debug, Serialize)]
pub(crate) struct Session {
    pub(crate) size: u32,
    pub(crate) view: &'static str,
    pub(crate) repetitions: usize,
    /// How many interactions were planned.
    pub(crate) planned: usize,
    /// Milliseconds of a fixed loop before and after each repetition: how free the machine was.
    pub(crate) spins: Vec<f64>,
    pub(crate) opened: Opened,
    pub(crate) steps: Vec<Measured>,
}

/// What opening took: milliseconds and bytes.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Opened {
    pub(crate) bytes: f64,
    pub(crate) parse: f64,
    pub(crate) index: f64,
    pub(crate) open: f64,
    /// The longest time for which nothing else could run, while it opened and was mounted.
    pub(crate) open_block: f64,
    pub(crate) mount_block: f64,
    /// Until the first frame was painted.
    pub(crate) mount: f64,
    /// The size of the program's memory; what of it is in use by catalogue and index.
    pub(crate) memory: f64,
    pub(crate) parsed_bytes: f64,
    pub(crate) index_bytes: f64,
    pub(crate) nodes: f64,
    pub(crate) spin: f64,
}

/// A step with what it took.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Measured {
    #[serde(flatten)]
    pub(crate) step: Step,
    #[serde(flatten)]
    pub(crate) times: Times,
}

/// Milliseconds of one interaction, and what was there afterwards.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Times {
    /// The event with its microtasks.
    pub(crate) script: f64,
    /// The frame: its callbacks, style, layout and paint.
    pub(crate) render: f64,
    /// Later frames that changed something, and timers.
    pub(crate) after: f64,
    /// Long tasks that the browser saw after the frame.
    pub(crate) late: f64,
    pub(crate) nodes: f64,
    pub(crate) count: f64,
}

impl Times {
    /// From the event to the painted frame.
    pub(crate) fn work(&self) -> f64 {
        self.script + self.render
    }

    fn or_less(self, other: Self) -> Self {
        if other.work() < self.work() { other } else { self }
    }
}

/// Where catalogues, page and results are.
pub(crate) fn folder() -> PathBuf {
    workspace::path("target/bench")
}

/// The catalogue of a size.
pub(crate) fn catalogue(size: u32) -> PathBuf {
    folder().join(format!("catalogue-{size}.json"))
}

/// Plays the steps. Of several repetitions the least counts for each step, as noise only adds.
pub(crate) fn session(
    size: u32,
    view: &'static str,
    steps: &[Step],
    most: usize,
) -> Result<Session> {
    let begun = Instant::now();
    let mut best: Option<(Opened, Vec<Times>)> = None;
    let mut repetitions = 0;
    let mut spins = Vec::new();
    while repetitions < most && begun.elapsed() < ENOUGH {
        let (opened, times, spin) = on_page(PAGE, size, view, async |page, opened| {
            let times = page.play(steps, BUDGET).await?;
            Ok((opened, times, page.call::<f64>("spin", vec![]).await?))
        })?;
        repetitions += 1;
        spins.extend([opened.spin, spin]);
        best = Some(match best {
            None => (opened, times),
            Some((first, before)) => (
                first.or_less(opened),
                before.into_iter().zip(times).map(|(a, b)| a.or_less(b)).collect(),
            ),
        });
    }
    let (opened, times) = best.ok_or("nothing was played")?;
    let steps_played = steps.iter().cloned().zip(times);
    let measured = steps_played.map(|(step, times)| Measured { step, times }).collect();
    Ok(Session { size, view, repetitions, planned: steps.len(), spins, opened, steps: measured })
}

impl Opened {
    fn or_less(self, other: Self) -> Self {
        Self {
            parse: self.parse.min(other.parse),
            index: self.index.min(other.index),
            open: self.open.min(other.open),
            open_block: self.open_block.min(other.open_block),
            mount: self.mount.min(other.mount),
            mount_block: self.mount_block.min(other.mount_block),
            ..self
        }
    }
}

/// Plays the steps once to find the slowest, then again with the profiler on for those.
pub(crate) fn profile(size: u32, view: &'static str, steps: &[Step]) -> Result<String> {
    on_page(TRACED, size, view, async |page, _| {
        let times = page.play(steps, BUDGET).await?;
        let mut order: Vec<usize> = (0..times.len()).collect();
        let work = |index: usize| times.get(index).map_or(0.0, Times::work);
        order.sort_by(|a, b| work(*b).total_cmp(&work(*a)));
        order.truncate(SLOWEST);
        let last = order.iter().max().map_or(0, |last| last + 1);
        let mut profile = Profile::default();
        page.cdp("Profiler.enable", json!({})).await?;
        page.cdp("Profiler.setSamplingInterval", json!({ "interval": 100 })).await?;
        for (index, step) in steps.iter().enumerate().take(last) {
            let chosen = order.contains(&index);
            if chosen {
                page.cdp("Profiler.start", json!({})).await?;
            }
            page.play(std::slice::from_ref(step), BUDGET).await?;
            if chosen {
                profile.add(&page.cdp("Profiler.stop", json!({})).await?)?;
            }
        }
        let slowest = order.iter().filter_map(|index| {
            let (step, times) = (steps.get(*index)?, times.get(*index)?);
            Some(format!(
                "- {:.1} ms ({:.1} script, {:.1} frame): {}\n",
                times.work(),
                times.script,
                times.render,
                serde_json::to_string(step).ok()?
            ))
        });
        Ok(format!("{}\n{}", slowest.collect::<String>(), profile.report()))
    })
}

/// Plays the steps under the browser's own trace.
pub(crate) fn trace(size: u32, view: &'static str, steps: &[Step]) -> Result<String> {
    on_page(TRACED, size, view, async |page, _| {
        let categories = CATEGORIES.join(",");
        let wishes = json!({ "categories": categories, "transferMode": "ReturnAsStream" });
        page.cdp("Tracing.start", wishes).await?;
        let times = page.play(steps, BUDGET).await?;
        page.cdp("Tracing.end", json!({})).await?;
        let text = page.traced().await?;
        // For the eye: browsers show such files.
        fs::write(folder().join(format!("trace-{size}-{view}.json")), &text)?;
        let breakdown = Breakdown::of(serde_json::from_str(&text)?)?;
        let work: f64 = times.iter().map(Times::work).sum();
        Ok(breakdown.report(work / f64::from(u32::try_from(times.len())?.max(1))))
    })
}

/// Opens the page on a catalogue in a fresh browser.
fn on_page<T>(
    page: &str,
    size: u32,
    view: &str,
    play: impl AsyncFn(&Page, Opened) -> Result<T>,
) -> Result<T> {
    let server = Server::start(folder(), None, None)?;
    let result = RefCell::new(None);
    in_session(async |driver| -> Outcome {
        driver.set_script_timeout(PATIENCE).await?;
        driver.goto(format!("{}{page}/index.html", server.url())).await?;
        let page = Page { driver };
        let opened = page.call("open", vec![json!(size), json!(view)]).await?;
        let played = play(&page, opened).await?;
        result.replace(Some(played));
        Ok(())
    })?;
    result.into_inner().ok_or_else(|| "the session has no result".into())
}

/// The test page.
struct Page {
    driver: WebDriver,
}

/// What a call of the page comes to.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer<T> {
    Given(T),
    Failed(String),
}

impl Page {
    /// Calls a function of `benches/page/page.js` and waits for what it promises.
    async fn call<T: DeserializeOwned>(&self, name: &str, given: Vec<Value>) -> Result<T> {
        let script = format!(
            "const over = arguments[arguments.length - 1];
            const given = [...arguments].slice(0, -1);
            globalThis.bench.{name}(...given).then(
                (given) => over({{ given }}),
                (cause) => over({{ failed: String(cause?.stack ?? cause) }}),
            );"
        );
        match self.driver.execute_async(script, given).await?.convert()? {
            Answer::Given(answer) => Ok(answer),
            Answer::Failed(cause) => Err(cause.into()),
        }
    }

    /// Plays steps for as long as they may take.
    async fn play(&self, steps: &[Step], budget: Duration) -> Result<Vec<Times>> {
        let begun = Instant::now();
        let mut times: Vec<Times> = Vec::new();
        while times.len() < steps.len() && begun.elapsed() < budget {
            let rest = json!(steps.get(times.len()..).unwrap_or_default());
            let portion = json!(PORTION.as_secs() * 1000);
            times.extend(self.call::<Vec<Times>>("run", vec![rest, portion]).await?);
        }
        Ok(times)
    }

    /// The trace that has just ended. The browser tells its handle in an event, which `WebDriver`
    /// does not pass on; but it numbers them, and this is the first.
    async fn traced(&self) -> Result<String> {
        const FIRST: &str = "1";
        let begun = Instant::now();
        let mut text = String::new();
        loop {
            let part = self.cdp("IO.read", json!({ "handle": FIRST, "size": 4_000_000 })).await;
            let Ok(part) = part else {
                // It is still being put together.
                if begun.elapsed() > PATIENCE {
                    return Err("the browser hands out no trace".into());
                }
                std::thread::sleep(Duration::from_millis(200));
                continue;
            };
            text.push_str(part.get("data").and_then(Value::as_str).unwrap_or_default());
            if part.get("eof") == Some(&json!(true)) {
                return Ok(text);
            }
        }
    }

    /// Sends a command of the `DevTools` protocol.
    async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }
}
