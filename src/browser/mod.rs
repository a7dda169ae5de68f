//! All that speaks to the browser: the exports that `embed.js` calls, address, size and style.

mod arrival;
#[cfg(feature = "bench")]
mod bench;
mod canvas;
mod config;
mod day;
mod embed;
mod event;
mod finer;
mod follow;
mod here;
mod history;
mod save;
mod sheet;
mod size;
mod source;
mod text;

pub use arrival::Arrived;
#[cfg(feature = "bench")]
pub use bench::{
    MountedAlone, PeerEngine, Source, memory_bytes, mount_alone, mount_source, open_catalogue,
};
pub use embed::{Mounted, Opened, mount, open, stop, style_text};
