//! How soon the element is there in a host's page, and for how long the page is busy with it.
//! `cargo xtask bench embed` starts it.

#![expect(clippy::print_stdout, reason = "it says what it measured")]

use std::process::ExitCode;

use partneratlas_e2e::{Browser, Engine, Outcome, Result, Site};
use serde::Deserialize;
use serde_json::json;

/// The page of `tests/hosts` that it is measured in: the element is far below.
const PAGE: &str = "far.html";

/// The middle of so many is told.
const RUNS: usize = 7;

/// Lighthouse's slow 4G: milliseconds there and back, bytes a second.
const SLOW_4G: (u32, u32) = (150, 1_638_400 / 8);

/// From the nearing of the window to the painted list, in milliseconds.
const LIMIT: f64 = 1500.0;

/// A task longer than this is one that a visitor may notice, in milliseconds.
const LONG: f64 = 50.0;

/// Notes every long task from the beginning of the page.
const NOTE_TASKS: &str = "window.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration])))
        .observe({ type: 'longtask', buffered: true });";

/// Brings the element near the window, and waits until entries of its list have been painted.
const COME_NEAR: &str = "
    const host = document.querySelector('partner-atlas');
    const { top } = host.getBoundingClientRect();
    tasks.length = 0;
    const before = performance.now();
    scrollTo({ top: scrollY + top - innerHeight - 280, behavior: 'instant' });
    const isThere = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
    const isDrawn = () => [...host.shadowRoot?.querySelectorAll('[data-project]') ?? []].some(isThere);
    const frame = () => new Promise((go) => requestAnimationFrame(go));
    const rest = (time) => new Promise((go) => setTimeout(go, time));
    return (async () => {
        while (!isDrawn()) await frame();
        await frame();
        await rest(0);
        const painted = performance.now() - before;
        // What follows belongs to it as well.
        await rest(1000);
        return { painted, tasks: tasks.map(([start, duration]) => [start - before, duration]) };
    })()";

/// What was measured once.
#[derive(Debug, Deserialize)]
struct Run {
    /// Milliseconds until it was painted.
    painted: f64,
    /// The long tasks: when they began after the nearing, and how long they were, in milliseconds.
    tasks: Vec<(f64, f64)>,
}

/// How the visitor comes to the page.
struct Visit {
    name: &'static str,
    network: Option<(u32, u32)>,
    /// How many times slower the processor is.
    slower: u32,
    is_cached: bool,
    /// What holds for it: milliseconds until painted, and whether no task may be long.
    limit: Option<f64>,
    is_smooth: bool,
}

const VISITS: [Visit; 4] = [
    Visit {
        name: "desktop, first visit",
        network: None,
        slower: 1,
        is_cached: false,
        limit: None,
        is_smooth: true,
    },
    Visit {
        name: "desktop, cached",
        network: None,
        slower: 1,
        is_cached: true,
        limit: None,
        is_smooth: true,
    },
    Visit {
        name: "slow 4G, cached",
        network: Some(SLOW_4G),
        slower: 1,
        is_cached: true,
        limit: Some(LIMIT),
        is_smooth: false,
    },
    Visit {
        name: "slow 4G, cached, processor 4 times slower",
        network: Some(SLOW_4G),
        slower: 4,
        is_cached: true,
        limit: None,
        is_smooth: false,
    },
];

fn main() -> ExitCode {
    println!(
        "| visit | painted, ms: middle (least–most) | tasks over 50 ms in {RUNS} visits, ms |"
    );
    println!("| --- | ---: | --- |");
    for visit in VISITS {
        // A browser of its own for each, so that nothing is cached but what the visit caches.
        let outcome = Site::published()
            .elsewhere_in(Engine::Chromium, async |browser| measure(&browser, &visit).await);
        if let Err(cause) = outcome {
            eprintln!("error: {cause}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

async fn measure(browser: &Browser, visit: &Visit) -> Outcome {
    browser.resize(1280, 900).await?;
    browser.prepare(NOTE_TASKS).await?;
    let cdp = browser.driver().cdp();
    if visit.is_cached {
        come_near(browser).await?;
    }
    let cache = json!({ "cacheDisabled": !visit.is_cached });
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.setCacheDisabled", cache).await?;
    if let Some((latency, bytes)) = visit.network {
        let wanted = json!({ "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes });
        cdp.send_raw("Network.emulateNetworkConditions", wanted).await?;
    }
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": visit.slower })).await?;
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(come_near(browser).await?);
    }
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    println!("{}", line(visit, &mut runs));
    Ok(())
}

async fn come_near(browser: &Browser) -> Result<Run> {
    browser.visit("plain.html").await?;
    browser.visit(PAGE).await?;
    browser.run(COME_NEAR, vec![]).await
}

/// A line of the table.
fn line(visit: &Visit, runs: &mut [Run]) -> String {
    runs.sort_by(|one, other| one.painted.total_cmp(&other.painted));
    let times: Vec<f64> = runs.iter().map(|run| run.painted).collect();
    let time = |position: usize| times.get(position).copied().unwrap_or_default();
    let middle = time(RUNS / 2);
    let is_late = visit.limit.is_some_and(|limit| middle > limit);
    let tasks: Vec<(f64, f64)> = runs.iter().flat_map(|run| run.tasks.iter().copied()).collect();
    let tasks: Vec<_> = tasks.into_iter().filter(|(_, length)| *length > LONG).collect();
    let told = if tasks.is_empty() {
        "none".to_owned()
    } else {
        let lengths: Vec<String> =
            tasks.iter().map(|(start, length)| format!("{length:.0} at {start:.0}")).collect();
        format!("{}: {}", tasks.len(), lengths.join(", "))
    };
    let over = |is_over| if is_over { ", over the limit" } else { "" };
    format!(
        "| {} | {middle:.0} ({:.0}–{:.0}){} | {told}{} |",
        visit.name,
        time(0),
        time(RUNS - 1),
        over(is_late),
        over(visit.is_smooth && !tasks.is_empty()),
    )
}
