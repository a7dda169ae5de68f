//! The map's jumps: parts of the world that one button shows.

use super::fit::Fitting;
use super::plane::{Frame, Plane};
use super::projection::Projection;
use super::sheet::{projection, sheet};
use crate::catalogue::Point;

/// A part of the world that one button shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Jump {
    /// Europe and Africa.
    All,
    /// Europe from Portugal to Ukraine; Iceland comes along.
    Europe,
    /// Kenya.
    Kenya,
    /// South Africa.
    SouthAfrica,
}

/// Meridians and parallels around an area, degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Westernmost longitude.
    pub west: f64,
    /// Southernmost latitude.
    pub south: f64,
    /// Easternmost longitude.
    pub east: f64,
    /// Northernmost latitude.
    pub north: f64,
}

/// Points along each edge: meridians and parallels bend on the plane.
const SAMPLES: u8 = 16;

impl Bounds {
    const fn new(west: f64, south: f64, east: f64, north: f64) -> Self {
        Self { west, south, east, north }
    }

    /// Points along the four edges.
    pub fn edges(self) -> impl Iterator<Item = Point> {
        (0..=SAMPLES).flat_map(move |sample| {
            let share = f64::from(sample) / f64::from(SAMPLES);
            let lon = self.west + share * (self.east - self.west);
            let lat = self.south + share * (self.north - self.south);
            [
                Point { lon, lat: self.south },
                Point { lon, lat: self.north },
                Point { lon: self.west, lat },
                Point { lon: self.east, lat },
            ]
        })
    }
}

impl Jump {
    /// In the order of the buttons.
    pub const ALL: [Self; 4] = [Self::All, Self::Europe, Self::Kenya, Self::SouthAfrica];

    /// Name in addresses, attributes and messages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "alla",
            Self::Europe => "europa",
            Self::Kenya => "kenya",
            Self::SouthAfrica => "sydafrika",
        }
    }

    /// The jump of this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|jump| jump.key() == key)
    }

    /// What it shows at least. One rectangle around all would reach far into the Atlantic, because
    /// the islands that stand out lie near the equator, where the sheet is broadest.
    #[must_use]
    pub fn extent(self) -> &'static [Bounds] {
        const EUROPE: Bounds = Bounds::new(-10.0, 34.6, 37.0, 71.2);
        const KENYA: Bounds = Bounds::new(33.9, -4.7, 41.9, 5.1);
        const SOUTH_AFRICA: Bounds = Bounds::new(16.4, -34.9, 32.9, -22.1);
        // Cape Verde to Mauritius, and Cape Agulhas.
        const AFRICA: [Bounds; 2] =
            [Bounds::new(-25.4, -20.6, 57.8, 17.3), Bounds::new(16.4, -35.0, 33.0, 0.0)];
        match self {
            Self::All => const { &[EUROPE, AFRICA[0], AFRICA[1]] },
            Self::Europe => &[EUROPE],
            Self::Kenya => &[KENYA],
            Self::SouthAfrica => &[SOUTH_AFRICA],
        }
    }

    /// The frame that shows it, `aspect` = width divided by height.
    #[must_use]
    pub fn frame(self, aspect: f64) -> Frame {
        let projection = projection();
        let points = self
            .extent()
            .iter()
            .flat_map(|bounds| bounds.edges())
            .map(|point| -> Plane { projection.project(point) });
        let fitting = Fitting { padding: 0.02, least: 0.0, aspect };
        let frame = fitting.fit(points).map_or_else(sheet, |frame| frame.kept_on(&sheet()));
        // A hand that takes hold of the map stays within everything; so does a button.
        if self == Self::All { frame } else { frame.kept_on(&Self::All.frame(aspect)) }
    }
}
