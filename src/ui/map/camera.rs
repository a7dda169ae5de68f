//! What is shown of the world.

use std::time::Duration;

use leptos::ev::{PointerEvent, WheelEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::super::gesture::{Gesture, Place, Pull, distance};
use super::super::model::Model;
use super::super::timer::Timer;
use crate::atlas::{Direction, Frame, Jump};
use crate::map::fitted;
use crate::query::Places;

/// How much one press of + or − shows, and how far one of an arrow leads, in shares of the map.
const NEARER: f64 = 0.6;
const STEP: f64 = 0.3;

/// The middle of the map, in shares of it.
pub(super) const MIDDLE: [f64; 2] = [0.5, 0.5];

/// How long a wheel rests before marks are gathered anew.
const REST: Duration = Duration::from_millis(160);

/// How far a mouse moves with its button down before that is no click, px.
const SLACK: f64 = 4.0;

/// A step of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Go {
    /// To what lies in a direction.
    To(Direction),
    /// Less of the world.
    Nearer,
    /// More of it.
    Farther,
}

impl Go {
    /// Its name in attributes.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::To(Direction::West) => "west",
            Self::To(Direction::North) => "north",
            Self::To(Direction::South) => "south",
            Self::To(Direction::East) => "east",
            Self::Nearer => "nearer",
            Self::Farther => "farther",
        }
    }
}

/// The map's frame. While a hand moves the map, marks are only moved along; when it rests, they are
/// gathered anew.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Camera {
    /// Whether it moves, and clusters open: the small map of a record is a picture.
    pub(super) is_live: bool,
    /// Width of the map divided by its height.
    pub(super) aspect: f64,
    /// Everything there is to see.
    pub(super) all: Frame,
    /// What the marks are gathered for.
    pub(super) frame: RwSignal<Frame>,
    /// What is shown just now.
    pub(super) shown: RwSignal<Frame>,
    /// The places of the cluster that is fanned out; none where it is empty.
    pub(super) fanned: RwSignal<String>,
    /// The place whose mark was followed: the focus stays with it when marks are drawn anew.
    pub(super) chosen: StoredValue<String>,
    resting: Timer,
    /// Where a mouse took hold, and whether it has moved the map since.
    held: StoredValue<Option<([f64; 2], bool)>>,
}

impl Camera {
    /// On a frame at first.
    pub(in crate::ui) fn new(frame: Frame, is_live: bool) -> Self {
        let aspect = frame.width / frame.height;
        Self {
            is_live,
            aspect,
            all: Jump::All.frame(aspect),
            frame: RwSignal::new(frame),
            shown: RwSignal::new(frame),
            fanned: RwSignal::new(String::new()),
            chosen: StoredValue::new(String::new()),
            resting: Timer::new(),
            held: StoredValue::new(None),
        }
    }

    /// Shows another part of the world.
    pub(super) fn go(self, to: Frame) {
        self.frame.set(to);
        self.shown.set(to);
    }

    /// Fans the places of a cluster out, or folds them up.
    pub(super) fn fan(self, places: &str) {
        self.fanned.set(places.to_owned());
    }

    /// The frame that shows a selection, if any does.
    pub(super) fn fitted(self, model: Model, places: &Places) -> Option<Frame> {
        let shared = model.shared();
        fitted(&shared.catalogue, &shared.ground(false).basemap, places, self.aspect)
    }

    /// Takes a step from what is shown. What is at `at`, in shares of the map, stays there when it zooms.
    pub(super) fn step(self, go: Go, at: [f64; 2]) {
        let (frame, all) = (self.shown.get_untracked(), self.all);
        self.go(match go {
            Go::To(direction) => {
                let step = direction.step();
                frame.panned([STEP * step.x, STEP * step.y], &all)
            }
            Go::Nearer => frame.zoomed(NEARER, at, &all),
            Go::Farther => frame.zoomed(1.0 / NEARER, at, &all),
        });
    }

    /// Moves the map along with a hand.
    fn pull(self, Pull { factor, at, by }: Pull) {
        let all = &self.all;
        self.shown.update(|shown| *shown = shown.zoomed(factor, at, all).panned(by, all));
    }

    /// Gathers the marks for what is shown.
    pub(super) fn rest(self) {
        if let Some(shown) = self.shown.try_get_untracked()
            && self.frame.try_get_untracked().is_some_and(|frame| frame != shown)
        {
            self.frame.set(shown);
        }
    }

    /// Whether a hand is moving the map.
    pub(super) fn is_moving(self) -> bool {
        self.shown.get() != self.frame.get()
    }

    /// What wheel and fingers do.
    pub(super) fn gesture(self) -> Gesture {
        Gesture::new(Callback::new(move |pull| self.pull(pull)))
    }

    /// A wheel has turned; it tells nobody when it stops.
    pub(super) fn wheel(self, gesture: Gesture, event: &WheelEvent) {
        if !self.is_live || !gesture.wheel(event) {
            return;
        }
        self.resting.restart(REST, move || self.rest());
    }

    /// A mouse takes hold of the map.
    pub(super) fn hold(self, event: &PointerEvent) {
        let is_mouse = self.is_live && event.pointer_type() == "mouse" && event.button() == 0;
        self.held.set_value(is_mouse.then(|| (point(event), false)));
    }

    /// It moves on, and the map with it.
    pub(super) fn drag(self, event: &PointerEvent) {
        let Some((from, was_moved)) = self.held.get_value() else { return };
        let to = point(event);
        let by = [from[0] - to[0], from[1] - to[1]];
        if !was_moved && distance(by[0], by[1]) < SLACK {
            return;
        }
        let node = event.current_target().and_then(|node| node.dyn_into::<Element>().ok());
        if let (false, Some(node)) = (was_moved, node) {
            // From now on the map gets all events, and what lies under the pointer no click. Refused
            // only if the button is up already.
            let _ = node.set_pointer_capture(event.pointer_id());
        }
        if let Some(place) = Place::of(event.current_target()) {
            let by = [by[0] / place.width, by[1] / place.height];
            self.pull(Pull { factor: 1.0, at: [0.5, 0.5], by });
        }
        self.held.set_value(Some((to, true)));
    }

    /// The mouse lets go.
    pub(super) fn release(self) {
        self.held.set_value(None);
        self.rest();
    }
}

fn point(event: &PointerEvent) -> [f64; 2] {
    [event.client_x(), event.client_y()].map(f64::from)
}
