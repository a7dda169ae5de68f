//! The facts: what a record can say, and nothing about how it is found or drawn.
//!
//! Everything here is a plain value that serde reads from a seed file, a published catalogue or
//! a foreign `src`. Ids, codes, dates and addresses are types that cannot hold a wrong text, so
//! that a fault is met where it is read and nowhere else. `build.rs` compiles this module as well;
//! it may therefore use `std` and serde only.

mod alphabet;
mod code;
mod date;
mod document;
mod localized;
mod lookup;
mod period;
mod place;
mod record;
mod status;
mod vocabulary;

pub use alphabet::Alphabet;
pub use code::{
    CountryCode, DocumentId, FunderId, HttpsUrl, InvalidText, Mailbox, MunicipalityCode, PlaceId,
    ProgrammeId, PublisherId, RecordId, ThemeId,
};
pub use date::{Date, Day, Precision as DatePrecision, Qualifier, Season};
pub use document::{Document, SCHEMA_VERSION};
pub use localized::{Lang, Localized};
pub use lookup::{Catalogue, MunicipalityIx, PlaceIx, RecordIx};
pub use period::{Duration, Edtf, Endpoint, InvalidEdtf, Meaning, Period};
pub use place::{Place, Point, Precision};
pub use record::{
    Activity, Claim, ClaimedStatus, Currency, Figure, Form, Funding, Link, Listing, Money, Outcome,
    Override, Owner, Partner, Record, Relation, RelationKind, Site, Standing,
};
pub use status::{STALE_AFTER_MONTHS, Status};
pub use vocabulary::{
    Contact, Country, Funder, Keyword, Municipality, Programme, Publisher, Source, Theme,
};
