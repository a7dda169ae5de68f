//! Time, owner, municipality, themes and other names, as pairs of a title and a text.

use super::short::municipalities_text;
use crate::catalogue::{Catalogue, Lang, Localized, Period, Record};
use crate::i18n::{date_text, duration_text, messages, period_text, years_text};

/// A text of the page, or one of the catalogue, which may be in another language than the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'a> {
    /// In the language of the page.
    Plain(String),
    /// As the catalogue has it.
    Given(&'a Localized),
}

/// One pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<'a> {
    /// What it is about.
    pub title: &'static str,
    /// What is known.
    pub said: Said<'a>,
    /// What is inferred or left open.
    pub note: Option<&'a Localized>,
}

/// The pairs of a record; one without anything to say is left out.
#[must_use]
pub fn facts<'a>(catalogue: &Catalogue, record: &'a Record, lang: Lang) -> Vec<Fact<'a>> {
    let words = messages(lang);
    let fact = |title, said, note| Fact { title, said, note };
    let pair = |title, text: String| {
        let is_known = !text.is_empty();
        is_known.then_some(fact(title, Said::Plain(text), None))
    };
    let when =
        fact(words.period, Said::Plain(time_text(record, lang)), record.period.note.as_ref());
    let owner = match &record.owner {
        Some(owner) => fact(words.owner, Said::Given(&owner.name), owner.note.as_ref()),
        None => fact(words.owner, Said::Plain(words.owner_missing.to_owned()), None),
    };
    let themes = catalogue.document().themes.iter();
    let themes = themes.filter(|theme| record.themes.contains(&theme.id));
    let themes: Vec<&str> = themes.map(|theme| theme.name.text(lang)).collect();
    [
        Some(when),
        pair(words.bounds, bounds_text(&record.period, lang)),
        pair(words.claimed_heading, claim_text(record, lang)),
        Some(owner),
        pair(words.municipality, municipalities_text(catalogue, record, lang)),
        pair(words.publisher, publisher_text(catalogue, record, lang)),
        pair(words.themes, themes.join(" · ")),
        pair(words.aliases, record.aliases.join(", ")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Who publishes it, where that is none of its municipalities.
fn publisher_text(catalogue: &Catalogue, record: &Record, lang: Lang) -> String {
    let publishers = &catalogue.document().publishers;
    let publisher = publishers.iter().find(|known| Some(&known.id) == record.publisher.as_ref());
    let is_home = |home| record.municipalities.contains(home);
    let publisher = publisher.filter(|known| !known.municipality.as_ref().is_some_and(is_home));
    publisher.map(|publisher| publisher.name.text(lang).to_owned()).unwrap_or_default()
}

/// Its dates, and its length where the source tells that too.
fn time_text(record: &Record, lang: Lang) -> String {
    let period = period_text(&record.period, lang);
    match record.period.duration.filter(|_| record.period.edtf.is_some()) {
        Some(duration) => format!("{period} ({})", duration_text(duration, lang)),
        None => period,
    }
}

/// What the source says of the state, when it said so, and what makes that doubtful.
fn claim_text(record: &Record, lang: Lang) -> String {
    let Some(claim) = &record.claim else { return String::new() };
    let said = (messages(lang).claimed_state)(claim.status, &years_text(claim.as_of));
    match &claim.note {
        Some(note) => format!("{said} {}", note.text(lang)),
        None => said,
    }
}

/// The dates that it lies between, where the source has no better ones: "2014–2023".
fn bounds_text(period: &Period, lang: Lang) -> String {
    let words = messages(lang);
    let after = period.not_before.map(|date| (words.earliest)(&date_text(date, lang)));
    let before = period.not_after.map(|date| (words.latest)(&date_text(date, lang)));
    after.into_iter().chain(before).collect::<Vec<_>>().join(", ")
}
