//! The file format: one shape for a seed file, the published catalogue and a foreign `src`.

use serde::{Deserialize, Serialize};

use super::place::Place;
use super::record::Record;
use super::vocabulary::{
    Contact, Country, Funder, Municipality, Programme, Publisher, Source, Theme,
};

/// The version of the format; a higher one may add fields that this program does not know.
pub const SCHEMA_VERSION: u32 = 1;

/// A catalogue file. Every section may be missing, so that vocabularies and records can stand in
/// files of their own; together they make one catalogue.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Document {
    /// Where an editor finds the schema.
    #[serde(default, rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of the format.
    pub schema_version: u32,
    /// Who publishes the records of this file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub publishers: Vec<Publisher>,
    /// Municipalities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<Municipality>,
    /// Contacts of municipalities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// Places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// Funders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funders: Vec<Funder>,
    /// Programmes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    /// Source documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Record>,
}
