//! The map of the real catalogue: every place is drawn, listed or named as beyond the map.
#![expect(clippy::expect_used, reason = "a test ends where its ground is missing")]

mod support;

use std::collections::BTreeSet;

use partneratlas::atlas::{Basemap, Jump, View};
use partneratlas::catalogue::{Catalogue, Lang};
use partneratlas::map::{Drawing, Group, draw, listed, off_the_map};
use partneratlas::query::Places;
use partneratlas::url;
use support::catalogue;

fn places(question: &str) -> Places {
    support::engine().places(&support::run(&url::parse(question, "").query).hits)
}

fn basemap() -> Basemap {
    Basemap::embedded().expect("the committed file")
}

fn drawing(catalogue: &Catalogue, question: &str, width: f64) -> Drawing {
    let view = View::new(Jump::All.frame(0.86), width);
    draw(catalogue, &basemap(), &places(question), &view, Lang::Sv)
}

/// The ids of all places drawn.
fn drawn(drawing: &Drawing) -> Vec<String> {
    let marks = drawing.marks.iter().flat_map(|mark| mark.places.split(' ').map(str::to_owned));
    let countries = drawing.countries.iter().flat_map(|country| country.place.split(' '));
    marks.chain(countries.map(str::to_owned)).collect()
}

#[test]
fn kenya_is_a_ring_in_uasin_gishu_and_its_home() {
    let catalogue = catalogue();
    let drawing = drawing(catalogue, "land=KE", 600.0);
    let marks: BTreeSet<(&str, bool)> = drawing
        .marks
        .iter()
        .map(|mark| (mark.places.as_str(), mark.group == Group::Region))
        .collect();
    assert_eq!(marks, BTreeSet::from([("norrkoping", false), ("uasin-gishu", true)]));
}

#[test]
fn no_place_is_lost_or_drawn_twice_at_any_size() {
    let catalogue = catalogue();
    let basemap = basemap();
    for width in [280.0, 375.0, 640.0, 1400.0] {
        let drawn = drawn(&drawing(catalogue, "", width));
        let unique: BTreeSet<&String> = drawn.iter().collect();
        assert_eq!(unique.len(), drawn.len(), "twice at {width}");
        for touched in places("").touched {
            let place = catalogue.place_at(touched.place).expect("a place of this catalogue");
            let expected = partneratlas::map::is_on_sheet(&basemap, place)
                && (place.point.is_some() || place.is_abroad());
            assert_eq!(unique.contains(&place.id.to_string()), expected, "{} at {width}", place.id);
        }
    }
}

#[test]
fn a_country_and_its_regions_without_a_point_share_one_outline() {
    let catalogue = catalogue();
    let drawing = drawing(catalogue, "land=IT", 600.0);
    let italy = drawing.countries.iter().find(|country| country.place.contains("italien"));
    assert_eq!(italy.map(|country| country.place.as_str()), Some("italien norra-italien"));
}

#[test]
fn india_is_named_as_outside_and_wider_areas_as_such() {
    let catalogue = catalogue();
    let (outside, areas) = off_the_map(catalogue, &basemap(), &places(""), Lang::Sv);
    assert_eq!(outside, ["Indien (1)"]);
    assert_eq!(areas.len(), 3, "{areas:?}");
}

#[test]
fn marks_are_named_with_country_and_number() {
    let catalogue = catalogue();
    let drawing = drawing(catalogue, "ort=dubrovnik", 600.0);
    assert!(drawing.marks.iter().any(|mark| mark.name == "Dubrovnik, Kroatien – 1\u{A0}samarbete"));
    let ring = self::drawing(catalogue, "land=KE", 600.0);
    assert!(ring.marks.iter().any(|mark| mark.name.contains("ungefärligt läge, vid Eldoret")));
}

#[test]
fn the_list_has_the_places_by_country_in_swedish_order() {
    let catalogue = catalogue();
    let groups = listed(catalogue, &places(""), Lang::Sv);
    let countries: Vec<&str> = groups.iter().map(|(country, _)| country.as_str()).collect();
    assert_eq!(countries.first(), Some(&"Finland"));
    assert_eq!(countries.last(), Some(&"Österrike"));
}
