//! The page for frames, in pages of others on an origin of their own, in Chromium and in Firefox.

use std::future::Future;

use partneratlas_e2e::{Browser, Outcome, Result, Site, assert_soon};
use serde_json::{Value, json};

/// Runs a part of a test inside of the frame at a position.
async fn within<T>(
    browser: &Browser,
    position: u16,
    part: impl Future<Output = Result<T>>,
) -> Result<T> {
    browser.driver().enter_frame(position).await?;
    let outcome = part.await;
    browser.driver().enter_default_frame().await?;
    outcome
}

/// How tall the page has made the frame at a position: nothing where it has not.
async fn told(browser: &Browser, position: usize) -> Result<String> {
    let script = "return document.querySelectorAll('iframe')[arguments[0]].style.height";
    browser.run(script, vec![position.into()]).await
}

/// Whether the app in the frame has drawn, and the frame is exactly as tall as what is in it.
async fn fits(browser: &Browser, position: u16) -> Result<bool> {
    let script =
        "return !!document.querySelector('partner-atlas')?.shadowRoot?.querySelector('[data-count]')
        && Math.abs(document.body.getBoundingClientRect().height - innerHeight) < 2
        && document.documentElement.scrollHeight === innerHeight";
    // A frame that has only just come has nothing to say, or is just about to be another.
    Ok(inside(browser, position, script).await.unwrap_or_default() == json!(true))
}

/// A value of the frame's own page.
async fn inside(browser: &Browser, position: u16, script: &str) -> Result<Value> {
    within(browser, position, browser.run(script, vec![])).await
}

/// What a frame says.
fn height(height: impl Into<Value>) -> Value {
    json!({ "source": "partner-atlas", "v": 1, "type": "height", "height": height.into() })
}

/// Waits as long as a message takes that nobody should follow.
async fn wait(browser: &Browser) -> Outcome {
    let script =
        "return new Promise((go) => setTimeout(() => requestAnimationFrame(() => go(null)), 250))";
    browser.run(script, vec![]).await
}

#[test]
fn a_frame_grows_and_shrinks_with_what_is_in_it() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let whole = inside(&browser, 0, "return innerHeight").await?;
        assert!(whole.as_u64() > Some(1500), "{whole}");
        let after = "return Math.round(document.querySelector('#after').getBoundingClientRect().top
            - document.querySelector('iframe').getBoundingClientRect().bottom)";
        assert!(browser.run::<i64>(after, vec![]).await? < 30, "the page goes on right below");
        let search = "const field = document.querySelector('partner-atlas').shadowRoot.querySelector('input[type=search]');
            field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
        within(&browser, 0, browser.run::<()>(search, vec!["gemis".into()])).await?;
        let is_less = async || {
            let now = inside(&browser, 0, "return innerHeight").await?;
            Ok(now.as_u64() < whole.as_u64() && fits(&browser, 0).await?)
        };
        assert_soon!(is_less(), true);
        within(&browser, 0, browser.run::<()>(search, vec!["".into()])).await?;
        assert_soon!(inside(&browser, 0, "return innerHeight"), whole);
        Ok(())
    })
}

#[test]
fn a_record_opens_in_the_frame_and_both_ways_the_visitor_sees_where_they_are() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let shown = async |selector: &str| {
            let script = format!(
                "const node = document.querySelector('partner-atlas').shadowRoot.querySelector('{selector}');
                return node ? node.getBoundingClientRect().top : null"
            );
            let Some(inner) = inside(&browser, 0, &script).await?.as_f64() else { return Ok(false) };
            let script = "const top = document.querySelector('iframe').getBoundingClientRect().top + arguments[0];
                return top >= 0 && top < innerHeight";
            Ok(browser.run::<bool>(script, vec![inner.into()]).await? && fits(&browser, 0).await?)
        };
        let open = "const links = document.querySelector('partner-atlas').shadowRoot.querySelectorAll('[data-project] a');
            const link = links[12];
            link.focus();
            link.click();
            return link.closest('[data-project]').dataset.project";
        let id = inside(&browser, 0, open).await?;
        assert_soon!(shown(".detail h2"), true);
        let back = "document.querySelector('partner-atlas').shadowRoot.querySelector('.back a').click()";
        within(&browser, 0, browser.run::<()>(back, vec![])).await?;
        let entry = format!("[data-project=\"{}\"] a", id.as_str().unwrap_or_default());
        assert_soon!(shown(&entry), true);
        Ok(())
    })
}

#[test]
fn in_a_sandbox_it_works_without_an_origin() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame_sandboxed.html").await?;
        assert_eq!(inside(&browser, 0, "return origin").await?, "null");
        assert_soon!(fits(&browser, 0), true);
        let source = "const link = document.querySelector('[data-out]');
            return [link.target, link.nextElementSibling.hidden]";
        assert_eq!(inside(&browser, 0, source).await?, json!(["", true]), "it may open no tab");
        let open = "document.querySelector('partner-atlas').shadowRoot
            .querySelector('[data-project] a').click()";
        within(&browser, 0, browser.run::<()>(open, vec![])).await?;
        let title = "return !!document.querySelector('partner-atlas').shadowRoot.querySelector('.detail h2')";
        assert_soon!(inside(&browser, 0, title), true);
        assert_soon!(fits(&browser, 0), true);
        Ok(())
    })
}

#[test]
fn two_frames_have_heights_of_their_own_whatever_the_page_wants_of_boxes() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frames.html").await?;
        for position in [0_u16, 1] {
            let see = "document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()";
            browser.run::<()>(see, vec![position.into()]).await?;
            assert_soon!(fits(&browser, position), true, "frame {position}");
        }
        assert_ne!(told(&browser, 0).await?, told(&browser, 1).await?);
        assert_eq!(inside(&browser, 1, "return document.documentElement.lang").await?, "en");
        Ok(())
    })
}

#[test]
fn a_frame_that_comes_later_grows_too() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let add = "const frame = document.querySelector('iframe');
            const other = frame.cloneNode();
            other.style.height = '';
            frame.replaceWith(other);
            return other.style.height";
        assert_eq!(browser.run::<String>(add, vec![]).await?, "");
        assert_soon!(fits(&browser, 0), true);
        Ok(())
    })
}

#[test]
fn the_page_believes_no_frame_but_its_own_and_of_that_only_heights() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let own = told(&browser, 0).await?;
        let say = "for (const words of arguments[0]) parent.postMessage(words, '*')";
        let wrong = [
            height(99), height(20_001), height(500.5), height(-500), height(1e9), height("500"),
            height(Value::Null), height(json!([500])), height(json!({ "valueOf": 500 })),
            json!({ "source": "partner-atlas", "v": 2, "type": "height", "height": 500 }),
            json!({ "source": "partner-atlas", "v": "1", "type": "height", "height": 500 }),
            json!({ "source": "other", "v": 1, "type": "height", "height": 500 }),
            json!({ "source": "partner-atlas", "v": 1, "type": "navigate", "href": "https://example.se/" }),
            json!({ "source": "partner-atlas", "v": 1, "type": "html", "html": "<p>" }),
            json!("height"), json!(500), Value::Null, json!([]),
        ];
        within(&browser, 0, browser.run::<()>(say, vec![json!(wrong)])).await?;
        let no_number = "for (const height of [NaN, Infinity, -Infinity, 10n ** 3n, new Number(500), undefined]) {
            parent.postMessage({ source: 'partner-atlas', v: 1, type: 'height', height }, '*') }";
        within(&browser, 0, browser.run::<()>(no_number, vec![])).await?;
        // Right words from wrong windows: the page's own, and another of the product's pages.
        let from_here = "postMessage(arguments[0], '*')";
        browser.run::<()>(from_here, vec![height(500)]).await?;
        let add = "const other = document.createElement('iframe');
            other.src = arguments[0];
            document.body.append(other);
            return new Promise((go) => (other.onload = () => go(null)))";
        let page = format!("{}projekt/alba/", browser.product());
        browser.run::<()>(add, vec![page.into()]).await?;
        within(&browser, 1, browser.run::<()>(say, vec![json!([height(500)])])).await?;
        wait(&browser).await?;
        assert_eq!(told(&browser, 0).await?, own);
        assert_eq!(told(&browser, 1).await?, "", "it is no page for frames");
        // What is in the frame may want another height at once.
        let note = "window.heights = [];
            const frame = document.querySelector('iframe');
            new MutationObserver(() => heights.push(frame.style.height)).observe(frame, { attributes: true })";
        browser.run::<()>(note, vec![]).await?;
        within(&browser, 0, browser.run::<()>(say, vec![json!([height(512)])])).await?;
        let is_followed = "return heights.includes('512px')";
        assert_soon!(browser.run::<bool>(is_followed, vec![]), true, "all others were heard, and not followed");
        Ok(())
    })
}

#[test]
fn the_page_believes_no_other_origin_in_its_frame() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame_sandboxed.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let own = told(&browser, 0).await?;
        // From here on it would have to be the product's own origin.
        browser
            .run::<()>("document.querySelector('iframe').removeAttribute('sandbox')", vec![])
            .await?;
        let say = "for (const words of arguments[0]) parent.postMessage(words, '*')";
        within(&browser, 0, browser.run::<()>(say, vec![json!([height(500)])])).await?;
        wait(&browser).await?;
        assert_eq!(told(&browser, 0).await?, own);
        Ok(())
    })
}

/// Keeps what is said to a page.
const LISTEN: &str = "window.said = [];
    addEventListener('message', ({ data }) => data?.source && said.push(data))";

#[test]
fn a_frame_tells_nobody_how_tall_it_is_but_the_page_that_asks() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.prepare(LISTEN).await?;
        browser.visit("frame_alone.html").await?;
        let said = async |kind: &str| {
            let script = "const [kind] = arguments; return said.filter((words) => words.type === kind).length";
            browser.run::<usize>(script, vec![kind.into()]).await
        };
        let is_live = "return !!document.querySelector('partner-atlas')?.shadowRoot?.querySelector('[data-count]')";
        assert_soon!(inside(&browser, 0, is_live), true);
        assert_eq!(said("ready").await?, 1);
        let ready = json!({ "source": "partner-atlas", "v": 1, "type": "ready" });
        assert_eq!(browser.run::<Value>("return said[0]", vec![]).await?, ready);
        // From itself, from a neighbour, and in wrong words from the page.
        let hello = json!({ "source": "partner-atlas", "v": 1, "type": "hello" });
        let itself = "postMessage(arguments[0], '*')";
        within(&browser, 0, browser.run::<()>(itself, vec![hello.clone()])).await?;
        let neighbour = "for (let at = 0; at < parent.length; at++) parent[at].postMessage(arguments[0], '*')";
        within(&browser, 1, browser.run::<()>(neighbour, vec![hello.clone()])).await?;
        let ask = "const { contentWindow } = document.querySelector('iframe');
            for (const words of arguments[0]) contentWindow.postMessage(words, '*')";
        let wrong = json!([
            { "source": "partner-atlas", "v": 2, "type": "hello" },
            { "source": "someone", "v": 1, "type": "hello" },
            { "source": "partner-atlas", "v": 1, "type": "height", "height": 500 },
            "hello", null, 1, [],
        ]);
        browser.run::<()>(ask, vec![wrong]).await?;
        wait(&browser).await?;
        assert_eq!(said("height").await?, 0);
        browser.run::<()>(ask, vec![json!([hello])]).await?;
        assert_soon!(said("height"), 1_usize);
        let own = inside(&browser, 0, "return Math.ceil(document.body.getBoundingClientRect().height)");
        let last = browser.run::<Value>("return said.at(-1)", vec![]).await?;
        assert_eq!(last, height(own.await?));
        Ok(())
    })
}

#[test]
fn without_a_script_around_it_a_frame_scrolls_and_without_one_inside_it_is_read() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame_alone.html").await?;
        let is_live = "return !!document.querySelector('partner-atlas')?.shadowRoot?.querySelector('[data-count]')
            && innerHeight === 700 && document.documentElement.scrollHeight > 700";
        assert_soon!(inside(&browser, 0, is_live), true);
        browser.run::<()>("document.querySelectorAll('iframe')[1].scrollIntoView()", vec![]).await?;
        let text = "return [document.querySelectorAll('[data-project]').length > 20,
            !document.querySelector('partner-atlas').shadowRoot?.querySelector('.app')]";
        assert_eq!(inside(&browser, 1, text).await?, json!([true, true]));
        let wide = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(inside(&browser, 1, wide).await?, true, "it scrolls one way only");
        Ok(())
    })
}

#[test]
fn out_of_a_frame_the_page_is_a_page() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.prepare(LISTEN).await?;
        browser.open("iframe.html").await?;
        wait(&browser).await?;
        let ours = "return said.length";
        assert_eq!(browser.run::<usize>(ours, vec![]).await?, 0, "it talks to nobody");
        let target = "return document.querySelector('[data-out]').target";
        assert_eq!(browser.run::<String>(target, vec![]).await?, "");
        Ok(())
    })
}

#[test]
fn links_to_other_sites_open_a_tab_where_the_frame_may() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let script = "addEventListener('click', (event) => event.preventDefault());
            const add = (href) => {
                const link = document.querySelector('main').appendChild(document.createElement('a'));
                link.href = href;
                link.click();
                return link.target;
            };
            const out = document.querySelector('[data-out]');
            return [add('https://example.se/'), add('./projekt/alba/'), add('mailto:a@example.se'), out.target,
                out.nextElementSibling.hidden]";
        let targets = inside(&browser, 0, script).await?;
        assert_eq!(targets, json!(["_blank", "", "", "_blank", false]));
        Ok(())
    })
}

#[test]
fn presets_of_the_address_are_locked_in_the_frame() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame_preset.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let script = "const atlas = document.querySelector('partner-atlas');
            const shown = (selector) => !!atlas.shadowRoot.querySelector(selector);
            return {
                attributes: Object.fromEntries([...atlas.attributes].map(({ name, value }) => [name, value])),
                entries: [...atlas.shadowRoot.querySelectorAll('[data-project]')].length > 0,
                count: atlas.shadowRoot.querySelector('[data-count]').dataset.count,
                facets: [shown('[data-facet=kommun]'), shown('[data-facet=land]'), shown('[data-facet=tema]')],
                accent: getComputedStyle(atlas).getPropertyValue('--pa-accent'),
                theme: document.documentElement.dataset.theme,
                scheme: getComputedStyle(document.documentElement).colorScheme,
            }";
        let found = inside(&browser, 0, script).await?;
        let attributes = found["attributes"].as_object().ok_or("no attributes")?;
        let wanted = [("kommun", "0581"), ("land", "DE IT PL"), ("facets", "land tema"), ("theme", "dark"), ("label", "Projekt")];
        for (name, value) in wanted {
            assert_eq!(attributes.get(name), Some(&json!(value)), "{attributes:?}");
        }
        for name in ["src", "today-is", "onclick", "style", "class", "url-state"] {
            assert!(!attributes.contains_key(name), "{attributes:?}");
        }
        let count: usize = found["count"].as_str().ok_or("no count")?.parse()?;
        assert!((1..20).contains(&count), "{found}");
        assert_eq!(found["facets"], json!([false, false, true]));
        assert_eq!(found["accent"], "#7a1f5c");
        assert_eq!([&found["theme"], &found["scheme"]], ["dark", "dark"]);
        Ok(())
    })
}

#[test]
fn an_address_with_another_language_leads_to_the_page_in_it() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame_language.html").await?;
        // The right page is there when the frame has grown.
        let has_grown = async || Ok(!told(&browser, 0).await?.is_empty());
        assert_soon!(has_grown(), true);
        let there = "return location.pathname + location.search + location.hash + document.documentElement?.lang";
        assert_soon!(inside(&browser, 0, there), "/en/iframe.html?land=ZA&lang=en#topen");
        assert_soon!(fits(&browser, 0), true);
        Ok(())
    })
}

#[test]
fn an_embedded_record_is_open_from_the_start() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame_record.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let script = "const root = document.querySelector('partner-atlas').shadowRoot;
            return [root.querySelector('.detail h2')?.textContent, location.search]";
        assert_eq!(inside(&browser, 0, script).await?, json!(["All Aboard (ALBA)", "?projekt=alba"]));
        let back = "document.querySelector('partner-atlas').shadowRoot.querySelector('.back a').click()";
        within(&browser, 0, browser.run::<()>(back, vec![])).await?;
        let is_list = "return document.querySelector('partner-atlas').shadowRoot.querySelector('.detail h2') === null";
        assert_soon!(inside(&browser, 0, is_list), true);
        assert_eq!(inside(&browser, 0, "return location.search").await?, "?projekt=alba");
        Ok(())
    })
}

#[test]
fn a_map_in_a_frame_that_grows_is_no_taller_than_the_window() -> Outcome {
    Site::published().elsewhere(async |browser| {
        browser.visit("frame.html").await?;
        assert_soon!(fits(&browser, 0), true);
        let map = "document.querySelector('partner-atlas').shadowRoot
            .querySelector('.view-switch a[href*=\"vy=karta\"]').click()";
        within(&browser, 0, browser.run::<()>(map, vec![])).await?;
        let script = "const canvas = document.querySelector('partner-atlas').shadowRoot.querySelector('.map .canvas');
            return canvas ? [canvas.getBoundingClientRect().height, outerHeight] : null";
        let is_there = async || Ok(!inside(&browser, 0, script).await?.is_null());
        assert_soon!(is_there(), true);
        assert_soon!(fits(&browser, 0), true);
        let measured: (f64, f64) = serde_json::from_value(inside(&browser, 0, script).await?)?;
        let (map, window) = measured;
        assert!(map > 300.0 && map < window - 100.0, "{map} in {window}");
        Ok(())
    })
}
