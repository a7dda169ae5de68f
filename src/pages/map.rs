//! The map without a program: a picture, and the same places as a list of links.

use super::here::Here;
use super::html::Html;
use super::picture::{drawn, picture};
use super::site::Page;
use crate::atlas::{Fitting, Frame, Jump, View};
use crate::catalogue::{Place, Record, RecordIx};
use crate::i18n::messages;
use crate::map::{Group, Sample, Target, fit, fitted, frame_of, is_on_sheet, listed, off_the_map};
use crate::query::{Bits, Places};

/// The width of a picture in pixels, about that of a phone, and its shape.
const WIDTH: f64 = 360.0;
const ASPECT: f64 = 0.9;

/// The same of one beside it.
const SMALL: f64 = 220.0;
const TALL: f64 = 0.75;

/// A section with the places of some records.
pub(super) fn map(html: &mut Html, here: Here<'_>, hits: &Bits) {
    let places = here.site.engine.places(hits);
    html.element("section", &[("class", "map"), ("id", "karta")], |html| {
        html.words("h2", &[], messages(here.lang).map);
        html.element("div", &[("class", "map-columns")], |html| {
            html.element("div", &[("class", "pictures")], |html| {
                for (frame, width) in sheets(here, &places) {
                    picture(html, here, &View::new(frame, width), hits);
                }
                legend(html, here);
            });
            html.element("div", &[], |html| list(html, here, hits));
        });
    });
}

/// What is shown, and how wide: one picture, or where that would be most of the globe, Europe and what lies
/// beyond it.
fn sheets(here: Here<'_>, places: &Places) -> Vec<(Frame, f64)> {
    let (catalogue, basemap) = (here.site.catalogue, &here.site.ground.basemap);
    let europe = Jump::Europe.frame(ASPECT);
    let Some(all) = fitted(catalogue, basemap, places, ASPECT) else { return Vec::new() };
    if all.width <= europe.width * 1.2 {
        return vec![(all, WIDTH)];
    }
    let touched = places.touched.iter().filter_map(|touched| catalogue.place_at(touched.place));
    let at = |place: &&Place| fit(basemap, std::iter::once(*place), Fitting::places(1.0));
    let is_near = |frame: Frame| europe.contains(frame.centre());
    let (near, far): (Vec<_>, Vec<_>) =
        touched.filter_map(|place| Some((place, at(&place)?))).partition(|(_, at)| is_near(*at));
    let far = fit(basemap, far.into_iter().map(|(place, _)| place), Fitting::places(TALL));
    let near = (!near.is_empty()).then_some((europe, WIDTH));
    near.into_iter().chain(far.map(|frame| (frame, SMALL))).collect()
}

/// What the signs mean.
fn legend(html: &mut Html, here: Here<'_>) {
    let ui = messages(here.lang);
    html.element("ul", &[("class", "key"), ("role", "list")], |html| {
        for (sample, sentence) in [
            (Sample::Mark(Group::City), ui.map_legend_city),
            (Sample::Mark(Group::Region), ui.map_legend_region),
            (Sample::Country, ui.map_legend_country),
            (Sample::Mark(Group::Home), ui.map_legend_home),
            (Sample::Mark(Group::Cluster), ui.map_legend_cluster),
        ] {
            html.element("li", &[], |html| {
                let size = [("width", "40"), ("height", "24"), ("aria-hidden", "true")];
                html.element("svg", &size, |html| {
                    let marks = sample.marks().into_iter();
                    marks.filter(|mark| mark.class != "hit").for_each(|mark| drawn(html, mark));
                });
                html.text(sentence);
            });
        }
    });
}

/// The places of a record.
pub(super) fn of_record(html: &mut Html, here: Here<'_>, index: RecordIx, record: &Record) {
    let (catalogue, basemap) = (here.site.catalogue, &here.site.ground.basemap);
    let hits = here.site.engine.set_of(&[index]);
    let places = here.site.engine.places(&hits);
    let known = places.touched.iter().filter_map(|touched| catalogue.place_at(touched.place));
    let has_mark = known.into_iter().any(|place| is_on_sheet(basemap, place));
    html.element("section", &[("class", "map")], |html| {
        html.words("h3", &[], messages(here.lang).on_map);
        if has_mark {
            let view = View::new(frame_of(catalogue, basemap, record), WIDTH);
            picture(html, here, &view, &hits);
        }
        list(html, here, &hits);
    });
}

/// The same places as words, and those that no map shows.
fn list(html: &mut Html, here: Here<'_>, hits: &Bits) {
    let (catalogue, lang) = (here.site.catalogue, here.lang);
    let places = here.site.engine.places(hits);
    html.element("ul", &[("class", "places"), ("role", "list")], |html| {
        for country in listed(catalogue, &places, lang) {
            html.element("li", &[], |html| {
                match page_of(here, &country.target) {
                    Some(page) => {
                        html.words("a", &[("href", &here.link(&page))], &country.name);
                    }
                    None => html.words("strong", &[], &country.name),
                }
                let names: Vec<String> =
                    country.places.into_iter().map(|place| place.name).collect();
                html.text(" ");
                html.text(&names.join(", "));
            });
        }
    });
    let (outside, areas) = off_the_map(catalogue, &here.site.ground.basemap, &places, lang);
    let ui = messages(lang);
    for (title, names) in [(ui.map_outside, outside), (ui.map_areas, areas)] {
        if !names.is_empty() {
            html.words("p", &[("class", "quiet")], &format!("{title}: {}", names.join(", ")));
        }
    }
}

/// The page that a country of the list leads to, if there is one.
fn page_of(here: Here<'_>, target: &Target) -> Option<Page> {
    let Target::Value(facet, value) = target else { return None };
    let choices = here.site.choices(*facet, here.lang);
    let is_known = choices.iter().any(|choice| choice.value == *value);
    is_known.then(|| Page::Facet(*facet, value.clone()))
}
