//! Names of facet values in the language shown.

use crate::catalogue::{Catalogue, Form, Lang, Status};
use crate::i18n::messages;
use crate::query::{Column, Facet, Value, swedish_key};

/// The name of a value; one that the catalogue does not know is shown as it is written.
pub(super) fn value_label(
    catalogue: &Catalogue,
    facet: Facet,
    value: &Value,
    lang: Lang,
) -> String {
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

/// A column's values with their names: in the vocabulary's own order for form and status, else by
/// name; "Ej angivet" last. The number is the value's position in the column.
pub(super) fn options(
    catalogue: &Catalogue,
    column: &Column,
    lang: Lang,
) -> Vec<(usize, Value, String)> {
    let mut options: Vec<_> = column
        .values
        .iter()
        .enumerate()
        .map(|(position, value)| {
            (position, value.clone(), value_label(catalogue, column.facet, value, lang))
        })
        .collect();
    if !matches!(column.facet, Facet::Form | Facet::Status) {
        options
            .sort_by_cached_key(|(_, value, label)| (*value == Value::Missing, swedish_key(label)));
    }
    options
}
