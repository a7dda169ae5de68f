//! One live `<partner-atlas>`: what it shows, and what can be done to it.
//!
//! It is read through the hooks that docs/architecture.md promises (`data-project`, `data-bar`, `data-place`,
//! `data-facet`, `role=status`) wherever there is one.

mod facet;
mod map;
mod record;
mod timeline;

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::prelude::*;

use crate::{Browser, Outcome, Result};

pub use facet::FacetOption;
pub use map::{Mark, Move, Shown};
pub use timeline::{Edges, WHOLE};

/// An element that has come alive.
#[derive(Debug, Clone)]
pub struct Atlas {
    browser: Browser,
    host: WebElement,
}

/// What can be asked of the window can be asked of the element in it.
impl Deref for Atlas {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Atlas {
    pub(crate) const fn new(browser: Browser, host: WebElement) -> Self {
        Self { browser, host }
    }

    /// The element as its host page sees it.
    #[must_use]
    pub const fn host(&self) -> &WebElement {
        &self.host
    }

    /// Runs the body of a function in which `root` is the shadow root and `given` the arguments.
    ///
    /// # Errors
    /// The script throws, or returns something else.
    pub async fn read<T: DeserializeOwned>(&self, script: &str, given: &[Value]) -> Result<T> {
        let script =
            format!("const [host, ...given] = arguments; const root = host.shadowRoot; {script}");
        let mut arguments = vec![self.host.to_json()?];
        arguments.extend_from_slice(given);
        self.browser.run(&script, arguments).await
    }

    /// The first node that a CSS selector fits.
    ///
    /// # Errors
    /// There is none.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.find_all(selector)
            .await?
            .into_iter()
            .next()
            .ok_or_else(|| format!("there is no {selector}").into())
    }

    /// Not by WebDriver: its way into shadow roots is another in each browser.
    async fn find_all(&self, selector: &str) -> Result<Vec<WebElement>> {
        let script = "return [...arguments[0].shadowRoot?.querySelectorAll(arguments[1]) ?? []]";
        let given = vec![self.host.to_json()?, selector.into()];
        Ok(self.driver().execute(script, given).await?.elements()?)
    }

    /// How many nodes a CSS selector fits.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn number_of(&self, selector: &str) -> Result<usize> {
        self.read("return root.querySelectorAll(given[0]).length", &[selector.into()]).await
    }

    /// The texts of all nodes that a CSS selector fits, as they are rendered.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return [...root.querySelectorAll(given[0])].map((node) => \
                      (node.innerText ?? node.textContent).trim())";
        self.read(script, &[selector.into()]).await
    }

    /// The text of the one node that a CSS selector fits first.
    ///
    /// # Errors
    /// There is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let texts = self.texts(selector).await?;
        texts.into_iter().next().ok_or_else(|| format!("there is no {selector}").into())
    }

    /// An attribute of all nodes that a CSS selector fits and that have it.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn attributes(&self, selector: &str, name: &str) -> Result<Vec<String>> {
        let script = "return [...root.querySelectorAll(given[0])]\
                      .map((node) => node.getAttribute(given[1])).filter((value) => value !== null)";
        self.read(script, &[selector.into(), name.into()]).await
    }

    /// Clicks the first node that a CSS selector fits.
    ///
    /// # Errors
    /// There is none, or something lies over it.
    pub async fn click(&self, selector: &str) -> Outcome {
        let node = self.find(selector).await?;
        node.click().await.map_err(|cause| format!("clicking {selector}: {cause}").into())
    }

    /// Clicks the node of a CSS selector whose text is this.
    ///
    /// # Errors
    /// There is none, or something lies over it.
    pub async fn click_text(&self, selector: &str, text: &str) -> Outcome {
        for node in self.find_all(selector).await? {
            if node.text().await? == text {
                return Ok(node.click().await?);
            }
        }
        Err(format!("no {selector} says “{text}”").into())
    }

    /// The ids of the entries in the list, in order.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn hits(&self) -> Result<Vec<String>> {
        self.attributes("[data-project]", "data-project").await
    }

    /// The number in the one live count.
    ///
    /// # Errors
    /// There is no live count, or more than one.
    pub async fn count(&self) -> Result<usize> {
        let counts = self.attributes("[role=status]", "data-count").await?;
        let [count] = counts.as_slice() else {
            return Err(format!("there are {} live counts", counts.len()).into());
        };
        Ok(count.parse()?)
    }

    /// Types into the search field, after what is there.
    ///
    /// # Errors
    /// There is no search field.
    pub async fn type_words(&self, words: &str) -> Outcome {
        Ok(self.find("input[type=search]").await?.send_keys(words).await?)
    }

    /// Searches for these words instead of the ones before.
    ///
    /// # Errors
    /// There is no search field.
    pub async fn search(&self, words: &str) -> Outcome {
        let select = "const field = root.querySelector('input[type=search]');
            field.focus(); field.select();";
        self.read::<()>(select, &[]).await?;
        // Not through the field: that would put the caret behind the old words.
        Ok(self.driver().action_chain().send_keys(words).perform().await?)
    }

    /// What is marked as found.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn marked(&self) -> Result<Vec<String>> {
        self.texts("[data-project] mark").await
    }

    /// The names on the chips.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn chips(&self) -> Result<Vec<String>> {
        self.texts(".chips bdi").await
    }

    /// Clicks the chip of this name.
    ///
    /// # Errors
    /// There is none.
    pub async fn remove_chip(&self, name: &str) -> Outcome {
        self.click_text(".chips bdi", name).await
    }

    /// Clicks "Rensa alla".
    ///
    /// # Errors
    /// Nothing is chosen.
    pub async fn clear_all(&self) -> Outcome {
        self.click(".chosen .clear").await
    }

    /// Changes to a view, named as in the address.
    ///
    /// # Errors
    /// There is no such view.
    pub async fn show(&self, view: &str) -> Outcome {
        self.click(&format!(".view-switch a[href*=\"vy={view}\"]")).await
    }

    /// Follows the link to the other language, on the list or on the open record.
    ///
    /// # Errors
    /// There is none in sight.
    pub async fn switch_language(&self) -> Outcome {
        self.click(".app > :not([hidden]) .language a").await
    }

    /// Whether the node that a CSS selector fits has the focus.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn has_focus(&self, selector: &str) -> Result<bool> {
        self.read("return !!root.activeElement?.matches(given[0])", &[selector.into()]).await
    }
}
