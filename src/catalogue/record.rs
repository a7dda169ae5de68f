//! A record: one project, partnership, twin town, application, network or participation.

use serde::{Deserialize, Serialize};

use super::code::{
    DocumentId, FunderId, HttpsUrl, MunicipalityCode, PlaceId, ProgrammeId, PublisherId, RecordId,
    ThemeId,
};
use super::date::Date;
use super::localized::Localized;
use super::period::{Edtf, Period};
use super::place::Point;

/// The form of cooperation, as SKR (Swedish Association of Local Authorities and Regions) tells
/// them apart; the facet `form`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Form {
    /// A project with own or other money, for example from the EU.
    Project,
    /// Kommunalt partnerskap: paid by Sida, run by ICLD.
    MunicipalPartnership,
    /// Vänort: formal, long-term and bilateral.
    TwinTown,
    /// An application for money for one of the others.
    Application,
    /// Taking part in a programme in rounds.
    ProgrammeParticipation,
    /// A network with many members.
    Network,
}

impl Form {
    /// All forms, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Project,
        Self::MunicipalPartnership,
        Self::TwinTown,
        Self::ProgrammeParticipation,
        Self::Network,
        Self::Application,
    ];

    /// The word in the address (`form=vanort`).
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Project => "projekt",
            Self::MunicipalPartnership => "partnerskap",
            Self::TwinTown => "vanort",
            Self::Application => "ansokan",
            Self::ProgrammeParticipation => "programdeltagande",
            Self::Network => "natverk",
        }
    }
}

/// What became of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Outcome {
    /// Beviljad.
    Granted,
    /// Avslag.
    Rejected,
    /// Not handed in yet when the source was written.
    Planned,
}

/// Where a record appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Listing {
    /// An entry of its own.
    #[default]
    Entry,
    /// Under another record: found by search, or when a filter asks for its form.
    Part,
    /// Only pointed to by others.
    Reference,
}

impl Listing {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Who owns the work: a municipality or another organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Owner {
    /// The organisation, with its unit where the source tells it.
    pub name: Localized,
    /// What the source leaves open about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// What the source says that the state was, which is not what it is today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Claim {
    /// The state.
    pub status: ClaimedStatus,
    /// When the source said so.
    pub as_of: Edtf,
    /// What makes the claim doubtful, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// A state as a source states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum ClaimedStatus {
    /// Yet to begin.
    Planned,
    /// Going on.
    Ongoing,
    /// Over.
    Completed,
    /// Mentioned, without a state.
    Unstated,
}

/// A state that no date tells and that therefore overrides the computed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Override {
    /// Avbrutet (IATI activity status 5).
    Cancelled,
    /// Pausat (IATI activity status 6).
    Paused,
}

/// An amount of money in whole units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Money {
    /// Whole kronor, euros and so on.
    pub amount: u64,
    /// The currency.
    pub currency: Currency,
}

/// The currencies that the sources use (ISO 4217).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Currency {
    /// Swedish krona.
    Sek,
    /// Euro.
    Eur,
}

/// One line of funding.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Funding {
    /// The programme; its funder and intermediary stand in the vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<ProgrammeId>,
    /// The funder, where no programme is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funder: Option<FunderId>,
    /// The part of the programme (`KA2`, `Programområde 1`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strand: Option<Localized>,
    /// The grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<Money>,
    /// The whole budget, which is another fact than the grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// What the source leaves open, or what is inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// How a party stands to the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum Standing {
    /// Takes part.
    #[default]
    Partner,
    /// Has been asked; nothing is agreed.
    Approached,
    /// Was meant to take part in what was applied for.
    Intended,
    /// Gives advice or training, or receives visits, without being a partner.
    Contributor,
}

impl Standing {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A party to the work besides its owner, at home or abroad.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Partner {
    /// The name, or what the source calls the party where it names none ("en kommun i Frankrike").
    pub name: Localized,
    /// Whether the source names the party.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub named: bool,
    /// Spellings of the source, so that search finds them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// How many unnamed parties this line stands for, where the source tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u16>,
    /// What the party does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Localized>,
    /// How it stands to the work.
    #[serde(default, skip_serializing_if = "Standing::is_default")]
    pub standing: Standing,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// What is inferred or left open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

fn yes() -> bool {
    true
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if passes a reference"
)]
fn is_yes(value: &bool) -> bool {
    *value
}

/// A tie to another record. Only one direction is written down; the other is derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Relation {
    /// What ties them.
    pub kind: RelationKind,
    /// The other record.
    pub target: RecordId,
}

/// What ties a record to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub enum RelationKind {
    /// Ingår i.
    PartOf,
    /// Uppföljning av.
    FollowUpOf,
    /// Via: one step removed.
    Via,
    /// Samordnas av.
    CoordinatedBy,
    /// Startat inom.
    InitiatedWithin,
    /// Ansökan till.
    SubmittedTo,
    /// Samarbetar med nätverket.
    WorksWith,
    /// Bygger på.
    BuildsOn,
    /// Hör ihop med.
    RelatedTo,
}

/// A number that the source tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Figure {
    /// What it counts.
    pub label: Localized,
    /// The number.
    pub value: f64,
    /// Its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Localized>,
    /// How to read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// Something done within the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Activity {
    /// What.
    pub what: Localized,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
}

/// A spot where the work happens, finer than a partner's place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Site {
    /// Its name.
    pub name: Localized,
    /// Where, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// A link of the source. Where only its words are left, there is no address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Link {
    /// Its words.
    pub label: Localized,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<HttpsUrl>,
}

/// One record of the catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Record {
    /// Stable id.
    pub id: RecordId,
    /// Whose file it comes from; a file with one publisher need not repeat it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<PublisherId>,
    /// Form of cooperation.
    pub form: Form,
    /// What became of an application; for nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Where it appears.
    #[serde(default, skip_serializing_if = "Listing::is_default")]
    pub listing: Listing,
    /// Title.
    pub title: Localized,
    /// Other titles and spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What it is about, in the catalogue's own words.
    pub summary: Localized,
    /// Who owns it, where the source tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The municipalities whose record it is; the facet `kommun`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<MunicipalityCode>,
    /// The municipalities that it covers without their taking part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<MunicipalityCode>,
    /// When.
    #[serde(default, skip_serializing_if = "Period::is_empty")]
    pub period: Period,
    /// What the source says of its state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// Cancelled or paused, whatever the dates say.
    #[serde(default, rename = "override", skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Override>,
    /// With whose money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
    /// About what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// With whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// Ties to other records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// What came out of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outputs: Vec<Localized>,
    /// Numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Spots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// Links.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Which documents it rests on.
    pub sources: Vec<DocumentId>,
    /// What was corrected or inferred against the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Localized>,
    /// When somebody last confirmed that it still holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<Date>,
}

impl Record {
    /// The record that this one stands under: what it is part of, or goes via.
    #[must_use]
    pub fn parent(&self) -> Option<&RecordId> {
        self.relations
            .iter()
            .find(|relation| matches!(relation.kind, RelationKind::PartOf | RelationKind::Via))
            .map(|relation| &relation.target)
    }

    /// Every programme and funder named, as ids of the facet `program`.
    pub fn money_ids(&self) -> impl Iterator<Item = &str> {
        self.funding.iter().flat_map(|line| {
            let programme = line.programme.as_ref().map(ProgrammeId::as_str);
            programme.into_iter().chain(line.funder.as_ref().map(FunderId::as_str))
        })
    }
}
