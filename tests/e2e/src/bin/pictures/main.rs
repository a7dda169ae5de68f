//! Takes the pictures that the documents show and those that the site has, on the tests' own day. `cargo xtask pictures` starts it.

#![expect(clippy::print_stdout, reason = "it says what it wrote")]

mod hosts;
mod palette;
mod site;

use std::cell::Cell;
use std::fs;
use std::process::ExitCode;

use palette::Part;
use partneratlas_e2e::{Atlas, Browser, Engine, Outcome, Result, Site, assert_soon};
use serde_json::json;

/// Something that the page shows.
struct Scene {
    name: &'static str,
    address: &'static str,
    /// A node that is there once it is drawn.
    drawn: &'static str,
    /// What is clicked then.
    click: Option<&'static str>,
    /// The node that is taken, where it is not the whole page.
    part: Option<&'static str>,
    /// Where the picture ends, however long the page is, in CSS pixels.
    longest: u32,
    /// How it is looked at.
    looks: &'static [Look],
}

const SCENES: [Scene; 6] = [
    Scene {
        name: "page",
        address: "?vy=karta",
        drawn: "[data-place]",
        click: Some("[data-jump=europa]"),
        part: None,
        longest: 1100,
        looks: &[light(&[1280])],
    },
    Scene {
        name: "timeline",
        address: "?vy=tidslinje",
        drawn: "[data-bar]",
        click: None,
        part: None,
        longest: 1600,
        looks: &[light(SCREENS), dark(SCREENS), forced(SCREENS), PRINT],
    },
    jump("map-alla", "[data-jump=alla]"),
    jump("map-europa", "[data-jump=europa]"),
    jump("map-kenya", "[data-jump=kenya]"),
    jump("map-sydafrika", "[data-jump=sydafrika]"),
];

/// A part of the world, the map alone.
const fn jump(name: &'static str, button: &'static str) -> Scene {
    Scene {
        name,
        address: "?vy=karta",
        drawn: "[data-place]",
        click: Some(button),
        part: Some(".map"),
        longest: 1600,
        looks: const { &[light(SMALL_AND_LARGE), dark(SMALL_AND_LARGE), forced(SMALL_AND_LARGE)] },
    }
}

/// How it is looked at.
struct Look {
    name: &'static str,
    medium: &'static str,
    /// A media feature with its value.
    feature: (&'static str, &'static str),
    /// In CSS pixels.
    widths: &'static [u32],
}

/// A phone, a tablet, a desk.
const SCREENS: &[u32] = &[375, 768, 1440];

/// A phone and a desk.
const SMALL_AND_LARGE: &[u32] = &[375, 1440];

/// A4, the long way.
const PAPER: &[u32] = &[1123];

const fn light(widths: &'static [u32]) -> Look {
    Look { name: "light", medium: "", feature: ("prefers-color-scheme", "light"), widths }
}

const fn dark(widths: &'static [u32]) -> Look {
    Look { name: "dark", medium: "", feature: ("prefers-color-scheme", "dark"), widths }
}

const fn forced(widths: &'static [u32]) -> Look {
    Look { name: "forced", medium: "", feature: ("forced-colors", "active"), widths }
}

const PRINT: Look = Look {
    name: "print",
    medium: "print",
    feature: ("prefers-color-scheme", "light"),
    widths: PAPER,
};

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted =
        |name: &str| names.is_empty() || names.iter().any(|wanted| name.starts_with(wanted));
    let taken = Cell::new(0);
    let here = Site::published().in_browser(async |browser| {
        taken.set(take_all(&browser, is_wanted).await?);
        Ok(())
    });
    let elsewhere = || {
        Site::published().elsewhere_in(Engine::Chromium, async |browser| {
            without_scrollbars(&browser).await?;
            taken.set(taken.get() + hosts::take_all(&browser, is_wanted).await?);
            Ok(())
        })
    };
    match here.and_then(|()| elsewhere()) {
        Ok(()) if taken.get() == 0 => {
            eprintln!("error: no picture has a name like {names:?}");
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("error: {cause}");
            ExitCode::FAILURE
        }
    }
}

async fn without_scrollbars(browser: &Browser) -> Outcome {
    let hidden = json!({ "hidden": true });
    browser.driver().cdp().send_raw("Emulation.setScrollbarsHidden", hidden).await?;
    Ok(())
}

/// Takes the pictures of the site that are wanted; returns how many.
async fn take_all(browser: &Browser, is_wanted: impl Fn(&str) -> bool + Copy) -> Result<usize> {
    let folder = xtask::workspace::path("docs/images");
    without_scrollbars(browser).await?;
    let mut taken = site::take_all(browser, is_wanted).await?;
    for scene in &SCENES {
        for look in scene.looks {
            for &width in look.widths {
                let name = format!("{}-{width}-{}.png", scene.name, look.name);
                if is_wanted(&name) {
                    let picture = take(browser, scene, look, width).await?;
                    fs::write(folder.join(&name), &picture)?;
                    println!("docs/images/{name}: {} kB", picture.len().div_ceil(1000));
                    taken += 1;
                }
            }
        }
    }
    Ok(taken)
}

async fn take(browser: &Browser, scene: &Scene, look: &Look, width: u32) -> Result<Vec<u8>> {
    browser.resize(width, 900).await?;
    browser.emulate(look.medium, &[look.feature]).await?;
    let atlas = browser.open(scene.address).await?;
    let is_drawn = async || Ok(atlas.number_of(scene.drawn).await? > 0);
    assert_soon!(is_drawn(), true, "{} is drawn", scene.name);
    let height: u32 = browser.run("return document.documentElement.scrollHeight", vec![]).await?;
    browser.resize(width, height.min(scene.longest)).await?;
    if let Some(button) = scene.click {
        atlas.click(button).await?;
    }
    let picture = at_rest(browser).await?;
    let part = match scene.part {
        Some(node) => Some(edges(&atlas, node).await?),
        None => None,
    };
    palette::reduced(&picture, part, palette::COLOURS)
}

/// Where a node is on the page, in whole pixels.
async fn edges(atlas: &Atlas, node: &str) -> Result<Part> {
    let script =
        "const { x, y, width, height } = root.querySelector(given[0]).getBoundingClientRect();
        return [x, y, width, height].map((length) => Math.round(length))";
    atlas.read(script, &[json!(node)]).await
}

/// A picture that the next one is like: nothing moves any more.
async fn at_rest(browser: &Browser) -> Result<Vec<u8>> {
    let mut last = Vec::new();
    for _ in 0..50 {
        let next = browser.driver().screenshot_as_png().await?;
        if next == last {
            return Ok(next);
        }
        last = next;
    }
    Err("the page does not come to rest".into())
}
