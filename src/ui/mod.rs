//! Leptos views of the core's values. They draw and pass on what the visitor does; they compute
//! nothing, and of the browser they touch only the nodes that they drew.

#![expect(unreachable_pub, reason = "the component macro makes its functions `pub`")]

#[cfg(feature = "bench")]
mod alone;
mod announce;
mod apart;
mod app;
mod chips;
mod detail;
mod drawn;
mod each;
mod entry;
mod filters;
mod focus;
mod gesture;
mod glyph;
mod grow;
mod growth;
mod language;
mod link;
mod lit;
mod map;
mod mark;
mod model;
mod results;
mod roving;
mod save;
mod search;
mod sections;
mod slots;
mod tags;
mod timeline;
mod timer;
mod years;

#[cfg(feature = "bench")]
pub use alone::Alone;
pub use app::App;
pub use model::{Model, Platform, Saved, Settings, Shared};
