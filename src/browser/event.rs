//! What the host page is told.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::embed::has_stopped;
use crate::ui::Model;

/// Tells the host of every change of the selection, the language and the open record:
/// `pa-ready` once, then `pa-filter-change` and `pa-open`. Details are plain data.
pub(super) fn tell(model: Model, host: HtmlElement) {
    let host = StoredValue::new_local(host);
    let send = move |name: &str| {
        host.try_with_value(|host| dispatch(host, name, model));
    };
    let is_whole = model.is_whole();
    Effect::new(move |before: Option<Option<Option<String>>>| {
        model.query.track();
        model.lang.track();
        model.view.track();
        let open = model.open.get().map(|id| id.to_string());
        if !is_whole.get() {
            return None;
        }
        match before.flatten() {
            None => send("pa-ready"),
            Some(before) if before != open && open.is_some() => send("pa-open"),
            Some(_) => send("pa-filter-change"),
        }
        Some(open)
    });
}

fn dispatch(host: &HtmlElement, name: &str, model: Model) {
    if has_stopped() {
        return;
    }
    let detail = js_sys::Object::new();
    let set = |key: &str, value: JsValue| {
        // A fresh object takes every key.
        let _ = js_sys::Reflect::set(&detail, &key.into(), &value);
    };
    let count = model.results.with_untracked(|results| results.count);
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    set("count", count.into());
    set("lang", model.lang.get_untracked().tag().into());
    set("view", model.view.get_untracked().key().into());
    let title = model.open.get_untracked().and_then(|id| {
        let shared = model.shared();
        let record = shared.catalogue.record(shared.catalogue.find(&id)?)?;
        set("id", id.as_str().into());
        Some(record.title.text(model.lang.get_untracked()).to_owned())
    });
    set("title", title.map_or(JsValue::NULL, JsValue::from));
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Whether the host cancels it makes no difference.
        let _ = host.dispatch_event(&event);
    }
}
