//! From a question to the records that answer it: facets, years, text, order, counts.
//!
//! Knows the catalogue and nothing of views or addresses.

mod bits;
mod column;
mod engine;
mod facet;
mod fold;
mod order;
mod places;
mod selection;
mod text;

pub use bits::Bits;
pub use column::Column;
pub use engine::{Engine, Results};
pub use facet::{Facet, MISSING, Value};
pub use fold::fold;
pub use order::Sort;
pub use places::{Tie, Touched, places};
pub use selection::{Query, Years};
pub use text::matches;
