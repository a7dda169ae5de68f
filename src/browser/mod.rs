//! All that speaks to the browser: the exports that `embed.js` calls, address, size and style.

#[cfg(feature = "bench")]
mod bench;
mod canvas;
#[cfg(feature = "bench")]
mod collator;
mod config;
mod day;
mod embed;
mod event;
mod finer;
mod follow;
mod history;
#[cfg(feature = "bench")]
mod pause;
mod save;
mod sheet;
mod size;
#[cfg(feature = "bench")]
mod source;
mod text;

#[cfg(feature = "bench")]
pub use bench::{
    MountedAlone, PeerEngine, Source, memory_bytes, mount_alone, mount_source, open_catalogue,
};
pub use embed::{Mounted, mount, style_text};
