//! How the app takes the page's own content over: in one frame, where the visitor is.

use partneratlas_e2e::{Browser, Outcome, Result, Site, Wasm, assert_soon};
use serde_json::Value;

const SIZES: [(u32, u32); 2] = [(375, 700), (1280, 900)];

const PAGES: [&str; 7] = [
    "",
    "en/",
    "projekt/noreld/",
    "en/project/noreld/",
    "kommun/0581/",
    "?vy=tidslinje",
    "?vy=karta",
];

/// Notes every shift of the layout, and in every frame what of the two contents is to be seen. A page that
/// is still arriving may have the element without anything in it yet.
const WATCH: &str = "
    window.shifts = []; window.frames_ = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            shifts.push({ value, moved: sources.map(({ node, previousRect, currentRect }) =>
                `${node?.nodeName}.${node?.className}: ${previousRect.top} to ${currentRect.top}`) });
        }
    }).observe({ type: 'layout-shift', buffered: true });
    const shown = (node) => Boolean(node?.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0);
    const look = () => {
        const host = document.querySelector('partner-atlas');
        if (host) {
            const app = shown(host.shadowRoot?.querySelector('.app'));
            const own = [...host.children].some(shown);
            const now = own && app ? 'both' : own ? 'own' : app ? 'app' : 'nothing';
            const arriving = document.readyState === 'loading' && frames_.length === 0 && now === 'nothing';
            if (!arriving && frames_.at(-1) !== now) frames_.push(now);
        }
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

async fn frames(browser: &Browser) -> Result<Vec<String>> {
    browser.run("return window.frames_", vec![]).await
}

/// Opens a page and has it all to read, and no app yet.
async fn arrive(browser: &Browser, page: &str) -> Outcome {
    browser.prepare(WATCH).await?;
    browser.visit(page).await?;
    assert_soon!(frames(browser), ["own"]);
    Ok(())
}

/// Lets the app come, until it has been on the screen for some frames.
async fn taken_over(browser: &Browser) -> Outcome {
    assert_eq!(frames(browser).await?, ["own"]);
    browser.let_go().await?;
    assert_soon!(frames(browser), ["own", "app"]);
    let settle = "const [done] = [...arguments].slice(-1); let left = 10;
        const next = () => (left-- ? requestAnimationFrame(next) : setTimeout(done, 50)); next()";
    browser.driver().execute_async(settle, vec![]).await?;
    assert_eq!(frames(browser).await?, ["own", "app"], "once, and never nothing or both");
    Ok(())
}

#[test]
fn nothing_shifts_when_the_app_takes_over() -> Outcome {
    for (width, height) in SIZES {
        for page in PAGES {
            Site::published().with_wasm(Wasm::Held).in_browser(async |browser| {
                browser.resize(width, height).await?;
                arrive(&browser, page).await?;
                taken_over(&browser).await?;
                let shifts: Vec<Value> = browser.run("return shifts", vec![]).await?;
                assert!(shifts.is_empty(), "/{page} at {width}: {shifts:#?}");
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// Where a node is, in the page or in the app, whichever is to be seen.
async fn top_of(browser: &Browser, selector: &str) -> Result<f64> {
    let script = "const root = document.querySelector('partner-atlas').shadowRoot;
        return [document, root].flatMap((side) => [...side?.querySelectorAll(arguments[0]) ?? []])
            .find((node) => node.getClientRects().length > 0).getBoundingClientRect().top";
    browser.run(script, vec![selector.into()]).await
}

/// Scrolls a page of its own, and expects a node to be where it was once the app is there.
fn expect_to_stay(page: &str, scroll: &str, node: &str) -> Outcome {
    for (width, height) in SIZES {
        Site::published().with_wasm(Wasm::Held).in_browser(async |browser| {
            browser.resize(width, height).await?;
            arrive(&browser, page).await?;
            browser.run::<()>(scroll, vec![]).await?;
            let before = top_of(&browser, node).await?;
            taken_over(&browser).await?;
            let after = top_of(&browser, node).await?;
            assert!((before - after).abs() < 1.0, "{width}: from {before} to {after}");
            let shifts: Vec<Value> = browser.run("return shifts", vec![]).await?;
            assert!(shifts.is_empty(), "{width}: {shifts:#?}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn whoever_reads_goes_on_reading() -> Outcome {
    let scroll = "document.querySelector('[data-project=alba]').scrollIntoView(); scrollBy(0, 7)";
    expect_to_stay("", scroll, "[data-project=alba]")
}

#[test]
fn whoever_has_read_to_the_end_stays_there() -> Outcome {
    expect_to_stay("projekt/noreld/", "scrollTo(0, document.body.scrollHeight)", "footer")
}

/// Gives the focus to a node of the page itself, and expects it on that one once the app is there.
fn expect_focus(page: &str, before: &str, after: &str) -> Outcome {
    Site::published().with_wasm(Wasm::Held).in_browser(async |browser| {
        arrive(&browser, page).await?;
        let focus = "document.querySelector(arguments[0]).focus({ preventScroll: true })";
        browser.run::<()>(focus, vec![before.into()]).await?;
        taken_over(&browser).await?;
        let script = "const active = document.activeElement;
            const node = active.shadowRoot?.activeElement ?? active;
            return [node.matches(arguments[0]), node.outerHTML, scrollY]";
        let (fits, node, scrolled): (bool, String, f64) =
            browser.run(script, vec![after.into()]).await?;
        assert!(fits, "{before} on /{page} became {node}");
        assert!(scrolled < 1.0, "{scrolled}");
        Ok(())
    })
}

#[test]
fn the_focus_stays_on_the_link_to_a_record() -> Outcome {
    expect_focus("", "[data-project=raslatt-forskola] h3 a", "[data-project=raslatt-forskola] a")
}

#[test]
fn the_focus_on_something_that_the_app_has_not_goes_to_its_heading() -> Outcome {
    expect_focus("", "partner-atlas a:not([data-project] a)", ".results h2")?;
    expect_focus("projekt/noreld/", "partner-atlas a", ".detail h2")
}

#[test]
fn the_focus_elsewhere_stays_there() -> Outcome {
    expect_focus("", "footer a", "footer a")?;
    expect_focus("projekt/noreld/", "body", "body")
}
