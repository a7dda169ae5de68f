//! The page of one record.

use super::Atlas;
use crate::{Outcome, Result};

impl Atlas {
    /// Follows the link of an entry in the list.
    ///
    /// # Errors
    /// The list has no such entry.
    pub async fn open_record(&self, id: &str) -> Outcome {
        self.click(&format!("[data-project=\"{id}\"] a")).await
    }

    /// The heading of the open record, if one is open.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn open_title(&self) -> Result<Option<String>> {
        let script = "return root.querySelector('.detail h2')?.textContent.trim() ?? null";
        self.read(script, &[]).await
    }

    /// The whole text of the open record, with its no-break spaces.
    ///
    /// # Errors
    /// No record is open.
    pub async fn record_text(&self) -> Result<String> {
        self.read("return root.querySelector('.detail').innerText", &[]).await
    }

    /// The ids of the records that the open record links to.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn linked_records(&self) -> Result<Vec<String>> {
        let script = "return [...root.querySelectorAll('.detail a[href*=\"?\"]')]
            .map((link) => new URLSearchParams(link.search).get('projekt'))
            .filter((id) => id !== null)";
        self.read(script, &[]).await
    }

    /// Follows the link back to the list.
    ///
    /// # Errors
    /// No record is open.
    pub async fn back_to_list(&self) -> Outcome {
        self.click(".detail .back a").await
    }
}
