//! What the benchmarks call: the same app and the same engine, on a catalogue of any size.

mod alone;
mod heap;
mod peer;

use std::sync::Arc;

use js_sys::Object;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

pub use alone::{MountedAlone, mount_alone};
pub use peer::PeerEngine;

use super::config::Config;
use super::day;
use super::embed::{Mounted, draw, next_instance};
use super::source;
use crate::catalogue::{Catalogue, Day};
use crate::ui::{App, Shared};
use crate::web::{collator, pause};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// A catalogue with its index, ready to be mounted.
#[wasm_bindgen]
pub struct Source {
    shared: Arc<Shared>,
    timings: Object,
}

#[wasm_bindgen]
impl Source {
    /// What opening took: milliseconds of `parse`, of `order` (the alphabet)
    /// and of `index`, the bytes in use after parsing as
    /// `parsedBytes`, and what the index added as `indexBytes`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn timings(&self) -> Object {
        self.timings.clone()
    }
}

/// Reads a catalogue file and makes its index.
///
/// # Errors
/// The bytes are no catalogue, or `today` is no date.
#[wasm_bindgen(js_name = openCatalogue)]
pub async fn open_catalogue(bytes: Vec<u8>, today: String) -> Result<Source, JsError> {
    let today = day_of(&today)?;
    let start = now();
    let document = serde_json::from_slice(&bytes)?;
    drop(bytes);
    let (parsed, parsed_bytes) = (now(), heap::bytes());
    let alphabet = collator::alphabet(&document).await;
    let catalogue = Catalogue::new(document, alphabet);
    let (sorted, sorted_bytes) = (now(), heap::bytes());
    let engine = source::engine(&catalogue, today, pause).await;
    let (indexed, indexed_bytes) = (now(), heap::bytes());
    let shared = Arc::new(Shared::new(catalogue, engine, today));
    let timings = object(&[
        ("parse", parsed - start),
        ("order", sorted - parsed),
        ("index", indexed - sorted),
        ("parsedBytes", parsed_bytes),
        ("indexBytes", indexed_bytes - sorted_bytes),
    ]);
    Ok(Source { shared, timings })
}

/// Draws the app into `root`, the shadow root of `host`, on a catalogue of the benchmark's.
#[wasm_bindgen(js_name = mountSource)]
#[must_use]
pub fn mount_source(host: HtmlElement, root: ShadowRoot, source: &Source) -> Mounted {
    let config = Config::of(&host, next_instance());
    draw(host, room_in(root), config, Arc::clone(&source.shared), |model| view! { <App model /> })
}

/// The size of the program's whole memory: all that it ever needed at once.
#[wasm_bindgen(js_name = memoryBytes)]
#[must_use]
pub fn memory_bytes() -> f64 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
    f64::from(buffer.byte_length())
}

/// A shadow root takes children as an element does; Leptos mounts its portals in the same way.
fn room_in(root: ShadowRoot) -> HtmlElement {
    root.unchecked_into()
}

fn day_of(text: &str) -> Result<Day, JsError> {
    day::fixed(text).ok_or_else(|| JsError::new("today is no date"))
}

fn object(entries: &[(&str, f64)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // A fresh object takes every key.
        let _ = js_sys::Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    object
}
