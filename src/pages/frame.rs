//! The page for a frame on somebody else's site: the element with the list in it, and a line that says where it
//! is from. Its scripts take presets from the address and tell the site how tall it is (docs/adr/0022).

use super::here::Here;
use super::html::Html;
use super::meta::canonical;
use super::shell::{NAME, atlas, basics, loads};
use super::site::Page;
use super::words::words;
use crate::catalogue::Lang;

/// The page. It is light unless its address says otherwise: it cannot see what is around it, and most sites of
/// municipalities are light.
pub(super) fn page(here: Here<'_>) -> String {
    let mut html = Html::document();
    html.element("html", &[("lang", here.lang.tag()), ("data-page", "frame")], |html| {
        html.line();
        html.element("head", &[], |html| head(html, here));
        html.line();
        html.element("body", &[], |html| {
            html.line();
            html.element("main", &[], |html| {
                // It stands for a page of the site, of which all is there; `framed.js` may say which.
                let attributes = [("lang", here.lang.tag()), ("theme", "light"), ("page", "")];
                atlas(html, &attributes, here);
                html.line();
                Lang::ALL.into_iter().for_each(|lang| origin(html, here, lang));
            });
            html.line();
        });
    });
    html.line();
    html.into_text()
}

fn head(html: &mut Html, here: Here<'_>) {
    basics(html, words(here.lang).site, "light");
    // The same is to be found on the start page.
    html.void("meta", &[("name", "robots"), ("content", "noindex")]);
    canonical(html, here, &Page::Start);
    // The presets first: the element reads them when it starts.
    loads(html, here, &["framed.js", "embed.js"]);
}

/// The way to the whole catalogue, in each language, so that the line can follow the app's. `framed.js` opens it
/// in a tab of its own, where a frame may, and says so.
fn origin(html: &mut Html, here: Here<'_>, lang: Lang) {
    let words = words(lang);
    html.element("p", &[("class", "said frame-foot"), ("lang", lang.tag())], |html| {
        html.text(words.whole);
        html.text(" ");
        let href = here.link_in(&Page::Start, lang);
        html.element("a", &[("href", &href), ("data-out", "")], |html| {
            html.text(NAME);
            html.text(" – ");
            html.text(words.site);
        });
        html.words("span", &[("hidden", "")], words.new_tab);
    });
}
