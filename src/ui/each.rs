//! One view for each of some records.

use leptos::prelude::*;

use crate::catalogue::RecordIx;

/// Draws a row for each record, keyed by it: a row that stays is not drawn anew. The one place
/// where lists of records meet Leptos' keyed list, which is large in the Wasm for each type of it.
#[component]
pub(super) fn EachRecord(
    /// The records.
    #[prop(into)]
    records: Signal<Vec<RecordIx>>,
    /// A record's row.
    #[prop(into)]
    row: Callback<RecordIx, AnyView>,
) -> impl IntoView {
    view! { <For each=move || records.get() key=|record| *record children=move |record| row.run(record) /> }
}
