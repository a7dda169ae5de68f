//! The program in the browser. It does nothing by itself: `embed.js` calls its exports
//! ([`partneratlas::browser`]), which the linker keeps because they are exported.

use partneratlas as _;

fn main() {
    // The published program ends without a word where it breaks (docs/adr/0020).
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
}
