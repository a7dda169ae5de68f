//! Where the program came from.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The address of the glue that runs this program, in the folder `assets/` of the site.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static HERE: String;
}

/// The address of what lies at a path from there.
pub(super) fn address_of(path: &str) -> Option<String> {
    let address = HERE.with(|here| web_sys::Url::new_with_base(path, here));
    address.ok().map(|address| address.href())
}
