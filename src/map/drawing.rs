//! Marks and names of the places that a selection touches.

use super::seen::{Seen, seen};
use super::{is_on_sheet, place_name};
use crate::atlas::{
    Basemap, Country, Fitting, Frame, Kind, Label, Marker, Plane, Projection, Screen, Sizing, Spot,
    TextBox, View, gather, outline, place as place_labels, projection,
};
use crate::catalogue::{Catalogue, CountryCode, Lang, Precision};
use crate::i18n::messages;
use crate::query::{Facet, Places, Value};

/// Where a mark leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// To the records of a value.
    Value(Facet, Value),
    /// Nearer, to the places of a cluster.
    Frame(Frame),
    /// Nowhere: a partner's town in Sweden is no home, and `ort` is about places abroad; places
    /// that share a point can never be told apart by coming nearer.
    Nowhere,
}

/// How a mark looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// A Swedish municipality: a square.
    Home,
    /// A partner's town: a disc.
    City,
    /// A partner's region, or a stand-in: a ring.
    Region,
    /// Several places: a disc with their number.
    Cluster,
}

/// One mark, in pixels of the view.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius.
    pub radius: f64,
    /// How it looks.
    pub group: Group,
    /// What a screen reader says: "Linz, Österrike – 1 samarbete".
    pub name: String,
    /// The ids of its places, with spaces between.
    pub places: String,
    /// Where it leads.
    pub target: Target,
    /// The number to print on it.
    pub number: Option<usize>,
}

/// A country that partners are known by and nothing finer.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryMark {
    /// SVG path data.
    pub outline: String,
    /// What a screen reader says.
    pub name: String,
    /// The ids of its places, with spaces between: the country, or regions without a point.
    pub place: String,
    /// Where it leads.
    pub target: Target,
}

/// A name written beside its mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The words.
    pub text: String,
    /// Base line.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// SVG's `text-anchor`.
    pub align: &'static str,
}

/// Everything that stands on the ground of the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Countries, under the marks.
    pub countries: Vec<CountryMark>,
    /// Marks, heaviest first.
    pub marks: Vec<Mark>,
    /// Names that found room.
    pub names: Vec<Name>,
}

/// Size of names, in pixels; the style sheet sets the same.
const TYPE_SIZE: f64 = 12.5;

/// The drawing of the places that a selection touches.
#[must_use]
pub fn draw(
    catalogue: &Catalogue,
    basemap: &Basemap,
    places: &Places,
    view: &View,
    lang: Lang,
) -> Drawing {
    let touched = seen(catalogue, places);
    let spots: Vec<Spot<usize>> = touched
        .iter()
        .enumerate()
        .filter_map(|(index, touched)| spot(index, touched, basemap))
        .collect();
    let markers: Vec<Marker<usize>> = gather(&spots, view, &Sizing::default())
        .into_iter()
        .filter(|marker| is_within(marker.at, marker.radius, view))
        .collect();
    let words = Words { catalogue, touched: &touched, outlined: outlined(catalogue, places), lang };
    let marks: Vec<Mark> = markers.iter().filter_map(|marker| words.mark(marker, view)).collect();
    let countries: Vec<CountryMark> = without_point(&touched)
        .into_iter()
        .filter_map(|(code, touched)| words.country(code, &touched, basemap, view))
        .collect();
    let names = words.names(&markers, basemap, view);
    Drawing { countries, marks, names }
}

/// A place as a spot, if it has a point on the sheet.
fn spot(index: usize, touched: &Seen<'_>, basemap: &Basemap) -> Option<Spot<usize>> {
    let point = touched.place.point.filter(|_| is_on_sheet(basemap, touched.place))?;
    let kind = match (touched.home, touched.place.precision) {
        (Some(_), _) => Kind::Home,
        (None, Precision::City) => Kind::City,
        (None, _) => Kind::Region,
    };
    let weight = u32::try_from(touched.count).unwrap_or(u32::MAX);
    Some(Spot { id: index, at: projection().project(point), weight, kind })
}

/// Places abroad that no point stands for, by country: one outline is drawn for all of a country's.
fn without_point<'t, 'a>(touched: &'t [Seen<'a>]) -> Vec<(&'a CountryCode, Vec<&'t Seen<'a>>)> {
    let mut countries: Vec<(&CountryCode, Vec<&Seen<'_>>)> = Vec::new();
    for touched in touched.iter().filter(|touched| touched.place.point.is_none()) {
        let Some(code) = touched.place.country.as_ref().filter(|code| !code.is_sweden()) else {
            continue;
        };
        match countries.iter_mut().find(|(known, _)| *known == code) {
            Some((_, places)) => places.push(touched),
            None => countries.push((code, vec![touched])),
        }
    }
    countries
}

/// For each country with such places, how many records touch any of them.
fn outlined<'a>(catalogue: &'a Catalogue, places: &Places) -> Vec<(&'a CountryCode, usize)> {
    let country = |place| catalogue.place_at(place)?.country.as_ref();
    let counts = places.outlined.iter();
    counts.filter_map(|(place, count)| Some((country(*place)?, *count))).collect()
}

fn is_within(at: Screen, radius: f64, view: &View) -> bool {
    (-radius..=view.width() + radius).contains(&at.x)
        && (-radius..=view.height() + radius).contains(&at.y)
}

/// What the marks of a selection are called in a language.
struct Words<'a> {
    catalogue: &'a Catalogue,
    touched: &'a [Seen<'a>],
    /// How many records touch the places of a country that no point stands for.
    outlined: Vec<(&'a CountryCode, usize)>,
    lang: Lang,
}

impl Words<'_> {
    fn mark(&self, marker: &Marker<usize>, view: &View) -> Option<Mark> {
        let members: Vec<&Seen<'_>> =
            marker.members.iter().filter_map(|spot| self.touched.get(spot.id)).collect();
        let first = *members.first()?;
        let ids: Vec<&str> = members.iter().map(|touched| touched.place.id.as_str()).collect();
        let cluster = marker.is_cluster();
        let group = match marker.kind() {
            _ if cluster => Group::Cluster,
            Some(Kind::Home) => Group::Home,
            Some(Kind::Region) => Group::Region,
            Some(Kind::City) | None => Group::City,
        };
        Some(Mark {
            x: marker.at.x,
            y: marker.at.y,
            radius: marker.radius,
            group,
            name: if cluster { self.cluster_name(&members) } else { self.name(first) },
            places: ids.join(" "),
            target: match (cluster, marker.can_part()) {
                (true, true) => nearer(marker, view),
                (true, false) => Target::Nowhere,
                (false, _) => target(first),
            },
            number: cluster.then_some(members.len()),
        })
    }

    /// "Linz, Österrike – 1 samarbete", with the words of a stand-in or a home.
    fn name(&self, touched: &Seen<'_>) -> String {
        let words = messages(self.lang);
        let place = place_name(self.catalogue, touched.place, self.lang);
        let place = match (touched.home, &touched.place.stand_in) {
            (Some(_), _) => (words.map_home)(&place),
            (None, Some(town)) => format!("{place} ({})", (words.approximate_place)(town)),
            (None, None) => place,
        };
        (words.map_place)(&place, touched.count)
    }

    fn cluster_name(&self, members: &[&Seen<'_>]) -> String {
        let names: Vec<String> =
            members.iter().map(|touched| touched.place.name.text(self.lang).to_owned()).collect();
        (messages(self.lang).map_cluster)(&names.join(", "), members.len())
    }

    fn country(
        &self,
        code: &CountryCode,
        touched: &[&Seen<'_>],
        basemap: &Basemap,
        view: &View,
    ) -> Option<CountryMark> {
        let outline = outline(&basemap.country(code)?.rings, view);
        if outline.is_empty() {
            return None;
        }
        let name = |touched: &&Seen<'_>| place_name(self.catalogue, touched.place, self.lang);
        let names: Vec<String> = touched.iter().map(name).collect();
        let ids: Vec<&str> = touched.iter().map(|touched| touched.place.id.as_str()).collect();
        let count = self.outlined.iter().find(|(known, _)| *known == code);
        let count = count.map_or(0, |(_, count)| *count);
        let words = messages(self.lang);
        let names = format!("{} ({})", names.join(", "), words.map_country_only);
        Some(CountryMark {
            outline,
            name: (words.map_place)(&names, count),
            place: ids.join(" "),
            target: match touched {
                [alone] => target(alone),
                _ => Target::Value(Facet::Country, Value::Id(code.as_str().into())),
            },
        })
    }

    /// Names of lone marks first, then of countries known only as such.
    fn names(&self, markers: &[Marker<usize>], basemap: &Basemap, view: &View) -> Vec<Name> {
        let mut wanted: Vec<(Label, &str)> = Vec::new();
        for marker in markers.iter().filter(|marker| !marker.is_cluster()) {
            let Some(touched) = marker.members.first().and_then(|spot| self.touched.get(spot.id))
            else {
                continue;
            };
            wanted.push(label(
                touched.place.name.text(self.lang),
                marker.at,
                Some(marker.radius + 6.0),
            ));
        }
        for (code, _) in without_point(self.touched) {
            let anchor = basemap.country(code).and_then(Country::anchor);
            if let (Some(anchor), Some(country)) = (anchor, self.catalogue.country(code)) {
                wanted.push(label(country.name.text(self.lang), view.screen(anchor.at), None));
            }
        }
        let obstacles: Vec<TextBox> =
            markers.iter().map(|marker| TextBox::around(marker.at, marker.radius + 2.0)).collect();
        let bounds =
            TextBox { left: 2.0, top: 2.0, right: view.width() - 2.0, bottom: view.height() - 2.0 };
        let labels: Vec<Label> = wanted.iter().map(|(label, _)| label.clone()).collect();
        place_labels(&labels, &obstacles, &bounds)
            .into_iter()
            .filter_map(|placed| {
                let (_, text) = wanted.get(placed.index)?;
                let text = (*text).to_owned();
                Some(Name { text, x: placed.at.x, y: placed.at.y, align: placed.align.as_str() })
            })
            .collect()
    }
}

fn label(text: &str, at: Screen, offset: Option<f64>) -> (Label, &str) {
    (Label { length: text.chars().count(), at, offset, size: TYPE_SIZE }, text)
}

/// A home leads to its municipality, a town or region to itself, anything wider to its country.
pub(super) fn target(touched: &Seen<'_>) -> Target {
    let value = |id: &str| Value::Id(id.into());
    match (touched.home, touched.place.precision, &touched.place.country) {
        (Some(code), ..) => Target::Value(Facet::Municipality, value(code.as_str())),
        (None, ..) if !touched.place.is_abroad() => Target::Nowhere,
        (_, Precision::Country, Some(code)) => Target::Value(Facet::Country, value(code.as_str())),
        _ => Target::Value(Facet::Place, value(touched.place.id.as_str())),
    }
}

/// The frame that parts the places of a cluster, in the shape of the present one.
fn nearer(marker: &Marker<usize>, view: &View) -> Target {
    let aspect = view.frame().width / view.frame().height;
    let points = marker.members.iter().map(|spot| -> Plane { spot.at });
    let frame = Fitting { padding: 0.35, least: 120.0, aspect }.fit(points);
    Target::Frame(frame.unwrap_or_else(|| view.frame()))
}
