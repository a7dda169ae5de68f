//! The element in pages of others, on an origin of their own, in Chromium and in Firefox: it works in them,
//! and neither harms the other.

use partneratlas_e2e::browser::Scheme;
use partneratlas_e2e::{Atlas, Browser, Engine, Outcome, Result, Site, Wasm, assert_soon};
use serde_json::json;

/// How many programs the page has asked for, in all of its documents that may be asked.
async fn programs(browser: &Browser) -> Result<usize> {
    let asked = browser.requests().await?;
    Ok(asked.iter().filter(|name| name.ends_with(".wasm")).count())
}

#[test]
fn from_another_origin_it_works_in_a_plain_page() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.listen().await?;
        let atlas = browser.open("plain.html?land=KE").await?;
        assert_eq!(atlas.count().await?, 20, "the page's own keys are not the element's");
        assert_eq!(atlas.text(".view-switch [aria-current]").await?, "Karta");
        assert_eq!(browser.heard().await?, ["pa-ready"]);
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.count(), 3);
        assert_soon!(browser.heard(), ["pa-ready", "pa-filter-change"]);
        atlas.open_record("stellenbosch").await?;
        assert_soon!(browser.heard(), ["pa-ready", "pa-filter-change", "pa-open"]);
        assert_eq!(browser.address().await?, "?land=KE", "and its address stays as it is");
        assert_eq!(browser.title().await?, "Kommunens sida");
        browser.expect_no_traces().await
    })
}

/// How each node of the app looks, by what a host's style sheet could change about it: a line each.
/// Not its family of letters, which is the host's on purpose, nor its colour.
const LOOKS: &str = "
    const properties = ['display', 'box-sizing', 'font-size', 'font-style', 'font-variant', 'font-weight',
        'letter-spacing', 'word-spacing', 'line-height', 'text-align', 'text-indent', 'text-transform',
        'text-shadow', 'text-decoration-line', 'white-space', 'list-style-type', 'cursor', 'visibility', 'opacity',
        'transition-property', 'transition-duration', 'float', 'user-select', 'tab-size', 'hyphens', 'quotes',
        'border-collapse', 'border-top-width', 'border-top-left-radius', 'padding-top', 'padding-left', 'min-height',
        'margin-top', 'outline-style', 'appearance', 'text-wrap-mode', 'direction'];
    return [...root.querySelectorAll('.app, .app *')].map((node) => {
        const style = getComputedStyle(node);
        const looks = properties.map((name) => `${name}: ${style.getPropertyValue(name)}`);
        return [`${node.localName}.${node.getAttribute('class') ?? ''}`, ...looks];
    });";

/// What differs between two lists of looks.
fn differences(before: &[Vec<String>], after: &[Vec<String>]) -> Vec<String> {
    let mut found = Vec::new();
    for (before, after) in before.iter().zip(after) {
        let name = before.first().cloned().unwrap_or_default();
        let pairs = before.iter().zip(after).filter(|(before, after)| before != after);
        found.extend(pairs.map(|(before, after)| format!("{name} {before} became {after}")));
    }
    found.dedup();
    found
}

/// Takes the host's style sheet away, and leaves as much room as there was.
const PLAINLY: &str = "
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) link.disabled = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body { margin: 0; font-size: 16px } #wrapper { max-width: 1000px; margin: 0 auto }');
    document.adoptedStyleSheets = [sheet];";

#[test]
fn no_style_of_the_host_leaks_in() -> Outcome {
    Site::published().elsewhere(async |browser| {
        for view in ["lista", "tidslinje", "karta"] {
            let atlas = browser.open("hostile.html").await?;
            show(&atlas, view).await?;
            let is_settled = "return document.getAnimations().length";
            assert_soon!(browser.run::<usize>(is_settled, vec![]), 0);
            let with: Vec<Vec<String>> = atlas.read(LOOKS, &[]).await?;
            browser.run::<()>(PLAINLY, vec![]).await?;
            let without: Vec<Vec<String>> = atlas.read(LOOKS, &[]).await?;
            assert!(with.len() > 200, "{view}: {} nodes", with.len());
            let found = differences(&without, &with);
            let some: Vec<_> = found.iter().take(20).collect();
            assert!(found.is_empty(), "{view}: {} of them, some: {some:#?}", found.len());
        }
        Ok(())
    })
}

/// Changes to a view, and waits until it is there; nothing has the focus or the pointer then.
async fn show(atlas: &Atlas, view: &str) -> Outcome {
    if view != "lista" {
        atlas.show(view).await?;
        let node = if view == "karta" { ".map" } else { ".timeline" };
        assert_soon!(atlas.number_of(node), 1_usize);
    }
    atlas.read("root.activeElement?.blur()", &[]).await
}

/// What the host's own nodes look like, and which names and sheets the page has: none of it is the element's.
const OWN: &str = "
    const nodes = [...document.querySelectorAll('html, head, head *, body, body *:not(partner-atlas, partner-atlas *)')];
    const isOfSize = (name) => /block-size|inline-size|^height|^width|origin|perspective/.test(name);
    const looks = nodes.map((node) => {
        const style = getComputedStyle(node);
        return [...style].filter((name) => !isOfSize(name))
            .map((name) => `${node.localName} ${name}: ${style.getPropertyValue(name)}`).join('; ');
    });
    const attributes = nodes.flatMap((node) =>
        [...node.attributes].map(({ name, value }) => `${node.localName} ${name}=${value}`));
    const sheets = `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`;
    return [...looks, ...attributes, sheets, ...Object.getOwnPropertyNames(window)]
        // What the browser's driver brings.
        .filter((name) => !/^(se_|\\$?cdc_|webdriver)/.test(name))";

#[test]
fn nothing_of_the_element_leaks_out() -> Outcome {
    Site::published().with_wasm(Wasm::Held).elsewhere(async |browser| {
        browser.visit("hostile.html").await?;
        let is_settled = "return document.getAnimations().length";
        assert_soon!(browser.run::<usize>(is_settled, vec![]), 0);
        let before: Vec<String> = browser.run(OWN, vec![]).await?;
        let steps = browser.history_length().await?;
        browser.let_go().await?;
        let atlas = browser.atlas(0).await?;
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.count(), 1);
        show(&atlas, "karta").await?;
        assert_soon!(browser.run::<usize>(is_settled, vec![]), 0);
        let after: Vec<String> = browser.run(OWN, vec![]).await?;
        let new: Vec<_> = after.iter().filter(|line| !before.contains(line)).collect();
        let gone: Vec<_> = before.iter().filter(|line| !after.contains(line)).collect();
        assert!(new.is_empty() && gone.is_empty(), "{new:?} instead of {gone:?}");
        assert_eq!(browser.history_length().await?, steps);
        Ok(())
    })
}

#[test]
fn it_gets_along_with_a_column_of_280_pixels() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.resize(1024, 800).await?;
        let atlas = browser.open("narrow.html").await?;
        for view in ["lista", "tidslinje", "karta"] {
            show(&atlas, view).await?;
            let beyond = "const { right } = host.getBoundingClientRect();
                const scrolls = (node) => node !== null
                    && (getComputedStyle(node).overflowX !== 'visible' || scrolls(node.parentElement));
                return [...root.querySelectorAll('*')]
                    .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > right + 0.5)
                    .filter((node) => !scrolls(node.parentElement))
                    .map((node) => `${node.localName}.${node.getAttribute('class')}`)";
            assert_eq!(atlas.read::<Vec<String>>(beyond, &[]).await?, [""; 0], "{view}");
            let width: f64 = atlas.read("return host.getBoundingClientRect().width", &[]).await?;
            assert!((width - 280.0).abs() < 0.1, "{view}: {width}");
        }
        let sideways = "return document.scrollingElement.scrollWidth - innerWidth";
        assert!(browser.run::<f64>(sideways, vec![]).await? <= 0.0);
        atlas.facet("land", "KE").await.map(drop)
    })
}

/// For each text of the element that can be read: the contrast with what lies behind it, and the luminance
/// of that. What is behind is what the first node outwards paints, through the element to the page.
const CONTRASTS: &str = "
    const paper = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const rgba = (colour) => {
        paper.clearRect(0, 0, 1, 1);
        paper.fillStyle = colour;
        paper.fillRect(0, 0, 1, 1);
        return [...paper.getImageData(0, 0, 1, 1).data];
    };
    const linear = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const luminance = ([red, green, blue]) =>
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    const out = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
    // What the browser itself paints behind a page.
    const probe = document.createElement('i');
    probe.style.backgroundColor = 'Canvas';
    document.documentElement.append(probe);
    const canvas = rgba(getComputedStyle(probe).backgroundColor);
    probe.remove();
    const behind = (node) => {
        for (; node; node = out(node)) {
            const colour = rgba(getComputedStyle(node).backgroundColor);
            if (colour[3] > 250) return colour;
        }
        return canvas;
    };
    const texts = [...root.querySelectorAll('*')].filter((node) => !node.closest('svg') && node.checkVisibility()
        && node.getClientRects().length > 0 && !node.closest('[disabled], [aria-disabled=true]')
        && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ''));
    return texts.map((node) => {
        const ground = luminance(behind(node));
        const text = luminance(rgba(getComputedStyle(node).color));
        const [more, less] = text > ground ? [text, ground] : [ground, text];
        return [`${node.localName}.${node.getAttribute('class') ?? ''}`, (more + 0.05) / (less + 0.05), ground];
    });";

/// Expects that all can be read, on a ground that is as dark or as light as the host's.
async fn expect_to_be_readable(atlas: &Atlas, is_dark: bool, what: &str) -> Outcome {
    let found: Vec<(String, f64, f64)> = atlas.read(CONTRASTS, &[]).await?;
    assert!(found.len() > 20, "{what}: {} texts", found.len());
    let faint: Vec<_> = found.iter().filter(|(_, contrast, _)| *contrast < 4.5).collect();
    assert!(faint.is_empty(), "{what}: {faint:?}");
    let of_the_other = |(_, _, ground): &&(String, f64, f64)| (*ground < 0.2) != is_dark;
    // Something that is filled with a colour may stand out; the most of it may not.
    let other = found.iter().filter(of_the_other).count();
    assert!(
        other * 5 < found.len(),
        "{what}: {other} of {} stand on the other ground",
        found.len()
    );
    Ok(())
}

#[test]
fn it_is_as_dark_or_light_as_its_host_whatever_the_system_is() -> Outcome {
    Site::published().elsewhere(async |browser| {
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.prefer(scheme).await?;
            let system = scheme == Scheme::Dark;
            for (page, is_dark) in [
                ("dark.html", true),
                ("light.html", false),
                ("oklch.html", false),
                ("scheme.html", system),
            ] {
                let atlas = browser.open(page).await?;
                for view in ["lista", "karta"] {
                    show(&atlas, view).await?;
                    let what = format!("{page} on a {} system, {view}", scheme.key());
                    expect_to_be_readable(&atlas, is_dark, &what).await?;
                }
            }
        }
        Ok(())
    })
}

#[test]
fn under_a_strict_policy_it_works() -> Outcome {
    // A breach would fail the test.
    Site::published().elsewhere(async |browser| {
        let atlas = browser.open("policy.html").await?;
        assert_soon!(atlas.number_of(".map"), 1_usize);
        show(&atlas, "tidslinje").await?;
        let size: String =
            atlas.read("return getComputedStyle(root.querySelector('.app')).position", &[]).await?;
        assert_eq!(size, "relative", "it has its style");
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        browser.expect_no_traces().await
    })
}

/// What of the page's own content in the element can be seen, and what the note says.
async fn own_content(browser: &Browser) -> Result<(Vec<String>, Vec<String>)> {
    let script = "const host = document.querySelector('partner-atlas');
        const shown = (node) => node.checkVisibility() && node.getClientRects().length > 0;
        const texts = (nodes) => [...nodes].filter(shown).map((node) => node.innerText);
        return [texts(host.children), texts(host.shadowRoot?.querySelectorAll('[role=status] p') ?? [])]";
    browser.run(script, vec![]).await
}

const OWN_LINK: &str = "Internationella projekt";
const EXCUSE: &str = "Sökning, filter, tidslinje och karta kunde inte startas.";

#[test]
fn under_a_policy_without_wasm_the_hosts_own_content_stays() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.listen().await?;
        browser.visit("policy-without-wasm.html").await?;
        let stays = (vec![OWN_LINK.to_owned()], vec![EXCUSE.to_owned()]);
        assert_soon!(own_content(&browser), stays.clone());
        assert_soon!(browser.heard(), ["pa-error"]);
        let told = browser.take_console_errors().await?;
        assert!(told.iter().any(|told| told.contains("partner-atlas:")), "{told:?}");
        Ok(())
    })
}

#[test]
fn where_types_must_be_trusted_the_hosts_own_content_stays_and_the_console_says_why() -> Outcome {
    // The views are made from templates in HTML, which such a page refuses. Its way is the frame.
    Site::published().elsewhere(async |browser| {
        browser.listen().await?;
        browser.visit("trusted-types.html").await?;
        let stays = (vec![OWN_LINK.to_owned()], vec![EXCUSE.to_owned()]);
        assert_soon!(own_content(&browser), stays.clone());
        assert_soon!(browser.heard(), ["pa-error"]);
        let told = browser.take_console_errors().await?;
        assert!(told.iter().any(|told| told.contains("partner-atlas:")), "{told:?}");
        assert!(told.iter().any(|told| told.to_lowercase().contains("trusted")), "{told:?}");
        Ok(())
    })
}

#[test]
fn without_scripts_the_hosts_own_content_is_there() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.forbid_scripts().await?;
        browser.visit("plain.html").await?;
        let (own, note) = own_content(&browser).await?;
        assert_eq!(own, ["Norrköpings internationella projekt"]);
        assert_eq!(note, [""; 0]);
        assert_eq!(programs(&browser).await?, 0);
        Ok(())
    })
}

#[test]
fn four_elements_cost_one_program() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.prepare(COMPILED).await?;
        browser.visit("four.html").await?;
        for (position, view) in [(0, "Lista"), (1, "Karta"), (2, "Timeline"), (3, "List")] {
            let atlas = browser.atlas(position).await?;
            assert_eq!(atlas.text(".view-switch [aria-current]").await?, view);
        }
        assert_soon!(programs(&browser), 1_usize, "downloaded once");
        assert_eq!(browser.run::<usize>("return compiled", vec![]).await?, 1, "compiled once");
        let second = browser.atlas(1).await?;
        second.facet("land", "KE").await?.choose().await?;
        assert_soon!(second.count(), 1);
        for position in [0, 2, 3] {
            assert_eq!(browser.atlas(position).await?.count().await?, 20);
        }
        Ok(())
    })
}

/// Counts how often a program is compiled.
const COMPILED: &str = "window.compiled = 0;
    for (const name of ['instantiateStreaming', 'compileStreaming', 'instantiate', 'compile']) {
        const original = WebAssembly[name];
        WebAssembly[name] = function (...given) { compiled += 1; return original.apply(this, given); };
    }";

#[test]
fn far_below_it_waits_until_it_is_near() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.resize(1280, 900).await?;
        browser.listen().await?;
        browser.visit("far.html").await?;
        let to = "const { top } = document.querySelector('partner-atlas').getBoundingClientRect();
            scrollTo({ top: scrollY + top - innerHeight - arguments[0], behavior: 'instant' });
            return new Promise((go) => requestAnimationFrame(() => setTimeout(() => go(null), 200)))";
        browser.run::<()>(to, vec![json!(320)]).await?;
        assert_eq!(programs(&browser).await?, 0, "320 px away");
        browser.run::<()>(to, vec![json!(280)]).await?;
        assert_soon!(programs(&browser), 1);
        assert_soon!(browser.heard(), ["pa-ready"]);
        Ok(())
    })
}

#[test]
fn far_below_it_comes_at_once_when_the_address_means_it() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.listen().await?;
        browser.visit("far.html?pa.land=KE&lang=de").await?;
        assert_soon!(browser.heard(), ["pa-ready"]);
        let atlas = browser.atlas(0).await?;
        assert_eq!(atlas.hits().await?, ["noreld"]);
        assert_eq!(browser.address().await?, "?pa.land=KE&lang=de");
        Ok(())
    })
}

/// Keeps account of what moves while the visitor does nothing. Firefox does not tell.
const SHIFTS: &str = "window.shifts = [];
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
            const nodes = shift.sources.map(({ node, previousRect, currentRect }) =>
                `${node?.localName ?? '?'} ${previousRect.top}→${currentRect.top}`);
            if (shift.value > 0) shifts.push(`${shift.value.toFixed(4)} ${nodes}`);
        }
    }).observe({ type: 'layout-shift', buffered: true });";

#[test]
fn what_is_below_stays_where_it_is_while_it_comes() -> Outcome {
    Site::published().elsewhere_in(Engine::Chromium, async |browser| {
        browser.prepare(SHIFTS).await?;
        for width in [1280, 375] {
            browser.resize(width, 900).await?;
            browser.visit("near.html").await?;
            let atlas = browser.atlas(0).await?;
            assert_soon!(atlas.number_of("[data-project]"), 20_usize);
            assert_eq!(
                browser.run::<Vec<String>>("return shifts", vec![]).await?,
                [""; 0],
                "{width} px"
            );
        }
        Ok(())
    })
}

#[test]
fn the_page_of_an_invented_municipality_is_good_for_everybody() -> Outcome {
    Site::published().elsewhere(async |browser| {
        for width in [1280, 375] {
            browser.resize(width, 900).await?;
            let atlas = browser.open("demonstration.html").await?;
            let found = browser.violations().await?;
            assert!(
                found.is_empty(),
                "{width} px: {}",
                found.iter().map(ToString::to_string).collect::<String>()
            );
            let sideways = "return document.scrollingElement.scrollWidth - innerWidth";
            assert!(browser.run::<f64>(sideways, vec![]).await? <= 0.0, "{width} px");
            let accent = "return getComputedStyle(root.querySelector('[data-project] a')).color";
            assert_eq!(atlas.read::<String>(accent, &[]).await?, "rgb(19, 96, 58)");
        }
        Ok(())
    })
}
