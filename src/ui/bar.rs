//! The marks of the timeline: axis, grid and bars as SVG.

use leptos::prelude::*;

use crate::decimal::tenths;
use crate::timeline::{Bar, Layout, Tick, shape};

/// Where a bar stands in its track of 28 px.
const TOP: f64 = 8.0;
const BOTTOM: f64 = 20.0;

/// What stands on the axis, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Marks {
    ticks: Vec<Tick>,
    today: f64,
    width: f64,
}

impl Marks {
    pub(super) fn of(layout: &Layout) -> Self {
        Self { ticks: layout.ticks.clone(), today: layout.today, width: layout.scale.width() }
    }
}

/// The names of the years, and today's date above its line.
#[component]
pub(super) fn Axis(
    /// What stands on it.
    axis: Memo<Marks>,
    /// "I dag, 21 november 2026".
    today: Signal<String>,
) -> impl IntoView {
    let years = move || {
        axis.with(|axis| {
            axis.ticks
                .iter()
                .filter(|tick| tick.x > 18.0 && (tick.x - axis.today).abs() > 36.0)
                .map(|tick| view! { <text class="tick" x=px(tick.x) y="36">{tick.year}</text> })
                .collect_view()
        })
    };
    // Near the right edge the words stand left of the line.
    let at_end = move || axis.with(|axis| axis.today > axis.width / 2.0);
    view! {
        <svg height="44" width="100%" role="img" aria-label=today>
            <text
                class="today-label"
                x=move || axis.with(|axis| px(axis.today))
                dx=move || if at_end() { "-4" } else { "4" }
                y="12"
                text-anchor=move || if at_end() { "end" } else { "start" }
            >
                {today}
            </text>
            {years}
            <TodayLine axis />
        </svg>
    }
}

/// The lines of the years and today's line behind a bar.
#[component]
pub(super) fn Grid(axis: Memo<Marks>) -> impl IntoView {
    let lines = move || {
        axis.with(|axis| {
            axis.ticks
                .iter()
                .map(|tick| view! { <line class="grid" x1=px(tick.x) x2=px(tick.x) y1="0" y2="100%"></line> })
                .collect_view()
        })
    };
    view! {
        {lines}
        <TodayLine axis />
    }
}

#[component]
fn TodayLine(axis: Memo<Marks>) -> impl IntoView {
    let x = move || axis.with(|axis| px(axis.today));
    view! { <line class="today" x1=x x2=x y1="0" y2="100%"></line> }
}

/// One bar.
#[component]
pub(super) fn BarMark(
    /// The bar.
    bar: Bar,
) -> impl IntoView {
    let drawn = shape(bar, TOP, BOTTOM);
    view! {
        <path class="bar-soft" d=drawn.soft></path>
        <path class="bar-doubt" d=drawn.doubt></path>
        <path class="bar-body" d=drawn.body></path>
    }
}

/// A length with one decimal: finer than any screen.
pub(super) fn px(length: f64) -> String {
    tenths(length).to_string()
}
