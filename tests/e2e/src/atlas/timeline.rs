//! The timeline.

use std::collections::BTreeSet;

use serde_json::json;

use super::Atlas;
use crate::pointer::Point;
use crate::{Outcome, Result};

/// The years of the whole catalogue on the tests' own day, from the oldest record's to next year's.
pub const WHOLE: (i32, i32) = (1986, 2027);

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

    /// Where the drawn bar of a record begins and ends, and where today's line behind it is.
    ///
    /// # Errors
    /// The record has no drawn bar.
    pub async fn bar_and_today(&self, id: &str) -> Result<(Edges, f64)> {
        let script = "const box = (node) => node.getBoundingClientRect();
            const { left, right } = box(root.querySelector(`.row [data-bar=\"${given[0]}\"]`));
            return [[left, right], box(root.querySelector('.rows .today')).left]";
        self.read(script, &[id.into()]).await
    }

    /// What a screen reader says of a record's row in the chart.
    ///
    /// # Errors
    /// It has none.
    pub async fn row_name(&self, id: &str) -> Result<String> {
        self.text(&format!(".row[data-row=\"{id}\"] title")).await
    }

    /// Changes between the drawing and its table.
    ///
    /// # Errors
    /// The timeline is not shown.
    pub async fn toggle_table(&self) -> Outcome {
        self.click(".timeline .as-table").await
    }

    /// Whether the table is what the visitor sees. In the document it always is.
    ///
    /// # Errors
    /// The timeline is not shown.
    pub async fn table_is_shown(&self) -> Result<bool> {
        let script = "const box = root.querySelector('.table-twin').getBoundingClientRect();
            return box.width > 100 && box.height > 100";
        self.read(script, &[]).await
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

    /// The ids of the rows, or of the cards, in the order in which they stand.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn rows(&self) -> Result<Vec<String>> {
        let script = "return [...root.querySelectorAll('[data-row]')]
            .toSorted((one, other) =>
                one.getBoundingClientRect().top - other.getBoundingClientRect().top)
            .map((row) => row.dataset.row)";
        self.read(script, &[]).await
    }

    /// The headings of groups, each with its number and the ids that stand under it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn groups(&self) -> Result<Vec<(String, usize, Vec<String>)>> {
        let script = "return [...root.querySelectorAll('.group, .card-section')]
            .filter((group) => group.querySelector('.group-head')).map((group) => [
            group.querySelector('.group-title').textContent,
            Number(group.querySelector('.group-count').textContent),
            [...group.querySelectorAll('[data-row]')].map((row) => row.dataset.row)])";
        self.read(script, &[]).await
    }

    /// What the axis says it shows: the first and the last year.
    ///
    /// # Errors
    /// There is no chart.
    pub async fn years_shown(&self) -> Result<(i32, i32)> {
        let text = self.text(".axis-tools p").await?;
        let years: Vec<i32> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|part| part.parse().ok())
            .collect();
        match years[..] {
            [year] => Ok((year, year)),
            [first, last] => Ok((first, last)),
            _ => Err(format!("“{text}” names no years").into()),
        }
    }

    /// What is lit up, as `row=noreld`.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn lit(&self) -> Result<BTreeSet<String>> {
        let script = "return [...root.querySelectorAll('[data-lit]')]
            .flatMap(({ dataset }) => ['project', 'row', 'bar', 'place']
                .filter((hook) => hook in dataset).map((hook) => `${hook}=${dataset[hook]}`))";
        self.read(script, &[]).await
    }

    /// Brings a node to the middle of the window and says where its middle is.
    ///
    /// # Errors
    /// There is none.
    pub async fn middle_of(&self, selector: &str) -> Result<Point> {
        let script = "const node = root.querySelector(given[0]);
            node.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = node.getBoundingClientRect();
            return [left + width / 2, top + height / 2]";
        self.read(script, &[selector.into()]).await
    }

    /// Draws on the strip of years with the pointer, from the middle of one year to that of another.
    ///
    /// # Errors
    /// The timeline is not shown.
    pub async fn brush(&self, from: i32, to: i32) -> Outcome {
        self.middle_of(".strip-years svg").await?;
        let script = "const { left, top, width } =
                root.querySelector('.strip-years svg').getBoundingClientRect();
            const [first, last] = given[2];
            const x = (year) => left + (year - first + 0.5) / (last - first + 1) * width;
            return [x(given[0]), x(given[1]), top + 20].map(Math.round)";
        let given = [from.into(), to.into(), json!(WHOLE)];
        let [one, other, y]: [i64; 3] = self.read(script, &given).await?;
        let chain = self.driver().action_chain().move_to(one, y).click_and_hold();
        Ok(chain.move_to(other, y).release().perform().await?)
    }
}
