//! The published catalogue, read as a stranger would: the page's answers are held against it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde::Deserialize;

use crate::Result;

/// As much of `dist/catalogue.json` as the tests need.
#[derive(Debug, Deserialize)]
pub struct Catalogue {
    records: Vec<Record>,
    places: Vec<Place>,
    municipalities: Vec<Municipality>,
}

#[derive(Debug, Deserialize)]
struct Record {
    id: String,
    listing: Option<String>,
    #[serde(default)]
    municipalities: Vec<String>,
    #[serde(default)]
    partners: Vec<Partner>,
}

#[derive(Debug, Deserialize)]
struct Partner {
    place: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Municipality {
    code: String,
    place: Option<String>,
}

/// A place of the catalogue.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// ISO code of its country; an area has none.
    pub country: Option<String>,
    /// `city`, `region`, `country` or `area`.
    pub precision: String,
    /// Longitude and latitude, where they are known.
    pub point: Option<[f64; 2]>,
}

/// Countries without an outline on the map: home is no partner, and India is too far east.
const WITHOUT_OUTLINE: [&str; 2] = ["SE", "IN"];

impl Place {
    /// Whether a map of Europe and Africa can show it: by its point, or by its country's outline.
    #[must_use]
    pub fn is_drawable(&self) -> bool {
        let country = self.country.as_deref();
        self.point.is_some() || country.is_some_and(|code| !WITHOUT_OUTLINE.contains(&code))
    }
}

/// Of the sphere as large as the Earth, in kilometres.
const RADIUS: f64 = 6371.0072;

/// The upper left corner of the drawn world, in kilometres from the middle of the projection.
const CORNER: [f64; 2] = [-4900.0, -6800.0];

/// The middle of the projection: longitude and latitude.
const CENTRE: [f64; 2] = [17.0, 17.0];

impl Place {
    /// How many kilometres east and south of the upper left corner of the drawn world it lies, by the formulas of
    /// Lambert's equal-area projection.
    #[must_use]
    pub fn on_the_drawing(&self) -> Option<[f64; 2]> {
        let [lon, lat] = self.point?;
        let (sin_east, cos_east) = (lon - CENTRE[0]).to_radians().sin_cos();
        let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
        let (sin_centre, cos_centre) = CENTRE[1].to_radians().sin_cos();
        let cos_distance = sin_centre * sin_lat + cos_centre * cos_lat * cos_east;
        let scale = RADIUS * (2.0 / (1.0 + cos_distance)).sqrt();
        let north = cos_centre * sin_lat - sin_centre * cos_lat * cos_east;
        Some([scale * cos_lat * sin_east - CORNER[0], -scale * north - CORNER[1]])
    }
}

impl Catalogue {
    /// The one in `dist/`.
    ///
    /// # Errors
    /// It is missing, or not what it should be.
    pub fn published() -> Result<Self> {
        let path = xtask::workspace::dist().join("catalogue.json");
        Ok(serde_json::from_slice(&fs::read(path)?)?)
    }

    /// The ids of the entries of their own: neither parts of others nor mere references.
    #[must_use]
    pub fn entries(&self) -> BTreeSet<&str> {
        let entries = self.records.iter().filter(|record| record.listing.is_none());
        entries.map(|record| record.id.as_str()).collect()
    }

    /// The places of some records, partners' and municipalities' own, each with the address to
    /// which its mark leads.
    #[must_use]
    pub fn places_of(&self, ids: &[String]) -> BTreeMap<&str, (&Place, String)> {
        let mut places = BTreeMap::new();
        let records: Vec<&Record> =
            self.records.iter().filter(|record| ids.contains(&record.id)).collect();
        for partner in records.iter().flat_map(|record| &record.partners) {
            if let Some(place) = partner.place.as_deref().and_then(|id| self.place(id)) {
                let address = match (place.precision.as_str(), &place.country) {
                    ("country", Some(code)) => format!("land={code}"),
                    _ => format!("ort={}", place.id),
                };
                places.insert(place.id.as_str(), (place, address));
            }
        }
        // A municipality's home stays a home, even where it is somebody's partner too.
        for code in records.iter().flat_map(|record| &record.municipalities) {
            let home = self.municipalities.iter().find(|home| home.code == *code);
            let place = home.and_then(|home| home.place.as_deref()).and_then(|id| self.place(id));
            if let Some(place) = place {
                places.insert(place.id.as_str(), (place, format!("kommun={code}")));
            }
        }
        places
    }

    fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }
}
