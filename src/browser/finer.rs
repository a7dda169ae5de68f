//! The finer map: fetched from where the program came from, once somebody looks closely.

use std::sync::Arc;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use crate::atlas::Basemap;
use crate::ui::Shared;

#[wasm_bindgen]
extern "C" {
    /// The address of the glue that runs this program.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static HERE: String;
}

/// The file's name, which comes from its content: it never changes, and may be cached for ever.
const NAME: &str = env!("BASEMAP_DETAIL");

/// Fetches the finer map for all elements of the page, and tells this one when it is there. Without it the
/// coarse one stays, which shows the same places: the console says why, and the next closer look tries again.
pub(super) fn fetch(shared: Arc<Shared>, is_fine: RwSignal<bool>) {
    spawn_local(async move {
        if !shared.is_fine() {
            match load().await {
                Ok(basemap) => shared.refine(basemap),
                Err(error) => return leptos::logging::warn!("partner-atlas: {NAME}: {error}"),
            }
        }
        is_fine.try_set(true);
    });
}

async fn load() -> Result<Basemap, String> {
    let address = HERE.with(|here| web_sys::Url::new_with_base(NAME, here));
    let address = address.map_err(|_| "no address")?.href();
    let response = Request::get(&address).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(response.status_text());
    }
    let text = response.text().await.map_err(|error| error.to_string())?;
    Basemap::parse(&text).map_err(|error| error.to_string())
}
