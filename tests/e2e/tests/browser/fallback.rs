//! Where the program cannot start, or stops: the page itself serves, and blames nobody.

use partneratlas_e2e::catalogue::Catalogue;
use partneratlas_e2e::{Atlas, Browser, Outcome, Result, Site, Wasm, assert_soon};
use thirtyfour::prelude::*;

const PLAIN: &str = include_str!("../../../hosts/plain.html");
const TWO: &str = include_str!("../../../hosts/two.html");

/// A start page, and what it says when there is no more than itself.
struct Page {
    path: &'static str,
    /// Of a record.
    title: &'static str,
    said: &'static str,
    again: &'static str,
}

const PAGES: [Page; 2] = [
    Page {
        path: "",
        title: "Kommunalt partnerskap med Uasin Gishu County, Kenya (NORELD)",
        said: "Sökning, filter, tidslinje och karta kunde inte startas. \
               Alla uppgifter finns ändå här nedanför.",
        again: "Försök igen",
    },
    Page {
        path: "en/",
        title: "Municipal partnership with Uasin Gishu County, Kenya (NORELD)",
        said: "Search, filters, timeline and map could not be started. \
               All the information is still here below.",
        again: "Try again",
    },
];

/// Whatever of the shadow root is to be seen, and `shown`, which says whether a node is.
const WITHIN: &str = "const host = document.querySelector('partner-atlas');
    const root = host.shadowRoot;
    const shown = (node) => node?.checkVisibility() && node.getClientRects().length > 0;";

async fn read<T: serde::de::DeserializeOwned>(browser: &Browser, script: &str) -> Result<T> {
    browser.run(&format!("{WITHIN} {script}"), vec![]).await
}

/// The text of the note and that of its button.
async fn note(browser: &Browser) -> Result<Vec<String>> {
    let script = "return [...root?.querySelectorAll('[role=status] > *') ?? []]
        .filter(shown).map((node) => node.innerText)";
    read(browser, script).await
}

/// The records whose links are to be seen in the page itself.
async fn readable(browser: &Browser) -> Result<Vec<String>> {
    let script = "return [...host.querySelectorAll('[data-project]')]
        .filter((entry) => shown(entry) && shown(entry.querySelector('h3 a[href]')))
        .map((entry) => entry.dataset.project)";
    read(browser, script).await
}

/// Fails unless every record can be read and reached; leaves the start page for one of them.
async fn expect_everything_readable(browser: &Browser, page: &Page) -> Outcome {
    let catalogue = Catalogue::published()?;
    let readable = readable(browser).await?;
    for id in catalogue.entries() {
        assert!(readable.iter().any(|shown| shown == id), "{id} in {readable:?}");
    }
    let link = "host.querySelector('[data-project=noreld] h3 a').click()";
    read::<()>(browser, link).await?;
    let title = "return document.querySelector('partner-atlas h2')?.innerText.trim()";
    assert_soon!(read::<Option<String>>(browser, title), Some(page.title.to_owned()));
    Ok(())
}

/// Opens both start pages of a site on which the program does not start.
fn expect_the_page_to_serve(site: Site, before: &str) -> Outcome {
    for page in PAGES {
        site.in_browser(async |browser| {
            browser.listen().await?;
            browser.prepare(before).await?;
            browser.visit(page.path).await?;
            assert_soon!(browser.heard(), ["pa-error"]);
            assert_soon!(note(&browser), [page.said, page.again]);
            browser.expect_no_traces().await?;
            let told = browser.take_console_errors().await?;
            assert!(told.iter().any(|told| told.contains("partner-atlas:")), "{told:?}");
            expect_everything_readable(&browser, &page).await?;
            // The record's page fares no better, but need not be waited for.
            browser.driver().goto("about:blank").await?;
            browser.take_console_errors().await?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn without_webassembly_the_page_serves() -> Outcome {
    expect_the_page_to_serve(Site::published(), "delete globalThis.WebAssembly")
}

#[test]
fn under_a_policy_without_wasm_the_page_serves() -> Outcome {
    expect_the_page_to_serve(Site::published().forbidding_wasm(), "")
}

#[test]
fn without_its_wasm_the_page_serves() -> Outcome {
    expect_the_page_to_serve(Site::published().with_wasm(Wasm::Missing), "")
}

#[test]
fn with_a_wasm_that_broke_off_the_page_serves() -> Outcome {
    expect_the_page_to_serve(Site::published().with_wasm(Wasm::Truncated), "")
}

#[test]
fn with_a_wasm_that_wants_another_glue_the_page_serves() -> Outcome {
    expect_the_page_to_serve(Site::published().with_wasm(Wasm::WithOtherImports), "")
}

#[test]
fn with_a_wasm_that_another_glue_wants_the_page_serves() -> Outcome {
    expect_the_page_to_serve(Site::published().with_wasm(Wasm::WithOtherExports), "")
}

#[test]
fn with_a_wasm_that_does_not_arrive_the_page_serves() -> Outcome {
    expect_the_page_to_serve(Site::published().with_wasm(Wasm::Held), "")
}

#[test]
fn what_arrives_after_all_takes_over() -> Outcome {
    Site::published().with_wasm(Wasm::Held).in_browser(async |browser| {
        browser.listen().await?;
        browser.visit("").await?;
        assert_soon!(browser.heard(), ["pa-error"]);
        assert_eq!(browser.take_console_errors().await?.len(), 1, "the developer is told");
        browser.let_go().await?;
        let atlas = browser.atlas(0).await?;
        assert_eq!(browser.heard().await?, ["pa-error", "pa-ready"]);
        assert_eq!(note(&browser).await?, [""; 0]);
        assert_eq!(readable(&browser).await?, [""; 0], "one list is enough");
        assert_eq!(atlas.count().await?, 20);
        Ok(())
    })
}

#[test]
fn a_second_attempt_does_not_throw_away_what_is_on_its_way() -> Outcome {
    Site::published().with_wasm(Wasm::HeldThenLost).in_browser(async |browser| {
        browser.visit("").await?;
        assert_soon!(note(&browser), [PAGES[0].said, PAGES[0].again]);
        press_again(&browser).await?;
        assert_soon!(note(&browser), [PAGES[0].said, "Försöker igen …"]);
        let attempts = "return performance.getEntriesByType('resource')
            .filter(({ name }) => name.includes('embed.js?again')).length";
        assert_soon!(browser.run::<usize>(attempts, vec![]), 1);
        browser.let_go().await?;
        browser.atlas(0).await?;
        browser.take_console_errors().await?;
        Ok(())
    })
}

#[test]
fn without_scripts_the_page_serves() -> Outcome {
    for page in PAGES {
        Site::published().in_browser(async |browser| {
            browser.forbid_scripts().await?;
            browser.visit(page.path).await?;
            expect_everything_readable(&browser, &page).await?;
            let declared = read::<String>(&browser, "return root.innerHTML").await?;
            assert_eq!(declared, "<slot></slot>", "nothing has run");
            Ok(())
        })?;
    }
    Ok(())
}

async fn press_again(browser: &Browser) -> Outcome {
    let host = browser.driver().find(By::Css("partner-atlas")).await?;
    Ok(host.get_shadow_root().await?.find(By::Css("button")).await?.click().await?)
}

#[test]
fn a_second_attempt_can_succeed() -> Outcome {
    Site::published().with_wasm(Wasm::TruncatedOnce).in_browser(async |browser| {
        browser.visit("?land=KE").await?;
        assert_soon!(note(&browser), [PAGES[0].said, PAGES[0].again]);
        browser.take_console_errors().await?;
        press_again(&browser).await?;
        let atlas = browser.atlas(0).await?;
        assert_eq!(atlas.hits().await?, ["noreld"]);
        assert!(atlas.has_focus(".results h2").await?, "the button had it");
        assert_eq!(note(&browser).await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn after_a_second_failure_there_is_no_third_attempt() -> Outcome {
    Site::published().with_wasm(Wasm::Truncated).in_browser(async |browser| {
        browser.listen().await?;
        browser.visit("").await?;
        assert_soon!(note(&browser), [PAGES[0].said, PAGES[0].again]);
        press_again(&browser).await?;
        assert_soon!(browser.heard(), ["pa-error", "pa-error"]);
        assert_soon!(note(&browser), [PAGES[0].said]);
        let focused = "return root.activeElement?.innerText";
        assert_soon!(read::<Option<String>>(&browser, focused), Some(PAGES[0].said.to_owned()));
        assert!(!browser.take_console_errors().await?.is_empty());
        Ok(())
    })
}

#[test]
fn in_a_page_of_somebody_else_their_own_content_stays() -> Outcome {
    Site::published().hosted_by(PLAIN).with_wasm(Wasm::Missing).in_browser(async |browser| {
        browser.visit("").await?;
        let said = "Sökning, filter, tidslinje och karta kunde inte startas.";
        assert_soon!(note(&browser), [said, PAGES[0].again]);
        let own = "return [...host.children].filter(shown).map((node) => node.innerText)";
        let own: Vec<String> = read(&browser, own).await?;
        assert_eq!(own, ["Norrköpings internationella projekt"]);
        assert!(!browser.take_console_errors().await?.is_empty());
        Ok(())
    })
}

/// Makes the program break in its answer to the visitor: the browser no longer makes nodes for it.
async fn make_it_stop(atlas: &Atlas, land: &str) -> Outcome {
    let refuse = "Node.prototype.made ??= Node.prototype.cloneNode;
        Node.prototype.cloneNode = () => { throw new Error('refused') }";
    atlas.run::<()>(refuse, vec![]).await?;
    atlas.facet("land", land).await?.choose().await?;
    let has_stopped = async || {
        let script = "return !root.querySelector('.app')";
        atlas.read::<bool>(script, &[]).await
    };
    assert_soon!(has_stopped(), true);
    let told = atlas.take_console_errors().await?;
    assert!(told.iter().any(|told| told.contains("unreachable")), "{told:?}");
    atlas.run("Node.prototype.cloneNode = Node.prototype.made", vec![]).await
}

#[test]
fn when_the_program_stops_the_page_is_back_and_a_new_program_can_be_had() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.listen().await?;
        let atlas = browser.open("?lang=en").await?;
        make_it_stop(&atlas, "KE").await?;
        assert_soon!(note(&browser), [PAGES[0].said, PAGES[0].again]);
        assert_eq!(browser.language().await?, "sv", "the page is what it was");
        assert_eq!(browser.heard().await?.last().map(String::as_str), Some("pa-error"));
        press_again(&browser).await?;
        let atlas = browser.atlas(0).await?;
        assert_eq!(browser.language().await?, "en", "as the address says");
        atlas.facet("land", "ZA").await?.choose().await?;
        let chips = async || atlas.chips().await.map(|chips| chips.join(" "));
        let has_answered = async || chips().await.map(|chips| chips.contains("South Africa"));
        assert_soon!(has_answered(), true);
        make_it_stop(&atlas, "IT").await?;
        assert_soon!(note(&browser), [PAGES[0].said]);
        expect_everything_readable(&browser, &PAGES[0]).await
    })
}

#[test]
fn a_program_that_stops_stops_for_all_elements() -> Outcome {
    Site::published().hosted_by(TWO).in_browser(async |browser| {
        browser.listen().await?;
        browser.visit("").await?;
        let first = browser.atlas(0).await?;
        browser.atlas(1).await?;
        make_it_stop(&first, "KE").await?;
        let notes = "return [...document.querySelectorAll('partner-atlas')]
            .map((host) => host.shadowRoot.querySelector('[role=status] p')?.innerText)";
        let notes = async || browser.run::<Vec<Option<String>>>(notes, vec![]).await;
        let said = [
            "Sökning, filter, tidslinje och karta kunde inte startas.",
            "Search, filters, timeline and map could not be started.",
        ];
        assert_soon!(notes(), said.map(|said| Some(said.to_owned())));
        press_again(&browser).await?;
        assert_eq!(browser.atlas(1).await?.count().await?, 20);
        Ok(())
    })
}

#[test]
fn an_error_of_the_hosts_stops_nothing() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.listen().await?;
        let atlas = browser.open("").await?;
        let script = "addEventListener('pa-filter-change', () => { throw new Error('mine') });
            setTimeout(() => { throw new RangeError('mine') });
            Promise.reject(new WebAssembly.RuntimeError('mine'))";
        browser.run::<()>(script, vec![]).await?;
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.count(), 4);
        assert!(!browser.heard().await?.iter().any(|event| event == "pa-error"));
        let told = browser.take_console_errors().await?;
        assert!(told.len() >= 3 && told.iter().all(|told| told.contains("mine")), "{told:?}");
        Ok(())
    })
}
