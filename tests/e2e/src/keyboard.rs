//! Moving with the keyboard alone.

use serde::Deserialize;
use thirtyfour::prelude::*;

use crate::{Atlas, Outcome, Result};

/// No page has this many stops; one that has caught the focus does.
const MOST_STOPS: usize = 400;

/// A place where the Tab key stops.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Stop {
    /// The node in words: what it is and what it is called.
    pub name: String,
    /// Which of the element's nodes it is.
    pub position: usize,
    /// The width of the outline around it, or of the line around a mark of the map or a row of the
    /// chart, in CSS pixels; 0 if there is none to see.
    pub outline: f64,
    /// Whether all of it that fits is within the window.
    pub is_in_view: bool,
}

/// Describes the node with the focus; null outside of the element.
const DESCRIBE: &str = "
    const node = root.activeElement;
    if (node === null) return null;
    const style = getComputedStyle(node);
    const lines = [...node.querySelectorAll('circle, path, rect')]
        .map((shape) => getComputedStyle(shape))
        .filter(({ stroke }) => node.ownerSVGElement && stroke !== 'none')
        .map(({ strokeWidth }) => parseFloat(strokeWidth));
    const box = node.getBoundingClientRect();
    const option = node.closest('[data-facet]')?.dataset;
    const called = option ? `${option.facet}=${option.value}`
        : node.getAttribute('aria-label') ?? (node.querySelector('title') ?? node).textContent.trim();
    return {
        name: `${node.localName}[${node.type ?? ''}] ${called.slice(0, 60)}`,
        position: [...root.querySelectorAll('*')].indexOf(node),
        outline: Math.max(0, ...lines,
            style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth)),
        is_in_view: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    };";

impl Atlas {
    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn press(&self, key: Key) -> Outcome {
        Ok(self.driver().action_chain().send_keys(key).perform().await?)
    }

    /// Types, wherever the focus is.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn press_all(&self, keys: &str) -> Outcome {
        Ok(self.driver().action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key while Shift is held.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn press_with_shift(&self, key: Key) -> Outcome {
        let keys = self.driver().action_chain().key_down(Key::Shift).send_keys(key);
        Ok(keys.key_up(Key::Shift).perform().await?)
    }

    /// Where the focus is within the element.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn stop(&self) -> Result<Option<Stop>> {
        self.read(DESCRIBE, &[]).await
    }

    /// Presses Tab from the top of the page until the focus has left the element again.
    ///
    /// # Errors
    /// The focus never comes to the element, or never leaves it.
    pub async fn tab_through(&self) -> Result<Vec<Stop>> {
        let to_top = "const { body } = document;
            body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex');";
        self.run::<()>(to_top, vec![]).await?;
        self.walk(async || self.press(Key::Tab).await).await
    }

    /// Presses Shift and Tab from where the focus left the element, until it is out again.
    ///
    /// # Errors
    /// The focus never comes back to the element, or never leaves it.
    pub async fn tab_back(&self) -> Result<Vec<Stop>> {
        self.walk(async || self.press_with_shift(Key::Tab).await).await
    }

    /// Takes steps until the focus has been in the element and is out of it again.
    async fn walk(&self, step: impl AsyncFn() -> Outcome) -> Result<Vec<Stop>> {
        let mut stops = Vec::new();
        for _ in 0..MOST_STOPS {
            step().await?;
            match self.stop().await? {
                Some(stop) => stops.push(stop),
                None if stops.is_empty() => {}
                None => return Ok(stops),
            }
        }
        Err(format!("{MOST_STOPS} steps did not lead through; the last: {:?}", stops.last()).into())
    }
}
