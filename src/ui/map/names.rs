//! Names on the map.

use std::time::Duration;

use leptos::prelude::*;

use super::super::model::Model;
use super::stage::Stage;
use crate::map::{NameWords, names};
use crate::svg::length;

/// How long after the first marks names come.
const NAMES_AFTER: Duration = Duration::from_millis(80);

/// Names that found room.
#[component]
pub(super) fn Names(stage: Stage) -> impl IntoView {
    let Stage { places, view, gathered, keys, .. } = stage;
    let model = Model::here();
    let shared = model.shared();
    // Names fade in: the marks do not wait for the browser to look up what countries are called. That takes it
    // long the first time, so the visitor gets a turn before the names are placed.
    let is_time = RwSignal::new(false);
    let begin = move || {
        is_time.try_set(true);
    };
    let known = shared.clone();
    let look_up = move || {
        let any = known.ground(false).names.first();
        if let Some((lang, (code, _))) = model.lang.try_get_untracked().zip(any) {
            (model.platform.country_name)(code, lang);
        }
        set_timeout(begin, Duration::ZERO);
    };
    set_timeout(look_up, NAMES_AFTER);
    move || {
        if !is_time.get() {
            return ().into_any();
        }
        let lang = model.lang.get();
        let ground = shared.ground(model.is_fine.get());
        let catalogue = &shared.catalogue;
        let country = |code: &_| model.country_name(code, lang);
        let font = keys.roving.root.get_untracked().map(|root| (model.platform.font_of)(&root));
        let font = font.unwrap_or_default();
        let measure = |text: &str| (model.platform.text_width)(&font, text);
        let words = NameWords { country: &country, measure: &measure };
        let view = view.get();
        let found = places.with(|places| {
            gathered.with(|marks| names(catalogue, places, marks, ground, &view, words))
        });
        let names = found.into_iter().map(|name| {
            let class = if name.is_quiet { "country-name" } else { "place-name" };
            view! { <text class=class x=length(name.x) y=length(name.y) text-anchor=name.anchor.key()>{name.text}</text> }
        });
        view! { <g class="names" aria-hidden="true">{names.collect_view()}</g> }.into_any()
    }
}
