//! The pictures that the site itself has: its sign as icons, and what other sites show beside a link to it.

use std::fs;

use partneratlas_e2e::{Browser, Outcome, Result, assert_soon};
use serde_json::json;
use xtask::workspace;

use super::{at_rest, palette};

/// The icons: name, pixels, and whether a phone cuts its own shape out of it.
const ICONS: [(&str, u32, bool); 3] = [
    ("icon-192.png", 192, false),
    ("icon-512.png", 512, false),
    ("icon-maskable-512.png", 512, true),
];

/// The pictures for links: name and page.
const LINKS: [(&str, &str); 2] = [("og-sv.png", ""), ("og-en.png", "en/")];

/// Width and height that Open Graph recommends.
const LINK_SIZE: (u32, u32) = (1200, 630);

/// Enough for hatching and letters at the size at which such pictures are shown.
const LINK_COLOURS: usize = 8;

/// Paints an SVG into so many pixels. What is cut to a shape has the sign's colour up to the edges, and the
/// sign in the middle four fifths.
const PAINT: &str = "
    const [svg, size, isCut, done] = arguments;
    const picture = new Image();
    picture.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = size;
        const paper = canvas.getContext('2d');
        if (isCut) {
            paper.fillStyle = '#00566b';
            paper.fillRect(0, 0, size, size);
        }
        const inset = isCut ? size / 10 : 0;
        paper.drawImage(picture, inset, inset, size - 2 * inset, size - 2 * inset);
        canvas.toBlob(async (png) => done([...new Uint8Array(await png.arrayBuffer())]));
    };
    picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;";

/// The page with its own words to the left and its own map to the right.
const LINK_PAGE: &str = "
    body { margin: 0; padding: 0; max-width: none; width: 1200px; height: 630px; overflow: hidden; position: relative }
    .page-head { position: absolute; left: 64px; top: 64px; bottom: 64px; width: 470px; padding: 0;
        display: flex; flex-direction: column }
    .wordmark { margin: 0 0 auto; font-size: 30px; gap: 14px }
    .wordmark svg { width: 44px; height: 44px }
    h1 { font-size: 50px; max-width: none; text-wrap: wrap }
    .intro { font-size: 25px; line-height: 1.4; margin-top: 24px; max-width: none; text-wrap: pretty }
    .page-foot { display: none }
    partner-atlas { position: absolute; left: 580px; top: -70px; width: 620px }";

/// Of the app, only the map.
const LINK_MAP: &str = "
    .bar, .filters, .results-head, .chips, .list, .map > :not(.canvas) { display: none !important }
    .app .columns, .app .results, .app .views, .app .map { display: block !important; padding: 0 !important; margin: 0 !important }
    .map .canvas { max-inline-size: none !important; border-radius: 0 }
    .map .graticule { display: none }";

/// Takes those that are wanted; returns how many.
pub(crate) async fn take_all(browser: &Browser, is_wanted: impl Fn(&str) -> bool) -> Result<usize> {
    let mut taken = 0;
    browser.emulate("", &[("prefers-color-scheme", "light")]).await?;
    for (name, size, is_cut) in ICONS {
        if is_wanted(name) {
            save(name, &icon(browser, size, is_cut).await?)?;
            taken += 1;
        }
    }
    for (name, page) in LINKS {
        if is_wanted(name) {
            save(name, &link(browser, page).await?)?;
            taken += 1;
        }
    }
    Ok(taken)
}

async fn icon(browser: &Browser, size: u32, is_cut: bool) -> Result<Vec<u8>> {
    browser.visit("").await?;
    let svg = fs::read_to_string(workspace::path("style/images/icon.svg"))?;
    let given = vec![json!(svg), json!(size), json!(is_cut)];
    Ok(browser.driver().execute_async(PAINT, given).await?.convert()?)
}

async fn link(browser: &Browser, page: &str) -> Result<Vec<u8>> {
    let (width, height) = LINK_SIZE;
    browser.resize(width, height).await?;
    let atlas = browser.open(&format!("{page}?vy=karta")).await?;
    let script = "const [page, map] = given.map((text) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            return sheet;
        });
        document.adoptedStyleSheets = [page];
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, map];";
    // Not by the pointer, which would light up the country that comes to lie under it.
    atlas.read::<()>("root.querySelector('[data-jump=europa]').click()", &[]).await?;
    assert_soon!(atlas.pressed_jumps(), ["europa"]);
    atlas.read::<()>(script, &[json!(LINK_PAGE), json!(LINK_MAP)]).await?;
    palette::reduced(&at_rest(browser).await?, Some([0, 0, 1200, 630]), LINK_COLOURS)
}

fn save(name: &str, picture: &[u8]) -> Outcome {
    fs::write(workspace::path("style/images").join(name), picture)?;
    println!("style/images/{name}: {} kB", picture.len().div_ceil(1000));
    Ok(())
}
