//! The table behind the timeline, and moving among rows with the keyboard.

use std::collections::BTreeSet;

use partneratlas_e2e::keyboard::Stop;
use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};
use serde_json::json;
use thirtyfour::Key;

/// Records in the order in which they began.
const BY_START: [&str; 6] =
    ["vanort-savigny-le-temple", "baces", "theewaterskloof", "evolaq", "noreld", "gemis"];

async fn table_ids(atlas: &Atlas) -> Result<Vec<String>> {
    Ok(atlas.table().await?.into_iter().map(|(id, _)| id).collect())
}

#[test]
fn the_table_is_always_there_from_the_earliest_on() -> Outcome {
    for (width, order) in [(1280, "nyast"), (1280, "titel"), (375, "nyast")] {
        Site::published().in_browser(async |browser| {
            browser.resize(width, 900).await?;
            let atlas = browser.open(&format!("?vy=tidslinje&sort={order}")).await?;
            let rows = async || Ok(table_ids(&atlas).await?.len());
            assert_soon!(rows(), 20_usize);
            assert!(!atlas.table_is_shown().await?);
            let ids = table_ids(&atlas).await?;
            let places = BY_START.map(|id| ids.iter().position(|row| row == id));
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{ids:?}");
            let last: BTreeSet<&String> = ids.iter().skip(11).collect();
            assert_eq!(last, atlas.undated().await?.iter().collect(), "what has no dates is last");
            let heard = atlas.names_heard(".table-twin", "link").await?;
            assert_eq!(heard.len(), 20, "and a screen reader finds it");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn chart_and_table_lead_to_the_same_addresses() -> Outcome {
    on_page("?vy=tidslinje&land=ZA", async |atlas| {
        let rows = async || Ok(atlas.table().await?.len());
        assert_soon!(rows(), 3_usize);
        let links = async |selector: &str| -> Result<BTreeSet<String>> {
            Ok(atlas.attributes(selector, "href").await?.into_iter().collect())
        };
        assert_eq!(links(".row a, .undated a").await?, links(".table-twin a").await?);
        Ok(())
    })
}

/// The stops that are nodes of a CSS selector.
async fn stops_among(atlas: &Atlas, stops: &[Stop], selector: &str) -> Result<usize> {
    let script = "const all = [...root.querySelectorAll('*')];
        return given[1].filter((at) => all[at].matches(given[0])).length";
    let places: Vec<usize> = stops.iter().map(|stop| stop.position).collect();
    atlas.read(script, &[selector.into(), json!(places)]).await
}

#[test]
fn tab_stops_once_in_the_chart_and_once_in_the_table_that_is_shown() -> Outcome {
    on_page("?vy=tidslinje&grupp=land&land=ZA&land=IT", async |atlas| {
        let rows = async || Ok(atlas.table().await?.len() > 3);
        assert_soon!(rows(), true);
        let stops = atlas.tab_through().await?;
        assert_eq!(stops_among(&atlas, &stops, "[data-stop]").await?, 1);
        assert_eq!(stops_among(&atlas, &stops, ".table-twin *").await?, 0, "while it is hidden");
        atlas.toggle_table().await?;
        assert_soon!(atlas.table_is_shown(), true);
        assert_soon!(atlas.number_of(".table-twin a[tabindex='0']"), 1_usize);
        let stops = atlas.tab_through().await?;
        assert_eq!(stops_among(&atlas, &stops, ".table-twin a").await?, 1);
        assert_eq!(stops_among(&atlas, &stops, "[data-stop]").await?, 0);
        Ok(())
    })
}

/// Presses keys from the first of the nodes of a selector, and expects to come to these positions.
async fn expect_roving(atlas: &Atlas, selector: &str) -> Outcome {
    let position = async || {
        let script = "return [...root.querySelectorAll(given[0])].indexOf(root.activeElement)";
        atlas.read::<i64>(script, &[selector.into()]).await
    };
    let last = i64::try_from(atlas.number_of(selector).await?)? - 1;
    assert!(last > 3, "{selector}: {last}");
    atlas.read::<()>("root.querySelector(given[0]).focus()", &[selector.into()]).await?;
    for (key, expected) in [
        (Key::Down, 1),
        (Key::Down, 2),
        (Key::Up, 1),
        (Key::End, last),
        (Key::Down, last),
        (Key::Home, 0),
        (Key::Up, 0),
    ] {
        atlas.press(key.clone()).await?;
        assert_soon!(position(), expected, "{selector}: {key:?}");
        let stops = format!(":is({selector})[tabindex='0']");
        assert_eq!(atlas.number_of(&stops).await?, 1, "the tab stop goes along");
    }
    Ok(())
}

#[test]
fn arrows_move_among_bars_and_headings() -> Outcome {
    for address in ["?vy=tidslinje", "?vy=tidslinje&grupp=form"] {
        on_page(address, async |atlas| expect_roving(&atlas, ".chart [data-stop]").await)?;
    }
    Ok(())
}

#[test]
fn arrows_move_among_the_rows_of_the_table() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        atlas.toggle_table().await?;
        assert_soon!(atlas.number_of(".table-twin a[tabindex='0']"), 1_usize);
        expect_roving(&atlas, ".table-twin tbody a").await?;
        let first = table_ids(&atlas).await?.into_iter().next().ok_or("an empty table")?;
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.address(), format!("?vy=tidslinje&projekt={first}"));
        Ok(())
    })
}

#[test]
fn enter_opens_the_record_and_folds_a_heading() -> Outcome {
    on_page("?vy=tidslinje&grupp=land&land=KE", async |atlas| {
        let focus = "root.querySelector('.chart [data-stop]').focus()";
        atlas.read::<()>(focus, &[]).await?;
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.number_of(".group-head [aria-expanded=false]"), 1_usize);
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.number_of("[data-row=noreld]"), 1_usize);
        atlas.press(Key::Down).await?;
        assert_soon!(atlas.has_focus("[data-row=noreld] a"), true);
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.address(), "?land=KE&vy=tidslinje&grupp=land&projekt=noreld");
        Ok(())
    })
}
