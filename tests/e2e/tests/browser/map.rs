//! What stands on the map, under which names.

use std::collections::BTreeSet;

use partneratlas_e2e::catalogue::Catalogue;
use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};

#[test]
fn kenya_leaves_a_ring_in_uasin_gishu_and_the_home() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.places(), ["norrkoping", "uasin-gishu"]);
        let partner = atlas.mark("uasin-gishu").await?;
        assert!(partner.class.contains("region"), "{partner:?}");
        assert!(partner.name.contains("Uasin Gishu County"), "{partner:?}");
        assert!(partner.name.contains("vid Eldoret"), "a stand-in is named as one: {partner:?}");
        assert_eq!(atlas.number_of("[data-place=uasin-gishu] .ring").await?, 1);
        let home = atlas.mark("norrkoping").await?;
        assert!(home.class.contains("home"), "{home:?}");
        assert_eq!(home.name, "Norrköping, svensk kommun – 1\u{A0}samarbete");
        Ok(())
    })
}

/// The ids of the places that the map must show for what is listed.
async fn expected_places(atlas: &Atlas) -> Result<Vec<String>> {
    let catalogue = Catalogue::published()?;
    let hits = atlas.hits().await?;
    let places = catalogue.places_of(&hits);
    let drawable = places.values().filter(|(place, _)| place.is_drawable());
    Ok(drawable.map(|(place, _)| place.id.clone()).collect())
}

#[test]
fn every_place_of_the_selection_is_there_once() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        for country in [None, Some("IT"), Some("ZA")] {
            if let Some(country) = country {
                atlas.facet("land", country).await?.choose().await?;
                assert_soon!(atlas.ticked(), [format!("land={country}")]);
            }
            let expected = expected_places(&atlas).await?;
            assert!(expected.len() > 2, "{expected:?}");
            assert_soon!(atlas.places(), expected, "{country:?}");
            if let Some(country) = country {
                atlas.facet("land", country).await?.choose().await?;
                assert_soon!(atlas.count(), 20);
            }
        }
        Ok(())
    })
}

#[test]
fn a_country_without_a_town_is_an_outline() -> Outcome {
    on_page("?vy=karta&q=gemis", async |atlas| {
        assert_eq!(atlas.hits().await?, ["gemis"]);
        for country in ["frankrike", "tyskland", "portugal", "italien", "polen", "tjeckien"] {
            let mark = atlas.mark(country).await?;
            assert_eq!(mark.class, "country", "{mark:?}");
            assert!(mark.name.contains("ort inte angiven"), "{mark:?}");
            let outline = atlas.attributes(&format!("[data-place={country}] path"), "d").await?;
            assert!(outline.iter().all(|d| d.len() > 50), "{country} is drawn: {outline:?}");
        }
        Ok(())
    })
}

#[test]
fn what_lies_outside_is_named() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let notes = atlas.texts(".map-note").await?.join("\n");
        assert!(notes.contains("Utanför kartan: Indien"), "{notes}");
        assert!(notes.contains("Större områden:") && notes.contains("Runt Östersjön"), "{notes}");
        assert!(!atlas.places().await?.iter().any(|place| place == "indien"));
        Ok(())
    })
}

#[test]
fn no_mark_leads_to_an_empty_selection() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.jump("europa").await?;
        let marks = atlas.marks().await?;
        let links: BTreeSet<String> = marks.into_iter().filter_map(|mark| mark.href).collect();
        assert!(links.len() > 10, "{links:?}");
        for link in links {
            let (key, value) = link
                .trim_start_matches("/?")
                .split('&')
                .find(|pair| !pair.starts_with("vy="))
                .and_then(|pair| pair.split_once('='))
                .ok_or("a link without a value")?;
            let counts = atlas.facet_counts(key).await?;
            let count =
                counts.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count);
            assert!(count > 0, "{link} leads nowhere");
        }
        Ok(())
    })
}

/// The marks of which no point in sight can be hit, because others lie over them.
const OUT_OF_REACH: &str = "
    const steps = [...Array(24).keys()].map((step) => (step + 0.5) / 24);
    const can_be_hit = (mark) => {
        const box = (mark.querySelector('.hit') ?? mark).getBoundingClientRect();
        return steps.some((right) => steps.some((down) => {
            const found = root.elementFromPoint(
                box.left + right * box.width, box.top + down * box.height);
            return found?.closest('[data-place]') === mark;
        }));
    };
    return [...root.querySelectorAll('.map [data-place]')]
        .filter((mark) => !can_be_hit(mark)).map((mark) => mark.dataset.place)";

#[test]
fn every_mark_can_be_hit_with_a_pointer() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.resize(1280, 2000).await?;
        assert_soon!(atlas.read::<Vec<String>>(OUT_OF_REACH, &[]), [""; 0]);
        Ok(())
    })
}

#[test]
fn a_cluster_says_how_many_places_it_has_and_which() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let marks = atlas.marks().await?;
        let clusters: Vec<_> = marks.iter().filter(|mark| mark.class.contains("cluster")).collect();
        assert!(!clusters.is_empty(), "{marks:?}");
        for cluster in clusters {
            let count = cluster.places.len();
            let (said, names) = cluster.name.split_once(" platser: ").ok_or("no number")?;
            assert_eq!(said, count.to_string(), "{cluster:?}");
            assert_eq!(names.split(", ").count(), count, "{cluster:?}");
            let number = format!("[data-place=\"{}\"] .number", cluster.places.join(" "));
            assert_eq!(atlas.text(&number).await?, count.to_string(), "{cluster:?}");
            assert_eq!(cluster.href, None, "it leads nearer: {cluster:?}");
        }
        let north = marks.iter().find(|mark| mark.places.iter().any(|place| place == "norrkoping"));
        let north = north.ok_or("Norrköping is gone")?;
        assert!(
            north.name.contains("Norrköping") && north.name.contains("Söderköping"),
            "{north:?}"
        );
        Ok(())
    })
}

/// Names whose ink lies over that of another name, or over a mark. Browsers tell where ink ends in whole
/// pixels: two of them may be one each.
const COLLISIONS: &str = "
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    const box = (node) => node.getBoundingClientRect();
    const all = (selector) => [...root.querySelectorAll(`.map ${selector}`)];
    const { top: edge } = box(root.querySelector('.map .canvas svg'));
    const names = all('.names text').map((name) => {
        const { left, right } = box(name);
        const base = edge + name.getStartPositionOfChar(0).y;
        pen.font = getComputedStyle(name).font;
        const ink = pen.measureText(name.textContent);
        return { called: name.textContent, left, right,
            top: base - ink.actualBoundingBoxAscent, bottom: base + ink.actualBoundingBoxDescent };
    });
    const marks = all('.mark').map((mark) => {
        const { left, right, top, bottom } =
            box(mark.querySelector('.ring') ?? mark.querySelector('.pin, .home'));
        return { called: mark.dataset.place, left, right, top, bottom };
    });
    const across = (one, other) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = (one, other) =>
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return names.flatMap((name, index) => [...names.slice(index + 1), ...marks]
        .filter((other) => across(name, other) > 0.5 && down(name, other) > 2)
        .map((other) => `${name.called} and ${other.called}: \
            ${across(name, other).toFixed(1)} × ${down(name, other).toFixed(1)} px`));";

#[test]
fn no_name_lies_over_another_or_over_a_mark() -> Outcome {
    Site::published().in_browser(async |browser| {
        let mut faults = Vec::new();
        for (width, lang) in [(375, "sv"), (1280, "sv"), (375, "en"), (1280, "en")] {
            browser.resize(width, 900).await?;
            let atlas = browser.open(&format!("?vy=karta&lang={lang}")).await?;
            for area in ["alla", "europa", "kenya", "sydafrika", "urval"] {
                atlas.jump(area).await?;
                // The whole selection needs everything, so that is what the buttons say.
                let pressed = if area == "urval" { "alla" } else { area };
                assert_soon!(atlas.pressed_jumps(), [pressed]);
                let is_named = async || Ok(!atlas.map_names().await?.is_empty());
                assert_soon!(is_named(), true, "{area} has no names at {width} px");
                let collisions: Vec<String> = atlas.read(COLLISIONS, &[]).await?;
                let told = |collision| format!("{lang}, {width} px, {area}: {collision}");
                faults.extend(collisions.into_iter().map(told));
            }
        }
        assert_eq!(faults, [""; 0]);
        Ok(())
    })
}

#[test]
fn countries_that_no_record_names_are_named_in_the_language_of_the_page() -> Outcome {
    Site::published().in_browser(async |browser| {
        for (lang, name, other) in [("sv", "Algeriet", "Algeria"), ("en", "Algeria", "Algeriet")] {
            let atlas = browser.open(&format!("?vy=karta&lang={lang}")).await?;
            let is_named =
                async |name: &str| Ok(atlas.map_names().await?.iter().any(|n| n == name));
            assert_soon!(is_named(name), true, "{lang}");
            assert!(!is_named(other).await?, "{lang}");
        }
        let atlas = browser.open("?vy=karta&lang=sv").await?;
        atlas.switch_language().await?;
        let is_english = async || Ok(atlas.map_names().await?.iter().any(|name| name == "Algeria"));
        assert_soon!(is_english(), true, "the names follow the language");
        Ok(())
    })
}

/// Marks of which less than 24 × 24 px can be hit.
const SMALL: &str = "return [...root.querySelectorAll('.map .mark')]
    .map((mark) => [mark.dataset.place, mark.querySelector('.hit').getBoundingClientRect()])
    .filter(([, { width, height }]) => Math.min(width, height) < 23.9)
    .map(([place, { width, height }]) => `${place}: ${width} × ${height}`)";

#[test]
fn every_mark_is_large_enough_for_a_fingers_tip() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [320, 375, 1280] {
            browser.resize(width, 900).await?;
            let atlas = browser.open("?vy=karta").await?;
            for area in ["alla", "europa", "kenya", "sydafrika"] {
                atlas.jump(area).await?;
                assert_soon!(atlas.pressed_jumps(), [area]);
                assert!(atlas.number_of(".map .mark .hit").await? > 0, "{area}");
                let small: Vec<String> = atlas.read(SMALL, &[]).await?;
                assert_eq!(small, [""; 0], "{area} at {width} px");
            }
        }
        Ok(())
    })
}
