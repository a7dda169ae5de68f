//! Wheel and fingers: WebDriver's actions have no wheel, and one finger at most.

use serde_json::{Value, json};

use crate::{Atlas, Browser, Outcome, Result, assert_soon};

/// A point of the window, in CSS pixels.
pub type Point = (f64, f64);

/// The way of a finger that comes down at a point and goes on downwards.
#[must_use]
pub fn one_finger((x, y): Point) -> Vec<[Point; 1]> {
    (0..10).map(|step| [(x, y + 12.0 * f64::from(step))]).collect()
}

/// The ways of two fingers that go apart from about a point.
#[must_use]
pub fn two_fingers_apart((x, y): Point) -> Vec<[Point; 2]> {
    let apart = |step: i32| 40.0 + 10.0 * f64::from(step);
    (0..10).map(|step| [(x - apart(step), y), (x + apart(step), y)]).collect()
}

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

impl Atlas {
    /// Moves the pointer to the middle of the first node that a CSS selector fits.
    ///
    /// # Errors
    /// There is none.
    pub async fn point_at(&self, selector: &str) -> Outcome {
        self.middle_of(selector).await?;
        let node = self.find(selector).await?;
        Ok(self.driver().action_chain().move_to_element_center(&node).perform().await?)
    }

    /// Presses the mouse's button at a point, moves on by so many pixels, and lets go.
    ///
    /// # Errors
    /// The browser does not answer.
    #[expect(clippy::cast_possible_truncation, reason = "WebDriver moves by whole pixels")]
    pub async fn drag_mouse(&self, (x, y): Point, (right, down): (i64, i64)) -> Outcome {
        let (x, y) = (x.round() as i64, y.round() as i64);
        let chain = self.driver().action_chain().move_to(x, y).click_and_hold();
        let halfway = chain.move_to(x + right / 2, y + down / 2);
        Ok(halfway.move_to(x + right, y + down).release().perform().await?)
    }
}

impl Browser {
    /// Turns the wheel over a point, downwards by so many CSS pixels, and waits until the page has been
    /// asked.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn turn_wheel(&self, (x, y): Point, down: f64, held: Held) -> Outcome {
        // Who listens there is known from the last frame: after scrolling, that was another one.
        self.settle().await?;
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
        self.settle().await?;
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

impl Atlas {
    /// How far down the page is scrolled, in CSS pixels.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn scrolled(&self) -> Result<f64> {
        self.run("return scrollY", vec![]).await
    }

    /// Expects that the page is scrolled away from where it was.
    ///
    /// # Errors
    /// The browser does not answer.
    ///
    /// # Panics
    /// It stays.
    pub async fn expect_scrolled_from(&self, before: f64) -> Outcome {
        let moved = async || Ok((self.scrolled().await? - before).abs() > 20.0);
        assert_soon!(moved(), true, "the page is scrolled from {before}");
        Ok(())
    }
}
