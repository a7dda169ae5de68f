//! Wheel and fingers: WebDriver's actions have no wheel, and one finger at most.

use serde_json::{Value, json};

use crate::{Browser, Outcome};

/// A point of the window, in CSS pixels.
pub type Point = (f64, f64);

/// The key that is held while the wheel turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// None.
    Nothing,
    /// Ctrl.
    Control,
    /// ⌘.
    Command,
}

impl Held {
    /// Its bit among the modifiers of an input event.
    const fn bit(self) -> u8 {
        match self {
            Self::Nothing => 0,
            Self::Control => 2,
            Self::Command => 4,
        }
    }
}

impl Browser {
    /// Turns the wheel over a point, downwards by so many CSS pixels, and waits until the page has been
    /// asked.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn turn_wheel(&self, (x, y): Point, down: f64, held: Held) -> Outcome {
        let event = json!({
            "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down,
            "modifiers": held.bit(),
        });
        self.driver().cdp().send_raw("Input.dispatchMouseEvent", event).await?;
        Ok(())
    }

    /// Gives the page a screen that answers to fingers, from the next page on.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn use_touch_screen(&self) -> Outcome {
        let wanted = json!({ "enabled": true, "maxTouchPoints": 5 });
        self.driver().cdp().send_raw("Emulation.setTouchEmulationEnabled", wanted).await?;
        Ok(())
    }

    /// Puts fingers on the screen, moves all of them from step to step, and takes them off again.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn drag_fingers<const N: usize>(&self, steps: &[[Point; N]]) -> Outcome {
        for (index, fingers) in steps.iter().enumerate() {
            let kind = if index == 0 { "touchStart" } else { "touchMove" };
            self.touch(kind, fingers).await?;
        }
        self.touch("touchEnd", &[]).await
    }

    async fn touch(&self, kind: &str, fingers: &[Point]) -> Outcome {
        let point = |(id, (x, y)): (usize, &Point)| json!({ "x": x, "y": y, "id": id });
        let points: Vec<Value> = fingers.iter().enumerate().map(point).collect();
        let event = json!({ "type": kind, "touchPoints": points });
        self.driver().cdp().send_raw("Input.dispatchTouchEvent", event).await?;
        Ok(())
    }
}
