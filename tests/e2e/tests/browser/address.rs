//! Every state is a link.

use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};

#[test]
fn what_is_chosen_stands_in_the_address_in_the_contracts_order() -> Outcome {
    on_page("", async |atlas| {
        for (facet, value) in [
            ("tema", "miljo"),
            ("land", "KE"),
            ("kommun", "0581"),
            ("status", "avslutat"),
            ("form", "partnerskap"),
        ] {
            atlas.facet(facet, value).await?.choose().await?;
        }
        atlas.type_words("avfall").await?;
        atlas.show("tidslinje").await?;
        assert_soon!(
            atlas.address(),
            "?q=avfall&form=partnerskap&status=avslutat&kommun=0581&land=KE&tema=miljo&vy=tidslinje"
        );
        assert_eq!(atlas.hits().await?, ["noreld"]);
        Ok(())
    })
}

#[test]
fn an_address_with_every_key_restores_the_state() -> Outcome {
    let address = "?q=avfall&form=partnerskap&form=projekt&status=avslutat&kommun=0581&land=KE\
                   &land=ZA&ort=uasin-gishu&tema=miljo&program=icld-partnerskap&fran=2010&fran=ej\
                   &till=2020&vy=tidslinje&grupp=land&sort=titel&lang=en&projekt=noreld";
    on_page(address, async |atlas| {
        let title = "Municipal partnership with Uasin Gishu County, Kenya (NORELD)";
        assert_eq!(atlas.open_title().await?.as_deref(), Some(title));
        assert_eq!(atlas.address().await?, address, "reading does not rewrite it");
        atlas.back_to_list().await?;
        assert_soon!(atlas.open_title(), None::<String>);
        let mut ticked = atlas.ticked().await?;
        ticked.sort();
        let expected = [
            "form=partnerskap",
            "form=projekt",
            "fran=ej",
            "kommun=0581",
            "land=KE",
            "land=ZA",
            "ort=uasin-gishu",
            "program=icld-partnerskap",
            "status=avslutat",
            "tema=miljo",
        ];
        assert_eq!(ticked, expected);
        for (field, value) in
            [("type=search", "avfall"), ("name=fran", "2010"), ("name=till", "2020")]
        {
            let field = atlas.find(&format!("input[{field}]")).await?;
            assert_eq!(field.value().await?.as_deref(), Some(value));
        }
        assert_eq!(atlas.find(".sort select").await?.value().await?.as_deref(), Some("titel"));
        assert_eq!(atlas.text(".view-switch [aria-current]").await?, "Timeline");
        assert_eq!(atlas.hits().await?, ["noreld"]);
        assert_eq!(atlas.address().await?, address.replace("&projekt=noreld", ""));
        Ok(())
    })
}

#[test]
fn keys_of_others_survive() -> Outcome {
    on_page("?utm_source=brev&land=KE&x=%E5", async |atlas| {
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.address(), "?land=KE&land=ZA&utm_source=brev&x=%E5");
        let links = atlas.attributes("[data-project] a", "href").await?;
        assert!(links.iter().all(|link| link.ends_with("&utm_source=brev&x=%E5")), "{links:?}");
        Ok(())
    })
}

#[test]
fn a_value_that_nobody_knows_finds_nothing_and_can_be_taken_back() -> Outcome {
    on_page("?land=XX&vy=tabell", async |atlas| {
        assert_eq!(atlas.count().await?, 0);
        assert_eq!(atlas.chips().await?, ["XX"]);
        atlas.remove_chip("XX").await?;
        assert_soon!(atlas.count(), 20);
        assert_soon!(atlas.address(), "?vy=tabell");
        Ok(())
    })
}

#[test]
fn back_and_forward_lead_through_the_choices() -> Outcome {
    on_page("", async |atlas| {
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.address(), "?land=KE");
        atlas.show("karta").await?;
        assert_soon!(atlas.address(), "?land=KE&vy=karta");
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.address(), "?land=KE&vy=karta&projekt=noreld");
        atlas.driver().back().await?;
        assert_soon!(atlas.open_title(), None::<String>);
        assert_soon!(atlas.number_of(".map"), 1_usize);
        atlas.driver().back().await?;
        assert_soon!(atlas.number_of(".map"), 0_usize);
        assert_eq!(atlas.hits().await?, ["noreld"]);
        atlas.driver().back().await?;
        assert_soon!(atlas.count(), 20);
        assert!(!atlas.facet("land", "KE").await?.is_chosen().await?);
        atlas.driver().forward().await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        assert!(atlas.facet("land", "KE").await?.is_chosen().await?);
        Ok(())
    })
}

#[test]
fn typing_is_one_step_of_the_history() -> Outcome {
    on_page("", async |atlas| {
        let before = atlas.history_length().await?;
        atlas.type_words("kenya").await?;
        assert_soon!(atlas.address(), "?q=kenya");
        assert_eq!(atlas.history_length().await?, before + 1);
        atlas.driver().back().await?;
        assert_soon!(atlas.count(), 20);
        let field = atlas.find("input[type=search]").await?;
        assert_eq!(field.value().await?.as_deref(), Some(""));
        Ok(())
    })
}

#[test]
fn every_control_that_leads_somewhere_is_a_link() -> Outcome {
    on_page("?land=KE&vy=karta", async |atlas| {
        let title = atlas.find("[data-project=noreld] a").await?;
        assert_eq!(title.attr("href").await?.as_deref(), Some("/?land=KE&vy=karta&projekt=noreld"));
        let view = atlas.attributes(".view-switch a", "href").await?;
        assert_eq!(view, ["/?land=KE&vy=lista", "/?land=KE&vy=tidslinje", "/?land=KE&vy=karta"]);
        let mark = atlas.mark("norrkoping").await?;
        assert_eq!(mark.href.as_deref(), Some("/?kommun=0581&land=KE&vy=karta"));
        Ok(())
    })
}

/// The path of the page and what follows it.
async fn path(atlas: &Atlas) -> Result<String> {
    atlas.run("return location.pathname + location.search", vec![]).await
}

#[test]
fn a_records_own_page_is_its_address_and_all_else_is_asked_of_the_start_page() -> Outcome {
    Site::published().in_browser(async |browser| {
        let title = "Kommunalt partnerskap med Uasin Gishu County, Kenya (NORELD)";
        let atlas = browser.open("projekt/noreld/?utm_source=brev").await?;
        assert_eq!(atlas.open_title().await?.as_deref(), Some(title));
        assert_eq!(path(&atlas).await?, "/projekt/noreld/?utm_source=brev");
        let home = "return document.querySelector('header a').href";
        let led: String = browser.run(home, vec![]).await?;
        atlas.back_to_list().await?;
        assert_soon!(path(&atlas), "/?utm_source=brev");
        assert_eq!(browser.run::<String>(home, vec![]).await?, led, "links lead where they led");
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(path(&atlas), "/?land=KE&utm_source=brev");
        atlas.driver().back().await?;
        atlas.driver().back().await?;
        assert_soon!(path(&atlas), "/projekt/noreld/?utm_source=brev");
        assert_soon!(atlas.open_title(), Some(title.to_owned()));
        Ok(())
    })
}

#[test]
fn the_page_of_a_municipality_is_that_choice() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("en/municipality/0138/").await?;
        assert_eq!(atlas.ticked().await?, ["kommun=0138"]);
        let link = atlas.find("[data-project] a").await?.attr("href").await?;
        let link = link.unwrap_or_default();
        assert!(link.starts_with("/en/?kommun=0138&projekt="), "{link}");
        atlas.facet("kommun", "0138").await?.choose().await?;
        assert_soon!(path(&atlas), "/en/");
        atlas.facet("kommun", "0138").await?.choose().await?;
        assert_soon!(path(&atlas), "/en/municipality/0138/");
        Ok(())
    })
}

#[test]
fn a_question_asked_of_a_records_page_is_answered() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("projekt/alba/?land=KE").await?;
        assert_eq!(atlas.hits().await?, ["noreld"]);
        assert_eq!(atlas.open_title().await?, None);
        Ok(())
    })
}
