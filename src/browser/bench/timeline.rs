//! The timeline without the rest of the app, as the peers' benchmark draws its timelines.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::Source;
use crate::browser::config::Config;
use crate::browser::embed::{Mounted, draw, next_instance};
use crate::query::{Facet, Value};
use crate::ui::{Model, TimelineAlone};

/// A timeline that is mounted; dropping it (`free()` in JavaScript) takes it away.
#[wasm_bindgen]
pub struct MountedTimeline {
    #[expect(dead_code, reason = "kept for its drop, which unmounts")]
    mounted: Mounted,
    model: Rc<Cell<Option<Model>>>,
}

/// Draws the timeline of a catalogue, and nothing else, into `root`, the shadow root of `host`.
#[wasm_bindgen(js_name = mountTimeline)]
#[must_use]
pub fn mount_timeline(host: HtmlElement, root: ShadowRoot, source: &Source) -> MountedTimeline {
    let config = Config::of(&host, next_instance());
    let model = Rc::new(Cell::new(None));
    let kept = Rc::clone(&model);
    let mounted = draw(host, root, config, Arc::clone(&source.shared), move |model| {
        kept.set(Some(model));
        view! { <TimelineAlone model /> }
    });
    MountedTimeline { mounted, model }
}

#[wasm_bindgen]
impl MountedTimeline {
    /// Leaves the records of one theme, as a click in its filter would.
    pub fn choose(&self, theme: &str) {
        if let Some(model) = self.model.get() {
            model.ask(|query| query.only(Facet::Theme, Value::parse(theme)));
        }
    }
}
