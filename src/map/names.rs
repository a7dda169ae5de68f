//! Names on the map: of places beside their marks, of countries where there is room.

use super::ground::Ground;
use super::marks::Mark;
use crate::atlas::{Align, Label, TextBox, View, place as place_labels};
use crate::catalogue::{Catalogue, CountryCode};
use crate::query::Places;
use crate::svg::Anchor;

/// A name written on the map, in pixels of the view.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The words.
    pub text: String,
    /// Base line.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// Where the text stands, seen from there.
    pub anchor: Anchor,
    /// Whether it is a country that is there for orientation.
    pub is_quiet: bool,
}

/// What names need to know of words.
#[derive(Clone, Copy)]
pub struct NameWords<'a> {
    /// What a country is called.
    pub country: &'a dyn Fn(&CountryCode) -> Option<String>,
    /// How wide a text of 13 pixels is in the font in which it is written.
    pub measure: &'a dyn Fn(&str) -> f64,
}

/// Sizes of names in pixels; the style sheet and files set the same.
const PLACE: f64 = 12.5;
const COUNTRY: f64 = 11.5;

/// How much of a country's breadth its name may take.
const SHARE: f64 = 0.9;

/// Air around a mark that no name enters, px.
const AIR: f64 = 2.0;

/// The names that found room: first those of marks, the heaviest first, then of countries that partners
/// are known by, then of others, the broadest first.
#[must_use]
pub fn names(
    catalogue: &Catalogue,
    places: &Places,
    marks: &[Mark],
    ground: &Ground,
    view: &View,
    words: NameWords<'_>,
) -> Vec<Name> {
    let width = |text: &str, size: f64| (words.measure)(text) * size / 13.0;
    let of_mark = |mark: &Mark| {
        let text = mark.label.clone()?;
        // A ring is wider than the radius of its mark.
        let label = Label {
            width: width(&text, PLACE),
            at: mark.on(view),
            offset: Some(mark.radius + 6.0),
            size: PLACE,
        };
        Some((text, label))
    };
    let wholes: Vec<&CountryCode> = places
        .outlined
        .iter()
        .filter_map(|(place, _)| catalogue.place_at(*place)?.country.as_ref())
        .collect();
    let is_whole = |code: &CountryCode| wholes.contains(&code);
    let of_country = |(code, anchor): &(CountryCode, crate::atlas::Anchor)| {
        // Of a country that is seen in part, that part is named.
        let frame = view.frame();
        let part = || ground.basemap.country(code)?.anchor_within(&frame);
        let anchor = if frame.contains(anchor.at) { *anchor } else { part()? };
        let at = view.screen(anchor.at);
        let is_whole = is_whole(code);
        let size = if is_whole { PLACE } else { COUNTRY };
        // Most countries are too small for the shortest name.
        let room = anchor.breadth * view.scale() * SHARE;
        let text = (words.country)(code).filter(|_| is_whole || room > 3.0 * size)?;
        let label = Label { width: width(&text, size), at, offset: None, size };
        (is_whole || label.width <= room).then_some((text, label))
    };
    let (hatched, others): (Vec<_>, Vec<_>) =
        ground.names.iter().partition(|(code, _)| is_whole(code));
    let of_marks = marks.iter().filter_map(of_mark);
    let mut wanted: Vec<(String, Label)> =
        of_marks.chain(hatched.into_iter().filter_map(of_country)).collect();
    let loud = wanted.len();
    wanted.extend(others.into_iter().filter_map(of_country));
    let obstacles: Vec<TextBox> =
        marks.iter().map(|mark| TextBox::around(mark.on(view), mark.radius + AIR)).collect();
    let bounds =
        TextBox { left: 2.0, top: 2.0, right: view.width() - 2.0, bottom: view.height() - 2.0 };
    let labels: Vec<Label> = wanted.iter().map(|(_, label)| *label).collect();
    let placed = place_labels(&labels, &obstacles, &bounds).into_iter().filter_map(|placed| {
        let text = wanted.get(placed.index)?.0.clone();
        let anchor = match placed.align {
            Align::Start => Anchor::Start,
            Align::Middle => Anchor::Middle,
            Align::End => Anchor::End,
        };
        let is_quiet = placed.index >= loud;
        Some(Name { text, x: placed.at.x, y: placed.at.y, anchor, is_quiet })
    });
    placed.collect()
}
