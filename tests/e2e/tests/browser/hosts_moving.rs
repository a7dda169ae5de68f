//! A host that takes elements out, puts them back and moves them about: nothing of them stays behind.

use partneratlas_e2e::{Browser, Engine, Outcome, Result, Site, assert_soon};
use serde::Deserialize;
use serde_json::json;

const PAGE: &str = "moving.html";

/// Keeps account of what a program can leave behind in a page: listeners on what outlives an element, observers
/// that observe something, timers that will fire again.
const KEEP_ACCOUNT: &str = "{
    const lasting = (target) => [window, document, document.documentElement, document.body].includes(target)
        || ['MediaQueryList', 'VisualViewport', 'FontFaceSet', 'History', 'Navigation', 'ScreenOrientation']
            .includes(target?.constructor?.name);
    const listeners = new Map();
    const keyed = (type, options) => `${type} ${Boolean(typeof options === 'object' ? options?.capture : options)}`;
    const of = (target, key) => {
        if (!listeners.has(target)) listeners.set(target, new Map());
        const kinds = listeners.get(target);
        if (!kinds.has(key)) kinds.set(key, new Set());
        return kinds.get(key);
    };
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
        const target = this ?? window;
        if (listener && lasting(target)) {
            const key = keyed(type, options);
            of(target, key).add(listener);
            options?.signal?.addEventListener('abort', () => of(target, key).delete(listener));
            if (options?.once) add.call(target, type, () => of(target, key).delete(listener), options);
        }
        return add.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
        const target = this ?? window;
        if (lasting(target)) of(target, keyed(type, options)).delete(listener);
        return remove.call(target, type, listener, options);
    };
    const observed = new Map();
    for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) {
        const { observe, unobserve, disconnect } = window[name].prototype;
        window[name].prototype.observe = function (node, ...rest) {
            if (!observed.has(this)) observed.set(this, new Set());
            observed.get(this).add(node);
            return observe.call(this, node, ...rest);
        };
        window[name].prototype.disconnect = function () {
            observed.delete(this);
            return disconnect.call(this);
        };
        if (unobserve) window[name].prototype.unobserve = function (node) {
            observed.get(this)?.delete(node);
            return unobserve.call(this, node);
        };
    }
    const intervals = new Set();
    const { setInterval: start, clearInterval: stop } = window;
    window.setInterval = (...given) => {
        const id = start(...given);
        intervals.add(id);
        return id;
    };
    window.clearInterval = (id) => {
        intervals.delete(id);
        stop(id);
    };
    window.account = () => ({
        listeners: [...listeners].flatMap(([target, kinds]) => [...kinds].map(([key, all]) =>
            `${target.constructor.name} ${key}: ${all.size}`).filter((line) => !line.endsWith(': 0'))).sort(),
        observers: [...observed.values()].filter((nodes) => nodes.size > 0).length,
        intervals: intervals.size,
        elements: document.querySelectorAll('*').length,
    });
}";

/// What of a program is in a page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Account {
    /// By target, type and phase, with their number.
    listeners: Vec<String>,
    observers: usize,
    intervals: usize,
    /// Of the document, without shadow roots.
    elements: usize,
}

async fn account(browser: &Browser) -> Result<Account> {
    browser.run("return account()", vec![]).await
}

/// How much the browser itself has of everything, once it has swept.
#[derive(Debug)]
struct Burden {
    nodes: i64,
    listeners: i64,
    documents: i64,
    /// Bytes of the JavaScript heap.
    heap: f64,
    /// Bytes of the program's own memory.
    memory: i64,
}

impl Burden {
    async fn of(browser: &Browser) -> Result<Self> {
        let cdp = browser.driver().cdp();
        // What a first sweep sets free may set free more.
        for _ in 0..3 {
            cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let counters = cdp.send_raw("Memory.getDOMCounters", json!({})).await?;
        let counter = |name: &str| counters.get(name).and_then(serde_json::Value::as_i64);
        let heap = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
        // The glue is one for all that import it, and hands out the program that runs.
        let memory = "const name = performance.getEntriesByType('resource').map(({ name }) => name)
                .find((name) => /partneratlas-[0-9a-f]+\\.js$/.test(name));
            return import(name).then((glue) => glue.default()).then(({ memory }) => memory.buffer.byteLength)";
        Ok(Self {
            nodes: counter("nodes").ok_or("no nodes")?,
            listeners: counter("jsEventListeners").ok_or("no listeners")?,
            documents: counter("documents").ok_or("no documents")?,
            heap: heap.get("usedSize").and_then(serde_json::Value::as_f64).ok_or("no heap")?,
            memory: browser.run(memory, vec![]).await?,
        })
    }
}

impl Burden {
    /// What it is more than before. A hundred times nothing is nothing; what the browser itself has learned is
    /// something.
    fn more_than(&self, before: &Self) -> Vec<&'static str> {
        let checks = [
            ("nodes", self.nodes - before.nodes >= 50),
            ("listeners", self.listeners - before.listeners >= 5),
            ("documents", self.documents != before.documents),
            ("heap", self.heap - before.heap >= 500_000.0),
            ("memory", self.memory != before.memory),
        ];
        checks.into_iter().filter(|(_, is_more)| *is_more).map(|(name, _)| name).collect()
    }
}

/// Calls a function of the page as often as it is said, a few times at once: a script may not take for ever.
async fn repeat(browser: &Browser, function: &str, times: usize) -> Outcome {
    for _ in 0..times / 10 {
        browser.run::<()>(&format!("return {function}.then(() => null)"), vec![]).await?;
    }
    Ok(())
}

/// Puts elements in and takes them out, a hundred times.
async fn hundred_times(browser: &Browser, before: &Account) -> Outcome {
    repeat(browser, "replace(10)", 50).await?;
    browser.run::<()>("return insert().then((node) => { window.kept = node })", vec![]).await?;
    let while_it_is_there = account(browser).await?;
    assert!(while_it_is_there.observers > before.observers, "{while_it_is_there:?} would tell");
    repeat(browser, "reinsert(kept, 10)", 50).await?;
    browser.run("return remove(kept).then(() => { window.kept = null })", vec![]).await
}

#[test]
fn a_hundred_insertions_and_removals_leave_nothing_behind() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.prepare(KEEP_ACCOUNT).await?;
        browser.visit(PAGE).await?;
        // What is made once for all elements is there then.
        browser.run::<()>("return replace(3).then(() => null)", vec![]).await?;
        let before = account(&browser).await?;
        let burden = async || match browser.engine() {
            Engine::Chromium => Burden::of(&browser).await.map(Some),
            Engine::Firefox => Ok(None),
        };
        let burden_before = burden().await?;
        hundred_times(&browser, &before).await?;
        assert_soon!(account(&browser), before.clone());
        let Some(before) = burden_before else { return Ok(()) };
        // The last of them may hang on until the browser's next frame.
        let more = async || {
            let after = Burden::of(&browser).await?;
            println!("before: {before:?}\nafter:  {after:?}");
            Ok(after.more_than(&before))
        };
        assert_soon!(more(), [""; 0]);
        Ok(())
    })
}

#[test]
fn elements_that_are_gone_before_they_are_drawn_leave_nothing_behind() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.prepare(KEEP_ACCOUNT).await?;
        browser.visit(PAGE).await?;
        browser.run::<()>("return replace(1).then(() => null)", vec![]).await?;
        let before = account(&browser).await?;
        browser.run::<()>("return interrupt(30).then(() => null)", vec![]).await?;
        assert_soon!(account(&browser), before.clone());
        // The next one is none the worse for it.
        browser.run::<()>("return insert().then(() => null)", vec![]).await?;
        assert_eq!(browser.atlas(0).await?.count().await?, 20);
        Ok(())
    })
}

#[test]
fn an_element_that_is_gone_while_it_is_drawn_anew_comes_back() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit(PAGE).await?;
        browser.run::<()>("return insert().then(() => null)", vec![]).await?;
        let atlas = browser.atlas(0).await?;
        let script = "return (async () => {
            const wait = (time) => new Promise((go) => setTimeout(go, time));
            const place = host.parentNode;
            for (const pause of [0, 2, 5, 10, 20, 40]) {
                host.lang = host.lang === 'en' ? 'sv' : 'en';
                await wait(pause);
                host.remove();
                await wait(30);
                const ready = new Promise((go) => host.addEventListener('pa-ready', go, { once: true }));
                place.append(host);
                await ready;
            }
            return null;
        })()";
        atlas.read::<()>(script, &[]).await?;
        assert_eq!(browser.atlas(0).await?.count().await?, 20);
        Ok(())
    })
}

#[test]
fn an_element_that_is_moved_a_hundred_times_stays_what_it_is() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.prepare(KEEP_ACCOUNT).await?;
        browser.listen().await?;
        browser.visit(PAGE).await?;
        browser.run::<()>("return insert().then(() => null)", vec![]).await?;
        let atlas = browser.atlas(0).await?;
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.count(), 1);
        atlas.show("karta").await?;
        assert_soon!(atlas.number_of(".map"), 1_usize);
        let heard = browser.heard().await?;
        let before = account(&browser).await?;
        let move_it = "window.app = root.querySelector('.app'); shift(host, 100)";
        atlas.read::<()>(move_it, &[]).await?;
        // A step that does not come at once, as when a framework takes its time.
        let rest = "return new Promise((go) => requestAnimationFrame(() => setTimeout(go, 50)))";
        browser.run::<()>(rest, vec![]).await?;
        assert!(atlas.read::<bool>("return root.querySelector('.app') === app", &[]).await?);
        assert_eq!(atlas.count().await?, 1);
        assert_soon!(account(&browser), before.clone());
        assert_eq!(browser.heard().await?, heard, "nothing to tell");
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.count(), 4);
        Ok(())
    })
}
