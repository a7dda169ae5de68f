//! The catalogue that was checked and merged when this program was built.

use crate::catalogue::Catalogue;

/// The published form of it, in which it is embedded.
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// Reads the embedded catalogue.
///
/// # Errors
/// None in a program that was built, since `build.rs` wrote the text; the type says that text is
/// being read.
pub fn catalogue() -> serde_json::Result<Catalogue> {
    serde_json::from_str(JSON).map(Catalogue::new)
}
