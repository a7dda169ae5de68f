//! The map.

use serde::Deserialize;

use super::Atlas;
use crate::catalogue::Catalogue;
use crate::pointer::Point;
use crate::{Outcome, Result, assert_soon};

/// What stands on the map for one place or several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Mark {
    /// The ids of its places.
    pub places: Vec<String>,
    /// Its classes.
    pub class: String,
    /// What a screen reader says.
    pub name: String,
    /// Where it leads; a cluster leads nearer, which is no address.
    pub href: Option<String>,
}

/// The part of the world that a map shows, in kilometres from the upper left corner of the drawn world.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Shown {
    /// Left edge.
    pub west: f64,
    /// Upper edge.
    pub north: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Shown {
    /// Whether it is the same as another, but for what rounding does.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let little = self.width / 300.0;
        let sides = |shown: &Self| [shown.west, shown.north, shown.width, shown.height];
        sides(self).into_iter().zip(sides(other)).all(|(one, two)| (one - two).abs() < little)
    }

    /// Whether a point lies in it, and not just at its edge.
    #[must_use]
    pub fn contains(&self, [east, south]: [f64; 2]) -> bool {
        let air = self.width / 1000.0;
        (self.west + air..self.west + self.width - air).contains(&east)
            && (self.north + air..self.north + self.height - air).contains(&south)
    }
}

/// A way of moving the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Shows less.
    Nearer,
    /// Shows more.
    Farther,
    /// To the left.
    West,
    /// To the right.
    East,
    /// Upwards.
    North,
    /// Downwards.
    South,
}

impl Move {
    /// A walk on the map that takes every kind of step, and does not meet the edge of the world.
    pub const WALK: [Self; 8] = [
        Self::Nearer,
        Self::Nearer,
        Self::West,
        Self::North,
        Self::East,
        Self::South,
        Self::South,
        Self::Farther,
    ];

    /// Whether it leads from one part of the world to another.
    #[must_use]
    pub fn leads(self, from: &Shown, to: &Shown) -> bool {
        let little = from.width / 300.0;
        let (east, south) = (to.west - from.west, to.north - from.north);
        let is_as_near = (to.width - from.width).abs() < little;
        match self {
            Self::Nearer => to.width < from.width - little && east > 0.0 && south > 0.0,
            Self::Farther => to.width > from.width + little && east < 0.0 && south < 0.0,
            Self::West => is_as_near && east < -little && south.abs() < little,
            Self::East => is_as_near && east > little && south.abs() < little,
            Self::North => is_as_near && south < -little && east.abs() < little,
            Self::South => is_as_near && south > little && east.abs() < little,
        }
    }
}

impl Atlas {
    /// Everything on the map that stands for a place.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn marks(&self) -> Result<Vec<Mark>> {
        let script = "return [...root.querySelectorAll('.map [data-place]')].map((mark) => ({
            places: mark.dataset.place.split(' '),
            class: mark.getAttribute('class'),
            name: mark.getAttribute('aria-label'),
            href: mark.getAttribute('href') }))";
        self.read(script, &[]).await
    }

    /// The ids of all places on the map, sorted; one that is there twice is here twice.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn places(&self) -> Result<Vec<String>> {
        let mut places: Vec<String> =
            self.marks().await?.into_iter().flat_map(|mark| mark.places).collect();
        places.sort();
        Ok(places)
    }

    /// The mark of one place, of its own.
    ///
    /// # Errors
    /// The place has none, or only a part of a cluster.
    pub async fn mark(&self, place: &str) -> Result<Mark> {
        let marks = self.marks().await?;
        let found = marks.into_iter().find(|mark| mark.places == [place]);
        found.ok_or_else(|| format!("“{place}” has no mark of its own").into())
    }

    /// Clicks the middle of a place's mark.
    ///
    /// # Errors
    /// It has none, or something lies over it.
    pub async fn click_mark(&self, place: &str) -> Outcome {
        self.click(&format!("[data-place=\"{place}\"]")).await
    }

    /// Shows a part of the world: `alla`, `europa`, `kenya`, `sydafrika`, or the selection: `urval`.
    ///
    /// # Errors
    /// There is no such jump.
    pub async fn jump(&self, area: &str) -> Outcome {
        self.click(&format!("[data-jump=\"{area}\"]")).await
    }

    /// The jumps that say that the map shows them.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn pressed_jumps(&self) -> Result<Vec<String>> {
        self.attributes("[data-jump][aria-pressed=true]", "data-jump").await
    }

    /// The part of the world that the map shows.
    ///
    /// # Errors
    /// The map is not shown.
    pub async fn shown(&self) -> Result<Shown> {
        let script = "const [x, y, scale] = root.querySelector('.map .ground')
                .getAttribute('transform').match(/-?[\\d.]+/g).map(Number);
            const { width, height } = root.querySelector('.map .canvas svg').viewBox.baseVal;
            return { west: -x / scale, north: -y / scale,
                width: width / scale, height: height / scale }";
        self.read(script, &[]).await
    }

    /// What of the world lies under a point of the window: kilometres east and south of the upper left corner of
    /// the drawn world.
    ///
    /// # Errors
    /// The map is not shown.
    pub async fn world_at(&self, (x, y): Point) -> Result<[f64; 2]> {
        let script = "const { left, top, width, height } =
                root.querySelector('.map .canvas svg').getBoundingClientRect();
            return [(given[0] - left) / width, (given[1] - top) / height]";
        let [right, down]: [f64; 2] = self.read(script, &[x.into(), y.into()]).await?;
        let Shown { west, north, width, height } = self.shown().await?;
        Ok([west + right * width, north + down * height])
    }

    /// The ids of the places whose marks have their middle within the drawing, sorted; what is there twice is
    /// here twice. Hatched countries are left out: a middle says little of them.
    ///
    /// # Errors
    /// The map is not shown.
    pub async fn places_in_sight(&self) -> Result<Vec<String>> {
        let script = "const box = (node) => node.getBoundingClientRect();
            const { left, right, top, bottom } = box(root.querySelector('.map .canvas svg'));
            return [...root.querySelectorAll('.map .mark')].filter((mark) => {
                const { x, y, width, height } = box(mark);
                const [across, down] = [x + width / 2, y + height / 2];
                return across >= left && across <= right && down >= top && down <= bottom;
            }).flatMap((mark) => mark.dataset.place.split(' ')).toSorted()";
        self.read(script, &[]).await
    }

    /// The ids of the places of what is listed that the map must show by a mark, sorted: those whose points lie in
    /// what it shows.
    ///
    /// # Errors
    /// The map is not shown, or there is no catalogue.
    pub async fn expected_in_sight(&self) -> Result<Vec<String>> {
        let shown = self.shown().await?;
        let catalogue = Catalogue::published()?;
        let places = catalogue.places_of(&self.hits().await?);
        let seen = places
            .values()
            .filter(|(place, _)| place.on_the_drawing().is_some_and(|point| shown.contains(point)));
        Ok(seen.map(|(place, _)| place.id.clone()).collect())
    }

    /// The names written on the map.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn map_names(&self) -> Result<Vec<String>> {
        self.texts(".map .names text").await
    }

    /// The nodes of the map at which the Tab key stops, by their places; the drawing itself is "".
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn tab_stops_of_map(&self) -> Result<Vec<String>> {
        let script = "return [...root.querySelectorAll('.map .canvas, .map .canvas *')]
            .filter((node) => node.tabIndex >= 0
                && (node.hasAttribute('tabindex') || node.hasAttribute('href')))
            .map((node) => node.dataset.place ?? '')";
        self.read(script, &[]).await
    }

    /// The places of the mark that has the focus; "" if something else has it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn focused_place(&self) -> Result<String> {
        self.read("return root.activeElement?.dataset.place ?? ''", &[]).await
    }

    /// Gives the focus to the map's one tab stop.
    ///
    /// # Errors
    /// There is none.
    pub async fn focus_map(&self) -> Outcome {
        let stop = "[data-place][tabindex=\"0\"], svg[tabindex=\"0\"]";
        let selector = format!(".map .canvas :is({stop})");
        assert_soon!(self.number_of(&selector), 1_usize, "the map's tab stop");
        self.read("root.querySelector(given[0]).focus()", &[selector.into()]).await
    }

    /// The addresses in the list beside the map, sorted.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn listed_places(&self) -> Result<Vec<String>> {
        let mut addresses = self.attributes(".place-list a", "href").await?;
        addresses.sort();
        Ok(addresses)
    }
}
