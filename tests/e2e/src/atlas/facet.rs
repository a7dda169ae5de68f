//! The values of facets.

use serde_json::json;
use thirtyfour::prelude::*;

use super::Atlas;
use crate::{Error, Outcome, Result};

/// One value of a facet, with its checkbox.
#[derive(Debug, Clone)]
pub struct FacetOption {
    label: WebElement,
    checkbox: WebElement,
}

impl Atlas {
    /// The option of a facet for a value, both named as in the address.
    ///
    /// # Errors
    /// There is none.
    pub async fn facet(&self, facet: &str, value: &str) -> Result<FacetOption> {
        let selector = format!("[data-facet=\"{facet}\"][data-value=\"{value}\"]");
        let label = self.find(&selector).await?;
        let checkbox = label.find(By::Css("input[type=checkbox]")).await?;
        Ok(FacetOption { label, checkbox })
    }

    /// Every option of a facet as value and count, in the order of the page.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn facet_counts(&self, facet: &str) -> Result<Vec<(String, usize)>> {
        let script = "return [...root.querySelectorAll('[data-facet]')]
            .filter((option) => option.dataset.facet === given[0])
            .map((option) => [
                option.dataset.value, Number(option.querySelector('.option-count').textContent)])";
        self.read(script, &[json!(facet)]).await
    }

    /// The options that are ticked, as `land=KE`.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn ticked(&self) -> Result<Vec<String>> {
        let script = "return [...root.querySelectorAll('[data-facet]')]
            .filter((option) => option.querySelector('input').checked)
            .map((option) => `${option.dataset.facet}=${option.dataset.value}`)";
        self.read(script, &[]).await
    }

    /// Remembers the node that has the focus now.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn remember_focus(&self) -> Outcome {
        self.read("window.rememberedFocus = root.activeElement", &[]).await
    }

    /// Whether that very node still has the focus.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn focus_is_remembered(&self) -> Result<bool> {
        let script = "return root.activeElement !== null \
                      && root.activeElement === window.rememberedFocus";
        self.read(script, &[]).await
    }
}

impl FacetOption {
    /// Clicks the checkbox.
    ///
    /// # Errors
    /// Something lies over it.
    pub async fn choose(&self) -> Outcome {
        Ok(self.checkbox.click().await?)
    }

    /// The number beside it.
    ///
    /// # Errors
    /// There is none.
    pub async fn count(&self) -> Result<usize> {
        Ok(self.label.find(By::Css(".option-count")).await?.text().await?.parse()?)
    }

    /// Its name.
    ///
    /// # Errors
    /// There is none.
    pub async fn name(&self) -> Result<String> {
        Ok(self.label.find(By::Css(".option-label")).await?.text().await?)
    }

    /// Whether it is ticked.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn is_chosen(&self) -> Result<bool> {
        self.checkbox.is_selected().await.map_err(Error::from)
    }

    /// Whether it says that it cannot be chosen.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn is_inert(&self) -> Result<bool> {
        Ok(self.checkbox.attr("aria-disabled").await?.as_deref() == Some("true"))
    }
}
