//! Partneratlas: Swedish municipalities' international projects as one static, embeddable page.
//!
//! Data flows one way: seeds → [`catalogue`] → index → selection → views. The modules of the core
//! know no browser and are tested on the host.

pub mod atlas;
#[cfg(feature = "browser")]
pub mod browser;
pub mod catalogue;
#[cfg(test)]
mod collation;
mod cover;
pub mod decimal;
pub mod embedded;
pub mod i18n;
pub mod json;
pub mod map;
pub mod query;
pub mod ranked;
#[cfg(feature = "check")]
pub mod seeds;
pub mod svg;
pub mod timeline;
#[cfg(feature = "ui")]
pub mod ui;
pub mod url;
