//! Partneratlas: Swedish municipalities' international projects as one static, embeddable page.
//!
//! Data flows one way: seeds → [`catalogue`] → index → selection → views. The modules of the core
//! know no browser and are tested on the host.

/// tmp
pub mod atlas {
    /// tmp
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub enum Jump {
        /** a */
        All,
        /** a */
        Europe,
        /** a */
        Kenya,
        /** a */
        SouthAfrica,
    }
}
pub mod catalogue;
pub mod embedded;
pub mod i18n;
pub mod query;
#[cfg(feature = "check")]
pub mod seeds;
pub mod timeline;
pub mod url;
