//! The finer outlines, which are fetched once somebody looks closely.

use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};
use serde_json::json;

/// The addresses that the page has asked for, below its own origin; others are whole.
async fn asked(atlas: &Atlas) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource')
        .map(({ name }) => name.replace(location.origin, ''))";
    atlas.run(script, vec![]).await
}

/// Those of finer outlines among them.
async fn asked_for_outlines(atlas: &Atlas) -> Result<Vec<String>> {
    let asked = asked(atlas).await?;
    Ok(asked.into_iter().filter(|address| address.contains("basemap")).collect())
}

/// Whether an address is that of a file named by its content.
fn is_hashed(address: &str) -> bool {
    let hash = address.strip_prefix("/assets/basemap-").and_then(|name| name.strip_suffix(".txt"));
    hash.is_some_and(|hash| hash.len() >= 8 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

#[test]
fn finer_outlines_are_asked_for_once_and_only_after_coming_nearer() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        assert_eq!(asked_for_outlines(&atlas).await?, [""; 0], "from afar they are not needed");
        atlas.jump("kenya").await?;
        let number = async || Ok(asked_for_outlines(&atlas).await?.len());
        assert_soon!(number(), 1_usize);
        let outlines = asked_for_outlines(&atlas).await?;
        assert!(is_hashed(&outlines[0]), "{outlines:?}");
        assert_soon!(has_land(&atlas), true);
        for area in ["sydafrika", "alla", "europa", "kenya"] {
            atlas.jump(area).await?;
            assert_soon!(atlas.pressed_jumps(), [area]);
        }
        atlas.show("lista").await?;
        assert_soon!(atlas.number_of(".map"), 0_usize);
        atlas.show("karta").await?;
        atlas.jump("kenya").await?;
        assert_soon!(atlas.pressed_jumps(), ["kenya"]);
        assert_eq!(asked_for_outlines(&atlas).await?, outlines);
        Ok(())
    })
}

#[test]
fn a_whole_visit_to_the_map_asks_nothing_of_other_sites() -> Outcome {
    on_page("", async |atlas| {
        atlas.show("karta").await?;
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        for area in ["europa", "kenya", "sydafrika"] {
            atlas.jump(area).await?;
            assert_soon!(atlas.pressed_jumps(), [area]);
        }
        atlas.jump("urval").await?;
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        for button in ["nearer", "north", "farther"] {
            atlas.click(&format!("[data-go={button}]")).await?;
        }
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.number_of(".panel"), 1_usize);
        atlas.switch_language().await?;
        assert_soon!(atlas.language(), "en");
        atlas.click(".panel .away").await?;
        assert_soon!(atlas.number_of(".panel"), 0_usize);
        let asked = asked(&atlas).await?;
        assert!(asked.iter().any(|address| address.ends_with(".wasm")), "{asked:?}");
        assert!(asked.iter().all(|address| address.starts_with('/')), "{asked:?}");
        Ok(())
    })
}

/// Whether there are outlines of land.
async fn has_land(atlas: &Atlas) -> Result<bool> {
    atlas.read("return root.querySelector('.map .land').getAttribute('d').length > 1000", &[]).await
}

/// Expects a map that works: Kenya comes into sight, and a click on its mark chooses it.
async fn expect_working_map(atlas: &Atlas) -> Outcome {
    atlas.jump("kenya").await?;
    assert_soon!(atlas.pressed_jumps(), ["kenya"]);
    let number = async || Ok(asked_for_outlines(atlas).await?.is_empty());
    assert_soon!(number(), false);
    atlas.click_mark("uasin-gishu").await?;
    assert_soon!(atlas.address(), "?ort=uasin-gishu&vy=karta");
    assert!(has_land(atlas).await?, "the coarse outlines stay");
    Ok(())
}

#[test]
fn outlines_that_cannot_be_read_are_only_warned_about() -> Outcome {
    Site::published().with_broken_outlines().in_browser(async |browser| {
        let atlas = browser.open("?vy=karta").await?;
        expect_working_map(&atlas).await?;
        let warns = async || {
            let told = atlas.take_console_warnings().await?;
            Ok(told.iter().any(|warning| warning.contains("partner-atlas: basemap")))
        };
        assert_soon!(warns(), true);
        // That no error is told, the end of every test sees to.
        Ok(())
    })
}

#[test]
fn outlines_that_cannot_be_fetched_leave_a_map_that_works() -> Outcome {
    Site::published().in_browser(async |browser| {
        let cdp = browser.driver().cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        cdp.send_raw("Network.setBlockedURLs", json!({ "urls": ["*basemap*"] })).await?;
        let atlas = browser.open("?vy=karta").await?;
        expect_working_map(&atlas).await?;
        // Each drawing of the map asks once more.
        browser.driver().goto("about:blank").await?;
        let errors = browser.take_console_errors().await?;
        // The browser itself tells every request that fails.
        let is_its_own =
            |error: &String| error.contains("basemap") && error.contains("ERR_BLOCKED");
        assert!(errors.iter().all(is_its_own), "{errors:?}");
        Ok(())
    })
}
