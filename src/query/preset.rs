//! A catalogue that is limited from the start: what a host presets for its element.

use super::engine::Engine;
use super::facet::{Facet, Value};
use super::selection::Query;
use crate::catalogue::{Catalogue, Form, Listing};

/// The catalogue in which only that is listed which a preset finds, whatever its words are; everything else can
/// still be pointed to. `engine` is the index of the catalogue as it is.
#[must_use]
pub fn limited(catalogue: Catalogue, engine: &Engine, preset: &Query) -> Catalogue {
    let within = engine.within(preset);
    // As a filter, this form lists parts of other records; a preset of it is about nothing else.
    let applications = Value::Id(Form::Application.key().into());
    let lists_parts = preset.has(Facet::Form, &applications);
    catalogue.relisted(|index, record| match record.listing {
        _ if !within.contains(index) => Listing::Reference,
        Listing::Part if lists_parts && record.form == Form::Application => Listing::Entry,
        listing => listing,
    })
}
