//! Which part of the world the map shows.

use std::collections::BTreeSet;

use partneratlas_e2e::atlas::{Move, Shown};
use partneratlas_e2e::pointer::{Held, Point, one_finger, two_fingers_apart};
use partneratlas_e2e::{Atlas, Browser, Outcome, Result, Site, assert_soon, on_page};

const PLACES_OF_JUMPS: [(&str, &[&str], &[&str]); 4] = [
    ("alla", &["uasin-gishu", "stellenbosch", "norrkoping", "a-coruna"], &[]),
    ("europa", &["linz", "lulea", "a-coruna", "dubrovnik"], &["uasin-gishu", "stellenbosch"]),
    ("kenya", &["uasin-gishu"], &["linz", "norrkoping", "stellenbosch"]),
    ("sydafrika", &["stellenbosch", "theewaterskloof"], &["uasin-gishu", "norrkoping"]),
];

/// Expects that each place of the selection that lies in what is shown is there, and none twice.
async fn expect_each_once(atlas: &Atlas) -> Outcome {
    let once = async || {
        let (there, expected) = (atlas.places().await?, atlas.expected_in_sight().await?);
        let known: BTreeSet<&String> = there.iter().collect();
        let twice = there.len() - known.len();
        let missing: Vec<String> =
            expected.into_iter().filter(|place| !known.contains(place)).collect();
        Ok((twice, missing))
    };
    assert_soon!(once(), (0_usize, Vec::<String>::new()), "twice, and missing");
    Ok(())
}

/// Expects that the map comes to show what a test wants it to.
async fn expect_shown(atlas: &Atlas, what: &str, is_met: impl Fn(&Shown) -> bool) -> Outcome {
    let met = async || Ok(is_met(&atlas.shown().await?));
    assert_soon!(met(), true, "{what}: {:?}", atlas.shown().await?);
    Ok(())
}

#[test]
fn a_jump_shows_its_part_of_the_world_and_no_other() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let names = atlas.texts("[data-jump]").await?;
        assert_eq!(names, ["Alla", "Europa", "Kenya", "Sydafrika", "Anpassa till urvalet"]);
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        let mut seen: Vec<Shown> = Vec::new();
        for (area, within, without) in PLACES_OF_JUMPS {
            atlas.jump(area).await?;
            assert_soon!(atlas.pressed_jumps(), [area]);
            let shown = atlas.shown().await?;
            assert!(!seen.iter().any(|other| other.is_like(&shown)), "{area} is like another one");
            seen.push(shown);
            expect_each_once(&atlas).await?;
            let places = atlas.places_in_sight().await?;
            let is_there = |place: &&&str| places.iter().any(|known| known == *place);
            assert_eq!(within.iter().filter(is_there).count(), within.len(), "{area}: {places:?}");
            assert_eq!(without.iter().filter(is_there).count(), 0, "{area}: {places:?}");
        }
        atlas.jump("alla").await?;
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        assert!(seen[0].is_like(&atlas.shown().await?), "back where it began");
        Ok(())
    })
}

#[test]
fn a_jump_moves_the_drawing_and_draws_no_land_anew() -> Outcome {
    Site::published().in_browser(async |browser| {
        // So narrow that not even Europe asks for finer outlines.
        browser.resize(375, 800).await?;
        let atlas = browser.open("?vy=karta").await?;
        let keep = "window.land = root.querySelector('.map .land');
            window.outline = land.getAttribute('d');";
        atlas.read::<()>(keep, &[]).await?;
        atlas.jump("europa").await?;
        assert_soon!(atlas.pressed_jumps(), ["europa"]);
        let same = "const now = root.querySelector('.map .land');
            return now === land && now.getAttribute('d') === outline && outline.length > 1000";
        assert!(atlas.read::<bool>(same, &[]).await?);
        Ok(())
    })
}

#[test]
fn the_map_fits_what_is_selected() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        let expected = ["norrkoping", "uasin-gishu"];
        atlas.jump("sydafrika").await?;
        assert_soon!(atlas.pressed_jumps(), ["sydafrika"]);
        assert!(atlas.places_in_sight().await?.is_empty());
        atlas.jump("urval").await?;
        assert_soon!(atlas.pressed_jumps(), ["urval"]);
        assert_eq!(atlas.places_in_sight().await?, expected);
        let whole = atlas.shown().await?;
        // Another selection, another frame: the button is no longer where the map is.
        atlas.facet("land", "KE").await?.choose().await?;
        atlas.facet("land", "AT").await?.choose().await?;
        assert_soon!(atlas.ticked(), ["land=AT"]);
        assert_soon!(atlas.pressed_jumps(), [""; 0]);
        assert!(whole.is_like(&atlas.shown().await?), "a filter leaves the map where it is");
        atlas.jump("urval").await?;
        assert_soon!(atlas.pressed_jumps(), ["urval"]);
        assert!(atlas.shown().await?.width < whole.width, "Europe is enough");
        expect_each_once(&atlas).await
    })
}

#[test]
fn a_map_without_places_has_nothing_to_fit() -> Outcome {
    on_page("?vy=karta&q=zzzzzz", async |atlas| {
        assert_soon!(atlas.attributes("[data-jump]:disabled", "data-jump"), ["urval"]);
        atlas.clear_all().await?;
        assert_soon!(atlas.number_of("[data-jump]:disabled"), 0_usize);
        Ok(())
    })
}

#[test]
fn buttons_zoom_and_pan() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        for step in Move::WALK {
            let before = atlas.shown().await?;
            let button = match step {
                Move::Nearer => "nearer",
                Move::Farther => "farther",
                Move::West => "west",
                Move::East => "east",
                Move::North => "north",
                Move::South => "south",
            };
            atlas.click(&format!("[data-go={button}]")).await?;
            expect_shown(&atlas, button, |after| step.leads(&before, after)).await?;
            expect_each_once(&atlas).await?;
        }
        let names = atlas.attributes(".pad-buttons button", "aria-label").await?;
        assert_eq!(names, NAMES_OF_BUTTONS);
        Ok(())
    })
}

const NAMES_OF_BUTTONS: [&str; 6] = [
    "Flytta västerut",
    "Flytta norrut",
    "Flytta söderut",
    "Flytta österut",
    "Zooma in",
    "Zooma ut",
];

#[test]
fn wherever_a_jump_leads_the_next_step_starts_from_there() -> Outcome {
    on_page("?vy=karta&land=FI&land=IT", async |atlas| {
        let mut faults = Vec::new();
        for area in ["europa", "kenya", "sydafrika", "urval"] {
            for (button, step) in [("west", Move::West), ("east", Move::East)] {
                atlas.jump(area).await?;
                assert_soon!(atlas.pressed_jumps(), [area]);
                let before = atlas.shown().await?;
                atlas.click(&format!("[data-go={button}]")).await?;
                assert_soon!(atlas.pressed_jumps(), [""; 0]);
                let after = atlas.shown().await?;
                if !step.leads(&before, &after) {
                    faults.push(format!("{area}, {button}: from {before:?} to {after:?}"));
                }
            }
        }
        assert_eq!(faults, [""; 0]);
        Ok(())
    })
}

#[test]
fn zooming_in_and_out_again_leads_back_to_everything() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let whole = atlas.shown().await?;
        for button in ["nearer", "nearer", "farther", "farther"] {
            let before = atlas.shown().await?;
            atlas.click(&format!("[data-go={button}]")).await?;
            expect_shown(&atlas, button, |after| !after.is_like(&before)).await?;
        }
        assert!(whole.is_like(&atlas.shown().await?));
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        Ok(())
    })
}

/// Opens a page that is low enough to be scrolled, and says where the middle of its map is.
async fn low_page(browser: &Browser) -> Result<(Atlas, Point)> {
    browser.resize(1024, 500).await?;
    let atlas = browser.open("?vy=karta").await?;
    assert_soon!(atlas.pressed_jumps(), ["alla"]);
    let middle = atlas.middle_of(".map .canvas svg").await?;
    Ok((atlas, middle))
}

/// Expects that the page was scrolled away from `before`, and that the map stayed as it was.
async fn expect_scrolled(atlas: &Atlas, before: f64) -> Outcome {
    atlas.expect_scrolled_from(before).await?;
    assert_eq!(atlas.pressed_jumps().await?, ["alla"], "the map was moved");
    Ok(())
}

/// Expects that a point of the window shows what it showed before, or what another one did.
async fn expect_world_at(atlas: &Atlas, point: Point, [east, south]: [f64; 2]) -> Outcome {
    let little = atlas.shown().await?.width / 60.0;
    let is_there = async || {
        let [now_east, now_south] = atlas.world_at(point).await?;
        Ok((now_east - east).hypot(now_south - south) < little)
    };
    let now = atlas.world_at(point).await?;
    assert_soon!(is_there(), true, "{now:?} instead of {:?} at {point:?}", [east, south]);
    Ok(())
}

#[test]
fn a_bare_wheel_scrolls_the_page() -> Outcome {
    Site::published().in_browser(async |browser| {
        let (atlas, middle) = low_page(&browser).await?;
        let before = atlas.scrolled().await?;
        browser.turn_wheel(middle, -150.0, Held::Nothing).await?;
        expect_scrolled(&atlas, before).await
    })
}

#[test]
fn the_wheel_with_ctrl_or_command_zooms_about_the_pointer() -> Outcome {
    for held in [Held::Control, Held::Command] {
        Site::published().in_browser(async |browser| {
            let (atlas, (x, y)) = low_page(&browser).await?;
            let point = (x + 90.0, y - 70.0);
            let (before, world) = (atlas.shown().await?, atlas.world_at(point).await?);
            let scroll = atlas.scrolled().await?;
            browser.turn_wheel(point, -150.0, held).await?;
            expect_shown(&atlas, "nearer", |after| after.width < 0.8 * before.width).await?;
            expect_world_at(&atlas, point, world).await?;
            assert!((atlas.scrolled().await? - scroll).abs() < 1.0, "the page stays");
            expect_each_once(&atlas).await?;
            assert_soon!(atlas.pressed_jumps(), [""; 0]);
            for _ in 0..2 {
                browser.turn_wheel(point, 200.0, held).await?;
            }
            expect_shown(&atlas, "farther", |after| after.is_like(&before)).await
        })?;
    }
    Ok(())
}

#[test]
fn one_finger_scrolls_the_page() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.use_touch_screen().await?;
        let (atlas, (x, y)) = low_page(&browser).await?;
        let before = atlas.scrolled().await?;
        browser.drag_fingers(&one_finger((x, y))).await?;
        expect_scrolled(&atlas, before).await
    })
}

#[test]
fn two_fingers_zoom_about_their_middle() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.use_touch_screen().await?;
        let (atlas, (x, y)) = low_page(&browser).await?;
        let (x, y) = (x - 60.0, y + 50.0);
        let (before, world) = (atlas.shown().await?, atlas.world_at((x, y)).await?);
        let scroll = atlas.scrolled().await?;
        browser.drag_fingers(&two_fingers_apart((x, y))).await?;
        expect_shown(&atlas, "nearer", |after| after.width < 0.5 * before.width).await?;
        expect_world_at(&atlas, (x, y), world).await?;
        assert!((atlas.scrolled().await? - scroll).abs() < 1.0, "the page stays");
        expect_each_once(&atlas).await
    })
}

#[test]
fn two_fingers_move_the_map_along() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.use_touch_screen().await?;
        let (atlas, _) = low_page(&browser).await?;
        atlas.jump("kenya").await?;
        assert_soon!(atlas.pressed_jumps(), ["kenya"]);
        let (x, y) = atlas.middle_of(".map .canvas svg").await?;
        let (before, scroll) = (atlas.shown().await?, atlas.scrolled().await?);
        let at = |step: i32| (x + 9.0 * f64::from(step), y - 6.0 * f64::from(step));
        let fingers = |step| {
            let (x, y) = at(step);
            [(x - 40.0, y), (x + 40.0, y)]
        };
        let steps: Vec<[Point; 2]> = (0..10).map(fingers).collect();
        // A browser keeps the first few pixels to itself, to see what the fingers mean.
        browser.drag_fingers(&steps).await?;
        let wanted = |after: &Shown| {
            (after.width - before.width).abs() < before.width / 100.0
                && after.west < before.west
                && after.north > before.north
        };
        expect_shown(&atlas, "moved along", wanted).await?;
        assert!((atlas.scrolled().await? - scroll).abs() < 1.0, "the page stays");
        expect_each_once(&atlas).await
    })
}

#[test]
fn a_mouse_drags_the_map_and_clicks_nothing_under_it() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let begin = async || {
            atlas.jump("europa").await?;
            // Away from the edge of the world.
            atlas.click(".pad-buttons [data-go=nearer]").await?;
            assert_soon!(atlas.pressed_jumps(), [""; 0]);
            Ok::<(), partneratlas_e2e::Error>(())
        };
        begin().await?;
        let is_there = async |node| Ok(atlas.number_of(&format!(".map {node}")).await? > 0);
        // From a town, from a hatched country, from the shape of one with towns, and from a cluster.
        for start in
            ["[data-place=linz]", "[data-place=polen]", ".area[data-land=AT]", ".mark.cluster"]
        {
            assert_soon!(is_there(start), true, "{start}");
            let point = atlas.middle_of(&format!(".map {start}")).await?;
            let (before, world) = (atlas.shown().await?, atlas.world_at(point).await?);
            atlas.drag_mouse(point, (-60, 40)).await?;
            expect_shown(&atlas, start, |after| !after.is_like(&before)).await?;
            expect_world_at(&atlas, (point.0 - 60.0, point.1 + 40.0), world).await?;
            expect_each_once(&atlas).await?;
            let now = atlas.shown().await?;
            assert!((now.width - before.width).abs() < 1.0, "{start}: no nearer");
            assert_eq!(atlas.address().await?, "?vy=karta", "{start} was clicked");
            begin().await?;
        }
        Ok(())
    })
}

#[test]
fn a_hand_that_trembles_still_clicks() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        let point = atlas.middle_of(".map [data-place=uasin-gishu]").await?;
        let before = atlas.shown().await?;
        atlas.drag_mouse(point, (2, 1)).await?;
        assert_soon!(atlas.address(), "?land=KE&ort=uasin-gishu&vy=karta");
        assert!(before.is_like(&atlas.shown().await?), "the map stays");
        Ok(())
    })
}

#[test]
fn a_click_on_a_country_chooses_it() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.jump("kenya").await?;
        assert_soon!(atlas.pressed_jumps(), ["kenya"]);
        let middle = atlas.middle_of(".map .area[data-land=KE]").await?;
        atlas.drag_mouse(middle, (0, 0)).await?;
        assert_soon!(atlas.address(), "?land=KE&vy=karta");
        expect_each_once(&atlas).await?;
        let middle = atlas.middle_of(".map .area[data-land=KE]").await?;
        atlas.drag_mouse(middle, (0, 0)).await?;
        assert_soon!(atlas.address(), "?vy=karta", "a second click takes it back");
        Ok(())
    })
}

#[test]
fn a_mark_chooses_its_town_municipality_or_country() -> Outcome {
    on_page("?vy=karta&q=gemis", async |atlas| {
        atlas.click_mark("tjeckien").await?;
        assert_soon!(atlas.address(), "?q=gemis&land=CZ&vy=karta");
        atlas.click_mark("norrkoping").await?;
        assert_soon!(atlas.address(), "?q=gemis&kommun=0581&land=CZ&vy=karta");
        atlas.search("kenya").await?;
        atlas.remove_chip("Tjeckien").await?;
        assert_soon!(atlas.places(), ["norrkoping", "uasin-gishu"]);
        atlas.click_mark("uasin-gishu").await?;
        assert_soon!(atlas.address(), "?q=kenya&kommun=0581&ort=uasin-gishu&vy=karta");
        assert_eq!(atlas.ticked().await?, ["kommun=0581", "ort=uasin-gishu"]);
        Ok(())
    })
}

#[test]
fn a_cluster_opens_to_its_places() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let before = atlas.marks().await?;
        let cluster =
            before.iter().filter(|mark| mark.places.len() > 1).max_by_key(|mark| mark.places.len());
        let cluster = cluster.ok_or("no cluster on the whole map")?;
        assert!(cluster.class.contains("cluster"), "{cluster:?}");
        let whole = atlas.shown().await?;
        atlas.click(&format!(".map [data-place=\"{}\"]", cluster.places.join(" "))).await?;
        expect_shown(&atlas, "nearer", |after| after.width < whole.width).await?;
        let after = atlas.marks().await?;
        let lumped = after.iter().find(|mark| mark.places == cluster.places);
        assert!(lumped.is_none(), "still lumped: {lumped:?}");
        for place in &cluster.places {
            assert!(after.iter().any(|mark| mark.places.contains(place)), "{place} is in sight");
        }
        expect_each_once(&atlas).await
    })
}

/// Jönköping and its county, which stands at the same point.
const ONE_POINT: &str = "[data-place=\"jonkoping jonkopings-lan\"]";

#[test]
fn places_at_one_point_are_fanned_out_and_folded_up() -> Outcome {
    on_page("?vy=karta&q=f%C3%B6rm%C3%A5ga", async |atlas| {
        let expected = ["jonkoping", "jonkopings-lan"];
        assert_soon!(atlas.places(), expected);
        assert_eq!(atlas.number_of(ONE_POINT).await?, 1, "{:?}", atlas.marks().await?);
        let before = atlas.shown().await?;
        atlas.click(ONE_POINT).await?;
        assert_soon!(atlas.number_of(".map .leg"), 2_usize);
        assert_eq!(atlas.places().await?, expected, "each once");
        let near = atlas.shown().await?;
        assert!(near.width < before.width / 5.0, "so near that nobody lands in another country");
        let name = atlas.mark("jonkoping").await?.name;
        assert!(name.starts_with("Jönköping, svensk kommun"), "{name}");
        atlas.click_mark("jonkoping").await?;
        assert_soon!(atlas.ticked(), ["kommun=0680"]);
        Ok(())
    })
}

/// Keeps what is told of the map from here on.
const LISTEN: &str = "window.told = [];
    const region = root.querySelector('.map > [aria-live]');
    new MutationObserver(() => told.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
    return [region.getAttribute('aria-live'), region.textContent]";

/// As quick as no finger is: the first is not to be told.
const TWO_JUMPS: &str =
    "for (const area of ['kenya', 'sydafrika']) root.querySelector(`[data-jump=${area}]`).click()";

#[test]
fn where_the_map_has_gone_is_told_once() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        assert_eq!(atlas.read::<[String; 2]>(LISTEN, &[]).await?, ["polite", ""]);
        let told = async || atlas.run::<Vec<String>>("return told", vec![]).await;
        atlas.jump("europa").await?;
        let count = atlas.expected_in_sight().await?.len();
        assert!(count > 10, "{count}");
        let first = format!("Europa: {count}\u{A0}platser syns på kartan");
        assert_soon!(told(), std::slice::from_ref(&first));
        // Of several moves in a row only the last is told.
        atlas.read::<()>(TWO_JUMPS, &[]).await?;
        let last = "Sydafrika: 2\u{A0}platser syns på kartan";
        assert_soon!(told(), [first.as_str(), last]);
        atlas.click(".pad-buttons [data-go=north]").await?;
        let count = atlas.expected_in_sight().await?.len();
        let third = format!(
            "Karta: {count}\u{A0}plats{} syns på kartan",
            if count == 1 { "" } else { "er" }
        );
        assert_soon!(told(), [first.as_str(), last, &third]);
        Ok(())
    })
}

/// The names of what moves by itself after a jump, within the node that a selector fits.
const MOTION: &str = "root.querySelector('[data-jump=europa]').click();
    return (async () => {
        const names = new Set();
        for (let frame = 0; frame < 4; frame += 1) {
            for (const motion of root.querySelector(given[0]).getAnimations({ subtree: true })) {
                names.add(motion.transitionProperty ?? motion.animationName);
            }
            await new Promise(requestAnimationFrame);
        }
        return [...names].toSorted();
    })()";

#[test]
fn the_map_glides_only_where_the_visitor_likes_motion() -> Outcome {
    Site::published().in_browser(async |browser| {
        for (preference, within, expected) in [
            ("reduce", ".app", &[] as &[&str]),
            ("no-preference", ".map .canvas", &["appear", "transform"]),
        ] {
            browser.emulate("", &[("prefers-reduced-motion", preference)]).await?;
            let atlas = browser.open("?vy=karta").await?;
            let moving =
                async || atlas.read::<usize>("return root.getAnimations().length", &[]).await;
            assert_soon!(moving(), 0_usize);
            let motion: Vec<String> = atlas.read(MOTION, &[within.into()]).await?;
            assert_eq!(motion, expected, "{preference}");
        }
        Ok(())
    })
}
