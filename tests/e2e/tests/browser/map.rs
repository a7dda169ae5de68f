//! The map and its list.

use std::collections::BTreeSet;

use partneratlas_e2e::catalogue::Catalogue;
use partneratlas_e2e::{Atlas, Outcome, Result, assert_soon, on_page};

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
fn jumps_show_a_part_of_the_world() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        assert_eq!(atlas.texts("[data-jump]").await?, ["Alla", "Europa", "Kenya", "Sydafrika"]);
        let mut drawings = BTreeSet::from([atlas.land().await?]);
        for (area, within, without) in [
            ("europa", "linz", "uasin-gishu"),
            ("kenya", "uasin-gishu", "linz"),
            ("sydafrika", "stellenbosch", "uasin-gishu"),
        ] {
            atlas.jump(area).await?;
            let pressed = format!("[data-jump={area}][aria-pressed=true]");
            assert_soon!(atlas.number_of(&pressed), 1_usize);
            assert!(drawings.insert(atlas.land().await?), "{area} looks like another one");
            let places = atlas.places().await?;
            assert!(places.iter().any(|place| place == within), "{area}: {places:?}");
            assert!(!places.iter().any(|place| place == without), "{area}: {places:?}");
        }
        atlas.jump("alla").await?;
        assert_soon!(atlas.places(), expected_places(&atlas).await?);
        assert!(!drawings.insert(atlas.land().await?), "back where it began");
        Ok(())
    })
}

#[test]
fn the_list_beside_the_map_has_the_same_places() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let catalogue = Catalogue::published()?;
        let hits = atlas.hits().await?;
        let places = catalogue.places_of(&hits);
        // Swedish partners have no facet, and wider areas no place.
        let is_listed = |address: &str, country: Option<&str>| {
            country.is_some_and(|code| code != "SE") || address.starts_with("kommun=")
        };
        let expected: BTreeSet<String> = places
            .values()
            .filter(|(place, address)| is_listed(address, place.country.as_deref()))
            .map(|(_, address)| format!("?{address}&vy=karta"))
            .collect();
        let listed: BTreeSet<String> = atlas.listed_places().await?.into_iter().collect();
        assert_eq!(listed, expected);
        let marks = atlas.marks().await?;
        let marked: BTreeSet<String> = marks.into_iter().filter_map(|mark| mark.href).collect();
        let only_marked: Vec<_> = marked.difference(&listed).collect();
        assert!(only_marked.is_empty(), "{only_marked:?}");
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
                .trim_start_matches('?')
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
fn a_mark_that_was_clicked_keeps_the_focus() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        atlas.click_mark("uasin-gishu").await?;
        assert_soon!(atlas.address(), "?land=KE&ort=uasin-gishu&vy=karta");
        assert_soon!(atlas.has_focus("[data-place=uasin-gishu]"), true);
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
fn a_cluster_opens_to_its_places() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let before = atlas.marks().await?;
        let cluster =
            before.iter().filter(|mark| mark.places.len() > 1).max_by_key(|mark| mark.places.len());
        let cluster = cluster.ok_or("no cluster on the whole map")?;
        assert!(cluster.class.contains("cluster") && cluster.href.is_none(), "{cluster:?}");
        assert!(cluster.name.contains(&format!("{} platser", cluster.places.len())), "{cluster:?}");
        let land = atlas.land().await?;
        atlas.click(&format!("[data-place=\"{}\"]", cluster.places.join(" "))).await?;
        let moved = async || Ok(atlas.land().await? != land);
        assert_soon!(moved(), true);
        let after = atlas.marks().await?;
        let lumped = after.iter().find(|mark| mark.places == cluster.places);
        assert!(lumped.is_none(), "still lumped: {lumped:?}");
        for place in &cluster.places {
            assert!(after.iter().any(|mark| mark.places.contains(place)), "{place} is in sight");
        }
        Ok(())
    })
}

#[test]
fn buttons_come_nearer_and_go_back() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let whole = atlas.land().await?;
        atlas.click(".zoom button:first-child").await?;
        let is_whole = async || Ok(atlas.land().await? == whole);
        assert_soon!(is_whole(), false);
        atlas.click(".zoom button:last-child").await?;
        assert_soon!(is_whole(), true);
        Ok(())
    })
}
