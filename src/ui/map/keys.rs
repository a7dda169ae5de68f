//! The map by keyboard: one tab stop, arrows go from mark to mark.

use std::time::Duration;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{DomRect, Element, HtmlElement};

use super::super::focus::around;
use super::super::roving::{Roving, choose};
use super::camera::{Camera, Go, MIDDLE};
use crate::atlas::{Direction, Screen, walk};

/// What arrows go to.
pub(super) const STOPS: &str = "a[data-place],[role=button][data-place]";

/// How long the style sheet lets the map glide, and a little more.
const GLIDE: Duration = Duration::from_millis(260);

/// The keys of the map. They work only while the map, or something on it, has the focus.
#[derive(Clone, Copy)]
pub(super) struct Keys {
    /// All marks that lead somewhere.
    pub(super) roving: Roving,
    /// What is shown of the world.
    pub(super) camera: Camera,
}

impl Keys {
    /// Makes one of the marks the tab stop once they are drawn; without any, the map itself. Marks are in
    /// sight, else they were not there; of a country that is asked.
    pub(super) fn settle(self) {
        if self.camera.is_live {
            request_animation_frame(move || self.settle_now());
            // While the map glides, a country may seem to be in sight that will not be.
            set_timeout(move || self.settle_now(), GLIDE);
        }
    }

    fn settle_now(self) {
        let Some(ground) = self.ground() else { return };
        let stops = self.roving.stops();
        let is_mark = |stop: &HtmlElement| !stop.class_list().contains("country");
        let is_stop = |stop: &HtmlElement| stop.get_attribute("tabindex").as_deref() == Some("0");
        let frame = || ground.get_bounding_client_rect();
        let is_kept = |stop: &HtmlElement| is_stop(stop) && (is_mark(stop) || has_focus(stop));
        let present = stops.iter().position(is_kept);
        let first = || stops.iter().position(is_mark);
        let any = || stops.iter().position(|stop| shows(&frame(), stop));
        let chosen = present.or_else(first).or_else(any);
        choose(&stops, chosen);
        let _ = ground.set_attribute("tabindex", if chosen.is_some() { "-1" } else { "0" });
        self.restore(&ground, &stops);
    }

    /// Makes the mark that takes the focus the tab stop.
    pub(super) fn hold(self, event: &FocusEvent) {
        if self.camera.is_live {
            self.roving.hold(event);
        }
    }

    /// Gives the focus back to the place that was chosen, if it went away with the mark that stood for
    /// the place before.
    fn restore(self, ground: &Element, stops: &[HtmlElement]) {
        let Some(place) = self.camera.chosen.try_update_value(std::mem::take) else { return };
        let is_lost =
            around(ground, ".app").is_some_and(|app| !app.matches(":focus-within").unwrap_or(true));
        let is_meant = |stop: &&HtmlElement| {
            let places = stop.get_attribute("data-place").unwrap_or_default();
            places.split(' ').any(|id| id == place)
        };
        if is_lost && !place.is_empty() {
            // A place that is drawn no more leaves the focus with the map.
            let _ = stops.iter().find(is_meant).map_or_else(
                || ground.clone().unchecked_into::<HtmlElement>().focus(),
                |stop| stop.focus(),
            );
        }
    }

    /// What a key does.
    pub(super) fn press(self, event: &KeyboardEvent) {
        if !self.camera.is_live || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        self.remember();
        let key = event.key();
        match (key.as_str(), Direction::from_key(&key)) {
            (_, Some(direction)) if event.shift_key() => {
                self.camera.step(Go::To(direction), MIDDLE);
            }
            (_, Some(direction)) => self.walk(direction),
            ("+" | "=", _) => self.camera.step(Go::Nearer, self.focused_at()),
            ("-", _) => self.camera.step(Go::Farther, self.focused_at()),
            ("0", _) => self.camera.go(self.camera.all),
            ("Home", _) => self.go_to(|_| 0),
            ("End", _) => self.go_to(|count| count.saturating_sub(1)),
            ("Escape", _) if !self.camera.fanned.with_untracked(String::is_empty) => {
                self.camera.fan("");
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// Notes which place has the focus: marks are drawn anew when the map moves.
    fn remember(self) {
        let stops = self.roving.stops();
        let focused = stops.iter().find(|stop| has_focus(stop));
        let places = focused.and_then(|stop| stop.get_attribute("data-place"));
        if let Some(place) = places.as_deref().and_then(|places| places.split(' ').next()) {
            self.camera.chosen.set_value(place.to_owned());
        }
    }

    /// Where the mark that has the focus is, in shares of the map: zooming keeps it there, in sight.
    fn focused_at(self) -> [f64; 2] {
        let focused = |(ground, seen): (HtmlElement, Vec<(HtmlElement, Screen)>)| {
            let (_, at) = seen.into_iter().find(|(stop, _)| has_focus(stop))?;
            let frame = ground.get_bounding_client_rect();
            Some([(at.x - frame.left()) / frame.width(), (at.y - frame.top()) / frame.height()])
        };
        self.seen().and_then(focused).unwrap_or(MIDDLE)
    }

    /// To the next mark in a direction; where there is none, the map moves on that way.
    fn walk(self, direction: Direction) {
        let Some((ground, seen)) = self.seen() else { return };
        let middles: Vec<Screen> = seen.iter().map(|(_, middle)| *middle).collect();
        let focused = seen.iter().find(|(stop, _)| has_focus(stop));
        let from =
            focused.map_or_else(|| middle(&ground.get_bounding_client_rect()), |(_, at)| *at);
        match walk(from, &middles, direction).and_then(|at| seen.get(at)) {
            Some((stop, _)) => self.focus(stop),
            None => self.camera.step(Go::To(direction), MIDDLE),
        }
    }

    /// To the first or the last of the marks from west to east.
    fn go_to(self, which: impl Fn(usize) -> usize) {
        let Some((_, mut seen)) = self.seen() else { return };
        let mut eastwards: Vec<(HtmlElement, Screen)> = Vec::new();
        for stop in seen.drain(..) {
            let at = eastwards.partition_point(|(_, other)| other.x <= stop.1.x);
            eastwards.insert(at, stop);
        }
        if let Some((stop, _)) = eastwards.get(which(eastwards.len())) {
            self.focus(stop);
        }
    }

    fn focus(self, stop: &HtmlElement) {
        let stops = self.roving.stops();
        choose(&stops, stops.iter().position(|other| other == stop));
        // It is drawn, and focusable from now on.
        let _ = stop.focus();
    }

    /// The drawing, which takes the focus as an HTML element does.
    fn ground(self) -> Option<HtmlElement> {
        // A frame can come when the map is gone.
        let root = self.roving.root.try_get_untracked().flatten()?;
        Some(root.query_selector("svg").ok()??.unchecked_into())
    }

    /// The map, and the marks that it shows, with their middles.
    fn seen(self) -> Option<(HtmlElement, Vec<(HtmlElement, Screen)>)> {
        let ground = self.ground()?;
        let frame = ground.get_bounding_client_rect();
        let stops = self.roving.stops().into_iter().filter(|stop| shows(&frame, stop));
        let seen = stops.map(|stop| {
            let at = middle(&stop.get_bounding_client_rect());
            (stop, at)
        });
        Some((ground, seen.collect()))
    }
}

fn has_focus(stop: &Element) -> bool {
    stop.matches(":focus").unwrap_or(false)
}

/// Whether the middle of a node lies within a frame.
fn shows(frame: &DomRect, node: &Element) -> bool {
    let at = middle(&node.get_bounding_client_rect());
    (frame.left()..=frame.right()).contains(&at.x) && (frame.top()..=frame.bottom()).contains(&at.y)
}

fn middle(rect: &DomRect) -> Screen {
    Screen { x: rect.left() + rect.width() / 2.0, y: rect.top() + rect.height() / 2.0 }
}
