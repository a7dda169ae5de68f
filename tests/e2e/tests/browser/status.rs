//! The status, computed for the visitor's day.

use partneratlas_e2e::{Outcome, Site, on_page};

#[test]
fn nothing_is_called_ongoing_that_no_source_vouches_for_today() -> Outcome {
    on_page("", async |atlas| {
        let statuses = atlas.attributes("[data-project] .status", "data-status").await?;
        assert_eq!(statuses.len(), 20, "each entry says its status");
        assert!(!statuses.iter().any(|status| status == "pagaende"), "{statuses:?}");
        let option = atlas.facet("status", "pagaende").await?;
        assert_eq!(option.count().await?, 0);
        assert!(option.is_inert().await?);
        Ok(())
    })
}

#[test]
fn asking_for_ongoing_finds_nothing() -> Outcome {
    on_page("?status=pagaende", async |atlas| {
        assert_eq!(atlas.count().await?, 0);
        assert_eq!(atlas.chips().await?, ["Pågående"]);
        Ok(())
    })
}

#[test]
fn what_an_old_source_claimed_is_told_with_its_year() -> Outcome {
    on_page("?status=okand", async |atlas| {
        let text = atlas.text("[data-project=theewaterskloof]").await?;
        assert!(text.contains("Okänd"), "{text}");
        assert!(text.contains("pågick enligt källan\u{A0}2016"), "{text}");
        Ok(())
    })
}

#[test]
fn a_visitor_within_the_period_is_told_that_it_goes_on() -> Outcome {
    Site::published().on_day("2017-06-01").in_browser(async |browser| {
        let atlas = browser.open("?status=pagaende").await?;
        let hits = atlas.hits().await?;
        for expected in ["evolaq", "noreld", "theewaterskloof"] {
            assert!(hits.iter().any(|id| id == expected), "{expected} in {hits:?}");
        }
        Ok(())
    })
}
