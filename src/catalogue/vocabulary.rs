//! What records point to: shared vocabularies, publishers, sources.

use serde::{Deserialize, Serialize};

use super::code::{
    CountryCode, DocumentId, FunderId, HttpsUrl, Mailbox, MunicipalityCode, PlaceId, ProgrammeId,
    PublisherId, ThemeId,
};
use super::localized::Localized;
use super::period::Edtf;

/// A theme; the facet `tema`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Theme {
    /// Stable id.
    pub id: ThemeId,
    /// The name to show.
    pub name: Localized,
    /// The finer subjects that it gathers; a record names its themes only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Keyword>,
}

/// A finer subject than a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Keyword {
    /// The key under which the facts were gathered.
    pub key: String,
    /// Its words.
    pub name: Localized,
}

/// A body that pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Funder {
    /// Stable id; a value of the facet `program`.
    pub id: FunderId,
    /// The name to show.
    pub name: Localized,
    /// The acknowledgement that the funder asks for. It is data: its words change with the
    /// programming period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledgement: Option<Localized>,
}

/// A funding programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Programme {
    /// Stable id; a value of the facet `program`.
    pub id: ProgrammeId,
    /// The name to show.
    pub name: Localized,
    /// Other names, for search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Who pays, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funder: Option<FunderId>,
    /// Who runs it on the funder's behalf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Localized>,
}

/// A country's names. Countries are data so that search, static pages and the browser agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Country {
    /// ISO 3166-1 alpha-2; the facet `land`.
    pub code: CountryCode,
    /// The name to show.
    pub name: Localized,
}

/// A Swedish municipality; the facet `kommun`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Municipality {
    /// SCB's code.
    pub code: MunicipalityCode,
    /// Its name without "kommun".
    pub name: String,
    /// Its place on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
}

/// Where to ask a municipality: a public page or a role's mailbox, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Contact {
    /// Whose.
    pub municipality: MunicipalityCode,
    /// The page; the municipality's website where no better one is known.
    pub page: HttpsUrl,
    /// The role's mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailbox: Option<Mailbox>,
}

/// Who publishes a file of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Publisher {
    /// Stable id, and the file's name.
    pub id: PublisherId,
    /// The name to show.
    pub name: Localized,
    /// The municipality, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
}

/// A document that records rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Source {
    /// Stable id.
    pub id: DocumentId,
    /// What it is.
    pub title: Localized,
    /// When it was written, as closely as can be told.
    pub as_of: Edtf,
    /// How that date is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dating: Option<Localized>,
    /// Where it can be read, if it still can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<HttpsUrl>,
}
