//! Names of facet values, and their order.

use crate::catalogue::{Catalogue, Form, Lang, Status};
use crate::i18n::messages;
use crate::query::{Column, Facet, Value};
use crate::ranked::ranked;

/// The name of a value; one that the catalogue does not know is shown as it is written.
#[must_use]
pub fn value_label(catalogue: &Catalogue, facet: Facet, value: &Value, lang: Lang) -> String {
    let words = messages(lang);
    let Value::Id(id) = value else { return words.missing.to_owned() };
    let known = match facet {
        Facet::Form => {
            Form::ALL.into_iter().find(|form| form.key() == &**id).map(|form| (words.form)(form))
        }
        Facet::Status => Status::ALL
            .into_iter()
            .find(|status| status.key() == &**id)
            .map(|status| (words.status)(status)),
        Facet::Municipality => id
            .parse()
            .ok()
            .and_then(|code| catalogue.municipality(&code))
            .map(|found| found.name.as_str()),
        Facet::Country => id
            .parse()
            .ok()
            .and_then(|code| catalogue.country(&code))
            .map(|found| found.name.text(lang)),
        Facet::Place => {
            id.parse().ok().and_then(|id| catalogue.place(&id)).map(|found| found.name.text(lang))
        }
        Facet::Theme => {
            let themes = &catalogue.document().themes;
            themes
                .iter()
                .find(|theme| theme.id.as_str() == &**id)
                .map(|found| found.name.text(lang))
        }
        Facet::Money => catalogue.money_name(id).map(|name| name.text(lang)),
    };
    known.unwrap_or(id).to_owned()
}

/// Where a value stands among its facet's: by its name, "Ej angivet" last. Forms and statuses stand
/// as they are, in the order of their vocabulary.
fn rank(catalogue: &Catalogue, facet: Facet, value: &Value, lang: Lang) -> u32 {
    let Value::Id(id) = value else { return u32::MAX };
    let known = match facet {
        Facet::Form | Facet::Status => Some(0),
        Facet::Municipality => id.parse().ok().map(|code| catalogue.municipality_rank(&code)),
        Facet::Country => id.parse().ok().map(|code| catalogue.country_rank(&code, lang)),
        Facet::Place => id.parse().ok().map(|id| catalogue.place_rank(&id, lang)),
        Facet::Theme => id.parse().ok().map(|id| catalogue.theme_rank(&id, lang)),
        Facet::Money => Some(catalogue.money_rank(id, lang)),
    };
    known.unwrap_or(u32::MAX)
}

/// A column's values with their names: in the vocabulary's own order for form and status, else by
/// name; "Ej angivet" last, as it is in the column. The number is the value's position there.
#[must_use]
pub fn options(catalogue: &Catalogue, column: &Column, lang: Lang) -> Vec<(usize, Value, String)> {
    let options: Vec<_> = column
        .values
        .iter()
        .enumerate()
        .map(|(position, value)| {
            (position, value.clone(), value_label(catalogue, column.facet, value, lang))
        })
        .collect();
    ranked(options, |(_, value, _)| rank(catalogue, column.facet, value, lang))
}
