//! axe-core on every view, in both languages, light and dark, wide and narrow.

use std::fmt::Write as _;

use partneratlas_e2e::browser::Scheme;
use partneratlas_e2e::{Browser, Outcome, Result, Site, assert_soon, on_page};

/// A page and how it is reached.
struct Scene {
    name: &'static str,
    address: &'static str,
    /// What is clicked once it is there, and what shows that it worked.
    step: Option<(&'static str, &'static str)>,
}

const fn scene(name: &'static str, address: &'static str) -> Scene {
    Scene { name, address, step: None }
}

const SCENES: [Scene; 7] = [
    scene("lista", "?land=IT&land=ZA"),
    scene("tidslinje", "?vy=tidslinje"),
    Scene {
        name: "tabell",
        address: "?vy=tidslinje",
        step: Some((".timeline .view-tools button", ".timeline table")),
    },
    scene("karta", "?vy=karta"),
    Scene {
        name: "orter",
        address: "?vy=karta&land=IT",
        step: Some((".place-list summary", ".place-list[open]")),
    },
    scene("projekt", "?projekt=theewaterskloof"),
    scene("tomt", "?q=zzzzzz"),
];

/// Fails with everything that axe-core finds in any scene, light or dark.
fn expect_no_violations(lang: &str, width: u32) -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.resize(width, 900).await?;
        let mut found = String::new();
        for scene in &SCENES {
            found.push_str(&violations(&browser, scene, lang).await?);
        }
        assert!(found.is_empty(), "{lang}, {width} px:\n{found}");
        Ok(())
    })
}

/// What axe-core finds in one scene, in words.
async fn violations(browser: &Browser, scene: &Scene, lang: &str) -> Result<String> {
    let atlas = browser.open(&format!("{}&lang={lang}", scene.address)).await?;
    if let Some((click, shown)) = scene.step {
        atlas.click(click).await?;
        assert_soon!(atlas.number_of(shown), 1_usize);
    }
    let mut found = String::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        browser.prefer(scheme).await?;
        for violation in browser.violations().await? {
            write!(found, "{}, {}:\n{violation}", scene.name, scheme.key())?;
        }
    }
    Ok(found)
}

#[test]
fn axe_finds_nothing_in_swedish_on_a_wide_screen() -> Outcome {
    expect_no_violations("sv", 1280)
}

#[test]
fn axe_finds_nothing_in_swedish_on_a_phone() -> Outcome {
    expect_no_violations("sv", 375)
}

#[test]
fn axe_finds_nothing_in_english_on_a_wide_screen() -> Outcome {
    expect_no_violations("en", 1280)
}

#[test]
fn axe_finds_nothing_in_english_on_a_phone() -> Outcome {
    expect_no_violations("en", 375)
}

#[test]
fn dark_is_a_palette_of_its_own() -> Outcome {
    on_page("", async |atlas| {
        let script = "return getComputedStyle(host).color";
        let mut colours = Vec::new();
        for scheme in [Scheme::Light, Scheme::Dark] {
            atlas.prefer(scheme).await?;
            colours.push(atlas.read::<String>(script, &[]).await?);
        }
        assert_ne!(colours[0], colours[1], "the text changes with what the visitor prefers");
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_in_the_filters_that_unfold_on_a_phone() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.resize(375, 900).await?;
        let unfolded = Scene {
            name: "filter",
            address: "?land=KE",
            step: Some((".filters-button", ".filters[data-shown=true]")),
        };
        assert_eq!(violations(&browser, &unfolded, "sv").await?, "");
        Ok(())
    })
}

#[test]
fn axe_looks_into_the_element_and_finds_planted_faults() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("?land=KE").await?;
        let plant = "const button = document.createElement('button');
            root.querySelector('.results').append(button);";
        atlas.read::<()>(plant, &[]).await?;
        let rules: Vec<String> =
            browser.violations().await?.into_iter().map(|violation| violation.rule).collect();
        assert!(rules.iter().any(|rule| rule == "button-name"), "{rules:?}");
        Ok(())
    })
}
