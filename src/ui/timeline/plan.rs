//! What the parts of the timeline share: its rows under their headings, its axis, and the visitor's
//! choices that the address does not keep.

use leptos::html::Div;
use leptos::prelude::*;

use super::super::apart::version;
use super::super::model::Model;
use super::sections::{Asked, Section, Sections};
use super::text::full_text;
use crate::timeline::{Axis, Extent, TimeScale, density};

/// The largest catalogue whose timeline is drawn together with the list.
pub(super) const AT_ONCE: usize = 2_000;

/// Narrower than this, the chart would be squeezed: cards take its place. In CSS pixels.
const NARROW: f64 = 540.0;

/// What there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Nobody knows yet: nothing is drawn that would have to be drawn again.
    Unknown,
    /// Cards.
    Narrow,
    /// A chart.
    Wide,
}

/// The handle on it, cheap to copy into closures.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) model: Model,
    /// The days that the axis shows.
    pub(super) extent: RwSignal<Extent>,
    /// Whether the colours tell forms of cooperation instead of statuses.
    pub(super) by_form: RwSignal<bool>,
    /// Whether the programming periods are shown.
    pub(super) with_bands: RwSignal<bool>,
    /// Whether the rest of the catalogue stands behind the selection.
    pub(super) with_ghosts: RwSignal<bool>,
    /// Whether the table is shown instead of the chart.
    pub(super) as_table: RwSignal<bool>,
    /// What there is room for.
    pub(super) room: Memo<Room>,
    /// The axis.
    pub(super) axis: Memo<Axis>,
    /// The rows, behind the paint of the list.
    pub(super) sections: Memo<Sections>,
    /// The most records that go on at once in any section: strips are as tall as their share of it.
    pub(super) peak: Memo<usize>,
    font: StoredValue<String>,
}

impl Plan {
    /// The timeline of the selection, in `frame`.
    pub(super) fn new(model: Model, frame: NodeRef<Div>) -> Self {
        let shared = model.shared();
        let width = (model.platform.width_of)(frame);
        let extent = RwSignal::new(shared.terms.whole);
        let (with_bands, with_ghosts) = (RwSignal::new(false), RwSignal::new(false));
        let room = Memo::new(move |_| match width.get() {
            0.0 => Room::Unknown,
            width if width < NARROW => Room::Narrow,
            _ => Room::Wide,
        });
        let today = shared.today;
        let axis = Memo::new(move |_| {
            let Extent { first, end } = extent.get();
            let scale = TimeScale::new(first, end, width.get().max(200.0));
            Axis { scale, today, with_bands: with_bands.get() }
        });
        let order = version(move || model.state.with(|state| (state.group, state.query.order())));
        let sections = Memo::new(move |_| {
            order.get();
            let room = room.get();
            if room == Room::Unknown {
                return Sections::default();
            }
            let (group, sort) =
                model.state.with_untracked(|state| (state.group, state.query.order()));
            let ask = Asked {
                shared: &shared,
                lang: model.lang.get(),
                sort,
                by_year: room == Room::Narrow,
                with_ghosts: with_ghosts.get(),
            };
            model.with_results_in_time(AT_ONCE, |results| ask.sections(&results.hits, group))
        });
        let peak = peak(model, axis, sections);
        let font = font_of(model, frame, width);
        Self {
            model,
            extent,
            by_form: RwSignal::new(false),
            with_bands,
            with_ghosts,
            as_table: RwSignal::new(false),
            room,
            axis,
            sections,
            peak,
            font,
        }
    }

    /// How wide a name is on the chart, in pixels.
    pub(super) fn text_width(self, text: &str) -> f64 {
        self.font.with_value(|font| (self.model.platform.text_width)(font, text))
    }

    /// What is pointed at on the chart, in words; else how many there are: "12 samarbeten med datum. 3
    /// saknar datum och står sist." A card says it all by itself, and would move away from under the
    /// finger if the words above became longer.
    pub(super) fn summary(self) -> String {
        let is_chart = self.room.get() == Room::Wide;
        let pointed = self.model.lit.with(|lit| match lit[..] {
            [record] if is_chart => Some(full_text(self.model, record, self.model.lang.get())),
            _ => None,
        });
        if let Some(pointed) = pointed {
            return pointed;
        }
        let (dated, undated) = self.sections.with(|sections| sections.counts);
        (self.model.words().timeline_summary)(dated, undated)
    }

    /// What the colours tell; follows the choice inside of reactive closures.
    pub(super) fn colour(self) -> &'static str {
        if self.by_form.get() { "form" } else { "status" }
    }

    /// The sections by their numbers; follows them inside of reactive closures.
    pub(super) fn numbers(self) -> Vec<u32> {
        self.sections.with(|sections| sections.all.iter().map(|one| one.number).collect())
    }

    /// Reads a section; follows them inside of reactive closures.
    pub(super) fn section<T: Default>(self, number: u32, read: impl FnOnce(&Section) -> T) -> T {
        self.sections.with(|sections| sections.with(number, read))
    }

    /// Shows fewer or more days around the share `at` of the width.
    pub(super) fn zoom(self, factor: f64, at: f64) {
        let whole = self.model.shared().terms.whole;
        self.extent.update(|extent| *extent = extent.zoomed(factor, at, whole));
    }

    /// Moves along the axis by a share of what is shown.
    pub(super) fn pan(self, share: f64) {
        let whole = self.model.shared().terms.whole;
        self.extent.update(|extent| *extent = extent.panned(share, whole));
    }

    /// Shows all days again.
    pub(super) fn show_whole(self) {
        self.extent.set(self.model.shared().terms.whole);
    }

    /// Whether part of the time is outside of the axis; follows the axis inside of reactive closures.
    pub(super) fn is_zoomed(self) -> bool {
        self.extent.get() != self.model.shared().terms.whole
    }
}

/// The most records that go on at once in any section.
fn peak(model: Model, axis: Memo<Axis>, sections: Memo<Sections>) -> Memo<usize> {
    let shared = model.shared();
    Memo::new(move |_| {
        axis.with(|axis| {
            let peak = |section: &Section| {
                let density = density(&shared.terms, &section.rows, &axis.scale);
                density.into_iter().max().unwrap_or_default()
            };
            sections.with(|sections| sections.all.iter().map(peak).max().unwrap_or_default())
        })
    })
}

/// The font of names in a frame, looked up anew with its width.
fn font_of(model: Model, frame: NodeRef<Div>, width: Signal<f64>) -> StoredValue<String> {
    let font = StoredValue::new(String::new());
    Effect::new(move |_| {
        width.get();
        if let Some(frame) = frame.get() {
            font.set_value((model.platform.font_of)(&frame));
        }
    });
    font
}
