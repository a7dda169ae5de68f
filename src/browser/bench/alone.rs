//! A view without the rest of the app, as the peers' benchmark draws timelines and maps.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::{Source, room_in};
use crate::browser::config::Config;
use crate::browser::embed::{Mounted, draw, next_instance};
use crate::query::{Facet, Value};
use crate::ui::{Alone, Model};

/// A view that is mounted; dropping it (`free()` in JavaScript) takes it away.
#[wasm_bindgen]
pub struct MountedAlone {
    #[expect(dead_code, reason = "kept for its drop, which unmounts")]
    mounted: Mounted,
    model: Rc<Cell<Option<Model>>>,
}

/// Draws the timeline or the map of a catalogue, as the host's `view` says, and nothing else, into `root`, the shadow root of `host`.
#[wasm_bindgen(js_name = mountAlone)]
#[must_use]
pub fn mount_alone(host: HtmlElement, root: ShadowRoot, source: &Source) -> MountedAlone {
    let config = Config::of(&host, next_instance());
    let model = Rc::new(Cell::new(None));
    let kept = Rc::clone(&model);
    let mounted = draw(host, room_in(root), config, Arc::clone(&source.shared), move |model| {
        kept.set(Some(model));
        view! { <Alone model /> }
    });
    MountedAlone { mounted, model }
}

#[wasm_bindgen]
impl MountedAlone {
    /// Leaves the records of one theme, as a click in its filter would.
    pub fn choose(&self, theme: &str) {
        if let Some(model) = self.model.get() {
            model.ask(|query| query.only(Facet::Theme, Value::parse(theme)));
        }
    }
}
