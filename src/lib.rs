//! Partneratlas: Swedish municipalities' international projects as one static, embeddable page.
//!
//! Data flows one way: seeds → [`catalogue`] → index → selection → views. The modules of the core
//! know no browser and are tested on the host.
//!
//! | layer | modules | may use |
//! | --- | --- | --- |
//! | core | `catalogue` | `std`, serde |
//! | check (`feature = "check"`) | `seeds` | the core, serde_path_to_error |

pub mod catalogue;
