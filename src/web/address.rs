//! Addresses as the document means them.

use web_sys::Url;

/// What an address in the document leads to; `None` if it cannot be read.
pub(crate) fn in_document(address: &str) -> Option<Url> {
    let base = web_sys::window()?.document()?.base_uri().ok()??;
    Url::new_with_base(address, &base).ok()
}
