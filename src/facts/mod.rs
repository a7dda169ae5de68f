//! What a record says, in words: short texts for lists, and its page section by section.
//!
//! Views and static pages show the same values, so that they cannot disagree. A text of the catalogue
//! stays a [`Localized`](crate::catalogue::Localized), so that who shows it can say in which language it is.

mod evidence;
mod funding;
mod label;
mod lists;
mod notice;
mod pairs;
mod partners;
mod related;
mod short;
mod sign;

pub use evidence::{Contacted, Links, SourceLine, checked_text, contacts, links, sources};
pub use funding::{FundingLine, funding, payers};
pub use label::{options, value_label};
pub use lists::{corrections, lists};
pub use notice::{Notice, newest};
pub use pairs::{Fact, Said, facts};
pub use partners::{PartnerLine, partners};
pub use related::{RecordLine, parts, record_line, ties};
pub use short::{
    abroad_text, countries_text, full_text, home_text, municipalities_text, status_note, when_text,
    where_text,
};
pub use sign::{form_sign, status_sign};
