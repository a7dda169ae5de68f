//! What stands around the content, the same on every page: head, header, element, footer.

use super::content;
use super::here::Here;
use super::html::{Attribute, Html};
use super::meta;
use super::site::Page;
use super::words::{Words, words};
use crate::catalogue::Lang;

/// The name of the site.
pub(super) const NAME: &str = "Partneratlas";

/// What a page is called in the style sheet, and by its scripts.
fn kind(page: &Page) -> &'static str {
    match page {
        Page::Start => "start",
        Page::Frame => "frame",
        Page::Record(_) => "record",
        Page::Facet(..) => "facet",
    }
}

/// A page as a whole.
pub(super) fn page(here: Here<'_>) -> String {
    let mut html = Html::document();
    let mut attributes = vec![("lang", here.lang.tag()), ("data-page", kind(here.page))];
    attributes.extend(here.record().map(|_| ("data-open", "")));
    html.element("html", &attributes, |html| {
        html.line();
        html.element("head", &[], |html| head(html, here));
        html.line();
        html.element("body", &[], |html| {
            html.line();
            html.element("header", &[("class", "page-head")], |html| header(html, here));
            html.line();
            html.element("main", &[], |html| element(html, here));
            html.line();
            html.element("footer", &[("class", "page-foot")], |html| footer(html, here));
            html.line();
        });
    });
    html.line();
    html.into_text()
}

fn head(html: &mut Html, here: Here<'_>) {
    basics(html, &meta::title(here), "light dark");
    meta::describe(html, here);
    html.void("link", &[("rel", "manifest"), ("href", &here.file("manifest.webmanifest"))]);
    // What listens to the element is there before it says anything.
    loads(html, here, &["page.js", "embed.js", "offline.js"]);
}

/// What every head begins with: the page is light, dark, or what the visitor's system is.
pub(super) fn basics(html: &mut Html, title: &str, schemes: &str) {
    html.void("meta", &[("charset", "utf-8")]);
    let viewport = "width=device-width, initial-scale=1";
    html.void("meta", &[("name", "viewport"), ("content", viewport)]);
    html.words("title", &[], &format!("{title} – {NAME}"));
    html.void("meta", &[("name", "color-scheme"), ("content", schemes)]);
}

/// What every head ends with: icon, style sheet, and scripts, which run in this order.
pub(super) fn loads(html: &mut Html, here: Here<'_>, scripts: &[&str]) {
    let (icon, sheet) = (here.file("icon.svg"), here.file(&here.site.settings.sheet));
    html.void("link", &[("rel", "icon"), ("href", &icon), ("type", "image/svg+xml")]);
    html.void("link", &[("rel", "stylesheet"), ("href", &sheet)]);
    for script in scripts {
        let src = here.file(script);
        // What can be read comes first, where a connection is slow.
        let attributes = [("type", "module"), ("fetchpriority", "low"), ("src", &src)];
        html.element("script", &attributes, |_| {});
    }
}

/// A sentence in both languages, side by side, so that the page can follow the app's.
fn said(html: &mut Html, name: &'static str, text: fn(&Words) -> &'static str) {
    for lang in Lang::ALL {
        html.words(name, &[("class", "said"), ("lang", lang.tag())], text(words(lang)));
    }
}

fn header(html: &mut Html, here: Here<'_>) {
    wordmark(html, &here.home());
    html.element("h1", &[], |html| said(html, "span", |words| words.site));
    html.element("p", &[("class", "intro")], |html| said(html, "span", |words| words.intro));
}

/// The name of the site, which leads home.
pub(super) fn wordmark(html: &mut Html, home: &str) {
    html.element("p", &[("class", "wordmark")], |html| {
        html.element("a", &[("href", home)], |html| {
            logo(html);
            html.text(NAME);
        });
    });
}

fn logo(html: &mut Html) {
    let square = [("viewBox", "0 0 32 32"), ("width", "28"), ("height", "28")];
    html.element("svg", &[&square[..], &[("aria-hidden", "true")]].concat(), |html| {
        let mut dot = |class, x, y, r| {
            html.element("circle", &[("class", class), ("cx", x), ("cy", y), ("r", r)], |_| {});
        };
        dot("disc", "16", "16", "15");
        dot("dot", "9", "21", "3.5");
        dot("dot", "23", "11", "3.5");
        html.element("path", &[("d", "M9 21 23 11")], |_| {});
    });
}

fn element(html: &mut Html, here: Here<'_>) {
    let (home, query) = (here.home(), here.site.query(here.page));
    let attributes = [
        ("lang", here.lang.tag()),
        ("url-state", "query"),
        ("url-prefix", ""),
        ("home", &home),
        ("page", &query),
    ];
    atlas(html, &attributes, here);
}

/// The element with its content. Its shadow root is there from the start: one that came with the program would
/// make the browser lay the whole page out anew.
pub(super) fn atlas(html: &mut Html, attributes: &[Attribute<'_>], here: Here<'_>) {
    html.element("partner-atlas", attributes, |html| {
        html.element("template", &[("shadowrootmode", "open")], |html| {
            html.element("slot", &[], |_| {});
        });
        content::content(html, here);
    });
}

fn footer(html: &mut Html, here: Here<'_>) {
    said(html, "p", |words| words.origin);
    for lang in Lang::ALL {
        html.element("p", &[("class", "said"), ("lang", lang.tag())], |html| {
            let [before, after] = words(lang).data;
            html.text(before);
            html.words("a", &[("href", &here.file("catalogue.json"))], "catalogue.json");
            html.text(after);
        });
    }
    let offline = [("class", "offline"), ("hidden", ""), ("data-offline", "")];
    html.element("div", &offline, |_| {});
}
