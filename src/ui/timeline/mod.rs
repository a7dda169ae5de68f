//! The timeline: a strip of years, a chart of bars or cards, what has no dates, and a table.

mod cards;
mod chart;
mod legend;
mod overview;
mod plan;
mod rows;
mod save;
mod sections;
mod table;
mod text;
mod tools;
mod track;

use leptos::html::Div;
use leptos::prelude::*;

use super::model::Model;
use cards::{Cards, UndatedLane};
use chart::Chart;
use legend::{Kinds, Legend};
use overview::OverviewStrip;
use plan::{Plan, Room};
use save::Printed;
use table::TimelineTable;
use tools::Tools;

pub(super) use track::Track;

/// The timeline of the selection.
#[component]
pub(super) fn TimelineView() -> impl IntoView {
    let model = Model::here();
    let frame = NodeRef::<Div>::new();
    let plan = Plan::new(model, frame);
    let as_table = plan.as_table;
    view! {
        <section class="timeline" part="timeline" aria-label=model.said(|words| words.timeline)>
            <div node_ref=frame>
                <Tools plan />
                <OverviewStrip plan />
                <p class="chart-summary">{move || plan.summary()}</p>
                <Kinds plan />
                {move || match plan.room.get() {
                    Room::Narrow if !as_table.get() => view! { <Cards plan /> }.into_any(),
                    Room::Wide if !as_table.get() => view! { <Chart plan /> }.into_any(),
                    _ => ().into_any(),
                }}
                <TimelineTable plan />
                {move || (!as_table.get()).then(|| view! { <UndatedLane plan /> })}
                <Legend />
                <Printed plan />
            </div>
        </section>
    }
}
