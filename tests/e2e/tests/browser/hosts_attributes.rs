//! What a host can wish for by attributes, from the beginning and while the element is alive.

use partneratlas_e2e::browser::Scheme;
use partneratlas_e2e::{Atlas, Browser, Outcome, Result, Site, assert_soon};
use serde_json::json;
use thirtyfour::prelude::*;

/// The records that the product's own page shows for a question.
async fn answer(browser: &Browser, question: &str) -> Result<Vec<String>> {
    browser.driver().goto(format!("{}{question}", browser.product())).await?;
    let mut hits = browser.atlas(0).await?.hits().await?;
    hits.sort();
    Ok(hits)
}

async fn hits(atlas: &Atlas) -> Result<Vec<String>> {
    let mut hits = atlas.hits().await?;
    hits.sort();
    Ok(hits)
}

/// The facets that can be chosen from.
async fn facets(atlas: &Atlas) -> Result<Vec<String>> {
    let script = "return [...new Set([...root.querySelectorAll('[data-facet]')].map((node) => node.dataset.facet))]";
    let mut facets: Vec<String> = atlas.read(script, &[]).await?;
    facets.sort();
    Ok(facets)
}

async fn views(atlas: &Atlas) -> Result<Vec<String>> {
    atlas.texts(".view-switch :is(a, [aria-current])").await
}

/// Sets an attribute, or takes it away.
async fn set(atlas: &Atlas, name: &str, value: Option<&str>) -> Outcome {
    let script = "const [name, value] = given;
        if (value === null) host.removeAttribute(name); else host.setAttribute(name, value)";
    atlas.read(script, &[json!(name), json!(value)]).await
}

/// Expects a number of records, however long it takes until all is drawn anew.
async fn expect_count(atlas: &Atlas, count: usize) -> Outcome {
    let counted = async || Ok(atlas.count().await.unwrap_or(usize::MAX));
    assert_soon!(counted(), count);
    Ok(())
}

#[test]
fn every_attribute_is_heeded() -> Outcome {
    Site::published().elsewhere(async |browser| {
        let expected = answer(&browser, "?form=partnerskap&fran=2000&till=2030").await?;
        assert!(!expected.is_empty());
        let atlas = browser.open("attributes.html").await?;
        assert_eq!(hits(&atlas).await?, expected, "those of the presets");
        assert_eq!(atlas.text(".search-label").await?, "Search");
        assert_eq!(views(&atlas).await?, ["List", "Timeline"]);
        assert_eq!(atlas.text(".view-switch [aria-current]").await?, "Timeline");
        assert_eq!(atlas.number_of(".timeline").await?, 1);
        assert_eq!(facets(&atlas).await?, ["land"], "no choice is left for the form");
        assert!(atlas.number_of("[aria-label=\"Cooperation abroad\"]").await? > 0, "its name");
        let scheme = "return getComputedStyle(root.querySelector('.app')).colorScheme";
        assert_eq!(atlas.read::<String>(scheme, &[]).await?, "dark");
        assert_eq!(levels(&atlas).await?.first(), Some(&3), "below the page's second level");
        // Presets are no choices of the visitor's, so they cannot be taken back.
        assert_eq!(atlas.chips().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn presets_limit_what_there_is() -> Outcome {
    Site::published().elsewhere(async |browser| {
        for (name, value, question, facet) in [
            ("kommun", "0581", "?kommun=0581", "kommun"),
            ("land", "KE ZA", "?land=KE&land=ZA", "land"),
            ("status", "avslutat", "?status=avslutat", "status"),
            ("fran", "2015", "?fran=2015", "period"),
        ] {
            let expected = answer(&browser, question).await?;
            let atlas = browser.open("light.html").await?;
            set(&atlas, name, Some(value)).await?;
            expect_count(&atlas, expected.len()).await?;
            assert_eq!(hits(&atlas).await?, expected, "{name}={value}");
            assert!(!facets(&atlas).await?.iter().any(|shown| shown == facet), "{name}");
        }
        // A search finds nothing of what is not there, nor does it offer to.
        let atlas = browser.open("light.html").await?;
        set(&atlas, "kommun", Some("0581")).await?;
        expect_count(&atlas, 9).await?;
        atlas.search("kenya").await?;
        assert_soon!(hits(&atlas), ["noreld"]);
        atlas.search("råslätt").await?;
        expect_count(&atlas, 0).await?;
        set(&atlas, "kommun", None).await?;
        expect_count(&atlas, 1).await
    })
}

#[test]
fn what_changes_while_it_is_alive_is_heeded_and_the_visitors_choice_stays() -> Outcome {
    Site::published().elsewhere(async |browser| {
        let atlas = browser.open("light.html").await?;
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.count(), 3);
        set(&atlas, "lang", Some("en")).await?;
        let label = async || Ok(atlas.text(".search-label").await.unwrap_or_default());
        assert_soon!(label(), "Search".to_owned());
        expect_count(&atlas, 3).await?;
        assert_eq!(atlas.ticked().await?, ["land=ZA"]);
        set(&atlas, "views", Some("lista karta")).await?;
        assert_soon!(views(&atlas), ["List", "Map"]);
        set(&atlas, "view", Some("karta")).await?;
        assert_soon!(atlas.number_of(".map"), 1_usize);
        set(&atlas, "views", Some("lista")).await?;
        assert_soon!(atlas.number_of(".view-switch a"), 0_usize);
        set(&atlas, "facets", Some("land tema")).await?;
        let shown = async || facets(&atlas).await;
        assert_soon!(shown(), ["land", "tema"]);
        set(&atlas, "facets", Some("")).await?;
        assert_soon!(shown(), [""; 0]);
        set(&atlas, "facets", None).await?;
        let all = async || Ok(facets(&atlas).await?.len() > 5);
        assert_soon!(all(), true);
        set(&atlas, "heading-level", Some("4")).await?;
        let first = async || Ok(levels(&atlas).await?.first().copied());
        assert_soon!(first(), Some(4));
        set(&atlas, "form", Some("partnerskap")).await?;
        let forms = async || Ok(facets(&atlas).await?.contains(&"form".to_owned()));
        assert_soon!(forms(), false);
        assert_eq!(atlas.ticked().await?, ["land=ZA"], "through all of it");
        for name in ["form", "lang", "heading-level", "views", "view"] {
            set(&atlas, name, None).await?;
        }
        expect_count(&atlas, 3).await?;
        assert_soon!(label(), "Sök".to_owned());
        browser.expect_no_traces().await
    })
}

#[test]
fn changes_close_to_each_other_are_all_heeded() -> Outcome {
    Site::published().elsewhere(async |browser| {
        for pause in [0, 5, 15, 40] {
            let atlas = browser.open("light.html").await?;
            let script = "const [pause] = given;
                const changes = [['lang', 'en'], ['view', 'karta'], ['kommun', '0581'], ['heading-level', '4']];
                changes.forEach(([name, value], turn) => setTimeout(() => host.setAttribute(name, value), turn * pause))";
            atlas.read::<()>(script, &[json!(pause)]).await?;
            expect_count(&atlas, 9).await?;
            let label = async || Ok(atlas.text(".search-label").await.unwrap_or_default());
            assert_soon!(label(), "Search".to_owned());
            assert_soon!(atlas.number_of(".map"), 1_usize);
            let first = async || Ok(levels(&atlas).await?.first().copied());
            assert_soon!(first(), Some(4));
        }
        Ok(())
    })
}

#[test]
fn a_theme_is_the_hosts_to_choose() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.prefer(Scheme::Light).await?;
        let atlas = browser.open("light.html").await?;
        let scheme = async || {
            let script = "return getComputedStyle(root.querySelector('.app') ?? host).colorScheme";
            atlas.read::<String>(script, &[]).await
        };
        for theme in ["dark", "light"] {
            set(&atlas, "theme", Some(theme)).await?;
            assert_soon!(scheme(), theme.to_owned());
        }
        let accent = "host.style.setProperty('--pa-accent', 'rgb(120, 0, 90)');
            return getComputedStyle(root.querySelector('h3 a, h2 a')).color";
        assert_eq!(atlas.read::<String>(accent, &[]).await?, "rgb(120, 0, 90)");
        Ok(())
    })
}

/// The levels of the headings that the element has, in order.
async fn levels(atlas: &Atlas) -> Result<Vec<u8>> {
    let script = "return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')]
        .filter((node) => node.checkVisibility())
        .map((node) => Number(node.getAttribute('aria-level') ?? node.localName[1]))";
    atlas.read(script, &[]).await
}

#[test]
fn headings_fit_the_hosts_outline() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("outline.html").await?;
        // One that makes no sense is as good as none.
        for (position, level) in [(0, 2), (1, 4), (2, 2)] {
            let atlas = browser.atlas(position).await?;
            let found = levels(&atlas).await?;
            assert_eq!(found.iter().min(), Some(&level), "{found:?}");
            assert_eq!(found.iter().max(), Some(&(level + 1)), "entries are one below: {found:?}");
        }
        let atlas = browser.atlas(1).await?;
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        let found = levels(&atlas).await?;
        assert_eq!(found.first(), Some(&4), "{found:?}");
        let steps = found.windows(2).filter(|pair| matches!(pair, [one, next] if *next > one + 1));
        assert_eq!(steps.count(), 0, "no level is left out: {found:?}");
        assert_soon!(atlas.has_focus(".detail :is(h2, h4)"), true);
        Ok(())
    })
}

/// The list of the tests' own frames: a page with the element alive in it.
async fn enter_frame(browser: &Browser) -> Result<Atlas> {
    browser.driver().find(By::Css("iframe")).await?.scroll_into_view().await?;
    browser.driver().enter_frame(0).await?;
    browser.atlas(0).await
}

#[test]
fn two_elements_and_a_frame_share_nothing() -> Outcome {
    Site::published().elsewhere(async |browser| {
        let expected = answer(&browser, "?kommun=0581").await?;
        browser.visit("two-and-frame.html").await?;
        let first = browser.atlas(0).await?;
        assert_eq!(hits(&first).await?, expected);
        let framed = enter_frame(&browser).await?;
        assert_eq!(framed.hits().await?, ["noreld"]);
        // What grows may bring the visitor back to what they read, as the pointer is on its way.
        let has_grown = "return document.documentElement.scrollHeight === innerHeight";
        assert_soon!(browser.run::<bool>(has_grown, vec![]), true);
        browser.settle().await?;
        framed.open_record("noreld").await?;
        assert_soon!(framed.number_of(".detail"), 1_usize);
        browser.driver().enter_default_frame().await?;
        let height = async || {
            browser.run::<f64>("return document.querySelector('iframe').offsetHeight", vec![]).await
        };
        let has_grown = async || Ok(height().await? > 600.0);
        assert_soon!(has_grown(), true, "the frame is as high as what is in it");
        assert_eq!(browser.atlas(1).await?.count().await?, 20);
        assert_eq!(hits(&browser.atlas(0).await?).await?, expected);
        Ok(())
    })
}

#[test]
fn in_a_frame_without_an_origin_it_works() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("sandboxed.html").await?;
        let framed = enter_frame(&browser).await?;
        assert_eq!(browser.run::<String>("return origin", vec![]).await?, "null");
        assert_eq!(framed.hits().await?, ["noreld"]);
        framed.open_record("noreld").await?;
        assert_soon!(framed.number_of(".detail"), 1_usize);
        browser.driver().enter_default_frame().await?;
        Ok(())
    })
}
