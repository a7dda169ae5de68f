//! Which rings are worth their bytes.

use std::collections::BTreeSet;

use super::countries::{self, Role};
use super::level::Level;
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

/// What is left of a ring that lies beyond the sheet: slivers along its edge, km².
const SLIVER: f64 = 1.0;

/// Countries with something on the sheet, by code, those without one last.
pub(super) fn select(cut: &Topology, level: &Level) -> Vec<Selected> {
    let mut candidates: Vec<(Option<&'static str>, Vec<Ring>, f64)> = cut
        .lands
        .iter()
        .filter_map(|land| {
            let (code, role) = countries::find(land.numeric.as_deref(), &land.name)?;
            let rings = by_size(cut, &land.rings);
            let floor = floor(&rings, role, level);
            Some((code, rings, floor))
        })
        .collect();
    let large: BTreeSet<usize> = candidates
        .iter()
        .flat_map(|(_, rings, floor)| rings.iter().filter(move |ring| ring.area >= *floor))
        .flat_map(Ring::arcs)
        .collect();
    // A hole stays with the small country that fills it, and an exclave with the land around it.
    for (_, rings, floor) in &mut candidates {
        rings.retain(|ring| {
            ring.area >= *floor
                || ring.area >= SLIVER && ring.arcs().all(|arc| large.contains(&arc))
        });
    }
    let mut selected: Vec<Selected> = candidates
        .into_iter()
        .filter(|(_, rings, _)| !rings.is_empty())
        .map(|(code, rings, _)| Selected { code, rings })
        .collect();
    selected.sort_by_key(|country| (country.code.is_none(), country.code));
    selected
}

impl Ring {
    fn arcs(&self) -> impl Iterator<Item = usize> {
        self.steps.iter().map(|step| step.arc)
    }
}

fn by_size(cut: &Topology, rings: &[Vec<Step>]) -> Vec<Ring> {
    let mut rings: Vec<Ring> = rings
        .iter()
        .map(|steps| Ring { steps: steps.clone(), area: area(&trace(&cut.arcs, steps)) })
        .collect();
    rings.sort_by(|a, b| b.area.total_cmp(&a.area));
    rings
}

/// The area from which on a ring of the country is kept for its own sake, km².
fn floor(rings: &[Ring], role: Role, level: &Level) -> f64 {
    let largest = rings.first().map_or(0.0, |ring| ring.area);
    match role {
        // The largest stays however small it is: every country of the subject is on the map.
        Role::Subject => level.smallest.min(largest),
        Role::Context => level.smallest_context,
    }
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
