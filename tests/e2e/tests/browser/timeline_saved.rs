//! The timeline as a file and on paper.

use partneratlas_e2e::{Atlas, Browser, Outcome, Result, Site, assert_soon};
use serde_json::json;

const TITLE: &str = "Svenska kommuners internationella samarbeten, tidslinje";

/// What the file says of itself, in Kenya.
const SAID: [&str; 7] = [
    TITLE,
    "Urval: Kenya",
    "Kommunalt partnerskap med Uasin Gishu County, Kenya (NORELD)",
    "Rak kant: vi vet vilken dag det började eller slutade.",
    "Streckad pil: pågick enligt en äldre källa. Vad som har hänt sedan dess vet vi inte.",
    "Romb på en linje: händelsen inträffade någon gång under den tiden.",
    "Källa: Partneratlas, 21 november 2026.",
];

/// Opens a filtered timeline and the tools that save it.
async fn open_tools(browser: &Browser) -> Result<Atlas> {
    let atlas = browser.open("?vy=tidslinje&land=KE").await?;
    assert_soon!(atlas.rows(), ["noreld"]);
    atlas.click(".more-choices summary").await?;
    Ok(atlas)
}

#[test]
fn the_chart_is_saved_as_an_svg_that_explains_itself() -> Outcome {
    Site::published().in_browser(async |browser| {
        let downloads = browser.save_files().await?;
        let atlas = open_tools(&browser).await?;
        atlas.click_text(".saves button", "Spara som SVG").await?;
        let text = downloads.words_of_svg(&browser, "tidslinje.svg").await?;
        for sentence in SAID {
            assert!(text.contains(sentence), "“{sentence}” in {text}");
        }
        assert!(!text.contains("GEMIS"), "nothing that filters hide: {text}");
        Ok(())
    })
}

#[test]
fn the_chart_is_saved_as_a_png_of_many_pixels() -> Outcome {
    Site::published().in_browser(async |browser| {
        let downloads = browser.save_files().await?;
        let atlas = open_tools(&browser).await?;
        atlas.click_text(".saves button", "Spara som PNG").await?;
        let (width, height) = downloads.size_of_png("tidslinje.png").await?;
        assert!(width > 2000 && height > 400, "{width} × {height}");
        Ok(())
    })
}

const SHEETS: &str = ".printed svg.sheet";

/// The parts of the screen that paper does without.
const ON_SCREEN: [&str; 6] =
    [".view-tools", ".overview", ".chart", ".undated", ".legend", ".chart-summary"];

async fn are_shown(atlas: &Atlas) -> Result<Vec<&'static str>> {
    let mut shown = Vec::new();
    for part in ON_SCREEN {
        if atlas.find(part).await?.is_displayed().await? {
            shown.push(part);
        }
    }
    Ok(shown)
}

#[test]
fn on_paper_the_chart_stands_on_sheets_with_every_name() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("?vy=tidslinje").await?;
        let rows = async || Ok(atlas.table().await?.len());
        assert_soon!(rows(), 20_usize);
        assert_eq!(atlas.number_of(SHEETS).await?, 0, "none on the screen");
        assert_eq!(are_shown(&atlas).await?, ON_SCREEN);
        browser.emulate("print", &[("prefers-color-scheme", "light")]).await?;
        let printed = async || Ok(atlas.number_of(SHEETS).await? > 0);
        assert_soon!(printed(), true);
        assert_eq!(are_shown(&atlas).await?, [""; 0]);
        assert!(atlas.find(SHEETS).await?.is_displayed().await?);
        let text = atlas.texts(&format!("{SHEETS} text")).await?.join(" ");
        for (id, cells) in atlas.table().await? {
            let beginning: String = cells[0].chars().take(24).collect();
            assert!(text.contains(beginning.trim_end()), "{id}: “{beginning}” in {text}");
        }
        browser.emulate("screen", &[("prefers-color-scheme", "light")]).await?;
        assert_soon!(atlas.number_of(SHEETS), 0_usize);
        Ok(())
    })
}

/// The width and height of the pages of a PDF file that a browser has made.
async fn pages(browser: &Browser) -> Result<Vec<[f64; 2]>> {
    let wanted = json!({ "preferCSSPageSize": true, "printBackground": true });
    let pdf = browser.driver().cdp().send_raw("Page.printToPDF", wanted).await?;
    let script = "return [...atob(arguments[0]).matchAll(/\\/MediaBox\\s*\\[([^\\]]+)\\]/g)]
        .map(([, box]) => box.trim().split(/\\s+/).map(Number))
        .map(([left, bottom, right, top]) => [right - left, top - bottom])";
    browser.run(script, vec![pdf.get("data").cloned().unwrap_or_default()]).await
}

#[test]
fn sheets_of_the_chart_are_wider_than_tall() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.open("?vy=lista").await?;
        let upright = |[width, height]: &[f64; 2]| width < height;
        let list = pages(&browser).await?;
        assert!(!list.is_empty() && list.iter().all(upright), "the list: {list:?}");
        let atlas = browser.open("?vy=tidslinje").await?;
        let rows = async || Ok(atlas.rows().await?.len());
        assert_soon!(rows(), 11_usize);
        let timeline = pages(&browser).await?;
        assert!(!timeline.iter().all(upright), "the timeline: {timeline:?}");
        Ok(())
    })
}
