//! The page of one record.

use partneratlas_e2e::{Outcome, assert_soon, on_page};

const NORELD: &str = "Kommunalt partnerskap med Uasin Gishu County, Kenya (NORELD)";

#[test]
fn a_click_opens_the_record_at_its_heading() -> Outcome {
    on_page("?land=KE", async |atlas| {
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.open_title(), Some(NORELD.to_owned()));
        assert_soon!(atlas.has_focus(".detail h2"), true);
        assert_eq!(atlas.address().await?, "?land=KE&projekt=noreld");
        assert_soon!(atlas.title(), format!("{NORELD} – Partneratlas"));
        assert!(!atlas.find(".browse").await?.is_displayed().await?, "the list is out of the way");
        Ok(())
    })
}

#[test]
fn an_address_opens_the_record() -> Outcome {
    on_page("?projekt=noreld", async |atlas| {
        assert_eq!(atlas.open_title().await?.as_deref(), Some(NORELD));
        assert_soon!(atlas.title(), format!("{NORELD} – Partneratlas"));
        assert!(!atlas.has_focus("*").await?, "what opens by itself takes the focus from nobody");
        Ok(())
    })
}

#[test]
fn a_record_says_everything_that_is_known_of_it() -> Outcome {
    on_page("?projekt=noreld", async |atlas| {
        let text = atlas.record_text().await?;
        for expected in [
            "Kommunalt partnerskap",
            "Avslutat",
            "2017–2019",
            "3\u{A0}år",
            "Norrköpings kommun",
            "avfallshantering",
            "Uasin Gishu County",
            "Eldoret",
            "ICLD",
            "Kipkaren",
            "Källan skriver både Country och County",
            "Uasin Gishu Country",
            "Kommunens webbplats (Norrköping)",
        ] {
            assert!(text.contains(expected), "“{expected}” in:\n{text}");
        }
        assert_eq!(atlas.number_of(".detail .small-map [data-place=uasin-gishu]").await?, 1);
        assert_eq!(atlas.bars().await?, ["noreld"], "its period on a small timeline");
        Ok(())
    })
}

#[test]
fn amounts_are_written_with_spaces_that_do_not_break() -> Outcome {
    on_page("?projekt=networking-europe", async |atlas| {
        let text = atlas.record_text().await?;
        assert!(text.contains("11\u{A0}313\u{A0}135\u{A0}kr"), "{text}");
        Ok(())
    })
}

#[test]
fn what_belongs_to_a_record_is_listed_in_it() -> Outcome {
    on_page("?projekt=theewaterskloof", async |atlas| {
        let linked = atlas.linked_records().await?;
        for part in [
            "young-entrepreneurs",
            "icld-ansokan-renhallning-2016",
            "icld-ansokan-servicecenter-2016",
            "icld-ansokan-politisk-styrgrupp-2016",
            "icld-omansokan-2016",
            "icld-partnerskapsprogrammet",
        ] {
            assert!(linked.iter().any(|id| id == part), "{part} in {linked:?}");
        }
        Ok(())
    })
}

#[test]
fn one_record_leads_to_the_next() -> Outcome {
    on_page("?projekt=icld-omansokan-2016", async |atlas| {
        atlas.click(".detail a[href*=\"projekt=theewaterskloof\"]").await?;
        assert_soon!(atlas.address(), "?projekt=theewaterskloof");
        let title = atlas.open_title().await?.unwrap_or_default();
        assert!(title.contains("Theewaterskloof"), "{title}");
        assert_soon!(atlas.has_focus(".detail h2"), true);
        Ok(())
    })
}

#[test]
fn leaving_a_record_leads_back_to_the_link_that_opened_it() -> Outcome {
    on_page("?land=ZA", async |atlas| {
        atlas.open_record("stellenbosch").await?;
        assert_soon!(atlas.has_focus(".detail h2"), true);
        atlas.back_to_list().await?;
        assert_soon!(atlas.has_focus("[data-project=stellenbosch] a"), true);
        assert_eq!(atlas.address().await?, "?land=ZA");
        assert_soon!(atlas.title(), "Svenska kommuners internationella projekt – Partneratlas");
        assert_eq!(atlas.count().await?, 3);
        Ok(())
    })
}

#[test]
fn the_browsers_back_button_leads_back_to_the_link_too() -> Outcome {
    on_page("?land=ZA", async |atlas| {
        atlas.open_record("stellenbosch").await?;
        assert_soon!(atlas.has_focus(".detail h2"), true);
        atlas.driver().back().await?;
        assert_soon!(atlas.open_title(), None::<String>);
        assert_soon!(atlas.has_focus("[data-project=stellenbosch] a"), true);
        Ok(())
    })
}

#[test]
fn a_record_is_shown_from_its_top() -> Outcome {
    on_page("", async |atlas| {
        let last = atlas.hits().await?.pop().ok_or("nothing listed")?;
        atlas.open_record(&last).await?;
        assert_soon!(atlas.has_focus(".detail h2"), true);
        let script = "const box = root.querySelector('.detail h2').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight";
        assert!(atlas.read::<bool>(script, &[]).await?, "the heading is in sight");
        Ok(())
    })
}

#[test]
fn an_unknown_id_is_answered_with_a_message() -> Outcome {
    on_page("?projekt=finns-inte", async |atlas| {
        let text = atlas.record_text().await?;
        assert!(text.contains("Det finns inget samarbete med den adressen."), "{text}");
        atlas.back_to_list().await?;
        assert_soon!(atlas.open_title(), None::<String>);
        assert_soon!(atlas.has_focus(".results h2"), true);
        assert_eq!(atlas.count().await?, 20);
        Ok(())
    })
}

#[test]
fn the_link_to_share_names_the_record_alone() -> Outcome {
    on_page("?land=ZA&vy=karta&projekt=stellenbosch", async |atlas| {
        let links = atlas.attributes(".detail a", "href").await?;
        assert!(links.iter().any(|link| link == "/?projekt=stellenbosch"), "{links:?}");
        Ok(())
    })
}
