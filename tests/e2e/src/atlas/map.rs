//! The map.

use serde::Deserialize;

use super::Atlas;
use crate::{Outcome, Result};

/// What stands on the map for one place or several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Mark {
    /// The ids of its places.
    pub places: Vec<String>,
    /// Its classes.
    pub class: String,
    /// What a screen reader says.
    pub name: String,
    /// Where it leads; a cluster leads nearer, which is no address.
    pub href: Option<String>,
}

impl Atlas {
    /// Everything on the map that stands for a place.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn marks(&self) -> Result<Vec<Mark>> {
        let script = "return [...root.querySelectorAll('[data-place]')].map((mark) => ({
            places: mark.dataset.place.split(' '),
            class: mark.getAttribute('class'),
            name: mark.getAttribute('aria-label'),
            href: mark.getAttribute('href') }))";
        self.read(script, &[]).await
    }

    /// The ids of all places on the map, sorted; one that is there twice is here twice.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn places(&self) -> Result<Vec<String>> {
        let mut places: Vec<String> =
            self.marks().await?.into_iter().flat_map(|mark| mark.places).collect();
        places.sort();
        Ok(places)
    }

    /// The mark of one place, of its own.
    ///
    /// # Errors
    /// The place has none, or only a part of a cluster.
    pub async fn mark(&self, place: &str) -> Result<Mark> {
        let marks = self.marks().await?;
        let found = marks.into_iter().find(|mark| mark.places == [place]);
        found.ok_or_else(|| format!("“{place}” has no mark of its own").into())
    }

    /// Clicks the middle of a place's mark.
    ///
    /// # Errors
    /// It has none, or something lies over it.
    pub async fn click_mark(&self, place: &str) -> Outcome {
        self.click(&format!("[data-place=\"{place}\"]")).await
    }

    /// Shows a part of the world: `alla`, `europa`, `kenya` or `sydafrika`.
    ///
    /// # Errors
    /// There is no such jump.
    pub async fn jump(&self, area: &str) -> Outcome {
        self.click(&format!("[data-jump=\"{area}\"]")).await
    }

    /// The outline of all land, which changes with what is shown of the world.
    ///
    /// # Errors
    /// The map is not shown.
    pub async fn land(&self) -> Result<String> {
        self.read("return root.querySelector('.map .land').getAttribute('d')", &[]).await
    }

    /// The addresses in the list beside the map, sorted.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn listed_places(&self) -> Result<Vec<String>> {
        let mut addresses = self.attributes(".place-list a", "href").await?;
        addresses.sort();
        Ok(addresses)
    }
}
