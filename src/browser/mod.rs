//! All that speaks to the browser: the exports that `embed.js` calls, address, size and style.

#[cfg(feature = "source")]
#[expect(dead_code, reason = "the element's `src` is to call it")]
mod collator;
mod config;
mod day;
mod embed;
mod event;
mod history;
#[cfg(feature = "source")]
mod pause;
mod sheet;
mod size;

pub use embed::{Mounted, mount, style_text};
