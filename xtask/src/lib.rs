//! What the project's commands share with its browser tests: where things are, a static file
//! server that behaves like the hosts of the product, and the browser of this machine.
//!
//! The commands themselves are the binary of the same name (`main.rs`).

mod error;

pub mod browser;
pub mod hosts;
pub mod installed;
pub mod program;
pub mod server;
pub mod web_servers;
pub mod workspace;

pub use error::{Context, Error, Result};
