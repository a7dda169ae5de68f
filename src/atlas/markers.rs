//! Markers of places, gathered into clusters where they would touch.

use super::field::Field;
use super::fit::View;
use super::plane::{Plane, Screen};
use crate::ranked::ranked;

/// What a place is to the projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A Swedish municipality that has projects.
    Home,
    /// A partner's town: a pin.
    City,
    /// A partner's region, or a stand-in for something near: a ring.
    Region,
}

/// A place to be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot<Id> {
    /// The caller's own name for it.
    pub id: Id,
    /// Where.
    pub at: Plane,
    /// Number of projects; 0 counts as 1, since what is drawn has a size.
    pub weight: u32,
    /// How it is drawn when alone.
    pub kind: Kind,
}

/// One mark on the map: a place, or a cluster of places.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker<Id> {
    /// Centre: the members' mean, weighted.
    pub at: Screen,
    /// Pixels.
    pub radius: f64,
    /// The members' weights together. A project in two of the places counts twice: for a number to
    /// print, count the members' projects.
    pub weight: u32,
    /// The places, heaviest first; never empty.
    pub members: Vec<Spot<Id>>,
}

/// From numbers of projects to sizes, pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizing {
    /// Radius of one project; the area grows with the number.
    pub one: f64,
    /// No marker is smaller.
    pub least: f64,
    /// No marker is larger.
    pub most: f64,
    /// Air that remains between two markers.
    pub gap: f64,
}

impl Default for Sizing {
    /// Middles of markers at least 24 px apart, as WCAG 2.2 (2.5.8) asks of small targets.
    fn default() -> Self {
        Self { one: 7.0, least: 7.0, most: 26.0, gap: 10.0 }
    }
}

impl Sizing {
    /// The radius for so many projects.
    #[must_use]
    pub fn radius(&self, weight: u32) -> f64 {
        (self.one * f64::from(weight.max(1)).sqrt()).min(self.most).max(self.least)
    }
}

impl<Id> Marker<Id> {
    /// Whether it stands for several places.
    #[must_use]
    pub fn is_cluster(&self) -> bool {
        self.members.len() > 1
    }

    /// What it shows, if its members agree.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let first = self.members.first()?.kind;
        self.members.iter().all(|spot| spot.kind == first).then_some(first)
    }
}

/// Markers that keep their distance from each other, heaviest first. Each spot is a member of
/// exactly one of them. The same spots in the same order give the same markers.
///
/// Spots are set one by one, the heaviest first. One that would touch a marker joins it; the two
/// become one marker at their weighted middle, which may touch another one, and so on. Each joining
/// leaves one marker less, so this ends, and what is set never touches.
#[must_use]
pub fn gather<Id: Clone>(spots: &[Spot<Id>], view: &View, sizing: &Sizing) -> Vec<Marker<Id>> {
    let by_weight = ranked(spots.iter().collect(), |spot| lightness(spot.weight.max(1)));
    let mut field = Field::new(sizing);
    for spot in by_weight {
        let weight = spot.weight.max(1);
        let mut marker = Marker {
            at: view.screen(spot.at),
            radius: sizing.radius(weight),
            weight,
            members: vec![spot.clone()],
        };
        while let Some(touched) = field.take_touched(&marker) {
            marker = touched.joined(marker, sizing);
        }
        field.set(marker);
    }
    let mut markers = field.into_markers();
    for marker in &mut markers {
        let members = std::mem::take(&mut marker.members);
        marker.members = ranked(members, |spot| lightness(spot.weight));
    }
    ranked(markers, |marker| lightness(marker.weight))
}

/// A number that puts the heaviest first.
fn lightness(weight: u32) -> u32 {
    u32::MAX - weight
}

impl<Id> Marker<Id> {
    fn joined(mut self, mut other: Self, sizing: &Sizing) -> Self {
        let weight = self.weight.saturating_add(other.weight);
        let share = f64::from(other.weight) / f64::from(weight);
        let at = Screen {
            x: self.at.x + share * (other.at.x - self.at.x),
            y: self.at.y + share * (other.at.y - self.at.y),
        };
        self.members.append(&mut other.members);
        Self { at, radius: sizing.radius(weight), weight, members: self.members }
    }

    pub(super) fn touches(&self, other: &Self, gap: f64) -> bool {
        self.at.distance(other.at) < self.radius + other.radius + gap
    }
}
