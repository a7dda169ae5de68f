//! Places of partners and homes.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::code::{CountryCode, PlaceId};
use super::localized::Localized;

/// A point on the globe in degrees (WGS 84), written `[longitude, latitude]` as in GeoJSON
/// (RFC 7946 section 3.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "[f64; 2]", into = "[f64; 2]")]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(with = "[f64; 2]"))]
pub struct Point {
    /// Degrees east, −180 to 180.
    pub lon: f64,
    /// Degrees north, −90 to 90.
    pub lat: f64,
}

impl TryFrom<[f64; 2]> for Point {
    type Error = InvalidPoint;

    fn try_from([lon, lat]: [f64; 2]) -> Result<Self, InvalidPoint> {
        if (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat) {
            Ok(Self { lon, lat })
        } else {
            Err(InvalidPoint([lon, lat]))
        }
    }
}

impl From<Point> for [f64; 2] {
    fn from(point: Point) -> Self {
        [point.lon, point.lat]
    }
}

/// Two numbers that are no point. They become words only where somebody reads them, since writing
/// floats takes the Wasm some kilobytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InvalidPoint([f64; 2]);

impl fmt::Display for InvalidPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [lon, lat] = self.0;
        write!(
            f,
            "[{lon}, {lat}] är ingen punkt: skriv [longitud, latitud] i grader, till exempel \
             [16.18, 58.59]"
        )
    }
}

impl std::error::Error for InvalidPoint {}

/// How closely a place is known, and thereby how it may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Precision {
    /// A town or city: a pin.
    City,
    /// A region or district: a ring around a stand-in point, or only its country.
    Region,
    /// A country known only as such: its outline.
    Country,
    /// Something wider, such as the Baltic Sea: words, no mark.
    Area,
}

/// A place that records point to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Place {
    /// Stable id; the value of the facet `ort`.
    pub id: PlaceId,
    /// The name to show.
    pub name: Localized,
    /// Other spellings, so that search finds them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The country; missing only for a wider area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// How closely the place is known.
    pub precision: Precision,
    /// The point itself, or the stand-in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// The town whose point stands in for a region or a municipality without a point of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand_in: Option<String>,
}

impl Place {
    /// Whether the place lies outside Sweden and therefore counts for the facets `land` and `ort`.
    #[must_use]
    pub fn is_abroad(&self) -> bool {
        self.country.as_ref().is_none_or(|country| !country.is_sweden())
    }
}
