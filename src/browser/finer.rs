//! The finer map: fetched from where the program came from, once somebody looks closely.

use std::sync::Arc;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::here;
use crate::atlas::Basemap;
use crate::ui::Shared;

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
    let address = here::address_of(NAME).ok_or("no address")?;
    let response = Request::get(&address).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(response.status_text());
    }
    let text = response.text().await.map_err(|error| error.to_string())?;
    Basemap::parse(&text).map_err(|error| error.to_string())
}
