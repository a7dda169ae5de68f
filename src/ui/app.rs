//! The whole element: the selection with its views, or one record.

use leptos::html::Div;
use leptos::prelude::*;

use super::announce::announced;
use super::detail::Detail;
use super::filters::FilterPanel;
use super::focus::focus_later;
use super::growth::Growth;
use super::lit::light;
use super::model::Model;
use super::results::Results;
use super::search::SearchBar;
use crate::catalogue::RecordId;
use crate::url::State;

/// Draws the element that `model` belongs to.
#[component]
pub fn App(
    /// The element's model.
    model: Model,
) -> impl IntoView {
    provide_context(model);
    model.links.follow(model);
    let filters_shown = RwSignal::new(false);
    let is_open = move || model.open.with(Option::is_some);
    let root = NodeRef::<Div>::new();
    let search_is_due = model.growth.has(Growth::SEARCH);
    let filters_are_due = model.growth.has(Growth::FILTERS);
    let results_are_due = model.growth.has(Growth::RESULTS);
    let record_is_due = model.growth.has(Growth::RECORD);
    let is_whole = model.is_whole();
    let (label, has_filters) =
        model.with_wishes(|wishes| (wishes.label.clone(), wishes.has_filters()));
    // A record is read from its heading. However it is left, by its link or by the browser's button: back to
    // where one was. What is open at first takes the focus from nobody.
    Effect::new(move |before: Option<Option<RecordId>>| {
        let open = model.open.get();
        if let (Some(before), Some(root)) = (before, root.get_untracked()) {
            let root = (*root).clone().into();
            match (&open, before) {
                (Some(_), _) => focus_later(root, vec![".detail h2".to_owned()]),
                (None, Some(left)) => {
                    let entry = format!(".entry[data-project=\"{left}\"] a");
                    model.origin.return_to(root, vec![entry, ".results h2".to_owned()]);
                }
                (None, None) => {}
            }
        }
        open
    });
    let point = move |target| {
        if let Some(root) = root.get_untracked() {
            light(model, &root, target);
        }
    };
    view! {
        <div
            class="app"
            node_ref=root
            part="app"
            role=label.is_some().then_some("region")
            aria-label=label
            on:pointerover=move |event| point(event.target())
            on:focusin=move |event| point(event.target())
            lang=move || model.lang.get().tag()
            data-view=move || model.view.get().key()
        >
            // The list stays while a record is open, so that coming back finds it as it was.
            <div class="browse" hidden=is_open>
                {move || search_is_due.get().then(|| view! { <SearchBar filters_shown /> })}
                <div class="columns" data-filters=has_filters.then_some("")>
                    {move || (has_filters && filters_are_due.get()).then(|| view! { <FilterPanel shown=filters_shown /> })}
                    {move || results_are_due.get().then(|| view! { <Results /> })}
                </div>
            </div>
            {move || model.open.get().filter(|_| record_is_due.get()).map(|id| view! { <Detail id /> })}
            {move || is_whole.get().then(|| view! { <LiveCount /> })}
        </div>
    }
}

/// The one live region: its number follows the list, its words wait for the visitor to finish.
#[component]
fn LiveCount() -> impl IntoView {
    let model = Model::here();
    let count = move || model.count();
    // The first count is read with the page; only changes are announced.
    let announced = announced(move || (model.words().results)(count()));
    view! {
        <p class="unseen" role="status" data-count=count>
            {announced}
        </p>
    }
}

/// Closes the record that is open.
pub(super) fn close(state: &mut State) {
    state.record = None;
}
