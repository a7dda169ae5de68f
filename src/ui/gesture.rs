//! Zooming and panning by wheel and fingers. A bare wheel and a single finger scroll the page.

use leptos::ev::{TouchEvent, WheelEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget};

/// How much a pixel of the wheel zooms.
const SPEED: f64 = 0.003;

/// What the visitor does to what a node shows. Positions and ways are shares of its width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pull {
    /// How much more of the world is shown.
    pub(super) factor: f64,
    /// The point that stays where it is.
    pub(super) at: [f64; 2],
    /// How far what is shown moves on from there.
    pub(super) by: [f64; 2],
}

/// Two fingers: how far apart they are, in CSS pixels, and their middle.
type Pinch = (f64, [f64; 2]);

/// What wheel and fingers do to a node.
#[derive(Clone, Copy)]
pub(super) struct Gesture {
    pull: Callback<Pull>,
    last: StoredValue<Option<Pinch>>,
}

impl Gesture {
    pub(super) fn new(pull: Callback<Pull>) -> Self {
        Self { pull, last: StoredValue::new(None) }
    }

    /// With ctrl or ⌘ held, or pinched on a pad, which browsers tell in the same way: zooms around the
    /// pointer, and pans sideways. Tells whether it did.
    pub(super) fn wheel(self, event: &WheelEvent) -> bool {
        if !(event.ctrl_key() || event.meta_key()) {
            return false;
        }
        event.prevent_default();
        let Some(place) = Place::of(event.current_target()) else { return false };
        let factor = 1.0 + event.delta_y().clamp(-200.0, 200.0) * SPEED;
        let at = place.shares(f64::from(event.client_x()), f64::from(event.client_y()));
        self.pull.run(Pull { factor, at, by: [event.delta_x() / place.width, 0.0] });
        true
    }

    /// Fingers have come down: whatever was before is over.
    pub(super) fn begin(self) {
        self.last.set_value(None);
    }

    /// Two fingers zoom by their distance and pan by their middle.
    pub(super) fn touch(self, event: &TouchEvent) {
        let touches = event.touches();
        let (Some(one), Some(two), None) = (touches.get(0), touches.get(1), touches.get(2)) else {
            self.last.set_value(None);
            return;
        };
        event.prevent_default();
        let Some(place) = Place::of(event.current_target()) else { return };
        let [x1, y1, x2, y2] =
            [one.client_x(), one.client_y(), two.client_x(), two.client_y()].map(f64::from);
        let apart = distance(x2 - x1, y2 - y1).max(1.0);
        let middle = place.shares(f64::midpoint(x1, x2), f64::midpoint(y1, y2));
        if let Some((before, [x, y])) = self.last.get_value() {
            let by = [x - middle[0], y - middle[1]];
            self.pull.run(Pull { factor: before / apart, at: middle, by });
        }
        self.last.set_value(Some((apart, middle)));
    }
}

/// The length of a way across and down: less code than `hypot`, which also takes numbers that no screen has.
pub(super) fn distance(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

/// Where a node is in the window, in CSS pixels.
pub(super) struct Place {
    left: f64,
    top: f64,
    /// Never 0, as the height.
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Place {
    /// Of the node of an event.
    pub(super) fn of(node: Option<EventTarget>) -> Option<Self> {
        let rect = node?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
        let (width, height) = (rect.width().max(1.0), rect.height().max(1.0));
        Some(Self { left: rect.left(), top: rect.top(), width, height })
    }

    /// A point of the window as shares of the node.
    fn shares(&self, x: f64, y: f64) -> [f64; 2] {
        [(x - self.left) / self.width, (y - self.top) / self.height]
    }
}
