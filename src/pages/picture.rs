//! A small map as SVG: its look is in the style sheet, so that it follows the page's colours.

use super::here::Here;
use super::html::Html;
use super::land;
use super::width::width;
use crate::atlas::{Screen, View};
use crate::catalogue::CountryCode;
use crate::decimal::whole;
use crate::i18n::messages;
use crate::map::{Arcs, NameWords, arcs, leg, marks, names, sign};
use crate::query::{Bits, Query};
use crate::svg::{Ink, Mark, length};

/// The picture of the places of some records; of one alone, the ways to them too.
pub(super) fn picture(html: &mut Html, here: Here<'_>, view: &View, hits: &Bits) {
    let size = [whole(view.width()), whole(view.height())].map(|length| length.to_string());
    let [width, height] = &size;
    let shown = format!("0 0 {width} {height}");
    let label = messages(here.lang).map_label;
    let attributes = [
        ("viewBox", &*shown),
        ("width", width),
        ("height", height),
        ("role", "img"),
        ("aria-label", label),
    ];
    html.element("svg", &attributes, |html| {
        ground(html, here, view);
        signs(html, here, view, hits);
    });
}

/// Land, water and borders, in half pixels.
fn ground(html: &mut Html, here: Here<'_>, view: &View) {
    let basemap = &here.site.ground.basemap;
    let view = View::new(view.frame(), view.width() * 2.0);
    let countries = basemap.countries.iter().flat_map(|country| &country.rings);
    html.element("g", &[("transform", "scale(.5)")], |html| {
        let mut path = |class, data: String| {
            if !data.is_empty() {
                html.element("path", &[("class", class), ("d", &data)], |_| {});
            }
        };
        path("land", land::rings(countries, &view));
        path("lakes", land::rings(&basemap.lakes, &view));
        path("borders", land::lines(&basemap.borders, &view));
    });
}

/// Countries known only as such, ways, marks and names.
fn signs(html: &mut Html, here: Here<'_>, view: &View, hits: &Bits) {
    let (catalogue, lang, ground) = (here.site.catalogue, here.lang, &here.site.ground);
    let places = here.site.engine.places(hits);
    let fine = View::new(view.frame(), view.width() * 2.0);
    html.element("g", &[("transform", "scale(.5)")], |html| {
        for (place, _) in &places.outlined {
            let code = catalogue.place_at(*place).and_then(|place| place.country.as_ref());
            let country = code.and_then(|code| ground.basemap.country(code));
            let data = country.map(|country| land::rings(country.main(), &fine));
            if let Some(data) = data.filter(|data| !data.is_empty()) {
                html.element("path", &[("class", "country"), ("d", &data)], |_| {});
            }
        }
    });
    if hits.count() == 1 {
        let Arcs { sure, vague } = arcs(catalogue, &ground.basemap, hits.iter(), view);
        for (class, data) in [("arc", sure), ("arc vague", vague)] {
            if !data.is_empty() {
                html.element("path", &[("class", class), ("d", &data)], |_| {});
            }
        }
    }
    let marks = marks(catalogue, &places, view, "", &Query::default(), lang);
    for mark in &marks {
        let Screen { x, y } = mark.on(view);
        let parts = leg(mark).into_iter().chain(sign(mark));
        parts.filter(|part| part.class != "hit").for_each(|part| drawn(html, part.moved(x, y)));
    }
    let country = |code: &CountryCode| {
        catalogue.country(code).map(|country| country.name.text(lang).to_owned())
    };
    let words = NameWords { country: &country, measure: &|text| width(text, 13.0) };
    for name in names(catalogue, &places, &marks, ground, view, words) {
        let class = if name.is_quiet { "country-name" } else { "place-name" };
        drawn(html, Mark::text(class, name.x, name.y, name.anchor, name.text));
    }
}

/// A mark as SVG.
pub(super) fn drawn(html: &mut Html, mark: Mark) {
    match &mark.ink {
        Ink::Path(data) => {
            let place = mark.translation();
            let place = place.as_deref().map(|place| ("transform", place));
            let path = [("class", mark.class), ("d", data.as_ref())];
            let attributes: Vec<_> = path.into_iter().chain(place).collect();
            html.element("path", &attributes, |_| {});
        }
        Ink::Text(anchor, text) => {
            let [x, y] = [mark.x, mark.y].map(length);
            let attributes =
                [("class", mark.class), ("x", &x), ("y", &y), ("text-anchor", anchor.key())];
            html.words("text", &attributes, text);
        }
    }
}
