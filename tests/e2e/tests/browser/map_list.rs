//! The list beside the map: the same places, without the drawing.

use std::collections::{BTreeMap, BTreeSet};

use partneratlas_e2e::catalogue::Catalogue;
use partneratlas_e2e::{Atlas, Outcome, Result, assert_soon, on_page};
use thirtyfour::Key;

async fn unfold(atlas: &Atlas) -> Outcome {
    atlas.click(".place-list summary").await?;
    assert_soon!(atlas.number_of(".place-list[open]"), 1_usize);
    Ok(())
}

#[test]
fn the_list_has_every_place_of_the_selection() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let catalogue = Catalogue::published()?;
        let hits = atlas.hits().await?;
        let places = catalogue.places_of(&hits);
        // Swedish partners have no facet, and wider areas no place.
        let is_listed = |address: &str, country: Option<&str>| {
            country.is_some_and(|code| code != "SE") || address.starts_with("kommun=")
        };
        let places = places
            .values()
            .filter(|(place, address)| is_listed(address, place.country.as_deref()))
            .map(|(_, address)| format!("/?{address}&vy=karta"));
        let headings = atlas.attributes(".place-list strong a", "href").await?;
        let expected: BTreeSet<String> = places.chain(headings).collect();
        let listed: BTreeSet<String> = atlas.listed_places().await?.into_iter().collect();
        assert_eq!(listed, expected);
        Ok(())
    })
}

/// The number that a mark's name ends with.
fn count_in(name: &str) -> Option<usize> {
    name.rsplit_once(" – ")?.1.split('\u{A0}').next()?.parse().ok()
}

/// The numbers in the list by the addresses beside them.
async fn listed_counts(atlas: &Atlas) -> Result<BTreeMap<String, usize>> {
    let script = "return [...root.querySelectorAll('.place-list li li')]
        .filter((item) => item.querySelector('a'))
        .map((item) => [item.querySelector('a').getAttribute('href'),
            Number(item.querySelector('.option-count').textContent)])";
    Ok(atlas.read::<Vec<(String, usize)>>(script, &[]).await?.into_iter().collect())
}

#[test]
fn marks_and_list_agree_on_links_and_numbers() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let listed = listed_counts(&atlas).await?;
        let mut met = BTreeSet::new();
        for area in ["alla", "europa", "kenya", "sydafrika"] {
            atlas.jump(area).await?;
            assert_soon!(atlas.pressed_jumps(), [area]);
            for mark in atlas.marks().await? {
                // An outline can stand for a country and its regions; the list has each of them.
                if let (Some(href), 1) = (&mark.href, mark.places.len()) {
                    assert_eq!(listed.get(href).copied(), count_in(&mark.name), "{mark:?}");
                    met.insert(href.clone());
                }
            }
        }
        assert!(met.len() > 10, "{met:?}");
        Ok(())
    })
}

#[test]
fn the_list_comes_before_the_map() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let script = "const [list, map] = ['.place-list', '.map .canvas']
                .map((selector) => root.querySelector(selector));
            return !!(list.compareDocumentPosition(map) & Node.DOCUMENT_POSITION_FOLLOWING)";
        assert!(atlas.read::<bool>(script, &[]).await?);
        Ok(())
    })
}

#[test]
fn a_heading_of_the_list_leads_to_its_country() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        unfold(&atlas).await?;
        let headings = atlas.texts(".place-list strong").await?;
        let links = atlas.texts(".place-list strong a").await?;
        let not_linked: Vec<_> = headings.iter().filter(|name| !links.contains(name)).collect();
        assert_eq!(not_linked, ["Sverige"], "Sweden is no country of partners");
        let addresses = atlas.attributes(".place-list strong a", "href").await?;
        let is_country = |address: &String| address.starts_with("/?land=");
        assert!(addresses.iter().all(is_country), "{addresses:?}");
        atlas.click_text(".place-list strong a", "Kenya").await?;
        assert_soon!(atlas.address(), "?land=KE&vy=karta");
        assert_soon!(atlas.hits(), ["noreld"]);
        Ok(())
    })
}

#[test]
fn the_list_answers_who_works_in_kenya_in_one_step() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        unfold(&atlas).await?;
        atlas.click_text(".place-list strong a", "Kenya").await?;
        assert_soon!(atlas.texts(".panel[data-panel=KE] li:has(.option-count) a"), ["Norrköping"]);
        assert_soon!(
            atlas.has_focus("h2"),
            true,
            "the list is written anew: the focus is above it"
        );
        Ok(())
    })
}

#[test]
fn the_skip_link_leads_past_everything_on_the_map() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        atlas.read::<()>("root.querySelector('.skip').focus()", &[]).await?;
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.has_focus(".map > [tabindex=\"-1\"]"), true, "the end of the map");
        atlas.press(Key::Tab).await?;
        assert!(!atlas.has_focus(".map *").await?, "nothing of the map comes after its end");
        Ok(())
    })
}
