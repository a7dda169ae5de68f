//! The element in pages of others.

use std::fs;

use partneratlas_e2e::{Browser, Result, assert_soon};

use super::{at_rest, palette};

/// A page of `tests/hosts` and how it is looked at.
struct Guest {
    page: &'static str,
    /// What the visitor's system asks for, which is not always what the page does.
    scheme: &'static str,
    widths: &'static [u32],
    /// A view to change to.
    view: Option<&'static str>,
}

const GUESTS: [Guest; 5] = [
    Guest { page: "demonstration", scheme: "light", widths: &[375, 1280], view: None },
    Guest { page: "hostile", scheme: "light", widths: &[1280], view: None },
    Guest { page: "dark", scheme: "light", widths: &[1280], view: Some("tidslinje") },
    Guest { page: "light", scheme: "dark", widths: &[1280], view: Some("karta") },
    Guest { page: "narrow", scheme: "light", widths: &[1024], view: None },
];

/// Where the picture ends, however long the page is, in CSS pixels.
const LONGEST: u32 = 1400;

/// Takes those that are wanted; returns how many.
pub(crate) async fn take_all(browser: &Browser, is_wanted: impl Fn(&str) -> bool) -> Result<usize> {
    let folder = xtask::workspace::path("docs/images");
    let mut taken = 0;
    for guest in &GUESTS {
        for &width in guest.widths {
            let name = format!("host-{}-{width}.png", guest.page);
            if is_wanted(&name) {
                let picture = take(browser, guest, width).await?;
                fs::write(folder.join(&name), &picture)?;
                println!("docs/images/{name}: {} kB", picture.len().div_ceil(1000));
                taken += 1;
            }
        }
    }
    Ok(taken)
}

async fn take(browser: &Browser, guest: &Guest, width: u32) -> Result<Vec<u8>> {
    browser.resize(width, 900).await?;
    browser.emulate("", &[("prefers-color-scheme", guest.scheme)]).await?;
    let atlas = browser.open(&format!("{}.html", guest.page)).await?;
    if let Some(view) = guest.view {
        // Not by the pointer, which would stay where the link was.
        let script = "root.querySelector(`.view-switch a[href*=\"vy=${given[0]}\"]`).click();
            document.activeElement.blur()";
        atlas.read::<()>(script, &[view.into()]).await?;
        let node = if view == "karta" { "[data-place]" } else { "[data-bar]" };
        let is_drawn = async || Ok(atlas.number_of(node).await? > 0);
        assert_soon!(is_drawn(), true, "{} is drawn", guest.page);
    }
    browser.run::<()>("scrollTo(0, 0)", vec![]).await?;
    let height: u32 = browser.run("return document.documentElement.scrollHeight", vec![]).await?;
    browser.resize(width, height.min(LONGEST)).await?;
    palette::reduced(&at_rest(browser).await?, None, palette::COLOURS)
}
