//! One view for each of some records.

use leptos::prelude::*;

use super::model::Model;
use crate::catalogue::{Lang, RecordIx};

/// Draws a row for each record, keyed by it and by the language: a row that stays is not drawn anew,
/// and never changes its words. The one place where lists of records meet Leptos' keyed list, which
/// is large in the Wasm for each type of it.
#[component]
pub(super) fn EachRecord(
    /// The records.
    #[prop(into)]
    records: Signal<Vec<RecordIx>>,
    /// A record's row.
    #[prop(into)]
    row: Callback<(RecordIx, Lang), AnyView>,
) -> impl IntoView {
    let model = Model::here();
    let each = move || {
        let lang = model.lang.get();
        records.get().into_iter().map(move |record| (record, lang))
    };
    view! { <For each=each key=|row| *row children=move |(record, lang)| row.run((record, lang)) /> }
}
