//! Marks of the places that a selection touches, for one frame of the map.

use std::f64::consts::TAU;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::place_name;
use super::position::point;
use super::seen::{Seen, seen};
use super::target::Target;
use crate::atlas::{
    Fitting, Frame, Kind, Marker, NEAREST, Plane, Screen, Sizing, Spot, View, gather, sin_cos,
};
use crate::catalogue::{Catalogue, Lang, Precision};
use crate::i18n::messages;
use crate::query::{Places, Query};
use crate::ranked::low;

/// How a mark looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// A Swedish municipality: a square.
    Home,
    /// Several of them: a square with their number.
    Homes,
    /// A partner's town: a pin's head.
    City,
    /// A partner's region, or a stand-in: a ring.
    Region,
    /// Several partners' places: a disc with their number.
    Cluster,
    /// Several places, municipalities among them: a disc in their colour with the number.
    Mixed,
}

/// One mark. Lengths are in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Tells marks apart, and changes with anything but their position: one that stays the same only
    /// has to be moved.
    pub key: u32,
    /// The place, or the middle of several.
    pub at: Plane,
    /// Where it is drawn, seen from there: not quite there if it was fanned out.
    pub aside: Screen,
    /// Radius.
    pub radius: f64,
    /// How it looks.
    pub group: Group,
    /// What a screen reader says: "Linz, Österrike – 1 samarbete".
    pub name: String,
    /// What is written beside it, where there is room; a cluster has nothing.
    pub label: Option<String>,
    /// The ids of its places, with spaces between.
    pub places: String,
    /// Where it leads.
    pub target: Target,
    /// Whether that is asked for already.
    pub is_chosen: bool,
    /// The number to print on it.
    pub number: Option<usize>,
}

impl Mark {
    /// Where its middle is drawn.
    #[must_use]
    pub fn on(&self, view: &View) -> Screen {
        let Screen { x, y } = view.screen(self.at);
        Screen { x: x + self.aside.x, y: y + self.aside.y }
    }
}

/// The marks of the places that a selection touches, heaviest first, as far as the view shows them.
/// `fanned` are the places of a cluster that is fanned out, `query` what is asked.
#[must_use]
pub fn marks(
    catalogue: &Catalogue,
    places: &Places,
    view: &View,
    fanned: &str,
    query: &Query,
    lang: Lang,
) -> Vec<Mark> {
    let touched = seen(catalogue, places);
    let spots: Vec<Spot<usize>> = touched.iter().enumerate().filter_map(spot).collect();
    let words = Words { catalogue, touched: &touched, view, query, lang };
    let markers = gather(&spots, view, &Sizing::default()).into_iter();
    let seen = markers.filter(|marker| is_within(marker.at, marker.radius, view));
    let marks = seen.flat_map(|marker| match words.mark(&marker) {
        Some(mark) if mark.places == fanned => words.fan(&marker),
        mark => mark.into_iter().collect(),
    });
    told_apart(marks.collect())
}

/// Kilometres across at most where a cluster is fanned out.
const FANNED: f64 = 500.0;

/// A place as a spot, if it has a point on the sheet.
fn spot((index, touched): (usize, &Seen<'_>)) -> Option<Spot<usize>> {
    let at = point(touched.place)?;
    let kind = match (touched.home, touched.place.precision) {
        (Some(_), _) => Kind::Home,
        (None, Precision::City) => Kind::City,
        (None, _) => Kind::Region,
    };
    let weight = u32::try_from(touched.count).unwrap_or(u32::MAX);
    Some(Spot { id: index, at, weight, kind })
}

fn is_within(at: Screen, radius: f64, view: &View) -> bool {
    (-radius..=view.width() + radius).contains(&at.x)
        && (-radius..=view.height() + radius).contains(&at.y)
}

/// Gives each mark a key of its own.
fn told_apart(mut marks: Vec<Mark>) -> Vec<Mark> {
    let mut keys: Vec<u32> = Vec::with_capacity(marks.len());
    for mark in &mut marks {
        // Two names that come to the same number are not to be expected, and do no harm.
        while keys.contains(&mark.key) {
            mark.key = mark.key.wrapping_add(1);
        }
        keys.push(mark.key);
    }
    marks
}

/// What the marks of a selection are called in a language, and where they lead.
struct Words<'a> {
    catalogue: &'a Catalogue,
    touched: &'a [Seen<'a>],
    view: &'a View,
    query: &'a Query,
    lang: Lang,
}

impl Words<'_> {
    fn mark(&self, marker: &Marker<usize>) -> Option<Mark> {
        let members: Vec<&Seen<'_>> =
            marker.members.iter().filter_map(|spot| self.touched.get(spot.id)).collect();
        let first = *members.first()?;
        let ids: Vec<&str> = members.iter().map(|touched| touched.place.id.as_str()).collect();
        let is_cluster = marker.is_cluster();
        let group = match (is_cluster, marker.kind()) {
            (true, Some(Kind::Home)) => Group::Homes,
            (true, _) if members.iter().any(|touched| touched.home.is_some()) => Group::Mixed,
            (true, _) => Group::Cluster,
            (false, Some(Kind::Home)) => Group::Home,
            (false, Some(Kind::Region)) => Group::Region,
            (false, Some(Kind::City) | None) => Group::City,
        };
        let target = if is_cluster { self.opened(marker) } else { Target::of(first) };
        let label = (!is_cluster).then(|| first.place.name.text(self.lang).to_owned());
        let mark = Mark {
            key: 0,
            at: self.view.plane(marker.at),
            aside: Screen { x: 0.0, y: 0.0 },
            radius: marker.radius,
            group,
            name: if is_cluster { self.cluster_name(&members) } else { self.name(first) },
            label,
            places: ids.join(" "),
            is_chosen: target.is_chosen(self.query),
            target,
            number: is_cluster.then_some(members.len()),
        };
        Some(Mark { key: mark.hash(), ..mark })
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

    /// Where a cluster leads: to the frame that parts its places, in the shape of the present one, or
    /// into a fan if not even the nearest frame parts them.
    fn opened(&self, marker: &Marker<usize>) -> Target {
        let present = self.view.frame();
        let aspect = present.width / present.height;
        let around = Fitting { padding: 0.35, least: NEAREST, aspect };
        let spots = || marker.members.iter().map(|spot| spot.at);
        let near = Fitting { least: FANNED, ..around }.fit(spots());
        let near = near.filter(|near| near.width < present.width).unwrap_or(present);
        let Some(frame) = around.fit(spots()) else { return Target::Fan(near) };
        let nearer = View::new(frame, self.view.width());
        let parts = gather(&marker.members, &nearer, &Sizing::default()).len() > 1;
        // From very near the frame may be no nearer at all.
        if parts && frame.width < present.width { Target::Frame(frame) } else { Target::Fan(near) }
    }

    /// The places of a cluster around its middle, one mark for each.
    fn fan(&self, marker: &Marker<usize>) -> Vec<Mark> {
        let around = marker.members.iter().zip(rays(marker.members.len()));
        let alone = around.filter_map(|(spot, aside)| {
            let radius = Sizing::default().radius(spot.weight);
            let alone = Marker { at: marker.at, radius, weight: spot.weight, members: vec![*spot] };
            let mark = Mark { aside, ..self.mark(&alone)? };
            Some(Mark { key: mark.hash(), ..mark })
        });
        alone.collect()
    }
}

/// Steps from the middle of a fan to its marks, px: on a circle on which they do not touch, the first
/// one upwards.
fn rays(count: usize) -> impl Iterator<Item = Screen> {
    let Sizing { most, gap, .. } = Sizing::default();
    let count = u32::try_from(count).map_or(1.0, f64::from);
    // The rim is at least as long as the marks and their gaps in a row. A mark in a fan stands for one
    // place, and is seldom as large as the largest.
    let reach = (count * (most + gap) / TAU).max(most + gap);
    (0_u32..).map(move |at| {
        let (sin, cos) = sin_cos(f64::from(at) / count * 360.0);
        Screen { x: reach * sin, y: -reach * cos }
    })
}

impl Mark {
    /// A number for everything but the position.
    fn hash(&self) -> u32 {
        let mut hasher = FxHasher::default();
        (&self.name, &self.places, self.group, self.number, self.is_chosen).hash(&mut hasher);
        let mut lengths = vec![self.radius, self.aside.x, self.aside.y];
        if let Target::Frame(frame) | Target::Fan(frame) = self.target {
            let Frame { x, y, width, height } = frame;
            lengths.extend([x, y, width, height]);
        }
        lengths.iter().for_each(|length| length.to_bits().hash(&mut hasher));
        // The lower half: there is no other where addresses have 32 bits.
        low(hasher.finish())
    }
}
