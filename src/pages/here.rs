//! Where a writer stands, and the ways from there.

use super::site::{Page, Site};
use crate::catalogue::{Lang, Record};

/// A page in a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Here<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) page: &'a Page,
    pub(super) lang: Lang,
}

impl<'a> Here<'a> {
    /// The way up to the top of the folder: "../../", or "./".
    pub(super) fn top(&self) -> String {
        let depth = self.site.path(self.page, self.lang).matches('/').count();
        if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
    }

    /// A link to a file, from the top.
    pub(super) fn file(&self, path: &str) -> String {
        format!("{}{path}", self.top())
    }

    /// A link to a page in a language.
    pub(super) fn link_in(&self, page: &Page, lang: Lang) -> String {
        self.file(&self.site.path(page, lang))
    }

    /// A link to a page in this language, without going further up than is needed.
    pub(super) fn link(&self, page: &Page) -> String {
        let home = self.site.path(&Page::Start, self.lang);
        let own = self.site.path(self.page, self.lang);
        let path = self.site.path(page, self.lang);
        let depth = own.strip_prefix(&home).unwrap_or(&own).matches('/').count();
        let path = path.strip_prefix(&home).unwrap_or(&path);
        let up = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        if path.is_empty() || depth > 0 { format!("{up}{path}") } else { path.to_owned() }
    }

    /// The start page of this language.
    pub(super) fn home(&self) -> String {
        self.link(&Page::Start)
    }

    /// The absolute address of this page, or of its twin in another language, if a base is known.
    pub(super) fn address(&self, lang: Lang) -> Option<String> {
        self.address_of(self.page, lang)
    }

    /// The absolute address of a page in a language, if a base is known.
    pub(super) fn address_of(&self, page: &Page, lang: Lang) -> Option<String> {
        Some(self.site.settings.base.as_ref()?.of(&self.site.path(page, lang)))
    }

    /// The record that the page is about.
    pub(super) fn record(&self) -> Option<&'a Record> {
        match self.page {
            Page::Record(index) => self.site.catalogue.record(*index),
            _ => None,
        }
    }

    /// The other language.
    pub(super) fn other(&self) -> Lang {
        match self.lang {
            Lang::Sv => Lang::En,
            Lang::En => Lang::Sv,
        }
    }
}
