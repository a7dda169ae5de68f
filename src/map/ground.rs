//! The ground of the map: what does not hang on the selection.

use crate::atlas::{Anchor, Basemap, View, graticule, outline, strokes};
use crate::catalogue::CountryCode;

/// A base map, and what is drawn of it whatever the selection is.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// What it was made of.
    pub basemap: Basemap,
    /// The whole sheet in kilometres ([`View::of_sheet`]): a view moves and scales it, and nothing is
    /// drawn anew.
    pub drawn: Drawn,
    /// Where the names of countries stand, those with the most room first.
    pub names: Vec<(CountryCode, Anchor)>,
}

/// The ground as SVG path data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// All land, to be filled by the even-odd rule.
    pub land: String,
    /// Lakes, by the same rule.
    pub lakes: String,
    /// Lines where countries meet.
    pub borders: String,
    /// Meridians and parallels.
    pub graticule: String,
}

impl Ground {
    /// The ground that a base map makes.
    #[must_use]
    pub fn new(basemap: Basemap) -> Self {
        let mut names: Vec<(CountryCode, Anchor)> = Vec::new();
        for country in &basemap.countries {
            if let (Some(code), Some(anchor)) = (&country.code, country.anchor()) {
                // Some hundred at most: a sort would take the Wasm longer to carry.
                let at = names.partition_point(|(_, other)| other.breadth >= anchor.breadth);
                names.insert(at, (code.clone(), anchor));
            }
        }
        let drawn = Drawn::of(&basemap, &View::of_sheet());
        Self { basemap, drawn, names }
    }
}

impl Drawn {
    /// A base map as a view shows it.
    #[must_use]
    pub fn of(basemap: &Basemap, view: &View) -> Self {
        let rings = basemap.countries.iter().flat_map(|country| &country.rings);
        Self {
            land: outline(rings, view),
            lakes: outline(&basemap.lakes, view),
            borders: strokes(&basemap.borders, view),
            graticule: strokes(&graticule(), view),
        }
    }
}
