//! A narrow screen.

use partneratlas_e2e::Atlas;
use partneratlas_e2e::{Outcome, Result, Site, assert_soon};

const VIEWS: [&str; 8] = [
    "",
    "?vy=tidslinje",
    "?vy=tidslinje&grupp=program",
    "?vy=karta",
    "?vy=karta&land=KE&ort=uasin-gishu",
    "?q=zzzzzz",
    "?projekt=evolaq",
    "?projekt=networking-europe&lang=en",
];

/// What is wider than the window, if the page scrolls sideways.
async fn overhang(atlas: &Atlas) -> Result<Vec<String>> {
    let script = "
        const { scrollWidth } = document.scrollingElement;
        if (scrollWidth <= innerWidth) return [];
        const wide = [...root.querySelectorAll('*')]
            .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
            .map((node) => `${node.localName}.${node.getAttribute('class')}: \
                            ${Math.round(node.getBoundingClientRect().right)}`);
        return [`${scrollWidth} px wide`, ...wide];";
    atlas.read(script, &[]).await
}

#[test]
fn nothing_scrolls_sideways_on_a_phone() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [375, 320] {
            browser.resize(width, 640).await?;
            for address in VIEWS {
                let atlas = browser.open(address).await?;
                assert_eq!(overhang(&atlas).await?, [""; 0], "{address} at {width} px");
            }
        }
        let atlas = browser.open("?land=IT&land=ZA&form=projekt&fran=2010").await?;
        atlas.click(".filters-button").await?;
        assert_soon!(atlas.number_of(".filters[data-shown=true]"), 1_usize);
        assert_eq!(overhang(&atlas).await?, [""; 0], "with the filters open");
        let atlas = browser.open("?vy=tidslinje").await?;
        for unfolded in [".more-choices summary", ".legend summary"] {
            atlas.click(unfolded).await?;
        }
        assert_soon!(atlas.number_of(".more-choices[open], .legend[open]"), 2_usize);
        assert_eq!(overhang(&atlas).await?, [""; 0], "with everything unfolded");
        atlas.toggle_table().await?;
        assert_soon!(atlas.table_is_shown(), true);
        assert_eq!(overhang(&atlas).await?, [""; 0], "the table scrolls within itself");
        Ok(())
    })
}

/// Controls in sight that are less than 24 px wide or high. Links in running text are exempt; a
/// checkbox counts with its label.
async fn small_targets(atlas: &Atlas) -> Result<Vec<String>> {
    let script = "
        const controls = 'button, select, summary, input:not([type=checkbox]), label.option, \
                          .view-link, .mark, [role=button]';
        return [...root.querySelectorAll(controls)]
            .map((node) => [node, node.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && Math.min(box.width, box.height) < 23.9)
            .map(([node, box]) => `${node.localName}.${node.getAttribute('class')} \
                 ${node.textContent.trim().slice(0, 30)}: ${box.width} × ${box.height}`);";
    atlas.read(script, &[]).await
}

#[test]
fn every_target_can_be_hit() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [320, 1280] {
            browser.resize(width, 800).await?;
            for address in VIEWS {
                let atlas = browser.open(address).await?;
                if width == 320 && address.is_empty() {
                    atlas.click(".filters-button").await?;
                }
                assert_eq!(small_targets(&atlas).await?, [""; 0], "{address} at {width} px");
            }
        }
        Ok(())
    })
}

#[test]
fn filters_sit_behind_one_button_that_says_how_many_are_on() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.resize(375, 800).await?;
        let atlas = browser.open("?land=KE&form=partnerskap").await?;
        let button = atlas.find(".filters-button").await?;
        assert_eq!(button.text().await?, "Filter (2 valda)");
        assert_eq!(button.attr("aria-expanded").await?.as_deref(), Some("false"));
        let panel = atlas.find(".filters").await?;
        assert!(!panel.is_displayed().await?);
        button.click().await?;
        assert_soon!(async { panel.is_displayed().await.map_err(Into::into) }, true);
        assert_eq!(button.attr("aria-expanded").await?.as_deref(), Some("true"));
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.text(".filters-done"), "Visa 3\u{A0}samarbeten");
        atlas.click(".filters-done").await?;
        assert_soon!(async { panel.is_displayed().await.map_err(Into::into) }, false);
        assert_eq!(button.text().await?, "Filter (3 valda)");
        assert_soon!(atlas.has_focus("*"), true, "the button is gone; something has the focus");
        Ok(())
    })
}

#[test]
fn one_view_at_a_time_is_shown() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.resize(375, 800).await?;
        let atlas = browser.open("").await?;
        assert!(atlas.find("[data-project]").await?.is_displayed().await?);
        atlas.show("karta").await?;
        assert_soon!(atlas.number_of(".map"), 1_usize);
        assert!(!atlas.find("[data-project]").await?.is_displayed().await?);
        assert!(atlas.find(".map .canvas").await?.is_displayed().await?);
        Ok(())
    })
}

#[test]
fn on_a_phone_the_timeline_is_cards_under_years() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [320, 375] {
            browser.resize(width, 800).await?;
            let atlas = browser.open("?vy=tidslinje").await?;
            assert_soon!(atlas.number_of(".card"), 11_usize, "{width} px");
            assert_eq!(atlas.number_of(".chart").await?, 0, "{width} px");
            let groups = atlas.groups().await?;
            for (year, id) in
                [("2021", "gemis"), ("2017", "noreld"), ("1986", "vanort-savigny-le-temple")]
            {
                let stands = |(title, _, ids): &(String, usize, Vec<String>)| {
                    title == year && ids.iter().any(|card| card == id)
                };
                assert!(groups.iter().any(stands), "{id} under {year} in {groups:?}");
            }
            let years: Vec<&String> = groups.iter().map(|(year, ..)| year).collect();
            assert!(years.is_sorted_by(|one, other| one > other), "newest first: {years:?}");
            let card = atlas.text("[data-row=noreld]").await?;
            for words in ["NORELD", "Avslutat", "2017–2019"] {
                assert!(card.contains(words), "“{words}” in {card}");
            }
            atlas.click("[data-row=noreld] a").await?;
            assert_soon!(atlas.address(), "?vy=tidslinje&projekt=noreld");
        }
        Ok(())
    })
}

#[test]
fn the_chart_gives_way_to_cards_and_comes_back() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.resize(1280, 800).await?;
        let atlas = browser.open("?vy=tidslinje").await?;
        for (width, shown, gone) in
            [(375, ".cards", ".chart"), (1280, ".chart", ".cards")].repeat(3)
        {
            browser.resize(width, 800).await?;
            assert_soon!(atlas.number_of(shown), 1_usize);
            assert_eq!(atlas.number_of(gone).await?, 0, "{gone} at {width} px");
            assert_eq!(atlas.bars().await?.len(), 20, "at {width} px");
        }
        Ok(())
    })
}
