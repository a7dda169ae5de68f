//! Zooming and panning by wheel and fingers. A bare wheel and a single finger scroll the page.

use leptos::ev::{TouchEvent, WheelEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget};

use super::plan::Plan;

/// How much a pixel of the wheel zooms.
const SPEED: f64 = 0.003;

/// Two fingers: how far apart they are, and where their middle is, in CSS pixels from the chart's left.
type Pinch = (f64, f64);

/// What wheel and fingers do to the axis.
#[derive(Clone, Copy)]
pub(super) struct Gesture {
    plan: Plan,
    last: StoredValue<Option<Pinch>>,
}

impl Gesture {
    pub(super) fn new(plan: Plan) -> Self {
        Self { plan, last: StoredValue::new(None) }
    }

    /// With ctrl or ⌘ held, or pinched on a pad, which browsers tell in the same way: zooms around the
    /// pointer, and pans sideways.
    pub(super) fn wheel(self, event: &WheelEvent) {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let Some((left, width)) = place(event.current_target()) else { return };
        let at = (f64::from(event.client_x()) - left) / width;
        let factor = 1.0 + event.delta_y().clamp(-200.0, 200.0) * SPEED;
        self.plan.zoom(factor, at);
        if event.delta_x() != 0.0 {
            self.plan.pan(event.delta_x() / width);
        }
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
        let Some((left, width)) = place(event.current_target()) else { return };
        let [x1, y1, x2, y2] =
            [one.client_x(), one.client_y(), two.client_x(), two.client_y()].map(f64::from);
        let (apart, middle) = (distance(x2 - x1, y2 - y1).max(1.0), f64::midpoint(x1, x2) - left);
        if let Some((before, from)) = self.last.get_value() {
            self.plan.zoom(before / apart, middle / width);
            self.plan.pan((from - middle) / width);
        }
        self.last.set_value(Some((apart, middle)));
    }
}

/// The length of a way across and down: less code than `hypot`, which also takes numbers that no screen has.
fn distance(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

/// The left edge and the width of a node, in CSS pixels.
fn place(node: Option<EventTarget>) -> Option<(f64, f64)> {
    let rect = node?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    Some((rect.left(), rect.width().max(1.0)))
}
