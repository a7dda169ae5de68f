//! Swedish alphabetical order by ICU4X: for the build, which ranks the embedded texts, and for tests.
//!
//! Never in the program: its tables weigh more than the Wasm may (docs/adr/0012). A file of its own so
//! that `build.rs` and `tests/support` can compile it too; it may use `icu_collator` only.

use std::cmp::Ordering;
use std::error::Error;

use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;

/// Compares two texts as a Swedish dictionary does and as the browser's `Intl.Collator("sv")` does:
/// å, ä and ö last, then accents, then case.
///
/// # Errors
/// ICU4X has no data for Swedish, which its compiled data rule out.
pub(crate) fn swedish() -> Result<impl Fn(&str, &str) -> Ordering, Box<dyn Error + Send + Sync>> {
    let collator = Collator::try_new(locale!("sv").into(), CollatorOptions::default())?;
    Ok(move |a: &str, b: &str| collator.compare(a, b))
}
