//! What all parts of the builder work on.

use leptos::prelude::*;

use super::options::Options;
use crate::snippets::{Folder, Offer, Way, Wishes};

/// The state of the page.
#[derive(Clone, Copy)]
pub(super) struct Builder {
    /// What is wanted.
    pub(super) wishes: RwSignal<Wishes>,
    /// How it is published.
    pub(super) way: RwSignal<Way>,
    /// Where the catalogue lies, as it was written.
    pub(super) place: RwSignal<String>,
    /// What can be chosen.
    pub(super) options: StoredValue<Options>,
    /// What the page says to those who hear it.
    pub(super) said: RwSignal<String>,
}

impl Builder {
    /// The state at the start: everything, from where this page comes.
    pub(super) fn new() -> Self {
        let options = Options::read();
        Self {
            wishes: RwSignal::new(Wishes::default()),
            way: RwSignal::new(Way::default()),
            place: RwSignal::new(options.base.clone()),
            options: StoredValue::new(options),
            said: RwSignal::new(String::new()),
        }
    }

    /// Where the catalogue lies, if that is an address.
    pub(super) fn folder(self) -> Option<Folder> {
        self.place.with(|text| Folder::parse(text))
    }

    /// What to copy.
    pub(super) fn offer(self) -> Option<Offer> {
        let folder = self.folder()?;
        Some(self.wishes.with(|wishes| self.way.get().offer(wishes, &folder)))
    }

    /// Says a thing, also the same twice.
    pub(super) fn say(self, text: &str) {
        self.said.update(|said| {
            let again = if said == text { "\u{A0}" } else { "" };
            *said = format!("{text}{again}");
        });
    }
}
