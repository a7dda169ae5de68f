//! One record, several pictures of it: what is pointed at, or has the focus, lights up everywhere.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget};

use super::focus::around;
use super::model::{Model, Shared};
use crate::catalogue::{PlaceIx, RecordIx};

/// An entry, a row, a bar of the lane without dates, a mark on the map.
const HOOKS: &str = "[data-project],[data-row],[data-bar],[data-place]";

/// More records than this are not lit up one by one: the mark of a place that half of a large catalogue
/// touches lights up alone.
const MOST: usize = 200;

/// Lights up within `root` what shows the same records as `target`; whatever else is lit goes out.
/// Attributes of many nodes are set in one pass, since a signal for each of them would have to be told
/// every time.
pub(super) fn light(model: Model, root: &Element, target: Option<EventTarget>) {
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    let node = target.and_then(|target| around(&target, HOOKS));
    let shared = model.shared();
    let lit = node.map(|node| Lit::of(&shared, model, &node)).unwrap_or_default();
    if model.lit.with_untracked(|before| *before == lit.records) && !lit.records.is_empty() {
        return;
    }
    // Every element takes attributes, and loses them.
    each(root, "[data-lit]", |node| _ = node.remove_attribute("data-lit"));
    for selector in lit.selectors(&shared) {
        each(root, &selector, |node| _ = node.set_attribute("data-lit", ""));
    }
    model.lit.set(lit.records);
}

/// What a node shows.
#[derive(Default)]
struct Lit {
    records: Vec<RecordIx>,
    places: Vec<PlaceIx>,
}

impl Lit {
    fn of(shared: &Shared, model: Model, node: &Element) -> Self {
        let catalogue = &shared.catalogue;
        if let Some(ids) = node.get_attribute("data-place") {
            let ids = ids.split(' ').filter_map(|id| id.parse().ok());
            let places: Vec<PlaceIx> = ids.filter_map(|id| catalogue.place_index(&id)).collect();
            let all = places.iter().flat_map(|place| shared.engine.records_at(*place));
            let records = model.results.with_untracked(|results| {
                all.filter(|record| results.hits.contains(*record)).take(MOST).collect()
            });
            return Self { records, places };
        }
        let id = ["data-project", "data-row", "data-bar"]
            .into_iter()
            .find_map(|name| node.get_attribute(name)?.parse().ok());
        let records: Vec<RecordIx> = id.and_then(|id| catalogue.find(&id)).into_iter().collect();
        let places = shared.engine.places(&shared.engine.set_of(&records));
        let touched = places.touched.iter().map(|touched| touched.place);
        let places = touched.chain(places.outlined.iter().map(|(place, _)| *place)).collect();
        Self { records, places }
    }

    fn selectors(&self, shared: &Shared) -> Vec<String> {
        let catalogue = &shared.catalogue;
        let ids = self.records.iter().filter_map(|record| Some(&catalogue.record(*record)?.id));
        let records = ids
            .map(|id| format!("[data-project=\"{id}\"],[data-row=\"{id}\"],[data-bar=\"{id}\"]"));
        let ids = self.places.iter().filter_map(|place| Some(&catalogue.place_at(*place)?.id));
        records.chain(ids.map(|id| format!("[data-place~=\"{id}\"]"))).collect()
    }
}

fn each(root: &Element, selector: &str, change: impl Fn(&Element)) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for node in (0..found.length()).filter_map(|at| found.item(at)) {
        change(node.unchecked_ref());
    }
}
