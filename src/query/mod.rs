//! From a question to the records that answer it: facets, years, text, order, counts.
//!
//! Knows the catalogue and nothing of views or addresses. An index is made once, by [`Builder`]; what
//! is asked again and again ([`Engine::run`]) works on columns of numbers and sets of bits only.

mod bits;
mod builder;
mod column;
mod engine;
mod facet;
mod lookup;
mod order;
mod places;
mod posting;
mod preset;
mod resolve;
mod results;
mod selection;
mod span;
mod text;

pub use bits::Bits;
pub use builder::Builder;
pub use column::Column;
pub use engine::Engine;
pub use facet::{Facet, MISSING, Value};
pub use order::Sort;
pub use places::{Places, Tie, Touched};
pub use preset::limited;
pub use results::Results;
pub use selection::{Query, Years};
#[cfg(feature = "reader")]
pub(crate) use text::fold;
pub(crate) use text::initial;
pub use text::{Matching, Memory, Wanted};
