//! Fetching a text from an address that somebody else keeps: in time, in measure, and without saying who asks.

use gloo_net::Error;
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestMode,
};

use crate::web::in_document;

/// How long all of it may take, ms.
const PATIENCE: u32 = 8_000;

/// The text at an address, or why there is none, in Swedish. The browser's own cache is used as the server
/// allows (`ETag`).
pub(super) async fn fetch(address: &str, max_bytes: f64) -> Result<String, String> {
    let address = allowed(address)?;
    let signal = AbortSignal::timeout_with_u32(PATIENCE);
    let request = Request::get(&address)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .mode(RequestMode::Cors)
        .abort_signal(Some(&signal));
    let response = request.send().await.map_err(|error| unreached(&signal, &error))?;
    if !response.ok() {
        return Err(format!("servern svarade {}", response.status()));
    }
    // Where it was sent on to.
    allowed(&response.url())?;
    let length = response.headers().get("content-length").and_then(|text| text.parse().ok());
    if length.is_some_and(|length: f64| length > max_bytes) {
        return Err(too_large(max_bytes));
    }
    let bytes = body(&response, &signal, max_bytes).await?;
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
    let text = str::from_utf8(bytes).map_err(|_| "filen är inte skriven i UTF-8")?;
    Ok(text.to_owned())
}

/// A whole address that may be asked: an encrypted one, one beside the page itself, or one of this very machine,
/// where somebody tries a catalogue out.
fn allowed(address: &str) -> Result<String, String> {
    let url = in_document(address).ok_or("adressen går inte att läsa")?;
    let own = web_sys::window().and_then(|window| window.location().origin().ok());
    let is_own = own.is_some_and(|own| own == url.origin()) && url.protocol().starts_with("http");
    let is_here = matches!(&*url.hostname(), "localhost" | "127.0.0.1" | "[::1]");
    if is_own || url.protocol() == "https:" || (is_here && url.protocol() == "http:") {
        Ok(url.href())
    } else {
        Err("adressen måste börja med https:// eller ligga på samma webbplats".to_owned())
    }
}

fn too_large(max_bytes: f64) -> String {
    format!(
        "filen är större än {} kB; attributet max-bytes tillåter mer",
        (max_bytes / 1024.0).floor()
    )
}

/// Why nothing came. The browser hides what exactly it was from the page.
fn unreached(signal: &AbortSignal, error: &Error) -> String {
    if signal.aborted() {
        return too_late();
    }
    format!(
        "gick inte att hämta ({error}): adressen är fel, servern svarar inte, den tillåter inte andra webbplatser \
         (CORS) eller så tillåter sidans säkerhetspolicy (connect-src) inte adressen"
    )
}

fn too_late() -> String {
    format!("kom inte fram inom {} sekunder", PATIENCE / 1000)
}

/// All of a body, which is counted while it comes.
async fn body(
    response: &Response,
    signal: &AbortSignal,
    max_bytes: f64,
) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let part = JsFuture::from(reader.read()).await;
        let part = part.map_err(|_| if signal.aborted() { too_late() } else { broken_off() })?;
        let value = Reflect::get(&part, &"value".into()).unwrap_or(JsValue::UNDEFINED);
        let Ok(value) = value.dyn_into::<Uint8Array>() else { return Ok(bytes) };
        if f64::from(value.length()) + length(&bytes) > max_bytes {
            // Nobody waits for the end of it.
            let _ = reader.cancel();
            return Err(too_large(max_bytes));
        }
        let start = bytes.len();
        bytes.resize(start + value.length() as usize, 0);
        if let Some(free) = bytes.get_mut(start..) {
            value.copy_to(free);
        }
    }
}

fn broken_off() -> String {
    "överföringen bröts".to_owned()
}

/// How many bytes there are; far fewer than a float can count.
fn length(bytes: &[u8]) -> f64 {
    u32::try_from(bytes.len()).map_or(f64::INFINITY, f64::from)
}
