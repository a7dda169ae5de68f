//! The strip of years: how many records there are in each, and a brush that chooses among them.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::super::drawn::drawn;
use super::super::model::Model;
use super::super::years::YearFields;
use super::plan::{AT_ONCE, Plan};
use crate::catalogue::Day;
use crate::query::{Memory, Years};
use crate::svg::{Anchor, Mark, length, rectangle};
use crate::timeline::{Extent, Overview, Ticks, TimeScale, Unit};

/// The height of the columns, and of the strip with the names of the years, in CSS pixels.
const COLUMNS: f64 = 40.0;
const HEIGHT: f64 = 60.0;

/// The strip with its brush, and two fields that do the same without a drag.
#[component]
pub(super) fn OverviewStrip(plan: Plan) -> impl IntoView {
    let model = Model::here();
    let node = NodeRef::<Div>::new();
    let width = (model.platform.width_of)(node);
    let whole = model.shared().terms.whole;
    let counts = per_year(model);
    let strip = move || Overview::new(whole, counts.get(), width.get(), COLUMNS);
    let brush = Brush::new(model);
    let year = move |event: &PointerEvent| year_at(event, &untrack(strip));
    let pointed = move || {
        let (words, strip) = (model.words(), strip());
        match brush.pointer.get() {
            Some((_, year)) => (words.year_count)(year, strip.count(year)),
            None => (words.at_most)(strip.most()),
        }
    };
    let marks = move || drawn(marks(&strip(), plan, width.get(), brush.drawn()));
    let is_chosen = move || model.query.with(|query| query.years.from.or(query.years.to).is_some());
    view! {
        <div class="overview">
            <p class="overview-head">
                <span class="overview-title">{model.said(|words| words.per_year)}</span>
                <span class="pointed" aria-hidden="true">{pointed}</span>
            </p>
            <div class="strip-years" node_ref=node>
                <svg
                    height=length(HEIGHT)
                    width="100%"
                    aria-hidden="true"
                    focusable="false"
                    on:pointerdown=move |event| brush.begin(&event, year(&event))
                    on:pointermove=move |event| brush.follow(year(&event))
                    on:pointerup=move |_| brush.choose()
                    on:pointercancel=move |_| brush.leave()
                    on:pointerleave=move |_| brush.leave()
                >
                    {marks}
                </svg>
            </div>
            <div class="overview-fields">
                <span class="overview-help">{model.said(|words| words.per_year_help)}</span>
                <YearFields />
                <button type="button" disabled=move || !is_chosen() on:click=move |_| model.ask(|query| query.years = Years::default())>
                    {model.said(|words| words.all_years)}
                </button>
            </div>
        </div>
    }
}

/// Years that are drawn with the pointer.
#[derive(Clone, Copy)]
struct Brush {
    model: Model,
    /// The year where the pointer went down, if it is down, and the one where it is.
    pointer: RwSignal<Option<(Option<i16>, i16)>>,
}

impl Brush {
    fn new(model: Model) -> Self {
        Self { model, pointer: RwSignal::new(None) }
    }

    /// The first and the last year drawn so far.
    fn drawn(self) -> Option<(i16, i16)> {
        let (from, to) = self.pointer.get()?;
        from.map(|from| (from.min(to), from.max(to)))
    }

    fn begin(self, event: &PointerEvent, year: Option<i16>) {
        if event.button() != 0 {
            return;
        }
        self.pointer.set(year.map(|year| (Some(year), year)));
        if let Some(node) = target(event) {
            // Without capture the brush ends at the strip's edge.
            let _ = node.set_pointer_capture(event.pointer_id());
        }
    }

    fn follow(self, year: Option<i16>) {
        let from = self.pointer.get_untracked().and_then(|(from, _)| from);
        self.pointer.set(year.map(|year| (from, year)));
    }

    /// The pointer is gone, and chooses nothing.
    fn leave(self) {
        self.pointer.set(None);
    }

    /// Asks for the years drawn; the same ones once more ask for all.
    fn choose(self) {
        let drawn = untrack(move || self.drawn());
        self.pointer.update(|pointer| *pointer = pointer.map(|(_, year)| (None, year)));
        let Some((from, to)) = drawn else { return };
        self.model.ask(|query| {
            let undated = query.years.undated;
            let drawn = Years { from: Some(from), to: Some(to), undated };
            query.years = if query.years == drawn { Years::default() } else { drawn };
        });
    }
}

fn target(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// The year under the pointer.
fn year_at(event: &PointerEvent, strip: &Overview) -> Option<i16> {
    let left = target(event)?.get_bounding_client_rect().left();
    Some(strip.year(f64::from(event.client_x()) - left))
}

/// How many of the records there would be in each year, whatever years are chosen.
fn per_year(model: Model) -> Memo<Vec<usize>> {
    let shared = model.shared();
    let memory = StoredValue::new(Memory::default());
    Memo::new(move |_| {
        model.with_results_in_time(AT_ONCE, |results| {
            let mut query = model.query.get_untracked();
            let lang = model.lang.get_untracked();
            let (first, last) = shared.terms.whole.years();
            if query.years == Years::default() {
                return shared.engine.per_year(&results.hits, first..=last);
            }
            query.years = Years::default();
            let run = |memory: &mut Memory| shared.engine.run(&query, lang, memory);
            let any_year = memory.try_update_value(run).unwrap_or_default();
            shared.engine.per_year(&any_year.hits, first..=last)
        })
    })
}

/// The columns, the years chosen or being drawn, what the axis shows if that is less than all, and names.
fn marks(strip: &Overview, plan: Plan, width: f64, brush: Option<(i16, i16)>) -> Vec<Mark> {
    let whole = plan.model.shared().terms.whole;
    let years = plan.model.query.with(|query| query.years);
    let (first, last) = whole.years();
    let asked = (years.from.is_some() || years.to.is_some())
        .then(|| (years.from.unwrap_or(first), years.to.unwrap_or(last)));
    let mut marks = Vec::new();
    if let Some((from, to)) = brush.or(asked) {
        let (x0, x1) = (strip.x(from), strip.x(to.saturating_add(1)));
        marks.push(Mark::path("chosen-years", rectangle(x0, 0.0, x1, COLUMNS)));
    }
    marks.push(Mark::path("columns", strip.path()));
    let scale = TimeScale::new(whole.first, whole.end, width);
    if plan.is_zoomed() {
        let Extent { first, end } = plan.extent.get();
        let x = |day: Day| scale.x(day).max(0.5).min((width - 0.5).max(0.5));
        marks.push(Mark::path("seen-years", rectangle(x(first), 0.5, x(end), COLUMNS)));
    }
    marks.push(Mark::path("ground-line", rectangle(0.0, COLUMNS, width, COLUMNS + 1.0)));
    for tick in Ticks::of(&scale).years {
        if let Unit::Year(year) = tick.unit {
            let text = year.to_string();
            marks.push(Mark::text("tick", strip.x(year), HEIGHT - 4.0, Anchor::Start, text));
        }
    }
    marks
}
