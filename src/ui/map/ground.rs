//! The ground of the map with what is drawn on it in kilometres.

use leptos::prelude::*;

use super::super::model::Model;
use super::marks::Country;
use super::stage::Stage;
use crate::atlas::View;
use crate::catalogue::RecordIx;
use crate::decimal::millionths;
use crate::map::{Arcs, arcs, countries};

/// Sea, land and what is part of it, drawn once in kilometres.
#[component]
pub(super) fn Ground(stage: Stage, records: Signal<Vec<RecordIx>>) -> impl IntoView {
    let Stage { places, view, keys, .. } = stage;
    let camera = keys.camera;
    let model = Model::here();
    let shared = model.shared();
    let outlines = {
        let shared = shared.clone();
        move || {
            let ground = shared.ground(model.is_fine.get());
            view! {
                <g aria-hidden="true">
                    <path class="graticule" d=ground.drawn.graticule.clone()></path>
                    <path class="land" fill-rule="evenodd" d=ground.drawn.land.clone()></path>
                    <path class="lakes" fill-rule="evenodd" d=ground.drawn.lakes.clone()></path>
                    <path class="borders" d=ground.drawn.borders.clone()></path>
                </g>
            }
        }
    };
    let hatch = model.new_id("hatch");
    let fill = format!("url(#{hatch})");
    // The lines of the pattern stay as wide as they are, however near the country is.
    let pattern =
        move || view.with(|view| format!("rotate(45) scale({})", millionths(1.0 / view.scale())));
    let touched = move || {
        let lang = model.lang.get();
        let basemap = &shared.ground(model.is_fine.get()).basemap;
        let touched = places
            .with(|places| countries(&shared.catalogue, basemap, places, &View::of_sheet(), lang));
        let country = |country| view! { <Country country fill=fill.clone() camera /> };
        touched.into_iter().map(country).collect_view()
    };
    view! {
        <defs>
            <pattern id=hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform=pattern>
                <rect class="hatch" width="2" height="6"></rect>
            </pattern>
        </defs>
        {outlines}
        <g class="countries">{touched}</g>
        <Ways records />
    }
}

/// The ways from home to partner: of some records, and of those that are lit.
#[component]
fn Ways(records: Signal<Vec<RecordIx>>) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let arcs_of = move |records: &Vec<RecordIx>| {
        let basemap = &shared.ground(false).basemap;
        arcs(&shared.catalogue, basemap, records.iter().copied(), &View::of_sheet())
    };
    let arcs_of = StoredValue::new(arcs_of);
    let all_arcs = move || records.with(|records| arcs_of.with_value(|arcs| arcs(records)));
    let lit_arcs = move || model.lit.with(|lit| arcs_of.with_value(|arcs| arcs(lit)));
    let both = |Arcs { sure, vague }: Arcs, class: &'static str| {
        view! {
            <g class=class aria-hidden="true">
                <path d=sure></path>
                <path class="vague" d=vague></path>
            </g>
        }
    };
    view! {
        {move || both(all_arcs(), "arcs")}
        {move || both(lit_arcs(), "arcs lit")}
    }
}
