//! How records hang together.

use crate::catalogue::{Catalogue, Lang, Listing, Localized, Record, RecordIx, RelationKind};
use crate::i18n::{messages, period_text};

/// A record as a line in that of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine<'a> {
    /// Its title, a link.
    pub title: &'a Localized,
    /// Its outcome or period, or both.
    pub about: String,
    /// Its summary, for a part.
    pub summary: Option<&'a Localized>,
}

/// A record as a line among the parts of another, or among its ties.
#[must_use]
pub fn record_line(record: &Record, is_tie: bool, lang: Lang) -> RecordLine<'_> {
    let outcome = record.outcome.map(|outcome| (messages(lang).outcome)(outcome).to_owned());
    let when = record.period.edtf.map(|_| period_text(&record.period, lang));
    let about: Vec<String> = outcome.into_iter().chain(when).collect();
    let is_part = record.listing == Listing::Part && !is_tie;
    RecordLine {
        title: &record.title,
        about: about.join(" · "),
        summary: is_part.then_some(&record.summary),
    }
}

/// The records that stand under a record.
#[must_use]
pub fn parts(catalogue: &Catalogue, record: &Record) -> Vec<RecordIx> {
    catalogue.parts(&record.id).map(|(index, _)| index).collect()
}

/// Ties in both directions, each in words.
#[must_use]
pub fn ties(catalogue: &Catalogue, record: &Record, lang: Lang) -> Vec<(&'static str, RecordIx)> {
    let words = messages(lang);
    let own = record.relations.iter().filter_map(|relation| {
        let target = catalogue.find(&relation.target)?;
        Some(((words.relation)(relation.kind, false), target))
    });
    let others = catalogue.records().flat_map(|(index, other)| {
        let ties = other.relations.iter().filter(|relation| relation.target == record.id);
        // What stands under this record has its own section.
        let ties = ties
            .filter(|relation| !matches!(relation.kind, RelationKind::PartOf | RelationKind::Via));
        ties.map(move |relation| ((words.relation)(relation.kind, true), index)).collect::<Vec<_>>()
    });
    own.chain(others).collect()
}
