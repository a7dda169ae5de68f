//! The map as a file.

use partneratlas_e2e::{Atlas, Browser, Outcome, Result, Site, assert_soon};

/// What the file says of itself, in Kenya.
const SAID: [&str; 6] = [
    "Karta: svenska kommuners internationella samarbeten",
    "Urval: Kenya",
    "Uasin Gishu County",
    "Region eller kommun, ungefärligt läge",
    "Källa: Partneratlas, 21 november 2026.",
    "Kartunderlag: Natural Earth.",
];

async fn open(browser: &Browser) -> Result<Atlas> {
    let atlas = browser.open("?vy=karta&land=KE").await?;
    assert_soon!(atlas.places(), ["norrkoping", "uasin-gishu"]);
    Ok(atlas)
}

#[test]
fn the_map_is_saved_as_an_svg_that_explains_itself() -> Outcome {
    Site::published().in_browser(async |browser| {
        let downloads = browser.save_files().await?;
        let atlas = open(&browser).await?;
        atlas.click_text(".saves button", "Spara som SVG").await?;
        let text = downloads.words_of_svg(&browser, "karta.svg").await?;
        for sentence in SAID {
            assert!(text.contains(sentence), "“{sentence}” in {text}");
        }
        assert!(text.contains("Egypten"), "countries have their names: {text}");
        assert!(!text.contains("Dubrovnik"), "nothing that filters hide: {text}");
        Ok(())
    })
}

#[test]
fn the_map_is_saved_as_a_png_of_many_pixels() -> Outcome {
    Site::published().in_browser(async |browser| {
        let downloads = browser.save_files().await?;
        let atlas = open(&browser).await?;
        atlas.click_text(".saves button", "Spara som PNG").await?;
        let (width, height) = downloads.size_of_png("karta.png").await?;
        assert!(width > 2000 && height > 2000, "{width} × {height}");
        Ok(())
    })
}
