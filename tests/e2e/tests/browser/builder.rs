//! The builder of snippets.

use std::fs;

use partneratlas_e2e::browser::Scheme;
use partneratlas_e2e::copied::Copied;
use partneratlas_e2e::{Browser, Outcome, Result, Site, assert_soon};
use serde_json::Value;
use thirtyfour::prelude::*;

/// Opens the builder once its program is there.
async fn open(browser: &Browser) -> Outcome {
    browser.visit("bygg/").await?;
    assert_soon!(has(browser, ".build"), true);
    Ok(())
}

async fn has(browser: &Browser, selector: &str) -> Result<bool> {
    browser.run("return document.querySelector(arguments[0]) !== null", vec![selector.into()]).await
}

async fn click(browser: &Browser, selector: &str) -> Outcome {
    Ok(browser.driver().find(By::Css(selector.to_owned())).await?.click().await?)
}

async fn type_into(browser: &Browser, selector: &str, text: &str) -> Outcome {
    let field = browser.driver().find(By::Css(selector.to_owned())).await?;
    field.clear().await?;
    Ok(field.send_keys(text).await?)
}

/// Fills a field at once, as pasting does.
async fn paste(browser: &Browser, selector: &str, text: &str) -> Outcome {
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.run(script, vec![selector.into(), text.into()]).await
}

/// The texts of all nodes.
async fn texts(browser: &Browser, selector: &str) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((node) => node.textContent.trim())";
    browser.run(script, vec![selector.into()]).await
}

/// The code of all blocks.
async fn codes(browser: &Browser) -> Result<Vec<String>> {
    texts(browser, ".blocks code").await
}

async fn first_code(browser: &Browser) -> Result<String> {
    Ok(codes(browser).await?.into_iter().next().unwrap_or_default())
}

async fn preview_attribute(browser: &Browser, name: &str) -> Result<Option<String>> {
    let script = "return document.querySelector('partner-atlas').getAttribute(arguments[0])";
    browser.run(script, vec![name.into()]).await
}

/// A clipboard that tells what is written to it; or none, as on a page that came by http.
fn clipboard(is_there: bool) -> String {
    let clipboard = if is_there {
        "{ writeText: (text) => { window.copied = text; return Promise.resolve(); } }"
    } else {
        "undefined"
    };
    format!("Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }})")
}

#[test]
fn what_is_chosen_is_in_the_code_and_in_the_preview() -> Outcome {
    Site::published().in_browser(async |browser| {
        open(&browser).await?;
        click(&browser, "[data-key=kommun] summary").await?;
        let norrkoping = "//details[@data-key='kommun']//label[contains(., 'Norrköping')]";
        browser.driver().find(By::XPath(norrkoping)).await?.click().await?;
        assert_soon!(preview_attribute(&browser, "kommun"), Some("0581".to_owned()));
        assert_eq!(texts(&browser, "[data-key=kommun] .chosen").await?, ["Norrköping"]);
        let code = first_code(&browser).await?;
        assert!(code.contains("<partner-atlas lang=\"sv\" kommun=\"0581\">"), "{code}");
        assert!(code.contains("/kommun/0581/\">Internationella samarbeten</a>"), "{code}");

        click(&browser, "input[name=lang][value=en]").await?;
        click(&browser, "input[name=theme][value=dark]").await?;
        type_into(&browser, "#namn", "Projekt & \"vänner\"").await?;
        type_into(&browser, "#farg", "#7fcbdc").await?;
        click(&browser, "#rubrik option[value='3']").await?;
        click(&browser, "#forst option[value=karta]").await?;
        let wanted = "<partner-atlas lang=\"en\" kommun=\"0581\" view=\"karta\" theme=\"dark\" heading-level=\"3\" \
                      label=\"Projekt &amp; &quot;vänner&quot;\">";
        let has_all = async || Ok(first_code(&browser).await?.contains(wanted));
        assert_soon!(has_all(), true, "{:?}", codes(&browser).await?);
        assert_eq!(preview_attribute(&browser, "label").await?.as_deref(), Some("Projekt & \"vänner\""));
        assert_eq!(codes(&browser).await?[1], "partner-atlas {\n  --pa-accent: #7fcbdc;\n}");

        browser.driver().find(By::XPath(norrkoping)).await?.click().await?;
        assert_soon!(preview_attribute(&browser, "kommun"), None);
        browser.expect_no_traces().await
    })
}

#[test]
fn the_preview_is_as_wide_as_a_phone_or_a_desktop() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.resize(1280, 900).await?;
        open(&browser).await?;
        browser.atlas(0).await?;
        let width = async || {
            browser.run::<u32>("return document.querySelector('.screen').offsetWidth", vec![]).await
        };
        assert_eq!(width().await?, 375);
        click(&browser, ".switch button:last-child").await?;
        assert_soon!(width(), 1100_u32);
        let script = "const { width } = document.querySelector('.screen').getBoundingClientRect();
            return width <= document.querySelector('.room').getBoundingClientRect().width + 0.5";
        let fits = async || browser.run::<bool>(script, vec![]).await;
        assert_soon!(fits(), true);
        Ok(())
    })
}

#[test]
fn each_way_has_its_code_and_its_letter() -> Outcome {
    Site::published().in_browser(async |browser| {
        open(&browser).await?;
        for (way, code, letter) in [
            ("skript", "<script type=\"module\"", "'wasm-unsafe-eval'"),
            ("ram", "<iframe src=\"", "frame-src http://localhost"),
            ("wordpress", "<iframe src=\"", "unfiltered_html"),
            ("sitevision", "<iframe src=\"", "HTML-modulen"),
            ("optimizely", "<iframe src=\"", "extended_valid_elements"),
            ("drupal", "<iframe src=\"", "<iframe src title"),
        ] {
            click(&browser, &format!("input[name=way][value={way}]")).await?;
            let begins = async || Ok(first_code(&browser).await?.starts_with(code));
            assert_soon!(begins(), true, "{way}");
            let letters = texts(&browser, ".code .columns > div:last-child code").await?;
            assert!(letters.iter().any(|text| text.contains(letter)), "{way}: {letters:?}");
            assert!(!texts(&browser, ".steps li").await?.is_empty(), "{way}");
        }
        Ok(())
    })
}

#[test]
fn the_frame_that_is_offered_is_there() -> Outcome {
    Site::published().in_browser(async |browser| {
        open(&browser).await?;
        click(&browser, "input[name=way][value=ram]").await?;
        let begins = async || Ok(first_code(&browser).await?.starts_with("<iframe"));
        assert_soon!(begins(), true);
        let script = "const frame = new DOMParser().parseFromString(arguments[0], 'text/html').querySelector('iframe');
            return fetch(frame.src).then(({ status }) => status)";
        let code = first_code(&browser).await?;
        assert_eq!(browser.run::<u16>(script, vec![code.into()]).await?, 200);
        Ok(())
    })
}

#[test]
fn code_is_copied_as_it_is_shown() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.prepare(&clipboard(true)).await?;
        open(&browser).await?;
        // By keyboard.
        browser.driver().find(By::Css(".blocks .copy")).await?.focus().await?;
        browser.driver().active_element().await?.send_keys(Key::Enter).await?;
        assert_soon!(texts(&browser, ".unseen[role=status]"), ["Kopierat.".to_owned()]);
        assert_eq!(
            browser.run::<String>("return copied", vec![]).await?,
            first_code(&browser).await?
        );
        Ok(())
    })
}

#[test]
fn without_a_clipboard_the_code_is_marked() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.prepare(&clipboard(false)).await?;
        open(&browser).await?;
        click(&browser, ".blocks .copy").await?;
        let marked = async || browser.run::<String>("return String(getSelection())", vec![]).await;
        assert_soon!(marked(), first_code(&browser).await?);
        assert!(texts(&browser, ".unseen[role=status]").await?[0].contains("Ctrl + C"));
        Ok(())
    })
}

/// Presses the button and waits for what is found: levels and sentences.
async fn examine(browser: &Browser) -> Result<Vec<String>> {
    click(browser, ".trouble button[type=submit]").await?;
    assert_soon!(has(browser, ".findings"), true);
    texts(browser, ".said").await
}

#[test]
fn a_page_that_does_not_work_is_examined() -> Outcome {
    Site::published().in_browser(async |browser| {
        open(&browser).await?;
        let product = browser.product().trim_end_matches('/').to_owned();
        paste(&browser, "#sida", "https://www.kommun.se/internationellt").await?;
        let html = format!("<script src=\"{product}/embed.js\"></script><partner-atlas lang=sv></partner-atlas>");
        paste(&browser, "#html", &html).await?;
        paste(&browser, "#csp", "Content-Security-Policy: default-src 'self'; script-src 'self'").await?;
        let found = examine(&browser).await?;
        let says = |text: &str| found.iter().any(|said| said.contains(text));
        assert!(says("Fel Skriptet saknar type=\"module\""), "{found:#?}");
        assert!(says("CSP saknar 'wasm-unsafe-eval' i script-src"), "{found:#?}");
        assert!(says(&format!("Bra Skriptet på {product}/embed.js kommer fram")), "{found:#?}");
        assert!(says("Bra Programfilen"), "{found:#?}");
        let focused = async || browser.run::<String>("return document.activeElement.textContent", vec![]).await;
        assert_soon!(focused(), "4 fel hittades.");
        let codes = texts(&browser, ".findings code").await?;
        let mended = format!(
            "default-src 'self'; script-src 'self' {product} 'wasm-unsafe-eval'; connect-src 'self' {product}; \
             img-src 'self' data:"
        );
        assert!(codes.contains(&mended), "{codes:#?}");
        Ok(())
    })
}

#[test]
fn what_this_page_may_not_ask_is_told_without_asking() -> Outcome {
    Site::published().in_browser(async |browser| {
        open(&browser).await?;
        let html = "<partner-atlas src=\"https://data.example.se/k.json\"></partner-atlas>";
        paste(&browser, "#html", html).await?;
        let found = examine(&browser).await?;
        let refused =
            "Se över Katalogen på https://data.example.se/k.json kan inte undersökas härifrån";
        assert!(found.iter().any(|said| said.contains(refused)), "{found:#?}");
        let codes = texts(&browser, ".findings code").await?;
        assert!(
            codes.contains(&"curl -sSI \"https://data.example.se/k.json\"".to_owned()),
            "{codes:#?}"
        );
        Ok(())
    })
}

#[test]
fn missing_files_and_old_facts_are_found_on_the_server() -> Outcome {
    let site = Copied::serve()?;
    let assets = fs::read_dir(site.file("assets"))?;
    for file in assets.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("partneratlas_bg") {
            fs::remove_file(&file)?;
        }
    }
    fs::write(site.file("catalogue.json"), "{\"sources\": [{\"asOf\": \"2016-07\"}]}")?;
    site.in_browser(async |browser| {
        open(&browser).await?;
        let found = examine(&browser).await?;
        let says = |text: &str| found.iter().any(|said| said.contains(text));
        assert!(says("Fel Programfilen finns inte på"), "{found:#?}");
        assert!(says("den nyaste källan eller kontrollen är från 2016"), "{found:#?}");
        // The preview tells of its own failure, too.
        let note = "return Boolean(document.querySelector('partner-atlas')?.shadowRoot
            ?.querySelector('[role=status] p'))";
        assert_soon!(browser.run::<bool>(note, vec![]), true);
        browser.take_console_errors().await?;
        Ok(())
    })
}

#[test]
fn without_scripts_there_is_code_to_start_from() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.forbid_scripts().await?;
        browser.visit("bygg/").await?;
        let codes = texts(&browser, "#bygg code").await?;
        assert!(codes[0].starts_with("<script type=\"module\""), "{codes:?}");
        assert!(texts(&browser, "#bygg h2").await?.len() == 2);
        Ok(())
    })
}

/// Everything unfolded, with faults found.
async fn unfold(browser: &Browser) -> Outcome {
    open(browser).await?;
    browser
        .run::<()>(
            "for (const group of document.querySelectorAll('.build details')) group.open = true",
            vec![],
        )
        .await?;
    paste(browser, "#farg", "blå").await?;
    paste(browser, "#html", "<iframe src=\"http://a.se/iframe.html\"></iframe>").await?;
    paste(browser, "#csp", "frame-src 'none'").await?;
    examine(browser).await?;
    browser
        .run::<()>("document.querySelector('.result details')?.setAttribute('open', '')", vec![])
        .await?;
    browser.atlas(0).await?;
    Ok(())
}

#[test]
fn axe_finds_nothing() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [1280, 375] {
            browser.resize(width, 900).await?;
            unfold(&browser).await?;
            for scheme in [Scheme::Light, Scheme::Dark] {
                browser.prefer(scheme).await?;
                let found = browser.violations().await?;
                let told: Vec<_> = found.iter().map(ToString::to_string).collect();
                assert!(told.is_empty(), "{width}, {}: {}", scheme.key(), told.join("\n"));
            }
        }
        Ok(())
    })
}

#[test]
fn nothing_scrolls_sideways() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [320, 375, 768, 1024] {
            browser.resize(width, 640).await?;
            unfold(&browser).await?;
            let script = "const wide = [...document.querySelectorAll('body *')]
                    .filter((node) => !node.closest('.screen'))
                    .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
                    .map((node) => `${node.localName}.${node.className}`);
                return document.scrollingElement.scrollWidth <= innerWidth ? [] : wide";
            let wide: Vec<Value> = browser.run(script, vec![]).await?;
            assert!(wide.is_empty(), "{width}: {wide:?}");
        }
        Ok(())
    })
}
