//! Who takes part, where, and how they stand to it.

use crate::catalogue::{Catalogue, Lang, Localized, Partner, Place, Record};
use crate::i18n::messages;
use crate::map::place_name;

/// A party to the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerLine<'a> {
    /// Its name, or what the source calls it.
    pub name: &'a Localized,
    /// Whether the source names it.
    pub is_named: bool,
    /// Number, place, standing and role in a line; empty if nothing is known of them.
    pub about: String,
    /// What is inferred or left open.
    pub note: Option<&'a Localized>,
}

/// The parties besides the owner.
#[must_use]
pub fn partners<'a>(
    catalogue: &'a Catalogue,
    record: &'a Record,
    lang: Lang,
) -> Vec<PartnerLine<'a>> {
    let words = messages(lang);
    let line = |(partner, place): (&'a Partner, Option<&Place>)| {
        let place = place.and_then(|place| partner_place(catalogue, partner, place, lang));
        let mut about: Vec<String> = Vec::new();
        about.extend(partner.count.map(|count| (words.partner_count)(u64::from(count))));
        about.extend(place);
        about.extend((words.standing)(partner.standing).map(str::to_owned));
        about.extend(partner.role.as_ref().map(|role| role.text(lang).to_owned()));
        PartnerLine {
            name: &partner.name,
            is_named: partner.named,
            about: about.join(" · "),
            note: partner.note.as_ref(),
        }
    };
    catalogue.partners(record).map(line).collect()
}

/// Where a party is, unless its name says so already: of a town that is its own name, the country.
fn partner_place(
    catalogue: &Catalogue,
    partner: &Partner,
    place: &Place,
    lang: Lang,
) -> Option<String> {
    let name = partner.name.text(lang);
    let full = place_name(catalogue, place, lang);
    let country = place.country.as_ref().and_then(|code| catalogue.country(code));
    let shown = if place.name.text(lang) == name {
        country.filter(|_| place.is_abroad())?.name.text(lang).to_owned()
    } else {
        full
    };
    // "En kommun i Frankrike" has said it.
    if name.contains(&shown) {
        return None;
    }
    Some(match &place.stand_in {
        Some(town) if place.is_abroad() => {
            format!("{shown} ({})", (messages(lang).approximate_place)(town))
        }
        _ => shown,
    })
}
