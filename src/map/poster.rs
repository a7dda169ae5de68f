//! The map as a picture that stands alone: with title, selection, legend, source and date.

use super::arcs::{MOST_WITH_ARCS, arcs};
use super::countries::countries;
use super::ground::{Drawn, Ground};
use super::listing::off_the_map;
use super::marks::{Group, Mark, marks};
use super::names::{NameWords, names};
use super::sign::{leg, sign};
use super::target::Target;
use crate::atlas::{Frame, Plane, Screen, View};
use crate::catalogue::{Catalogue, CountryCode, Lang};
use crate::decimal::tenths;
use crate::query::{Bits, Places, Query};
use crate::svg::{self, Anchor, Picture, Size, rectangle, wrapped};

/// What a poster says and shows.
pub struct MapPoster<'a> {
    /// The title.
    pub title: &'a str,
    /// The selection in words.
    pub selection: &'a str,
    /// Sources and date in words.
    pub source: &'a str,
    /// The facts.
    pub catalogue: &'a Catalogue,
    /// The land.
    pub ground: &'a Ground,
    /// The records of the selection.
    pub hits: &'a Bits,
    /// Their places.
    pub places: &'a Places,
    /// What is asked.
    pub query: &'a Query,
    /// What is shown of the world.
    pub frame: Frame,
    /// The places of a cluster that is fanned out.
    pub fanned: &'a str,
    /// The language.
    pub lang: Lang,
    /// What a country is called.
    pub country: &'a dyn Fn(&CountryCode) -> Option<String>,
    /// What the signs mean.
    pub legend: Vec<(Sample, &'a str)>,
    /// "Utanför kartan" and "Större områden".
    pub off_the_map: [&'a str; 2],
}

/// A sign of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// A mark.
    Mark(Group),
    /// A country that is hatched.
    Country,
    /// An arc.
    Arc,
}

/// The margin around everything and the air between parts.
const MARGIN: f64 = 24.0;
const AIR: f64 = 16.0;

/// The room for a sign of the legend, and the least height of its row.
const SIGN: f64 = 40.0;
const ROW: f64 = 24.0;

impl MapPoster<'_> {
    /// The width of the map on a poster, in pixels.
    const MAP: f64 = 1000.0;

    /// All of it. `measure` tells how wide a text of 13 pixels is in [`FONT`](crate::svg::FONT).
    #[must_use]
    pub fn picture(&self, measure: &dyn Fn(&str) -> f64) -> Picture {
        let mut page = Page { groups: Vec::new(), y: MARGIN, measure };
        page.add_text(Size::TITLE, self.title);
        page.add_text(Size::PROSE, self.selection);
        page.y += AIR;
        self.add_map(&mut page);
        page.y += AIR;
        let (outside, areas) =
            off_the_map(self.catalogue, &self.ground.basemap, self.places, self.lang);
        for (title, names) in self.off_the_map.iter().zip([outside, areas]) {
            if !names.is_empty() {
                page.add_text(Size::PROSE, &format!("{title}: {}", names.join(", ")));
            }
        }
        page.y += AIR / 2.0;
        page.add_legend(&self.legend);
        page.y += AIR / 2.0;
        page.add_text(Size::SMALL, self.source);
        Picture {
            title: self.title.to_owned(),
            width: Self::MAP + 2.0 * MARGIN,
            height: page.y + MARGIN,
            groups: page.groups,
        }
    }

    fn add_map(&self, page: &mut Page<'_>) {
        let view = View::new(self.frame, Self::MAP);
        let window = Some([view.width(), view.height()]);
        let path = svg::Mark::path;
        let Drawn { land, lakes, borders, graticule } = Drawn::of(&self.ground.basemap, &view);
        let mut drawn = vec![
            path("sea", rectangle(0.0, 0.0, view.width(), view.height())),
            path("graticule", graticule),
            path("land", land),
            path("lakes", lakes),
            path("borders", borders),
        ];
        let touched =
            countries(self.catalogue, &self.ground.basemap, self.places, &view, self.lang);
        let whole = touched.into_iter().filter(|country| country.whole.is_some());
        drawn.extend(whole.map(|country| path("country", country.outline)));
        let most = self.hits.count() <= MOST_WITH_ARCS;
        let records = self.hits.iter().filter(|_| most);
        let arcs = arcs(self.catalogue, &self.ground.basemap, records, &view);
        drawn.extend([path("arc", arcs.sure), path("arc vague", arcs.vague)]);
        let marks = marks(self.catalogue, self.places, &view, self.fanned, self.query, self.lang);
        for mark in &marks {
            let Screen { x, y } = mark.on(&view);
            let sign = leg(mark).into_iter().chain(sign(mark));
            drawn.extend(sign.map(|part| part.moved(x, y)));
        }
        let words = NameWords { country: self.country, measure: page.measure };
        let names = names(self.catalogue, self.places, &marks, self.ground, &view, words);
        drawn.extend(names.into_iter().map(|name| {
            let class = if name.is_quiet { "country-name" } else { "place-name" };
            svg::Mark::text(class, name.x, name.y, name.anchor, name.text)
        }));
        drawn.retain(|mark| !matches!(&mark.ink, svg::Ink::Path(data) if data.is_empty()));
        page.groups.push(svg::Group { key: None, x: MARGIN, y: page.y, window, marks: drawn });
        page.y += view.height();
    }
}

/// A page while it is filled from above.
struct Page<'a> {
    groups: Vec<svg::Group>,
    y: f64,
    measure: &'a dyn Fn(&str) -> f64,
}

impl Page<'_> {
    /// Adds lines of text.
    fn add_text(&mut self, size: Size, text: &str) {
        let wide = |text: &str| size.width((self.measure)(text));
        for line in wrapped(text, MapPoster::MAP, &wide) {
            let mark = svg::Mark::text(size.0, 0.0, size.1, Anchor::Start, line);
            self.groups.push(svg::Group::at(MARGIN, self.y, vec![mark]));
            self.y += size.line();
        }
    }

    /// Adds signs with their meanings, in two columns.
    fn add_legend(&mut self, legend: &[(Sample, &str)]) {
        let column = MapPoster::MAP / 2.0;
        for pair in legend.chunks(2) {
            for ((sample, text), x) in pair.iter().zip([MARGIN, MARGIN + column]) {
                let mut marks = sample.marks();
                let (left, below) = (SIGN, ROW / 2.0 + 4.0);
                marks.push(svg::Mark::text(
                    "small",
                    left,
                    below,
                    Anchor::Start,
                    (*text).to_owned(),
                ));
                self.groups.push(svg::Group::at(x, self.y, marks));
            }
            self.y += ROW;
        }
    }
}

impl Sample {
    /// The sign in the middle of its room, 40 pixels wide and 24 tall.
    #[must_use]
    pub fn marks(self) -> Vec<svg::Mark> {
        let (middle, level) = (SIGN / 2.0 - 4.0, ROW / 2.0);
        match self {
            Self::Mark(group) => {
                let marks = sign(&Mark {
                    key: 0,
                    at: Plane { x: 0.0, y: 0.0 },
                    aside: Screen { x: 0.0, y: 0.0 },
                    radius: if group == Group::Cluster { 9.0 } else { 6.0 },
                    group,
                    name: String::new(),
                    label: None,
                    places: String::new(),
                    target: Target::Nowhere,
                    is_chosen: false,
                    number: (group == Group::Cluster).then_some(3),
                });
                marks.into_iter().map(|mark| mark.moved(middle, level)).collect()
            }
            Self::Country => {
                vec![svg::Mark::path("country", rectangle(middle - 9.0, 4.0, middle + 9.0, 20.0))]
            }
            Self::Arc => {
                let [x, y] = [middle - 12.0, level].map(tenths);
                let line = format!("M{x} {y}h24");
                vec![svg::Mark::path("arc vague", line)]
            }
        }
    }
}
