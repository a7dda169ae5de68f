//! Where marks lead.

use super::seen::Seen;
use crate::atlas::Frame;
use crate::catalogue::{CountryCode, Precision};
use crate::query::{Facet, Query, Value};

/// Where a mark leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// To the records of a value.
    Value(Facet, Value),
    /// Nearer, to the places of a cluster.
    Frame(Frame),
    /// Apart: places so close together that no frame parts them are drawn around their middle, near enough
    /// for nobody to land in another country.
    Fan(Frame),
    /// Nowhere: a partner's town in Sweden is no home, and `ort` is about places abroad.
    Nowhere,
}

impl Target {
    /// Whether a question asks for it already.
    #[must_use]
    pub fn is_chosen(&self, query: &Query) -> bool {
        matches!(self, Self::Value(facet, value) if query.has(*facet, value))
    }

    /// To the records of a country.
    pub(super) fn country(code: &CountryCode) -> Self {
        Self::Value(Facet::Country, Value::Id(code.as_str().into()))
    }

    /// A home leads to its municipality, a town or region to itself, anything wider to its country.
    pub(super) fn of(touched: &Seen<'_>) -> Self {
        let value = |id: &str| Value::Id(id.into());
        match (touched.home, touched.place.precision, &touched.place.country) {
            (Some(code), ..) => Self::Value(Facet::Municipality, value(code.as_str())),
            (None, ..) if !touched.place.is_abroad() => Self::Nowhere,
            (_, Precision::Country, Some(code)) => Self::country(code),
            _ => Self::Value(Facet::Place, value(touched.place.id.as_str())),
        }
    }
}
