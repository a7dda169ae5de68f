//! Where markers are set: finds what a new one would touch.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::markers::{Marker, Sizing};
use super::plane::Screen;

/// Markers that do not touch, found by cells: whatever touches a marker lies in its own cell or in
/// one of the eight around it, so that ten thousand places take no longer than they must.
pub(super) struct Field<Id> {
    markers: Vec<Option<Marker<Id>>>,
    cells: HashMap<(i32, i32), Vec<usize>, FxBuildHasher>,
    /// Edge of a cell, px.
    edge: f64,
    gap: f64,
}

impl<Id> Field<Id> {
    pub(super) fn new(sizing: &Sizing) -> Self {
        let edge = (2.0 * sizing.most.max(sizing.least) + sizing.gap).max(1.0);
        Self { markers: Vec::new(), cells: HashMap::default(), edge, gap: sizing.gap }
    }

    pub(super) fn set(&mut self, marker: Marker<Id>) {
        let cell = self.cell(marker.at);
        self.cells.entry(cell).or_default().push(self.markers.len());
        self.markers.push(Some(marker));
    }

    /// Removes and returns the first marker that the given one would touch.
    pub(super) fn take_touched(&mut self, marker: &Marker<Id>) -> Option<Marker<Id>> {
        let (column, row) = self.cell(marker.at);
        let around = [-1, 0, 1].into_iter().flat_map(|down| {
            [-1, 0, 1].map(|right| (column.saturating_add(right), row.saturating_add(down)))
        });
        for cell in around {
            let Some(inside) = self.cells.get_mut(&cell) else { continue };
            let found = inside.iter().position(|index| {
                let set = self.markers.get(*index).and_then(Option::as_ref);
                set.is_some_and(|set| set.touches(marker, self.gap))
            });
            if let Some(position) = found {
                let index = inside.swap_remove(position);
                return self.markers.get_mut(index)?.take();
            }
        }
        None
    }

    /// All that is set, in the order it was set.
    pub(super) fn into_markers(self) -> Vec<Marker<Id>> {
        self.markers.into_iter().flatten().collect()
    }

    #[expect(clippy::cast_possible_truncation, reason = "saturates; nothing is drawn that far off")]
    fn cell(&self, at: Screen) -> (i32, i32) {
        ((at.x / self.edge).floor() as i32, (at.y / self.edge).floor() as i32)
    }
}
