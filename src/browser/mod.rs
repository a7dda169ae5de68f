//! All that speaks to the browser: the exports that `embed.js` calls, address, size and style.

mod config;
mod day;
mod embed;
mod event;
mod history;
mod sheet;
mod size;

pub use embed::{Mounted, mount, style_text};
