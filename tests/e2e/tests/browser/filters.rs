//! The list and what narrows it.

use partneratlas_e2e::catalogue::Catalogue;
use partneratlas_e2e::{Outcome, assert_soon, on_page};

#[test]
fn everything_is_listed_at_first() -> Outcome {
    on_page("", async |atlas| {
        let catalogue = Catalogue::published()?;
        let mut hits = atlas.hits().await?;
        hits.sort();
        assert_eq!(hits, catalogue.entries().into_iter().collect::<Vec<_>>());
        assert_eq!(hits.len(), 20);
        assert_eq!(atlas.count().await?, 20);
        assert_eq!(atlas.text(".results h2").await?, "20\u{A0}samarbeten");
        Ok(())
    })
}

#[test]
fn kenya_leaves_noreld_alone() -> Outcome {
    on_page("", async |atlas| {
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        assert_eq!(atlas.count().await?, 1);
        Ok(())
    })
}

#[test]
fn south_africa_leaves_theewaterskloof_and_stellenbosch() -> Outcome {
    on_page("?land=ZA", async |atlas| {
        let mut hits = atlas.hits().await?;
        hits.sort();
        assert_eq!(hits, ["stellenbosch", "theewaterskloof", "young-entrepreneurs"]);
        assert_eq!(atlas.count().await?, 3);
        Ok(())
    })
}

#[test]
fn values_of_one_facet_add_up_and_those_of_two_cut_down() -> Outcome {
    on_page("", async |atlas| {
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.count(), 1);
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.count(), 4, "Kenya or South Africa");
        atlas.facet("kommun", "0138").await?.choose().await?;
        assert_soon!(atlas.count(), 2, "and Tyresö");
        let mut hits = atlas.hits().await?;
        hits.sort();
        assert_eq!(hits, ["theewaterskloof", "young-entrepreneurs"]);
        Ok(())
    })
}

#[test]
fn each_number_is_what_one_gets_by_adding_the_value() -> Outcome {
    on_page("?land=ZA", async |atlas| {
        for (facet, value) in
            [("land", "KE"), ("kommun", "0138"), ("form", "projekt"), ("tema", "ungdom")]
        {
            let option = atlas.facet(facet, value).await?;
            let promised = option.count().await?;
            let before = atlas.count().await?;
            assert!(promised > 0, "{facet}={value} can be chosen");
            option.choose().await?;
            // Within the facet that is in use already, the number is what the value brings.
            let expected = if facet == "land" { before + promised } else { promised };
            assert_soon!(atlas.count(), expected, "{facet}={value}");
            assert_eq!(atlas.hits().await?.len(), expected, "{facet}={value}");
            option.choose().await?;
            assert_soon!(atlas.count(), before, "{facet}={value} taken back");
        }
        Ok(())
    })
}

#[test]
fn a_value_that_would_leave_nothing_stays_and_does_nothing() -> Outcome {
    on_page("?land=KE", async |atlas| {
        let counts = atlas.facet_counts("form").await?;
        let (empty, _) = counts.iter().find(|(_, count)| *count == 0).ok_or("no empty value")?;
        let option = atlas.facet("form", empty).await?;
        assert!(option.is_inert().await?, "{empty} says that it is inert");
        let address = atlas.address().await?;
        option.choose().await?;
        assert!(!option.is_chosen().await?);
        assert_eq!(atlas.hits().await?, ["noreld"]);
        assert_eq!(atlas.chips().await?, ["Kenya"]);
        assert_eq!(atlas.address().await?, address);
        assert!(option.is_inert().await?);
        Ok(())
    })
}

#[test]
fn every_value_stays_where_it_is_whatever_is_chosen() -> Outcome {
    on_page("", async |atlas| {
        let before = atlas.attributes("[data-facet]", "data-value").await?;
        assert!(before.len() > 60, "{} values", before.len());
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.count(), 1);
        assert_eq!(atlas.attributes("[data-facet]", "data-value").await?, before);
        Ok(())
    })
}

#[test]
fn not_stated_is_a_value_of_its_own() -> Outcome {
    on_page("", async |atlas| {
        let option = atlas.facet("kommun", "ej").await?;
        assert_eq!(option.name().await?, "Ej angivet");
        assert_eq!(option.count().await?, 1);
        option.choose().await?;
        assert_soon!(atlas.hits(), ["networking-europe"], "the one of an association");
        assert_eq!(atlas.chips().await?, ["Kommun: Ej angivet"]);
        Ok(())
    })
}

#[test]
fn applications_come_forward_when_they_are_asked_for() -> Outcome {
    on_page("?form=ansokan", async |atlas| {
        let hits = atlas.hits().await?;
        assert_eq!(hits.len(), 6, "{hits:?}");
        assert!(hits.iter().any(|id| id == "icld-omansokan-2016"), "{hits:?}");
        assert_eq!(atlas.number_of("[data-project][data-part]").await?, 6, "as parts of others");
        Ok(())
    })
}

#[test]
fn years_keep_what_overlaps_them() -> Outcome {
    on_page("?fran=2017&till=2017", async |atlas| {
        let hits = atlas.hits().await?;
        for expected in ["evolaq", "noreld"] {
            assert!(hits.iter().any(|id| id == expected), "{expected} in {hits:?}");
        }
        for other in ["gemis", "baces", "vanort-cesis"] {
            assert!(!hits.iter().any(|id| id == other), "{other} in {hits:?}");
        }
        let dated = hits.len();
        let undated = atlas.facet("fran", "ej").await?;
        let more = undated.count().await?;
        undated.choose().await?;
        assert_soon!(atlas.count(), dated + more, "with those that have no dates");
        Ok(())
    })
}

#[test]
fn the_focus_stays_on_the_very_checkbox_that_was_clicked() -> Outcome {
    on_page("", async |atlas| {
        let option = atlas.facet("land", "ZA").await?;
        option.choose().await?;
        atlas.remember_focus().await?;
        assert_soon!(atlas.count(), 3);
        assert!(atlas.has_focus("[data-facet=land][data-value=ZA] input").await?);
        assert!(atlas.focus_is_remembered().await?);
        option.choose().await?;
        assert_soon!(atlas.count(), 20);
        assert!(atlas.focus_is_remembered().await?, "the node was not exchanged");
        Ok(())
    })
}

#[test]
fn a_chip_takes_back_what_it_names_and_hands_the_focus_on() -> Outcome {
    on_page("?form=partnerskap&land=KE&land=ZA", async |atlas| {
        assert_eq!(atlas.chips().await?, ["Kommunalt partnerskap", "Kenya", "Sydafrika"]);
        atlas.remove_chip("Kenya").await?;
        assert_soon!(atlas.chips(), ["Kommunalt partnerskap", "Sydafrika"]);
        assert!(!atlas.facet("land", "KE").await?.is_chosen().await?);
        assert_soon!(atlas.has_focus(".chips li:nth-child(2) button"), true, "the next chip");
        atlas.remove_chip("Sydafrika").await?;
        assert_soon!(atlas.has_focus(".chips li:nth-child(1) button"), true, "the last one left");
        atlas.remove_chip("Kommunalt partnerskap").await?;
        assert_soon!(atlas.count(), 20);
        assert_soon!(atlas.has_focus(".results h2"), true, "no chip is left");
        Ok(())
    })
}

#[test]
fn clear_all_takes_back_everything_that_narrows() -> Outcome {
    on_page("?q=energi&land=KE&fran=2010&sort=titel", async |atlas| {
        atlas.clear_all().await?;
        assert_soon!(atlas.count(), 20);
        assert_eq!(atlas.chips().await?, [""; 0]);
        assert_eq!(atlas.ticked().await?, [""; 0]);
        assert_eq!(atlas.address().await?, "?sort=titel", "the order is no filter");
        assert!(!atlas.find(".chosen").await?.is_displayed().await?);
        Ok(())
    })
}

#[test]
fn clear_all_does_not_lose_the_focus() -> Outcome {
    on_page("?land=KE", async |atlas| {
        atlas.clear_all().await?;
        assert_soon!(atlas.count(), 20);
        assert_soon!(atlas.has_focus("*"), true, "the button is gone; something has the focus");
        Ok(())
    })
}

#[test]
fn nothing_found_says_what_to_do_and_offers_the_way_out() -> Outcome {
    on_page("?q=zzzzzz", async |atlas| {
        assert_eq!(atlas.hits().await?, [""; 0]);
        assert_eq!(atlas.count().await?, 0);
        assert_eq!(atlas.text(".nothing-title").await?, "Inget samarbete stämmer med dina val");
        atlas.click(".nothing button").await?;
        assert_soon!(atlas.count(), 20);
        assert_eq!(atlas.number_of(".nothing").await?, 0);
        assert_soon!(atlas.has_focus("*"), true, "the button is gone; something has the focus");
        Ok(())
    })
}

#[test]
fn the_order_is_the_visitors_choice() -> Outcome {
    on_page("", async |atlas| {
        let newest = atlas.hits().await?;
        atlas.click(".sort option[value=titel]").await?;
        assert_soon!(atlas.address(), "?sort=titel");
        let titles = atlas.texts("[data-project] h3").await?;
        assert_eq!(titles.len(), 20);
        assert_ne!(atlas.hits().await?, newest);
        // Å, Ä and Ö come last in Swedish; no title begins with one, so the plain order is right.
        let mut sorted = titles.clone();
        sorted.sort_by_key(|title| title.to_lowercase());
        assert_eq!(titles, sorted);
        Ok(())
    })
}
