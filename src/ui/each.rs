//! One view for each of some things.

use leptos::prelude::*;

use super::model::Model;
use crate::catalogue::{Lang, RecordIx};

/// Draws a row for each number, keyed by it and by the language: a row that stays is not drawn anew,
/// and never changes its words. The one place that meets Leptos' keyed list, which is large in the Wasm
/// for each type of it.
#[component]
pub(super) fn Each(
    /// The numbers.
    #[prop(into)]
    numbers: Signal<Vec<u32>>,
    /// A number's row.
    #[prop(into)]
    row: Callback<(u32, Lang), AnyView>,
) -> impl IntoView {
    let model = Model::here();
    let each = move || {
        let lang = model.lang.get();
        numbers.get().into_iter().map(move |number| (number, lang))
    };
    view! { <For each=each key=|row| *row children=move |(number, lang)| row.run((number, lang)) /> }
}

/// Draws a row for each record.
#[component]
pub(super) fn EachRecord(
    /// The records.
    #[prop(into)]
    records: Signal<Vec<RecordIx>>,
    /// A record's row.
    #[prop(into)]
    row: Callback<(RecordIx, Lang), AnyView>,
) -> impl IntoView {
    let numbers = Signal::derive(move || {
        records.with(|records| records.iter().map(|record| record.0).collect::<Vec<_>>())
    });
    view! { <Each numbers row=move |(number, lang)| row.run((RecordIx(number), lang)) /> }
}
