//! With whose money, and the words that they ask for.

use crate::catalogue::{Catalogue, Funder, Funding, Lang, Localized, Outcome, Programme, Record};
use crate::i18n::{messages, money_text};

/// A line of funding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundingLine<'a> {
    /// Programme and strand, or the funder.
    pub name: String,
    /// The grant and the whole budget, as far as they are known: "Bidrag: 11 313 135 kr".
    pub money: Vec<String>,
    /// The acknowledgement.
    pub thanks: Option<String>,
    /// What is inferred or left open.
    pub note: Option<&'a Localized>,
}

/// The lines of a record.
#[must_use]
pub fn funding<'a>(catalogue: &Catalogue, record: &'a Record, lang: Lang) -> Vec<FundingLine<'a>> {
    record.funding.iter().map(|line| funding_line(catalogue, record, line, lang)).collect()
}

fn funding_line<'a>(
    catalogue: &Catalogue,
    record: &Record,
    line: &'a Funding,
    lang: Lang,
) -> FundingLine<'a> {
    let words = messages(lang);
    let (programme, funder) = payers(catalogue, line);
    let mut name: Vec<String> = Vec::new();
    name.extend(programme.map(|programme| programme.name.text(lang).to_owned()));
    name.extend(line.strand.as_ref().map(|strand| strand.text(lang).to_owned()));
    if programme.is_none() {
        name.extend(funder.map(|funder| funder.name.text(lang).to_owned()));
    }
    let money = [(words.grant, line.grant), (words.budget, line.budget)];
    let money = money
        .into_iter()
        .filter_map(|(title, money)| Some(format!("{title}: {}", money_text(money?, lang))));
    // Money that was applied for in vain is nobody's to acknowledge.
    let in_vain = matches!(record.outcome, Some(Outcome::Rejected | Outcome::Planned));
    let acknowledgement =
        funder.and_then(|funder| funder.acknowledgement.as_ref()).filter(|_| !in_vain);
    let via = programme.and_then(|programme| programme.via.as_ref());
    let thanks = acknowledgement.map(|thanks| match via {
        Some(via) => format!("{} {} {}", thanks.text(lang), words.via, via.text(lang)),
        None => thanks.text(lang).to_owned(),
    });
    FundingLine { name: name.join(", "), money: money.collect(), thanks, note: line.note.as_ref() }
}

/// The programme of a line, and who pays: the funder that it names, or that of its programme.
#[must_use]
pub fn payers<'a>(
    catalogue: &'a Catalogue,
    line: &Funding,
) -> (Option<&'a Programme>, Option<&'a Funder>) {
    let document = catalogue.document();
    let programme =
        document.programmes.iter().find(|known| Some(&known.id) == line.programme.as_ref());
    let funder = line.funder.as_ref().or(programme.and_then(|programme| programme.funder.as_ref()));
    (programme, document.funders.iter().find(|known| Some(&known.id) == funder))
}
