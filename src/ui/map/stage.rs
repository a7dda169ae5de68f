//! What a map shows, worked out from the places and the frame.

use leptos::prelude::*;

use super::super::model::Model;
use super::super::roving::Roving;
use super::super::slots::Slots;
use super::camera::Camera;
use super::keys::{Keys, STOPS};
use super::marks::{Nodes, put};
use crate::atlas::View;
use crate::map::{Mark, marks};
use crate::query::Places;

/// Pixels a kilometre from which on the coarse outlines look coarse.
const FINE: f64 = 0.13;

/// The handle on it, cheap to copy into closures.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    /// The places.
    pub(super) places: Memo<Places>,
    /// The map by keyboard, with its frame and its node.
    pub(super) keys: Keys,
    /// What marks and names are placed for.
    pub(super) view: Memo<View>,
    /// What is shown just now.
    pub(super) shown: Memo<View>,
    /// The marks.
    pub(super) gathered: Memo<Vec<Mark>>,
    /// Their nodes.
    pub(super) nodes: Nodes,
}

impl Stage {
    pub(super) fn new(model: Model, places: Memo<Places>, camera: Camera) -> Self {
        let shared = model.shared();
        let keys = Keys { roving: Roving { root: NodeRef::new(), selector: STOPS }, camera };
        let width = (model.platform.width_of)(keys.roving.root);
        let view_of = move |frame: RwSignal<_>| View::new(frame.get(), width.get().max(200.0));
        let view = Memo::new(move |_| view_of(camera.frame));
        let shown = Memo::new(move |_| view_of(camera.shown));
        let nodes = Slots::new();
        // Marks stay as nodes and are moved, so that a finger on one keeps its hold, and that the eye can
        // follow them.
        Effect::new(move |_| {
            let view = shown.get();
            nodes.each(|(node, mark)| put(node, mark, &view));
        });
        Effect::new(move |_| {
            let is_near = camera.is_live && view.get().scale() > FINE;
            if is_near && !model.is_fine.get_untracked() {
                (model.platform.finer_map)(model.shared(), model.is_fine);
            }
        });
        let gathered = Memo::new(move |_| {
            // Nothing is drawn twice because it was not known how large the map is.
            if width.get() == 0.0 {
                return Vec::new();
            }
            let (lang, fanned) = (model.lang.get(), camera.fanned.get());
            model.query.with_untracked(|query| {
                places.with(|places| {
                    marks(&shared.catalogue, places, &view.get(), &fanned, query, lang)
                })
            })
        });
        Effect::new(move |_| {
            gathered.track();
            places.track();
            model.is_fine.track();
            keys.settle();
        });
        Self { places, keys, view, shown, gathered, nodes }
    }
}
