//! The page of the builder of snippets: what its program needs to know, and what helps without it.
//!
//! It is in Swedish only, as those are who paste snippets into the sites of Swedish municipalities.

use super::html::Html;
use super::shell::{NAME, wordmark};
use super::site::{FACETS, Site};
use crate::catalogue::Lang;
use crate::query::Facet;
use crate::snippets::{Folder, Way, Wishes};

/// Where the page lies, from the top of the folder.
pub(super) const PATH: &str = "bygg/index.html";

/// The way to the top.
const TOP: &str = "../";

/// Where the catalogue lies as long as nobody knows.
const EXAMPLE: &str = "https://example.se/partneratlas/";

const TITLE: &str = "Visa samarbetena på er webbplats";
const INTRO: &str = "Välj vad som ska visas, se hur det blir och kopiera en kodbit till er egen webbplats. Du behöver inte \
                     kunna programmera.";

/// Facets whose values an editor can choose besides those that have pages.
const OTHERS: [Facet; 3] = [Facet::Status, Facet::Place, Facet::Money];

/// The page, with style sheets at these paths from the top.
pub(super) fn page(site: &Site<'_>, sheets: [&str; 2]) -> String {
    let mut html = Html::document();
    html.element("html", &[("lang", Lang::Sv.tag()), ("data-page", "bygg")], |html| {
        html.line();
        html.element("head", &[], |html| head(html, site, sheets));
        html.line();
        html.element("body", &[], |html| body(html, site));
    });
    html.line();
    html.into_text()
}

fn head(html: &mut Html, site: &Site<'_>, sheets: [&str; 2]) {
    html.void("meta", &[("charset", "utf-8")]);
    let viewport = "width=device-width, initial-scale=1";
    html.void("meta", &[("name", "viewport"), ("content", viewport)]);
    html.words("title", &[], &format!("{TITLE} – {NAME}"));
    html.void("meta", &[("name", "description"), ("content", INTRO)]);
    if let Some(base) = &site.settings.base {
        html.void("link", &[("rel", "canonical"), ("href", &base.of("bygg/"))]);
    }
    html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    let icon = format!("{TOP}icon.svg");
    html.void("link", &[("rel", "icon"), ("href", &icon), ("type", "image/svg+xml")]);
    for sheet in sheets {
        html.void("link", &[("rel", "stylesheet"), ("href", &format!("{TOP}{sheet}"))]);
    }
    for script in ["embed.js", "builder.js"] {
        let path = format!("{TOP}{script}");
        html.element("script", &[("type", "module"), ("src", &path)], |_| {});
    }
}

fn body(html: &mut Html, site: &Site<'_>) {
    html.line();
    html.element("header", &[("class", "page-head")], |html| {
        wordmark(html, TOP);
        html.words("h1", &[], TITLE);
        html.words("p", &[("class", "intro")], INTRO);
    });
    html.line();
    html.element("main", &[("id", "bygg")], |html| unscripted(html, site));
    html.line();
    html.element("div", &[("hidden", ""), ("data-values", "")], |html| values(html, site));
    html.line();
    html.element("footer", &[("class", "page-foot")], |html| {
        let kept = "Byggaren sparar ingenting. Undersöker du en sida frågar den bara de servrar som koden nämner. Annars \
                    skickas inget.";
        html.words("p", &[], kept);
        html.element("p", &[], |html| {
            html.words("a", &[("href", TOP)], "Till samarbetena");
        });
    });
    html.line();
}

/// Two snippets of the whole catalogue, for those whose browser does not run the program.
fn unscripted(html: &mut Html, site: &Site<'_>) {
    let known = site.settings.base.as_ref().map(|base| base.of(""));
    let text = known.as_deref().unwrap_or(EXAMPLE);
    let Some(folder) = Folder::parse(text) else { return };
    html.element("div", &[("class", "plain")], |html| {
        html.words(
            "p",
            &[],
            "Byggaren behöver JavaScript. Utan den kan du utgå från de här två kodbitarna, som visar alla samarbeten.",
        );
        if known.is_none() {
            html.words(
                "p",
                &[],
                "Byt https://example.se/partneratlas/ mot adressen till mappen som den här sidan ligger i, utan bygg/.",
            );
        }
        for way in [Way::Script, Way::Frame] {
            let offer = way.offer(&Wishes::default(), &folder);
            html.words("h2", &[], way.name());
            for block in offer.blocks.iter().take(1) {
                html.element("pre", &[("tabindex", "0")], |html| {
                    html.words("code", &[], &block.code);
                });
            }
            html.words("h3", &[], "Att be it-avdelningen om");
            html.element("pre", &[("tabindex", "0")], |html| html.words("code", &[], &offer.letter));
        }
    });
}

/// What can be chosen, for the program to read; browsers show nothing of it.
fn values(html: &mut Html, site: &Site<'_>) {
    for facet in FACETS.into_iter().chain(OTHERS) {
        html.element("datalist", &[("data-key", facet.key())], |html| {
            for choice in site.choices(facet, Lang::Sv) {
                let (value, count) = (choice.value.to_string(), choice.count.to_string());
                html.words("option", &[("value", &value), ("data-count", &count)], &choice.name);
            }
        });
    }
    if let Some(base) = &site.settings.base {
        html.void("link", &[("data-base", ""), ("href", &base.of(""))]);
    }
}
