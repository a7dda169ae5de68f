//! What other sites need to show a page where only its address was pasted (oembed.com): a frame, told in a file
//! beside the page. As a file cannot know what it is asked for, there is one for each page.

use serde_json::json;

use super::base::BaseUrl;
use super::here::Here;
use super::html::Html;
use super::meta;
use super::shell::NAME;
use super::site::Page;

/// The name of the file in the page's folder.
const FILE: &str = "oembed.json";

/// The type of the file, as discovery asks for it.
const TYPE: &str = "application/json+oembed";

/// The frame in pixels. A site may make it narrower; without `frame.js` it scrolls.
const WIDTH: u32 = 800;
const HEIGHT: u32 = 720;

/// How long the answer may be kept, in seconds: a day.
const AGE: u32 = 86_400;

/// The pictures for other sites, in pixels.
const PICTURE: [u32; 2] = [1200, 630];

/// The link from a page to the file, if it is known where both will lie.
pub(super) fn link(html: &mut Html, here: Here<'_>) {
    let Some(base) = &here.site.settings.base else { return };
    let (href, title) = (base.of(&path(here)), meta::title(here));
    let link = [("rel", "alternate"), ("type", TYPE), ("href", &href), ("title", &title)];
    html.void("link", &link);
}

/// The file of a page: its path and what is in it.
pub(super) fn file(here: Here<'_>, base: &BaseUrl) -> (String, String) {
    let title = meta::title(here);
    let data = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": NAME,
        "provider_url": base.of(&here.site.path(&Page::Start, here.lang)),
        "cache_age": AGE,
        "thumbnail_url": base.of(&format!("og-{}.png", here.lang.tag())),
        "thumbnail_width": PICTURE[0],
        "thumbnail_height": PICTURE[1],
        "width": WIDTH,
        "height": HEIGHT,
        "html": frame(here, base, &title),
    });
    // Nothing in it looks like a tag, wherever it is pasted.
    (path(here), data.to_string().replace('<', "\\u003c") + "\n")
}

fn path(here: Here<'_>) -> String {
    format!("{}{FILE}", here.site.path(here.page, here.lang))
}

/// One frame, and nothing else: that is what careful sites let through.
fn frame(here: Here<'_>, base: &BaseUrl, title: &str) -> String {
    let (page, query) = (here.site.path(&Page::Frame, here.lang), here.site.query(here.page));
    let mark = if query.is_empty() { "" } else { "?" };
    let source = base.of(&format!("{page}{mark}{query}"));
    let height = HEIGHT.to_string();
    let mut html = Html::default();
    let attributes = [
        ("src", &*source),
        ("title", title),
        ("width", "100%"),
        ("height", &height),
        ("frameborder", "0"),
        ("loading", "lazy"),
    ];
    html.element("iframe", &attributes, |_| {});
    html.into_text()
}
