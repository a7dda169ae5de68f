//! The line of signs and words under a title.

use leptos::prelude::*;

use super::glyph::{form_tag, status_tag};
use super::model::Shared;
use crate::catalogue::{Lang, Record};
use crate::facts::status_note;
use crate::i18n::{messages, period_text};

/// Form, outcome, status and what the source claimed; the period too, where nothing else tells it.
pub(super) fn tags(
    shared: &Shared,
    record: &Record,
    lang: Lang,
    with_period: bool,
) -> impl IntoView + use<> {
    let words = messages(lang);
    let status = shared.catalogue.status(record, shared.today);
    let outcome = record
        .outcome
        .map(|outcome| view! { <span class="tag outcome">{(words.outcome)(outcome)}</span> });
    let when = with_period
        .then(|| view! { <span class="when">{period_text(&record.period, lang)}</span> });
    let note = status_note(&shared.catalogue, record, shared.today, lang)
        .map(|note| view! { <span class="tag-note">{note}</span> });
    view! {
        {form_tag(record.form, (words.form)(record.form))}
        {outcome}
        {status_tag(status, (words.status)(status))}
        {when}
        {note}
    }
}
