//! Where a record is known from, and whom to ask.

use crate::catalogue::{Catalogue, HttpsUrl, Lang, Localized, Mailbox, Record};
use crate::i18n::{date_text, messages, years_text};

/// The links of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links<'a> {
    /// Those that can be followed.
    pub live: Vec<(&'a Localized, &'a HttpsUrl)>,
    /// Those of which only the words are left.
    pub lost: Vec<&'a Localized>,
}

/// The links of a record, if it has any.
#[must_use]
pub fn links(record: &Record) -> Option<Links<'_>> {
    let live = record.links.iter().filter_map(|link| Some((&link.label, link.url.as_ref()?)));
    let lost = record.links.iter().filter(|link| link.url.is_none()).map(|link| &link.label);
    (!record.links.is_empty()).then(|| Links { live: live.collect(), lost: lost.collect() })
}

/// A document that a record rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine<'a> {
    /// What it is.
    pub title: &'a Localized,
    /// Where it can be read, if it still can.
    pub url: Option<&'a HttpsUrl>,
    /// "från 2016".
    pub dated: String,
    /// How that date is known.
    pub dating: Option<&'a Localized>,
}

/// The documents that a record rests on, and how old they are.
#[must_use]
pub fn sources<'a>(catalogue: &'a Catalogue, record: &Record, lang: Lang) -> Vec<SourceLine<'a>> {
    let found = record.sources.iter().filter_map(|id| catalogue.source(id));
    let line = found.map(|source| SourceLine {
        title: &source.title,
        url: source.url.as_ref(),
        dated: (messages(lang).source_dated)(&years_text(source.as_of)),
        dating: source.dating.as_ref(),
    });
    line.collect()
}

/// Whether and when somebody confirmed it.
#[must_use]
pub fn checked_text(record: &Record, lang: Lang) -> String {
    let words = messages(lang);
    match record.checked {
        Some(date) => (words.checked)(&date_text(date, lang)),
        None => words.never_checked.to_owned(),
    }
}

/// Where to ask a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contacted<'a> {
    /// The words of the link.
    pub text: String,
    /// Its address.
    pub page: &'a HttpsUrl,
    /// The mailbox of a role.
    pub mailbox: Option<&'a Mailbox>,
}

/// Whom to ask about a record.
#[must_use]
pub fn contacts<'a>(catalogue: &'a Catalogue, record: &Record, lang: Lang) -> Vec<Contacted<'a>> {
    let known = record
        .municipalities
        .iter()
        .filter_map(|code| catalogue.contact(code).zip(catalogue.municipality(code)));
    let contacted = known.map(|(contact, municipality)| Contacted {
        text: (messages(lang).contact_page)(&municipality.name),
        page: &contact.page,
        mailbox: contact.mailbox.as_ref(),
    });
    contacted.collect()
}
