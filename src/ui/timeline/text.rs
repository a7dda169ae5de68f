//! A record's words on the timeline.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::link::StateLink;
use super::super::model::Model;
use crate::catalogue::{Form, Lang, RecordIx, Status};
use crate::facts::{self, form_sign, status_sign};
use crate::url::State;

/// Dates in words, with what an old source claimed.
pub(super) fn when_text(model: Model, record: RecordIx, lang: Lang) -> String {
    let text = model.with_record(record, |shared, found| {
        facts::when_text(&shared.catalogue, found, shared.today, lang)
    });
    text.unwrap_or_default()
}

/// Title, dates and status in a line: what a bar says to those who do not see it.
pub(super) fn full_text(model: Model, record: RecordIx, lang: Lang) -> String {
    let text = model.with_record(record, |shared, found| {
        facts::full_text(&shared.catalogue, found, shared.today, lang)
    });
    text.unwrap_or_default()
}

/// What decides the colour and the sign of a bar.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) status: Status,
    pub(super) form: Form,
}

impl Kind {
    pub(super) fn of(model: Model, record: RecordIx) -> Option<Self> {
        model.with_record(record, |shared, found| Self {
            status: shared.catalogue.status(found, shared.today),
            form: found.form,
        })
    }

    /// The outline of its sign.
    pub(super) fn sign(self, by_form: bool) -> &'static str {
        if by_form { form_sign(self.form) } else { status_sign(self.status) }
    }
}

/// What leads to a record.
pub(super) fn to_record(model: Model, record: RecordIx) -> Arc<dyn Fn(&mut State) + Send + Sync> {
    let id = model.with_record(record, |_, found| found.id.clone());
    Arc::new(move |state| state.record.clone_from(&id))
}

/// The title as a link to the record.
#[component]
pub(super) fn RecordLink(record: RecordIx, lang: Lang) -> impl IntoView {
    let model = Model::here();
    let to = to_record(model, record);
    let title = model.with_record(record, |_, found| {
        let (title, lang) = found.title.in_lang(lang);
        view! { <span lang=lang.tag()>{title.to_owned()}</span> }
    });
    view! {
        <StateLink class="row-title" to=move |state| to(state)>
            {title}
        </StateLink>
    }
}
