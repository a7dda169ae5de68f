//! Which rings are worth their bytes.

use super::countries::{self, Role};
use super::topology::{Pair, Step, Topology, trace};

/// A country as the base map keeps it.
pub(super) struct Selected {
    pub(super) code: Option<&'static str>,
    /// Largest first; never empty.
    pub(super) rings: Vec<Ring>,
}

pub(super) struct Ring {
    pub(super) steps: Vec<Step>,
    /// On the sheet, km².
    pub(super) area: f64,
}

/// Smaller islands, lakeside enclaves and skerries go, km²: four pixels where Europe is 1000 px wide.
const SMALLEST_SUBJECT: f64 = 110.0;
const SMALLEST_CONTEXT: f64 = 1500.0;

/// What is left of a ring that lies beyond the sheet: slivers along its edge, km².
const SLIVER: f64 = 1.0;

/// Countries with something on the sheet, by code, those without one last.
pub(super) fn select(cut: &Topology) -> Vec<Selected> {
    let mut selected: Vec<Selected> = cut
        .lands
        .iter()
        .filter_map(|land| {
            let (code, role) = countries::find(land.numeric.as_deref(), &land.name)?;
            let rings = rings(cut, &land.rings, role);
            (!rings.is_empty()).then_some(Selected { code, rings })
        })
        .collect();
    selected.sort_by_key(|country| (country.code.is_none(), country.code));
    selected
}

fn rings(cut: &Topology, rings: &[Vec<Step>], role: Role) -> Vec<Ring> {
    let smallest = match role {
        Role::Subject => SMALLEST_SUBJECT,
        Role::Context => SMALLEST_CONTEXT,
    };
    let mut kept: Vec<Ring> = rings
        .iter()
        .map(|steps| Ring { steps: steps.clone(), area: area(&trace(&cut.arcs, steps)) })
        .collect();
    kept.sort_by(|a, b| b.area.total_cmp(&a.area));
    let largest = kept.first().map_or(0.0, |ring| ring.area);
    // The largest stays however small it is: every country of the subject is on the map.
    let floor = match role {
        Role::Subject if largest > 0.0 => smallest.min(largest),
        _ => smallest.max(SLIVER),
    };
    kept.retain(|ring| ring.area >= floor);
    kept
}

/// Of a closed line, by the shoelace formula.
pub(super) fn area(ring: &[Pair]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_of_ten_kilometres_has_a_hundred_square_kilometres() {
        let square = [(5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0)];
        assert!((area(&square) - 100.0).abs() < 1e-9);
    }
}
