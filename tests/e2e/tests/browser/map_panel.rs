//! What is known of a chosen place: who works there, with whom, in what.

use partneratlas_e2e::{Atlas, Outcome, Result, assert_soon, on_page};

/// The lists of a panel: each heading with what stands under it.
async fn lists(atlas: &Atlas, value: &str) -> Result<Vec<(String, Vec<String>)>> {
    let script =
        "return [...root.querySelectorAll(`[data-panel=\"${given[0]}\"] .panel-lists > div`)]
        .map((list) => [list.querySelector('h4').innerText,
            [...list.querySelectorAll('li')].map((item) => item.innerText)])";
    atlas.read(script, &[value.into()]).await
}

#[test]
fn a_country_in_the_address_has_a_panel() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        assert_soon!(atlas.attributes(".panel", "data-panel"), ["KE"]);
        assert_eq!(atlas.text(".panel h3").await?, "Kenya – 1\u{A0}samarbete");
        let lists = lists(&atlas, "KE").await?;
        let [(homes, norrkoping), (partners, names), (records, titles)] = lists.as_slice() else {
            return Err(format!("{lists:?}").into());
        };
        assert_eq!(
            (homes.as_str(), norrkoping.as_slice()),
            ("Svenska kommuner", ["Norrköping 1".to_owned()].as_slice())
        );
        assert_eq!(partners, "Partner");
        assert!(names.iter().any(|name| name.contains("Uasin Gishu County")), "{names:?}");
        assert_eq!(records, "Samarbeten");
        assert!(titles.len() == 1 && titles[0].contains("NORELD"), "{titles:?}");
        Ok(())
    })
}

#[test]
fn a_country_without_a_choice_has_none() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        assert_eq!(atlas.number_of(".panel").await?, 0);
        Ok(())
    })
}

#[test]
fn its_links_lead_to_the_municipality_and_to_the_record() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        atlas.click_text(".panel[data-panel=KE] a", "Norrköping").await?;
        assert_soon!(atlas.address(), "?kommun=0581&land=KE&vy=karta");
        assert_soon!(atlas.number_of(".panel[data-panel=KE]"), 1_usize);
        atlas.click(".panel[data-panel=KE] a[href*=\"projekt=noreld\"]").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        assert_eq!(atlas.address().await?, "?kommun=0581&land=KE&vy=karta&projekt=noreld");
        Ok(())
    })
}

#[test]
fn a_place_chosen_by_its_mark_gets_a_panel_of_its_own() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        atlas.click_mark("uasin-gishu").await?;
        assert_soon!(atlas.attributes(".panel", "data-panel"), ["KE", "uasin-gishu"]);
        let title = atlas.text(".panel[data-panel=uasin-gishu] h3").await?;
        assert!(title.contains("Uasin Gishu") && title.ends_with("1\u{A0}samarbete"), "{title}");
        atlas.click_mark("uasin-gishu").await?;
        assert_soon!(atlas.attributes(".panel", "data-panel"), ["KE"]);
        Ok(())
    })
}

#[test]
fn a_panel_counts_what_the_other_filters_leave() -> Outcome {
    on_page("?vy=karta&land=IT", async |atlas| {
        let all = atlas.hits().await?.len();
        assert!(all > 1, "{all}");
        let count = async || atlas.number_of("[data-panel=IT] a[href*=\"projekt=\"]").await;
        assert_soon!(count(), all);
        atlas.search("gemis").await?;
        assert_soon!(atlas.hits(), ["gemis"]);
        assert_soon!(count(), 1_usize);
        assert_eq!(atlas.text("[data-panel=IT] h3").await?, "Italien – 1\u{A0}samarbete");
        Ok(())
    })
}

#[test]
fn its_cross_takes_the_value_away() -> Outcome {
    on_page("?vy=karta&land=KE&land=AT", async |atlas| {
        assert_soon!(atlas.attributes(".panel", "data-panel"), ["AT", "KE"]);
        let names = atlas.attributes(".panel .away", "aria-label").await?;
        assert_eq!(names, ["Ta bort Österrike", "Ta bort Kenya"]);
        atlas.click("[data-panel=KE] .away").await?;
        assert_soon!(atlas.address(), "?land=AT&vy=karta");
        assert_soon!(atlas.attributes(".panel", "data-panel"), ["AT"]);
        atlas.click("[data-panel=AT] .away").await?;
        assert_soon!(atlas.address(), "?vy=karta");
        assert_soon!(atlas.number_of(".panel"), 0_usize);
        Ok(())
    })
}

#[test]
fn the_focus_stays_in_the_element_when_a_panel_goes() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        atlas.click("[data-panel=KE] .away").await?;
        assert_soon!(atlas.number_of(".panel"), 0_usize);
        assert_soon!(atlas.has_focus("*"), true, "the cross is gone; something has the focus");
        Ok(())
    })
}

#[test]
fn the_focus_stays_in_the_element_when_a_link_of_a_panel_is_followed() -> Outcome {
    on_page("?vy=karta&land=ZA", async |atlas| {
        assert_soon!(atlas.texts(".panel h3"), ["Sydafrika – 3\u{A0}samarbeten"]);
        atlas.click_text(".panel[data-panel=ZA] a", "Tyresö").await?;
        assert_soon!(atlas.texts(".panel h3"), ["Sydafrika – 2\u{A0}samarbeten"]);
        assert_soon!(atlas.has_focus("*"), true, "the link is drawn anew; something has the focus");
        Ok(())
    })
}

#[test]
fn a_panel_speaks_the_language_of_the_page() -> Outcome {
    on_page("?vy=karta&land=ZA&lang=en", async |atlas| {
        assert_soon!(atlas.number_of(".panel"), 1_usize);
        let title = atlas.text(".panel h3").await?;
        assert!(title.starts_with("South Africa – "), "{title}");
        atlas.switch_language().await?;
        let title = async || Ok(atlas.text(".panel h3").await?.starts_with("Sydafrika – "));
        assert_soon!(title(), true);
        Ok(())
    })
}
