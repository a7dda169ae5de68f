//! The map can be seen by everybody: the focus, and colours that the visitor's system forces.

use std::collections::BTreeSet;

use partneratlas_e2e::browser::Scheme;
use partneratlas_e2e::{Atlas, Browser, Outcome, Result, Site, assert_soon};
use thirtyfour::Key;

/// Colours of nodes as numbers, whatever CSS writes them as.
const COLOURS: &str = "
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const numbers = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour) => numbers(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const contrast = (one, other) => {
        const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const system = (name) => {
        const probe = document.createElement('span');
        root.append(probe);
        probe.style.color = name;
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
    };";

/// The width of the line around a node, and its contrast against land and sea.
async fn ring(atlas: &Atlas, line: &str) -> Result<(f64, f64, f64)> {
    let script = format!(
        "{COLOURS}
        const {{ stroke, strokeWidth }} = style(given[0]);
        return [stroke === 'none' ? 0 : parseFloat(strokeWidth),
            contrast(stroke, style('.map .land').fill),
            contrast(stroke, style('.map .canvas').backgroundColor)]"
    );
    atlas.read(&script, &[line.into()]).await
}

/// Expects that the focus has a line that stands out, light and dark.
async fn expect_ring(browser: &Browser, atlas: &Atlas, line: &str) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        browser.prefer(scheme).await?;
        let (width, land, sea) = ring(atlas, line).await?;
        assert!(width >= 2.0 && land >= 3.0 && sea >= 3.0, "{scheme:?}: {width} {land} {sea}");
    }
    Ok(())
}

#[test]
fn the_focus_on_a_mark_is_a_ring_that_stands_out() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("?vy=karta").await?;
        atlas.focus_map().await?;
        atlas.press(Key::End).await?;
        expect_ring(&browser, &atlas, ".map .mark:focus-visible .hit").await
    })
}

#[test]
fn the_focus_on_a_hatched_country_is_a_line_that_stands_out() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("?vy=karta&q=gemis").await?;
        atlas.focus_map().await?;
        atlas.press(Key::Home).await?;
        assert_soon!(atlas.focused_place(), "portugal");
        expect_ring(&browser, &atlas, ".map .country:focus-visible path").await
    })
}

#[test]
fn signs_stand_out_from_land_and_sea_in_both_schemes() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("?vy=karta").await?;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.prefer(scheme).await?;
            let script = format!(
                "{COLOURS}
                const grounds = [style('.map .land').fill, style('.map .canvas').backgroundColor];
                return [['.pin', 'fill'], ['.home', 'fill'], ['.ring', 'stroke'], ['.arcs.lit', 'stroke']]
                    .filter(([sign, part]) => root.querySelector(`.map ${{sign}}`)
                        && grounds.some((ground) => contrast(style(`.map ${{sign}}`)[part], ground) < 3))
                    .map(([sign]) => sign)"
            );
            let faint: Vec<String> = atlas.read(&script, &[]).await?;
            assert_eq!(faint, [""; 0], "{scheme:?}");
        }
        Ok(())
    })
}

/// What of the map keeps a colour of its own where the system forces some.
const OWN_COLOURS: &str = "
    const names = ['Canvas', 'CanvasText', 'GrayText', 'Highlight', 'HighlightText', 'LinkText'];
    const forced = names.map((name) => numbers(system(name)).join());
    const is_forced = (colour) => colour === 'none' || colour.startsWith('url')
        || numbers(colour)[3] < 255 || forced.includes(numbers(colour).join());
    const parts = ['.land', '.lakes', '.borders', '.graticule', '.country path', '.hatch', '.arcs path',
        '.mark .pin', '.mark .core', '.mark .home', '.mark .ring', '.mark .number',
        '.place-name', '.country-name'];
    return parts.filter((part) => root.querySelector(`.map ${part}`)).flatMap((part) =>
        ['fill', 'stroke'].filter((name) => !is_forced(style(`.map ${part}`)[name]))
            .map((name) => `${part} ${name}: ${style(`.map ${part}`)[name]}`));";

#[test]
fn where_the_system_forces_colours_the_map_has_no_others() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("?vy=karta").await?;
        for scheme in ["light", "dark"] {
            let forced = [("forced-colors", "active"), ("prefers-color-scheme", scheme)];
            browser.emulate("", &forced).await?;
            let mut own = BTreeSet::new();
            for area in ["alla", "europa"] {
                atlas.jump(area).await?;
                assert_soon!(atlas.pressed_jumps(), [area]);
                let found: Vec<String> =
                    atlas.read(&format!("{COLOURS}{OWN_COLOURS}"), &[]).await?;
                own.extend(found);
            }
            assert_eq!(own, BTreeSet::new(), "{scheme}");
        }
        Ok(())
    })
}

#[test]
fn the_focus_has_the_systems_colour_where_it_forces_some() -> Outcome {
    Site::published().in_browser(async |browser| {
        let atlas = browser.open("?vy=karta").await?;
        browser.emulate("", &[("forced-colors", "active")]).await?;
        atlas.focus_map().await?;
        atlas.press(Key::End).await?;
        let script = format!(
            "{COLOURS}
            const line = style('.map .mark:focus-visible .hit');
            return [numbers(line.stroke).join() === numbers(system('Highlight')).join(),
                parseFloat(line.strokeWidth) >= 2]"
        );
        assert_eq!(atlas.read::<[bool; 2]>(&script, &[]).await?, [true, true]);
        Ok(())
    })
}
