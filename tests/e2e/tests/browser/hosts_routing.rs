//! A host that has a router of its own: fragment, query and history stay its own, but for what an element was
//! told to keep there.

use partneratlas_e2e::{Atlas, Browser, Outcome, Result, Site, assert_soon};
use serde::Deserialize;
use thirtyfour::prelude::*;

/// What the host's router has noted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
struct Account {
    shown: Vec<String>,
    pushed: usize,
    replaced: usize,
    popped: usize,
    strange: Vec<String>,
}

async fn account(browser: &Browser) -> Result<Account> {
    browser.run("return account", vec![]).await
}

async fn turn_to(browser: &Browser, page: &str) -> Outcome {
    browser.driver().find(By::Css(format!("nav a[href='#/{page}']"))).await?.click().await?;
    let title = async || Ok(browser.driver().find(By::Id("page")).await?.text().await?);
    assert_soon!(title(), page.to_owned());
    Ok(())
}

async fn place(browser: &Browser) -> Result<String> {
    browser.run("return location.pathname + location.search + location.hash", vec![]).await
}

/// Does what touches the address on a page of our own.
async fn use_it(atlas: &Atlas) -> Outcome {
    atlas.facet("land", "KE").await?.choose().await?;
    assert_soon!(atlas.hits(), ["noreld"]);
    atlas.show("karta").await?;
    assert_soon!(atlas.number_of(".map"), 1_usize);
    Ok(())
}

#[test]
fn without_being_told_it_leaves_the_address_and_the_history_alone() -> Outcome {
    Site::published().elsewhere(async |browser| {
        let atlas = browser.open("router.html#/start").await?;
        use_it(&atlas).await?;
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        turn_to(&browser, "skola").await?;
        turn_to(&browser, "internationellt").await?;
        assert_eq!(atlas.number_of(".detail").await?, 1, "the host's steps are not its own");
        browser.driver().back().await?;
        assert_soon!(place(&browser), "/router.html#/skola".to_owned());
        assert_eq!(atlas.number_of(".detail").await?, 1);
        let shown = async || Ok(account(&browser).await?.shown);
        assert_soon!(shown(), ["start", "skola", "internationellt", "skola"]);
        let noted = account(&browser).await?;
        assert_eq!((noted.pushed, noted.replaced), (0, 0), "{noted:?}");
        assert_eq!(noted.strange, [""; 0]);
        Ok(())
    })
}

#[test]
fn in_the_query_it_keeps_to_its_own_keys() -> Outcome {
    Site::published().elsewhere(async |browser| {
        let atlas = browser.open("router-query.html?sida=2&land=SE#/start").await?;
        assert_eq!(atlas.count().await?, 20, "the host's keys are not the element's");
        use_it(&atlas).await?;
        let own = "/router-query.html?sida=2&land=SE&pa.land=KE&pa.vy=karta#/start";
        assert_soon!(sorted(&browser), sorted_keys(own));
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        assert!(place(&browser).await?.contains("pa.projekt=noreld"));
        browser.driver().back().await?;
        assert_soon!(atlas.number_of(".detail"), 0_usize);
        turn_to(&browser, "skola").await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        assert_eq!(account(&browser).await?.strange, [""; 0]);
        let with_page = own.replace("#/start", "#/skola");
        assert_soon!(sorted(&browser), sorted_keys(&with_page));
        Ok(())
    })
}

#[test]
fn the_page_stays_the_page_whatever_addresses_count_from() -> Outcome {
    Site::published().elsewhere(async |browser| {
        let atlas = browser.open("base.html?sida=2").await?;
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        let path = async || browser.run::<String>("return location.pathname", vec![]).await;
        assert_soon!(path(), "/base.html".to_owned());
        assert!(place(&browser).await?.contains("pa.land=KE"));
        let link = "return new URL(root.querySelector('.entry a').href).pathname";
        assert_eq!(atlas.read::<String>(link, &[]).await?, "/base.html");
        Ok(())
    })
}

#[test]
fn in_the_fragment_it_keeps_to_its_own_keys() -> Outcome {
    Site::published().elsewhere(async |browser| {
        let atlas = browser.open("router-hash.html#rubrik").await?;
        use_it(&atlas).await?;
        let has_both = async || {
            let place = place(&browser).await?;
            let (page, fragment) = place.split_once('#').unwrap_or_default();
            Ok((page.to_owned(), fragment.contains("rubrik"), fragment.contains("pa.land=KE")))
        };
        assert_soon!(has_both(), ("/router-hash.html".to_owned(), true, true));
        // A page of the host's, whose fragment means nothing to the element, is not changed by it.
        turn_to(&browser, "skola").await?;
        assert_eq!(place(&browser).await?, "/router-hash.html#/skola");
        assert_eq!(account(&browser).await?.strange, [""; 0]);
        browser.driver().back().await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        // And one that is opened with it begins there.
        let fragment = place(&browser).await?;
        browser.driver().goto("about:blank").await?;
        let atlas = browser.open(fragment.trim_start_matches('/')).await?;
        assert_eq!(atlas.hits().await?, ["noreld"]);
        Ok(())
    })
}

/// The keys of an address in a fixed order, as nobody promises another.
fn sorted_keys(place: &str) -> String {
    let (page, fragment) = place.split_once('#').unwrap_or((place, ""));
    let (page, query) = page.split_once('?').unwrap_or((page, ""));
    let mut keys: Vec<&str> = query.split('&').collect();
    keys.sort_unstable();
    format!("{page}?{}#{fragment}", keys.join("&"))
}

async fn sorted(browser: &Browser) -> Result<String> {
    Ok(sorted_keys(&place(browser).await?))
}
