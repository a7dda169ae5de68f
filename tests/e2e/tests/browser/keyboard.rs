//! Everything by keyboard.

use partneratlas_e2e::keyboard::Stop;
use partneratlas_e2e::{Outcome, assert_soon, on_page};
use thirtyfour::Key;

/// Fails unless every stop can be seen, and none comes twice.
fn expect_sound(stops: &[Stop]) {
    for (index, stop) in stops.iter().enumerate() {
        assert!(stop.outline >= 2.0, "no outline to see: {stop:?}");
        assert!(stop.is_in_view, "out of sight: {stop:?}");
        let earlier = stops.iter().take(index).any(|earlier| earlier.position == stop.position);
        assert!(!earlier, "the second time: {stop:?}");
    }
}

fn position(stops: &[Stop], name: &str) -> Option<usize> {
    stops.iter().position(|stop| stop.name.contains(name))
}

#[test]
fn tab_leads_through_search_filters_and_results_and_out_again() -> Outcome {
    on_page("", async |atlas| {
        let stops = atlas.tab_through().await?;
        expect_sound(&stops);
        let order =
            ["input[search]", "form=projekt", "land=KE", "ort=wien", "Tidslinje", "(NORELD)"]
                .map(|name| position(&stops, name));
        assert!(order.iter().all(Option::is_some), "{order:?}: {stops:#?}");
        assert!(order.is_sorted(), "{order:?}");
        Ok(())
    })
}

#[test]
fn tab_leads_through_the_timeline_and_its_table() -> Outcome {
    on_page("?vy=tidslinje&land=ZA", async |atlas| {
        let stops = atlas.tab_through().await?;
        expect_sound(&stops);
        assert!(position(&stops, "Visa som tabell").is_some(), "{stops:#?}");
        atlas.toggle_table().await?;
        assert_soon!(atlas.table_is_shown(), true);
        let stops = atlas.tab_through().await?;
        expect_sound(&stops);
        assert!(position(&stops, "Visa som tabell") < position(&stops, "div[]"), "{stops:#?}");
        Ok(())
    })
}

#[test]
fn tab_leads_through_the_map_and_back_the_same_way() -> Outcome {
    on_page("?vy=karta&land=KE", async |atlas| {
        let mut forth = atlas.tab_through().await?;
        expect_sound(&forth);
        // The marks are one stop.
        let order = [
            "Hoppa över kartan",
            "Orterna som lista",
            "Alla",
            "Norrköping, svensk kommun",
            "Flytta västerut",
            "Zooma ut",
        ];
        let order = order.map(|name| position(&forth, name));
        assert!(order.iter().all(Option::is_some), "{order:?}: {forth:#?}");
        assert!(order.is_sorted(), "{order:?}");
        let back = atlas.tab_back().await?;
        forth.reverse();
        let names = |stops: &[Stop]| stops.iter().map(|stop| stop.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&back), names(&forth));
        Ok(())
    })
}

#[test]
fn tab_leads_through_a_record() -> Outcome {
    on_page("?projekt=theewaterskloof", async |atlas| {
        let stops = atlas.tab_through().await?;
        expect_sound(&stops);
        assert!(position(&stops, "Tillbaka till listan").is_some(), "{stops:#?}");
        Ok(())
    })
}

#[test]
fn space_ticks_a_value_and_enter_opens_a_record() -> Outcome {
    on_page("", async |atlas| {
        atlas.read::<()>("root.querySelector('[data-value=KE] input').focus()", &[]).await?;
        atlas.press(Key::Space).await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        atlas.read::<()>("root.querySelector('[data-project] a').focus()", &[]).await?;
        atlas.press(Key::Enter).await?;
        assert_soon!(atlas.has_focus(".detail h2"), true);
        Ok(())
    })
}

#[test]
fn space_on_a_value_that_is_inert_does_nothing() -> Outcome {
    on_page("?land=KE", async |atlas| {
        atlas
            .read::<()>("root.querySelector('[data-facet=form] [aria-disabled]').focus()", &[])
            .await?;
        atlas.press(Key::Space).await?;
        assert_eq!(atlas.ticked().await?, ["land=KE"]);
        assert_eq!(atlas.hits().await?, ["noreld"]);
        Ok(())
    })
}
