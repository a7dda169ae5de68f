//! The map as a file.

use leptos::prelude::*;

use super::super::model::Model;
use super::super::save::{SaveButtons, selection_sentence, source_sentence};
use super::camera::Camera;
use super::legend::MEANINGS;
use crate::catalogue::CountryCode;
use crate::i18n::messages;
use crate::map::MapPoster;
use crate::query::Places;
use crate::svg::{FONT, Picture};

/// Buttons that give the visitor the map as a file.
#[component]
pub(super) fn SaveMap(places: Memo<Places>, camera: Camera) -> impl IntoView {
    let model = Model::here();
    let picture = move |()| Some(picture(model, places, camera));
    view! { <SaveButtons files=["karta.svg", "karta.png"] picture /> }
}

/// What is shown now, with its explanations.
fn picture(model: Model, places: Memo<Places>, camera: Camera) -> Picture {
    let shared = model.shared();
    let lang = model.lang.get_untracked();
    let words = messages(lang);
    let source = format!("{} {}", source_sentence(model), words.map_credit);
    let font = format!("500 13px {FONT}");
    let poster = |places: &Places| {
        model.results.with_untracked(|results| {
            let poster = MapPoster {
                title: words.map_saved_title,
                selection: &selection_sentence(model),
                source: &source,
                catalogue: &shared.catalogue,
                ground: shared.ground(model.is_fine.get_untracked()),
                hits: &results.hits,
                places,
                query: &model.query.get_untracked(),
                frame: camera.shown.get_untracked(),
                fanned: &camera.fanned.get_untracked(),
                lang,
                country: &|code: &CountryCode| model.country_name(code, lang),
                legend: MEANINGS.map(|(_, sample, meaning)| (sample, meaning(words))).to_vec(),
                off_the_map: [words.map_outside, words.map_areas],
            };
            poster.picture(&|text| (model.platform.text_width)(&font, text))
        })
    };
    places.with_untracked(poster)
}
