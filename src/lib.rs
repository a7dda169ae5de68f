//! Partneratlas: Swedish municipalities' international projects as one static, embeddable page.
//!
//! Data flows one way: seeds → [`catalogue`] → index → selection → views. The modules of the core
//! know no browser and are tested on the host.

pub mod atlas;
#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "bygg")]
pub mod bygg;
pub mod catalogue;
#[cfg(test)]
mod collation;
#[cfg(feature = "reader")]
pub mod courier;
mod cover;
pub mod decimal;
pub mod embedded;
pub mod facts;
pub mod i18n;
pub mod json;
pub mod map;
#[cfg(feature = "tool")]
pub mod pages;
pub mod query;
pub mod ranked;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(feature = "check")]
pub mod seeds;
pub mod snippets;
pub mod svg;
pub mod timeline;
#[cfg(feature = "ui")]
pub mod ui;
pub mod url;
#[cfg(any(feature = "browser", feature = "reader"))]
mod web;
pub mod wishes;
