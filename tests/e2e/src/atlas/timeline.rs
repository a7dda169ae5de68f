//! The timeline.

use super::Atlas;
use crate::{Outcome, Result};

/// A rectangle's left and right edge, in CSS pixels of the window.
pub type Edges = (f64, f64);

impl Atlas {
    /// The ids of all bars, and of the entries of the lane without dates.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn bars(&self) -> Result<Vec<String>> {
        self.attributes("[data-bar]", "data-bar").await
    }

    /// The ids in the lane "Utan datum".
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn undated(&self) -> Result<Vec<String>> {
        self.attributes(".undated [data-bar]", "data-bar").await
    }

    /// Where the drawn bar of a record begins and ends, and where today's line beside it is.
    ///
    /// # Errors
    /// The record has no drawn bar.
    pub async fn bar_and_today(&self, id: &str) -> Result<(Edges, f64)> {
        let script = "const bar = root.querySelector(`.row [data-bar=\"${given[0]}\"]`);
            const { left, right } = bar.getBoundingClientRect();
            return [[left, right], bar.ownerSVGElement.querySelector('.today').getBoundingClientRect().left]";
        self.read(script, &[id.into()]).await
    }

    /// Changes between the drawing and its table.
    ///
    /// # Errors
    /// The timeline is not shown.
    pub async fn toggle_table(&self) -> Outcome {
        self.click(".timeline .view-tools button").await
    }

    /// The table's rows as id of the record and text of the cells.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn table(&self) -> Result<Vec<(String, Vec<String>)>> {
        let script = "return [...root.querySelectorAll('.timeline tbody tr')].map((row) => [
            new URLSearchParams(row.querySelector('a').search).get('projekt'),
            [...row.cells].map((cell) => cell.innerText.trim())])";
        self.read(script, &[]).await
    }
}
