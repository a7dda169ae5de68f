//! What search engines and other sites show of a page.

use super::here::Here;
use super::html::Html;
use super::oembed;
use super::shell::NAME;
use super::site::Page;
use super::structured;
use super::words::words;
use crate::catalogue::Lang;
use crate::facts::value_label;

/// The longest description, in letters: more than this nobody shows.
const MOST: usize = 300;

/// Description, addresses, Open Graph and structured data.
pub(super) fn describe(html: &mut Html, here: Here<'_>) {
    let (title, description) = (title(here), description(here));
    html.void("meta", &[("name", "description"), ("content", &description)]);
    addresses(html, here);
    oembed::link(html, here);
    let mut property = |name, content: &str| {
        html.void("meta", &[("property", name), ("content", content)]);
    };
    property("og:site_name", NAME);
    property("og:title", &title);
    property("og:description", &description);
    property("og:type", if here.record().is_some() { "article" } else { "website" });
    let locale = |lang| match lang {
        Lang::Sv => "sv_SE",
        Lang::En => "en_GB",
    };
    property("og:locale", locale(here.lang));
    property("og:locale:alternate", locale(here.other()));
    if let Some(address) = here.address(here.lang) {
        property("og:url", &address);
    }
    if let Some(base) = &here.site.settings.base {
        property("og:image", &base.of(&format!("og-{}.png", here.lang.tag())));
        property("og:image:alt", words(here.lang).picture);
        html.void("meta", &[("name", "twitter:card"), ("content", "summary_large_image")]);
    }
    if let Some(data) = structured::data(here) {
        html.data(&data.to_string());
    }
}

/// The page's own address, and those of its twins. Search engines want them whole, so there are none where no
/// base is known.
fn addresses(html: &mut Html, here: Here<'_>) {
    canonical(html, here, here.page);
    if here.site.settings.base.is_none() {
        return;
    }
    let twins = Lang::ALL.map(|lang| (lang.tag(), lang)).into_iter();
    for (tag, lang) in twins.chain([("x-default", Lang::Sv)]) {
        let href = here.address(lang).unwrap_or_default();
        html.void("link", &[("rel", "alternate"), ("hreflang", tag), ("href", &href)]);
    }
}

/// The address under which search engines should know what is here.
pub(super) fn canonical(html: &mut Html, here: Here<'_>, page: &Page) {
    if let Some(href) = here.address_of(page, here.lang) {
        html.void("link", &[("rel", "canonical"), ("href", &href)]);
    }
}

/// What a page is called, without the name of the site.
pub(super) fn title(here: Here<'_>) -> String {
    let words = words(here.lang);
    match (here.page, here.record()) {
        (_, Some(record)) => record.title.text(here.lang).to_owned(),
        (Page::Facet(facet, value), _) => {
            let name = value_label(here.site.catalogue, *facet, value, here.lang);
            (words.about)(*facet, &name)
        }
        _ => words.site.to_owned(),
    }
}

/// What it is about in a sentence or two.
pub(super) fn description(here: Here<'_>) -> String {
    match here.record() {
        Some(record) => shortened(record.summary.text(here.lang)),
        None => words(here.lang).description.to_owned(),
    }
}

/// As much of a text as a description has room for, whole words.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MOST) else { return text.to_owned() };
    let kept = text.get(..end).unwrap_or_default();
    let kept = kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([',', '.', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_ends_with_a_word() {
        assert_eq!(shortened("Kort."), "Kort.");
        let long = format!("{}, å ö", "å".repeat(MOST - 2));
        assert_eq!(shortened(&long), format!("{}…", "å".repeat(MOST - 2)));
    }
}
