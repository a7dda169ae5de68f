//! The map by keyboard.

use partneratlas_e2e::atlas::Move;
use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};
use thirtyfour::Key;

/// Expects the focus on the mark of a place, or on the cluster that has it.
async fn expect_focus(atlas: &Atlas, place: &str, what: &str) -> Outcome {
    let has_focus = async || Ok(has(&atlas.focused_place().await?, place));
    assert_soon!(has_focus(), true, "{what}: {:?}", atlas.focused_place().await?);
    Ok(())
}

fn has(places: &str, place: &str) -> bool {
    places.split(' ').any(|known| known == place)
}

/// Where the middle of the node with the focus is on the map, which may be scrolled.
async fn focused_middle(atlas: &Atlas) -> Result<[f64; 2]> {
    let script = "const { left, top } = root.querySelector('.map .canvas').getBoundingClientRect();
        const { x, y, width, height } = root.activeElement.getBoundingClientRect();
        return [x + width / 2 - left, y + height / 2 - top]";
    atlas.read(script, &[]).await
}

#[test]
fn the_map_is_one_tab_stop() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let stops = async || Ok(atlas.tab_stops_of_map().await?.len());
        assert_soon!(stops(), 1_usize);
        for area in ["europa", "kenya", "sydafrika", "alla"] {
            atlas.jump(area).await?;
            assert_soon!(atlas.pressed_jumps(), [area]);
            assert_soon!(stops(), 1_usize, "{area}");
        }
        for (facet, value) in [("land", "KE"), ("land", "FR"), ("land", "KE"), ("land", "IN")] {
            atlas.facet(facet, value).await?.choose().await?;
            assert_soon!(stops(), 1_usize, "{facet}={value}");
        }
        atlas.switch_language().await?;
        assert_soon!(stops(), 1_usize, "in English");
        Ok(())
    })
}

/// Jumps away from a hatched country that is the tab stop, and expects it to be none any more.
fn expect_tab_stop_in_sight(motion: &'static str) -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.emulate("", &[("prefers-reduced-motion", motion)]).await?;
        let atlas = browser.open("?vy=karta&q=gemis").await?;
        atlas.jump("europa").await?;
        assert_soon!(atlas.pressed_jumps(), ["europa"]);
        // A hatched country stays a node wherever the map goes.
        let hatched = "root.querySelector('.map [data-place=polen]').focus()";
        atlas.read::<()>(hatched, &[]).await?;
        assert_soon!(atlas.tab_stops_of_map(), ["polen"]);
        atlas.jump("kenya").await?;
        assert_soon!(atlas.tab_stops_of_map(), [""], "nothing is in sight but the map itself");
        Ok(())
    })
}

#[test]
fn the_tab_stop_is_in_sight_after_a_jump() -> Outcome {
    expect_tab_stop_in_sight("reduce")
}

#[test]
fn the_tab_stop_is_in_sight_after_a_jump_that_glides() -> Outcome {
    expect_tab_stop_in_sight("no-preference")
}

#[test]
fn a_map_without_marks_is_a_tab_stop_itself() -> Outcome {
    on_page("?vy=karta&land=AT", async |atlas| {
        atlas.jump("sydafrika").await?;
        assert_soon!(atlas.tab_stops_of_map(), [""]);
        atlas.focus_map().await?;
        atlas.press_all("0").await?;
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        let leads_on = async || Ok(atlas.tab_stops_of_map().await? != [""]);
        assert_soon!(leads_on(), true, "there are marks again");
        assert_soon!(atlas.has_focus(".map .canvas *"), true, "the focus stays on the map");
        Ok(())
    })
}

#[test]
fn arrows_walk_the_marks_as_they_lie() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.focus_map().await?;
        atlas.press(Key::Home).await?;
        let west = focused_middle(&atlas).await?;
        atlas.press(Key::End).await?;
        let east = focused_middle(&atlas).await?;
        expect_focus(&atlas, "uasin-gishu", "the easternmost").await?;
        assert!(west[0] < east[0], "{west:?} {east:?}");
        // From Kenya up to the north and down again, one mark after the other.
        for (key, is_ahead) in [
            (Key::Up, (|from, to| to < from) as fn(f64, f64) -> bool),
            (Key::Down, |from, to| to > from),
        ] {
            let whole = atlas.shown().await?;
            let mut visited = vec![atlas.focused_place().await?];
            for _ in 0..MOST_STEPS {
                let before = focused_middle(&atlas).await?;
                atlas.press(key.clone()).await?;
                let place = atlas.focused_place().await?;
                if visited.last() == Some(&place) {
                    break;
                }
                let after = focused_middle(&atlas).await?;
                assert!(is_ahead(before[1], after[1]), "{key:?} from {visited:?} to {place}");
                visited.push(place);
            }
            let goal = if matches!(key, Key::Up) { "norrkoping" } else { "stellenbosch" };
            let end = visited.last().map(String::as_str).unwrap_or_default();
            assert!(visited.len() > 2 && has(end, goal), "{key:?}: {visited:?}");
            // Where no mark lies, the map moves on; all of it is shown, so it stays.
            assert!(whole.is_like(&atlas.shown().await?));
        }
        Ok(())
    })
}

/// More marks than the map has one above the other.
const MOST_STEPS: usize = 30;

#[test]
fn an_arrow_moves_the_map_where_no_mark_lies() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        atlas.jump("kenya").await?;
        assert_soon!(atlas.pressed_jumps(), ["kenya"]);
        atlas.focus_map().await?;
        expect_focus(&atlas, "uasin-gishu", "the only mark").await?;
        let before = atlas.shown().await?;
        atlas.press(Key::Right).await?;
        let moved = async || Ok(Move::East.leads(&before, &atlas.shown().await?));
        assert_soon!(moved(), true);
        assert_soon!(atlas.has_focus(".map .canvas *"), true, "the focus stays on the map");
        Ok(())
    })
}

#[test]
fn keys_zoom_and_pan_while_the_map_has_the_focus() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.focus_map().await?;
        for step in Move::WALK {
            let before = atlas.shown().await?;
            match step {
                Move::Nearer => atlas.press_all("+").await?,
                Move::Farther => atlas.press_all("-").await?,
                Move::West => atlas.press_with_shift(Key::Left).await?,
                Move::East => atlas.press_with_shift(Key::Right).await?,
                Move::North => atlas.press_with_shift(Key::Up).await?,
                Move::South => atlas.press_with_shift(Key::Down).await?,
            }
            let went = async || Ok(step.leads(&before, &atlas.shown().await?));
            assert_soon!(went(), true, "{step:?} from {before:?}");
            assert_soon!(atlas.has_focus(".map .canvas *"), true, "{step:?}");
        }
        atlas.press_all("0").await?;
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        Ok(())
    })
}

#[test]
fn the_same_keys_elsewhere_leave_the_map_alone() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        // The search field is last: it hides everything that these keys do not find.
        for elsewhere in [
            "[data-jump=kenya]",
            ".pad-buttons [data-go=nearer]",
            ".place-list summary",
            "[data-value=KE] input",
            "input[type=search]",
        ] {
            atlas.read::<()>("root.querySelector(given[0]).focus()", &[elsewhere.into()]).await?;
            assert!(atlas.has_focus(elsewhere).await?, "{elsewhere}");
            atlas.press_all("+").await?;
            atlas.press_with_shift(Key::Down).await?;
            atlas.press(Key::Left).await?;
            assert_eq!(atlas.pressed_jumps().await?, ["alla"], "{elsewhere}");
        }
        assert_eq!(atlas.find("input[type=search]").await?.value().await?.as_deref(), Some("+"));
        Ok(())
    })
}

#[test]
fn keys_with_ctrl_or_alt_belong_to_the_browser() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.focus_map().await?;
        let script = "const press = (init) => root.activeElement.dispatchEvent(new KeyboardEvent(
                'keydown', { bubbles: true, composed: true, cancelable: true, ...init }));
            return [press({ key: '+', ctrlKey: true }), press({ key: '-', metaKey: true }),
                press({ key: 'ArrowLeft', altKey: true }), press({ key: '+' })]";
        assert_eq!(atlas.read::<[bool; 4]>(script, &[]).await?, [true, true, true, false]);
        Ok(())
    })
}

#[test]
fn enter_on_a_mark_follows_it_and_the_focus_stays_with_the_place() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.focus_map().await?;
        atlas.press(Key::End).await?;
        expect_focus(&atlas, "uasin-gishu", "the easternmost").await?;
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.address(), "?ort=uasin-gishu&vy=karta");
        expect_focus(&atlas, "uasin-gishu", "after Enter").await?;
        assert_soon!(atlas.tab_stops_of_map(), ["uasin-gishu"]);
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.address(), "?vy=karta", "once more takes it back");
        expect_focus(&atlas, "uasin-gishu", "after both").await
    })
}

#[test]
fn enter_on_a_hatched_country_follows_it_and_the_focus_stays_there() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.focus_map().await?;
        atlas.read::<()>("root.querySelector('.map [data-place=portugal]').focus()", &[]).await?;
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.hits(), ["gemis"]);
        // The map is drawn behind the list.
        let drawn = async || Ok(!atlas.places().await?.iter().any(|place| place == "lulea"));
        assert_soon!(drawn(), true);
        expect_focus(&atlas, "portugal", "after Enter").await
    })
}

#[test]
fn a_filter_leaves_the_tab_stop_where_it_is() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.focus_map().await?;
        atlas.press(Key::End).await?;
        expect_focus(&atlas, "uasin-gishu", "the easternmost").await?;
        for count in [1_usize, 20] {
            atlas.facet("land", "KE").await?.choose().await?;
            assert_soon!(atlas.count(), count);
            let drawn = async || Ok(atlas.places().await?.len() > 2);
            assert_soon!(drawn(), count > 1);
            assert_soon!(atlas.tab_stops_of_map(), ["uasin-gishu"]);
        }
        Ok(())
    })
}

#[test]
fn enter_and_space_open_a_cluster_and_the_focus_goes_inside() -> Outcome {
    for key in [Key::Enter, Key::Space] {
        on_page("?vy=karta", async |atlas| {
            let before = atlas.shown().await?;
            atlas.read::<()>("root.querySelector('.map .mark.cluster').focus()", &[]).await?;
            let cluster = atlas.focused_place().await?;
            let first = cluster.split(' ').next().ok_or("a cluster without places")?;
            atlas.press(key.clone()).await?;
            let nearer = async || Ok(atlas.shown().await?.width < before.width);
            assert_soon!(nearer(), true, "{key:?}");
            expect_focus(&atlas, first, "opened").await?;
            let stops = async || Ok(atlas.tab_stops_of_map().await?.len());
            assert_soon!(stops(), 1_usize);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn escape_folds_a_fan_up_again() -> Outcome {
    on_page("?vy=karta&q=f%C3%B6rm%C3%A5ga", async |atlas| {
        atlas.focus_map().await?;
        expect_focus(&atlas, "jonkopings-lan", "the only cluster").await?;
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.number_of(".map .leg"), 2_usize);
        expect_focus(&atlas, "jonkoping", "the first of the fan").await?;
        atlas.press(Key::Escape).await?;
        assert_soon!(atlas.number_of(".map .leg"), 0_usize);
        assert_soon!(atlas.has_focus(".map .canvas *"), true, "the focus stays on the map");
        Ok(())
    })
}
