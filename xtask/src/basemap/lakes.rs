//! Lakes, which Natural Earth draws apart from countries and `world-atlas` leaves out.

use super::level::Level;
use super::select::area;
use super::sheet;
use super::simplify::{Arc, simplify};
use super::topology::{Pair, Topology, trace};

/// Shores of the lakes, and of islands in them, as closed lines: the first point comes again.
///
/// A lake that meets one of an earlier source is that lake once more, and left out.
pub(super) fn lakes(sources: &[Topology], smallest: f64, level: &Level) -> Vec<Vec<Pair>> {
    let mut kept: Vec<Vec<Vec<Pair>>> = Vec::new();
    for source in sources {
        let known = kept.len();
        for lake in &source.lands {
            let rings: Vec<Vec<Pair>> = lake
                .rings
                .iter()
                .map(|ring| sheet::cut(&closed(trace(&source.arcs, ring))))
                .collect();
            let shores = || kept.iter().take(known).filter_map(|lake| lake.first());
            let Some(shore) = rings.first() else { continue };
            if area(shore) >= smallest && !shores().any(|other| meets(shore, other)) {
                kept.push(rings);
            }
        }
    }
    let mut shores: Vec<Vec<Pair>> = kept.into_iter().flatten().collect();
    shores.retain(|shore| area(shore) >= smallest);
    let arcs: Vec<Arc<'_>> = shores.iter().map(|points| level.arc(points, area(points))).collect();
    simplify(&arcs, |point| level.tolerance(point))
}

fn closed(mut ring: Vec<Pair>) -> Vec<Pair> {
    ring.extend(ring.first().copied());
    ring
}

/// Whether a corner of one lies within the other.
fn meets(a: &[Pair], b: &[Pair]) -> bool {
    a.iter().any(|point| contains(b, *point)) || b.iter().any(|point| contains(a, *point))
}

/// A ray to the east crosses the shore an odd number of times from inside.
fn contains(shore: &[Pair], (x, y): Pair) -> bool {
    shore.iter().zip(shore.iter().skip(1)).fold(false, |inside, (a, b)| {
        let spans = (a.1 > y) != (b.1 > y);
        inside ^ (spans && a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0) > x)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lakes_that_overlap_meet_and_those_apart_do_not() {
        let square = |x: f64| [(x, 0.0), (x + 10.0, 0.0), (x + 10.0, 10.0), (x, 10.0), (x, 0.0)];
        assert!(meets(&square(0.0), &square(6.0)));
        assert!(!meets(&square(0.0), &square(11.0)));
    }
}
