//! Mounting the app into an element's shadow root, and taking it away again.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Function, Promise};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::arrival::Arrived;
use super::config::Config;
use super::history::Address;
use super::{event, finer, follow, history, save, sheet, size, source, text};
use crate::catalogue::Day;
use crate::embedded;
use crate::facts::newest;
use crate::query::{Engine, Query, limited};
use crate::ui::{App, Model, Platform, Shared};
use crate::url::{self, State};

/// An app that is mounted; dropping it (`free()` in JavaScript) takes it away.
#[wasm_bindgen]
pub struct Mounted {
    // The handle's type holds the whole view's type; nobody needs to know it.
    #[expect(dead_code, reason = "kept for its drop, which unmounts")]
    handle: Box<dyn Any>,
    /// There from the first drawing on.
    model: Option<Model>,
}

#[wasm_bindgen]
impl Mounted {
    /// Draws the next part of the app; whether there is more.
    #[must_use]
    pub fn grow(&self) -> bool {
        self.model.is_some_and(Model::grow)
    }

    /// What the visitor has chosen, but for what some of the host's attributes, by name with spaces between,
    /// decide anew.
    #[must_use]
    pub fn choice(&self, attributes: &str) -> String {
        let Some(mut state) = self.model.and_then(|model| model.state.try_get_untracked()) else {
            return String::new();
        };
        let is_new = |name: &str| attributes.split(' ').any(|other| other == name);
        if is_new("view") || is_new("views") {
            state.view = None;
        }
        if is_new("lang") {
            state.lang = None;
        }
        state.foreign.clear();
        url::format(&state, "")
    }
}

/// The style sheet for the shadow root.
#[wasm_bindgen(js_name = styleText)]
#[must_use]
pub fn style_text() -> String {
    sheet::TEXT.to_owned()
}

/// A catalogue with its index, ready to be drawn.
#[wasm_bindgen]
pub struct Opened(Arc<Shared>);

/// Opens the catalogue of an element: what arrived from elsewhere, or the embedded one. Waits now and then for
/// the promise that `pause` returns, so that a slow device can answer its visitor in between.
///
/// # Errors
/// The catalogue cannot be read, which a build that succeeded rules out for the embedded one.
#[wasm_bindgen]
pub async fn open(
    host: HtmlElement,
    arrived: Option<Arrived>,
    pause: Function,
) -> Result<Opened, JsError> {
    let today = Config::today_of(&host);
    let preset = Config::wishes_of(&host).preset;
    let is_own = arrived.is_none();
    if is_own && let Some(shared) = opened_last(today, &preset) {
        return Ok(Opened(shared));
    }
    let pause = async || {
        if let Ok(promise) = pause.call0(&JsValue::UNDEFINED) {
            // Nothing but a turn of the page: whatever it says, the work goes on.
            let _ = JsFuture::from(promise.unchecked_into::<Promise>()).await;
        }
    };
    let (found, mut notice) = arrived.map(Arrived::catalogue).unwrap_or_default();
    let mut catalogue = match found {
        Some(catalogue) => catalogue,
        None => {
            let document = embedded::document()?;
            pause().await;
            let catalogue = embedded::in_order(document);
            // Said only where something else was asked for.
            notice.built_in = if is_own { None } else { newest(&catalogue) };
            catalogue
        }
    };
    pause().await;
    let mut engine = source::engine(&catalogue, today, &pause).await;
    if preset != Query::default() {
        warn_of_unknown(&engine, &preset);
        catalogue = limited(catalogue, &engine, &preset);
        engine = source::engine(&catalogue, today, &pause).await;
    }
    pause().await;
    let shared = Arc::new(Shared::new(catalogue, engine, today).noting(notice));
    if is_own {
        LAST.set(Some((today, preset, Arc::clone(&shared))));
    }
    Ok(Opened(shared))
}

/// Tells whoever wrote the page which values of a preset no record has.
fn warn_of_unknown(engine: &Engine, preset: &Query) {
    for (facet, value) in preset.chosen() {
        if engine.column(facet).is_none_or(|column| !column.values.contains(value)) {
            leptos::logging::warn!("partner-atlas: no record has {}={value}", facet.key());
        }
    }
}

/// Draws the first part of the app into what `room` returns, a node in the shadow root of `host`;
/// [`Mounted::grow`] draws the rest. `choice` is what the visitor has chosen in an earlier drawing
/// ([`Mounted::choice`]); without one, the address of the page may tell.
///
/// # Errors
/// `room` throws.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    room: &Function,
    opened: &Opened,
    choice: Option<String>,
) -> Result<Mounted, JsValue> {
    let mut config = Config::of(&host, next_instance());
    config.settings.begins_whole = false;
    config.choice = choice.or(config.choice);
    let room = room.call0(&JsValue::UNDEFINED)?.unchecked_into();
    let shared = Arc::clone(&opened.0);
    Ok(draw(host, room, config, shared, |model| view! { <App model /> }))
}

/// Draws a view of a catalogue that is there already.
pub(super) fn draw<V: IntoView + 'static>(
    host: HtmlElement,
    room: HtmlElement,
    config: Config,
    shared: Arc<Shared>,
    view: impl FnOnce(Model) -> V + 'static,
) -> Mounted {
    let address = Address::of(&config.settings);
    let made = Rc::new(Cell::new(None));
    let model_of = Rc::clone(&made);
    let handle = mount_to(room, move || {
        let mut state = address.as_ref().map(Address::read).unwrap_or_default();
        if let Some(choice) = &config.choice {
            state = State { foreign: state.foreign, ..url::parse(choice, "") };
        }
        let model = Model::new(shared, config.settings, PLATFORM, state);
        if let Some(address) = address {
            history::follow(model, address);
        }
        event::tell(model, host);
        model_of.set(Some(model));
        view(model)
    });
    Mounted { handle: Box::new(handle), model: made.take() }
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
    /// The embedded catalogue as it was opened last, with its day and what it is limited to: several elements
    /// of one page want the same.
    static LAST: Cell<Option<(Day, Query, Arc<Shared>)>> = const { Cell::new(None) };
    static HAS_STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// The embedded catalogue, if it was opened last for the same day and preset.
fn opened_last(today: Day, preset: &Query) -> Option<Arc<Shared>> {
    let last = LAST.take();
    let same = last.as_ref().filter(|last| last.0 == today && last.1 == *preset);
    let shared = same.map(|last| Arc::clone(&last.2));
    LAST.set(last);
    shared
}

/// Makes the program keep quiet after a panic: parts of it may still be called, by timers and listeners,
/// while another program has taken its place.
#[wasm_bindgen]
pub fn stop() {
    HAS_STOPPED.set(true);
}

/// Whether the host and the address are no longer this program's business.
pub(super) fn has_stopped() -> bool {
    HAS_STOPPED.get()
}

/// Tells the elements of a page apart.
pub(super) fn next_instance() -> u32 {
    INSTANCES.with(|count| {
        count.set(count.get() + 1);
        count.get()
    })
}
