//! What the signs mean, and what the drawing cannot show.

use leptos::prelude::*;

use super::super::model::Model;
use crate::i18n::Messages;
use crate::map::{Group, Sample, off_the_map};
use crate::query::Places;

/// A sign by its name in the style sheet and in a file, and its meaning.
pub(super) type Meaning = (&'static str, Sample, fn(&Messages) -> &'static str);

/// All signs.
pub(super) const MEANINGS: [Meaning; 6] = [
    ("city", Sample::Mark(Group::City), |words| words.map_legend_city),
    ("region", Sample::Mark(Group::Region), |words| words.map_legend_region),
    ("country", Sample::Country, |words| words.map_legend_country),
    ("home", Sample::Mark(Group::Home), |words| words.map_legend_home),
    ("cluster", Sample::Mark(Group::Cluster), |words| words.map_legend_cluster),
    ("arc", Sample::Arc, |words| words.map_legend_arc),
];

/// What the signs mean.
#[component]
pub(super) fn Legend() -> impl IntoView {
    let model = Model::here();
    let meanings =
        MEANINGS.map(|(sign, _, meaning)| view! { <li data-sign=sign>{model.said(meaning)}</li> });
    view! { <ul class="map-legend" role="list">{meanings.into_iter().collect_view()}</ul> }
}

/// What the drawing cannot show.
#[component]
pub(in crate::ui) fn OffTheMap(places: Memo<Places>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let notes = move || {
        let words = model.words();
        let lang = model.lang.get();
        let basemap = &shared.ground(false).basemap;
        let (outside, areas) =
            places.with(|places| off_the_map(&shared.catalogue, basemap, places, lang));
        [(words.map_outside, outside), (words.map_areas, areas)]
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(title, names)| view! { <p class="map-note"><strong>{title}": "</strong>{names.join(", ")}</p> })
            .collect_view()
    };
    view! { {notes} }
}
