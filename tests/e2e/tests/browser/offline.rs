//! The copy that a visitor can keep, to read without a network: only when asked for, whole, and gone without a
//! trace.

use std::fs;

use partneratlas_e2e::copied::Copied;
use partneratlas_e2e::{Browser, Outcome, Result, Site, assert_soon};
use serde_json::json;
use thirtyfour::prelude::*;

const BUTTON: &str = "[data-offline] button";
const SAVED: &str = "Klart. Nu går katalogen att läsa utan nät.";
const REMOVED: &str = "Borttagen. Inget finns kvar på den här enheten.";

/// The site of a test's own, with the offer in its pages.
fn site() -> Result<Copied> {
    let site = Copied::serve()?;
    for (page, up) in [("index.html", "./"), ("en/index.html", "../")] {
        // Until the pages bring it themselves.
        if !fs::read_to_string(site.file(page))?.contains("data-offline") {
            let script = format!("<script type=\"module\" src=\"{up}offline.js\"></script></head>");
            site.change(page, "</head>", &script)?;
            site.change(
                page,
                "</footer>",
                "<div class=\"offline\" hidden data-offline></div></footer>",
            )?;
        }
    }
    Ok(site)
}

/// The names of the kept copies.
async fn copies(browser: &Browser) -> Result<Vec<String>> {
    browser.run("return caches.keys()", vec![]).await
}

/// What the workers of the site do: those that install, that wait, and that are active.
async fn workers(browser: &Browser) -> Result<[usize; 3]> {
    let script = "return (async () => {
        const all = await navigator.serviceWorker.getRegistrations();
        return ['installing', 'waiting', 'active'].map((state) => all.filter((one) => one[state]).length);
    })()";
    browser.run(script, vec![]).await
}

async fn expect_nothing_kept(browser: &Browser) -> Outcome {
    assert_eq!(copies(browser).await?, [""; 0]);
    assert_eq!(workers(browser).await?, [0, 0, 0]);
    Ok(())
}

/// The text of a node of the offer.
async fn text(browser: &Browser, node: &str) -> Result<String> {
    browser
        .run("return document.querySelector(arguments[0])?.textContent ?? ''", vec![json!(node)])
        .await
}

async fn said(browser: &Browser) -> Result<String> {
    text(browser, "[data-offline] [role=status]").await
}

async fn press(browser: &Browser) -> Outcome {
    Ok(browser.driver().find(By::Css(BUTTON)).await?.click().await?)
}

/// Opens the page and keeps it.
async fn save(browser: &Browser) -> Outcome {
    browser.open("").await?;
    assert_soon!(text(browser, BUTTON), "Spara för läsning utan nät");
    press(browser).await?;
    assert_soon!(said(browser), SAVED);
    Ok(())
}

/// Has the browser look for a new build, as it does by itself on a visit.
async fn look_for_a_new_build(browser: &Browser) -> Outcome {
    let script = "return navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})
        .then(() => null)";
    browser.run::<()>(script, vec![]).await
}

/// The name of the build in a worker's text.
fn build(site: &Copied) -> Result<String> {
    let worker = fs::read_to_string(site.file("sw.js"))?;
    let name = worker.split('"').find(|text| text.starts_with("build-")).ok_or("no build")?;
    Ok(name.to_owned())
}

#[test]
fn nothing_is_kept_before_it_is_asked_for() -> Outcome {
    let site = site()?;
    site.in_browser(async |browser| {
        let atlas = browser.open("").await?;
        assert_soon!(text(&browser, BUTTON), "Spara för läsning utan nät");
        let offer = text(&browser, "[data-offline] p").await?;
        assert!(offer.contains(",") && offer.contains("\u{a0}MB"), "how much: {offer}");
        expect_nothing_kept(&browser).await?;
        atlas.switch_language().await?;
        assert_soon!(text(&browser, BUTTON), "Save for reading offline");
        expect_nothing_kept(&browser).await
    })
}

#[test]
fn what_was_kept_opens_without_a_server() -> Outcome {
    let site = site()?;
    site.in_browser(async |browser| {
        save(&browser).await?;
        assert_eq!(text(&browser, BUTTON).await?, "Ta bort från den här enheten");
        let [copy] = copies(&browser).await?.try_into().map_err(|all| format!("{all:?}"))?;
        assert_eq!(copy, format!("partneratlas / {}", build(&site)?));
        browser.driver().cdp().send_raw("Network.clearBrowserCache", json!({})).await?;
        site.stop();

        let atlas = browser.open("?land=KE").await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        assert_soon!(text(&browser, BUTTON), "Ta bort från den här enheten");
        let record = browser.open("en/?projekt=noreld").await?;
        assert_soon!(record.number_of(".detail"), 1_usize);
        let map = browser.open("en/index.html?vy=karta").await?;
        map.jump("kenya").await?;
        let script = "return performance.getEntriesByType('resource')
            .filter(({ name, responseStatus }) => name.includes('/assets/') && responseStatus === 200).length";
        assert_soon!(browser.run::<usize>(script, vec![]), 5_usize, "the finer map too");
        // What the browser itself says of a server that is gone.
        browser.take_console_errors().await?;
        Ok(())
    })
}

#[test]
fn a_page_that_no_build_had_is_not_made_up() -> Outcome {
    let site = site()?;
    site.in_browser(async |browser| {
        save(&browser).await?;
        browser.visit("en/").await?;
        let script = "return fetch('../saknas').then(({ status }) => status)";
        assert_eq!(browser.run::<u16>(script, vec![]).await?, 404);
        // Nothing but the build is kept, whatever is looked at.
        let script = "return caches.open(arguments[0]).then((kept) => kept.keys()).then((all) =>
            all.filter(({ url }) => url.includes('?') || url.includes('saknas')).length)";
        let name = copies(&browser).await?.pop().unwrap_or_default();
        assert_eq!(browser.run::<usize>(script, vec![json!(name)]).await?, 0);
        browser.take_console_errors().await?;
        Ok(())
    })
}

#[test]
fn a_new_build_is_taken_whole_or_not_at_all() -> Outcome {
    let site = site()?;
    site.in_browser(async |browser| {
        save(&browser).await?;
        // So that the page is one that the worker serves.
        let atlas = browser.open("?vy=karta").await?;
        let old = build(&site)?;
        let new = "build-0123456789abcdef";
        site.change("sw.js", &old, new)?;
        site.change("sw.js", "\"embed.js\"", "\"embed.js\", \"saknas.js\"")?;
        look_for_a_new_build(&browser).await?;
        assert_soon!(workers(&browser), [0, 0, 1]);
        assert_eq!(copies(&browser).await?, [format!("partneratlas / {old}")], "not half of it");

        site.change("sw.js", ", \"saknas.js\"", "")?;
        look_for_a_new_build(&browser).await?;
        assert_soon!(workers(&browser), [0, 1, 1]);
        let both = [&old, new].map(|name| format!("partneratlas / {name}"));
        let mut kept = copies(&browser).await?;
        kept.sort_by_key(|name| name.contains(new));
        assert_eq!(kept, both, "the open page keeps its own");
        fs::remove_dir_all(site.file("assets"))?;
        atlas.jump("kenya").await?;
        let script = "return performance.getEntriesByType('resource')
            .filter(({ name, responseStatus }) => name.includes('basemap') && responseStatus === 200).length";
        assert_soon!(browser.run::<usize>(script, vec![]), 1_usize);

        // Once the last page of the old build is closed, which a visit straight after may forestall.
        let left_and_come_back = async || {
            browser.driver().goto("about:blank").await?;
            browser.visit("").await?;
            copies(&browser).await
        };
        assert_soon!(left_and_come_back(), [format!("partneratlas / {new}")]);
        assert_soon!(workers(&browser), [0, 0, 1]);
        browser.take_console_errors().await?;
        Ok(())
    })
}

#[test]
fn what_cannot_be_kept_whole_is_not_kept() -> Outcome {
    let site = site()?;
    site.in_browser(async |browser| {
        site.change("sw.js", "\"embed.js\"", "\"embed.js\", \"saknas.js\"")?;
        browser.open("").await?;
        assert_soon!(text(&browser, BUTTON), "Spara för läsning utan nät");
        press(&browser).await?;
        let has_failed = async || Ok(said(&browser).await?.starts_with("Allt kunde inte hämtas"));
        assert_soon!(has_failed(), true);
        assert_eq!(text(&browser, BUTTON).await?, "Spara för läsning utan nät");
        expect_nothing_kept(&browser).await?;
        browser.take_console_errors().await?;

        site.change("sw.js", ", \"saknas.js\"", "")?;
        press(&browser).await?;
        assert_soon!(said(&browser), SAVED);
        Ok(())
    })
}

#[test]
fn a_second_press_takes_everything_away() -> Outcome {
    let site = site()?;
    site.in_browser(async |browser| {
        save(&browser).await?;
        browser.open("").await?;
        assert_soon!(text(&browser, BUTTON), "Ta bort från den här enheten");
        press(&browser).await?;
        assert_soon!(said(&browser), REMOVED);
        expect_nothing_kept(&browser).await?;
        press(&browser).await?;
        assert_soon!(said(&browser), SAVED, "and it can be kept once more");
        press(&browser).await?;
        assert_soon!(said(&browser), REMOVED);
        browser.open("").await?;
        expect_nothing_kept(&browser).await
    })
}

#[test]
fn the_publisher_can_take_all_copies_back() -> Outcome {
    let site = site()?;
    site.in_browser(async |browser| {
        save(&browser).await?;
        fs::copy(xtask::workspace::path("docs/server/sw.js"), site.file("sw.js"))?;
        look_for_a_new_build(&browser).await?;
        assert_soon!(copies(&browser), [""; 0]);
        assert_soon!(workers(&browser), [0, 0, 0]);
        browser.open("?land=KE").await?;
        Ok(())
    })
}

#[test]
fn another_site_that_embeds_or_frames_it_gets_no_offer() -> Outcome {
    let framed = "<!doctype html><title>x</title><link rel=icon href=data:,><script type=module src=./embed.js></script>
        <partner-atlas></partner-atlas><iframe src=./en/ title=x></iframe>";
    Site::published().hosted_by(framed).in_browser(async |browser| {
        browser.open("").await?;
        let script = "const page = document.querySelector('iframe').contentDocument;
            return [page.readyState, page.querySelectorAll('[data-offline]:not([hidden])').length]";
        assert_soon!(browser.run::<(String, usize)>(script, vec![]), ("complete".to_owned(), 0));
        expect_nothing_kept(&browser).await
    })
}
