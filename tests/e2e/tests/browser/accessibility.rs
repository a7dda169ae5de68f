//! axe-core on every view, in both languages, light and dark, wide and narrow.

use std::fmt::Write as _;

use partneratlas_e2e::browser::Scheme;
use partneratlas_e2e::{Browser, Outcome, Result, Site, assert_soon, on_page};

/// A page and how it is reached.
struct Scene {
    name: &'static str,
    address: &'static str,
    /// What is clicked once it is there, one after the other, and what shows that it worked.
    steps: &'static [Step],
}

/// A click, and what shows that it worked.
type Step = (&'static str, &'static str);

const fn scene(name: &'static str, address: &'static str) -> Scene {
    Scene { name, address, steps: &[] }
}

/// What there is at every width; on a phone the timeline has cards.
const SCENES: [Scene; 11] = [
    scene("lista", "?land=IT&land=ZA"),
    scene("tidslinje", "?vy=tidslinje"),
    scene("grupper", "?vy=tidslinje&grupp=land"),
    Scene {
        name: "allt på tidslinjen",
        address: "?vy=tidslinje&land=IT&land=FR",
        steps: &EVERYTHING,
    },
    Scene {
        name: "tabell",
        address: "?vy=tidslinje",
        steps: &[(".timeline .as-table", ".table-twin:not(.unseen)")],
    },
    scene("karta", "?vy=karta"),
    Scene {
        name: "karta med orter",
        address: "?vy=karta&land=KE&ort=uasin-gishu",
        steps: &[("[data-jump=urval]", "[data-panel=KE] ~ [data-panel=uasin-gishu]")],
    },
    Scene {
        name: "karta närmare",
        address: "?vy=karta&land=IT&land=FR",
        steps: &[
            ("[data-jump=europa]", "[data-jump=europa][aria-pressed=true]"),
            (".pad-buttons [data-go=nearer]", "[data-jump=europa][aria-pressed=false]"),
        ],
    },
    Scene {
        name: "orter",
        address: "?vy=karta&land=IT",
        steps: &[(".place-list summary", ".place-list[open]")],
    },
    scene("projekt", "?projekt=theewaterskloof"),
    scene("tomt", "?q=zzzzzz"),
];

/// Everything unfolded, with programming periods and with what filters hide.
const EVERYTHING: [Step; 5] = [
    (".more-choices summary", ".more-choices[open]"),
    ("[name=program]", "[name=program]:checked"),
    ("[name=dolda]", "[name=dolda]:checked"),
    ("[name=farg] option[value=form]", ".kinds[data-colour=form]"),
    (".legend summary", ".legend[open]"),
];

/// What only a wide screen has: the chart nearer, and a group that is closed.
const WIDE: [Scene; 1] = [Scene {
    name: "närmare",
    address: "?vy=tidslinje&grupp=form",
    steps: &[
        (".more-choices summary", ".more-choices[open]"),
        ("[name=program]", ".axis .band-name"),
        (".group-head button", ".group-head [aria-expanded=false]"),
        (".axis-tools button:not(:disabled)", ".seen-years"),
    ],
}];

/// Wide enough for the chart.
const WIDTH_OF_CHART: u32 = 1280;

/// Fails with everything that axe-core finds in any scene, light or dark.
fn expect_no_violations(lang: &str, width: u32) -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.resize(width, 900).await?;
        let mut found = String::new();
        let wide = WIDE.iter().filter(|_| width >= WIDTH_OF_CHART);
        for scene in SCENES.iter().chain(wide) {
            found.push_str(&violations(&browser, scene, lang).await?);
        }
        assert!(found.is_empty(), "{lang}, {width} px:\n{found}");
        Ok(())
    })
}

/// What axe-core finds in one scene, in words.
async fn violations(browser: &Browser, scene: &Scene, lang: &str) -> Result<String> {
    let atlas = browser.open(&format!("{}&lang={lang}", scene.address)).await?;
    for (click, shown) in scene.steps {
        atlas.click(click).await?;
        let is_there = async || Ok(atlas.number_of(shown).await? > 0);
        assert_soon!(is_there(), true, "{}: {shown}", scene.name);
    }
    // A table's rows are taken out of the tab order a frame after they came.
    assert_soon!(atlas.number_of(".table-twin th a:not([tabindex])"), 0_usize, "{}", scene.name);
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
            steps: &[(".filters-button", ".filters[data-shown=true]")],
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
