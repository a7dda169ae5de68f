//! Mounting the app into an element's shadow root, and taking it away again.

use std::any::Any;
use std::cell::Cell;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::config::Config;
use super::{event, finer, follow, history, save, sheet, size, text};
use crate::catalogue::Day;
use crate::embedded;
use crate::query::Engine;
use crate::ui::{App, Model, Platform, Shared};
use crate::url::State;

/// An app that is mounted; dropping it (`free()` in JavaScript) takes it away.
#[wasm_bindgen]
pub struct Mounted {
    // The handle's type holds the whole view's type; nobody needs to know it.
    #[expect(dead_code, reason = "kept for its drop, which unmounts")]
    handle: Box<dyn Any>,
}

/// The style sheet for the shadow root.
#[wasm_bindgen(js_name = styleText)]
#[must_use]
pub fn style_text() -> String {
    sheet::TEXT.to_owned()
}

/// Draws the app into `root`, the shadow root of `host`.
///
/// # Errors
/// The embedded data cannot be read, which a build that succeeded rules out.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, root: ShadowRoot) -> Result<Mounted, JsError> {
    let config = Config::of(&host, next_instance());
    let shared = shared(config.today)?;
    Ok(draw(host, root, config, shared, |model| view! { <App model /> }))
}

/// Draws a view of a catalogue that is there already.
pub(super) fn draw<V: IntoView + 'static>(
    host: HtmlElement,
    root: ShadowRoot,
    config: Config,
    shared: Arc<Shared>,
    view: impl FnOnce(Model) -> V + 'static,
) -> Mounted {
    let prefix = config.settings.prefix.clone();
    // A shadow root takes children as an element does; Leptos mounts its portals in the same way.
    let parent: HtmlElement = root.unchecked_into();
    let handle = mount_to(parent, move || {
        let state = if config.url_state { history::read(&prefix) } else { State::default() };
        let model = Model::new(shared, config.settings, PLATFORM, state);
        if config.url_state {
            history::follow(model, prefix);
        }
        event::tell(model, host);
        view(model)
    });
    Mounted { handle: Box::new(handle) }
}

/// What the views get of the browser.
const PLATFORM: Platform = Platform {
    width_of: size::width_of,
    scrolled_past: follow::scrolled_past,
    font_of: text::font_of,
    text_width: text::text_width,
    printing: follow::printing,
    save: save::save,
    country_name: text::country_name,
    finer_map: finer::fetch,
};

thread_local! {
    static INSTANCES: Cell<u32> = const { Cell::new(0) };
    static SHARED: Cell<Option<Arc<Shared>>> = const { Cell::new(None) };
}

/// Tells the elements of a page apart.
pub(super) fn next_instance() -> u32 {
    INSTANCES.with(|count| {
        count.set(count.get() + 1);
        count.get()
    })
}

/// The catalogue and its index, read once for all elements of a page that live on the same day.
fn shared(today: Day) -> Result<Arc<Shared>, JsError> {
    let known = SHARED.take().filter(|shared| shared.today == today);
    let shared = match known {
        Some(shared) => shared,
        None => {
            let catalogue = embedded::catalogue()?;
            let engine = Engine::new(&catalogue, today);
            Arc::new(Shared::new(catalogue, engine, today))
        }
    };
    SHARED.set(Some(Arc::clone(&shared)));
    Ok(shared)
}
