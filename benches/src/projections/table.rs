//! The figures, as two tables in Markdown.

use partneratlas::atlas::{Basemap, Frame, Projection};

use super::tissot::Indicatrix;
use super::{Candidate, TOWNS, rings, whole};

/// Pixels from the upper edge of Europe and Africa to the lower one: about what a laptop leaves to a map.
const HEIGHT: f64 = 700.0;

/// What `docs/projections.md` has: a table of the towns, an empty line, and a table of the whole.
#[must_use]
pub fn tables(candidates: &[Candidate], map: &Basemap) -> String {
    let towns = table(
        &["", "Kiruna", "Norrköping", "Wien", "Nairobi", "Cape Town"],
        candidates.iter().map(|candidate| (candidate.name, towns(&candidate.indicatrices()))),
    );
    let whole = table(
        &["", "Kiruna : Cape Town", "worst angle", "width : height", "Sweden", "Kenya"],
        candidates.iter().map(|candidate| (candidate.name, summary(candidate, map))),
    );
    format!("{towns}\n{whole}")
}

impl Candidate {
    /// At each of the towns.
    pub(super) fn indicatrices(&self) -> [Indicatrix; TOWNS.len()] {
        TOWNS.map(|(_, point)| Indicatrix::of(self.projection.as_ref(), point))
    }
}

/// How much larger Kiruna's square kilometres are drawn than Cape Town's.
pub(super) fn favour([kiruna, .., cape_town]: &[Indicatrix; TOWNS.len()]) -> f64 {
    kiruna.area / cape_town.area
}

/// The largest error of an angle, degrees.
pub(super) fn worst(indicatrices: &[Indicatrix; TOWNS.len()]) -> f64 {
    indicatrices.iter().map(|indicatrix| indicatrix.angle).fold(0.0, f64::max)
}

/// Areas with Norrköping's as 1, and angles.
fn towns(indicatrices: &[Indicatrix; TOWNS.len()]) -> Vec<String> {
    let [_, norrkoping, ..] = indicatrices;
    indicatrices
        .iter()
        .map(|one| format!("{:.2} · {:.1}°", one.area / norrkoping.area, one.angle))
        .collect()
}

fn summary(candidate: &Candidate, map: &Basemap) -> Vec<String> {
    let indicatrices = candidate.indicatrices();
    let projection = candidate.projection.as_ref();
    let mut cells =
        vec![format!("{:.2}", favour(&indicatrices)), format!("{:.1}°", worst(&indicatrices))];
    if let Some(frame) = whole(projection) {
        let pixels = |code| width(code, projection, map) / frame.height * HEIGHT;
        cells.push(format!("{:.2}", frame.width / frame.height));
        cells.extend(["SE", "KE"].map(|code| format!("{:.0} px", pixels(code))));
    }
    cells
}

/// How wide a country is drawn, km; 0 if the map does not have it.
fn width(code: &str, projection: &dyn Projection, map: &Basemap) -> f64 {
    let country = map
        .countries
        .iter()
        .find(|country| country.code.as_ref().is_some_and(|own| own.as_str() == code));
    let points = country.into_iter().flat_map(|country| rings(country, projection)).flatten();
    Frame::around(points).map_or(0.0, |frame| frame.width)
}

/// The first column is words, the others are numbers.
fn table(head: &[&str], rows: impl Iterator<Item = (&'static str, Vec<String>)>) -> String {
    let mut text =
        format!("| {} |\n| ---{} |\n", head.join(" | "), " | ---:".repeat(head.len() - 1));
    for (name, cells) in rows {
        text.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
    }
    text
}
