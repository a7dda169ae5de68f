//! All pages: which there are, where they lie, how they link to each other.

use super::base::BaseUrl;
use crate::atlas::{Basemap, BasemapError};
use crate::catalogue::{Catalogue, Day, Lang, RecordIx};
use crate::facts::options;
use crate::map::Ground;
use crate::query::{Engine, Facet, Memory, Query, Results, Value};
use crate::timeline::Terms;
use crate::url::{self, State};

/// The facets whose values have pages of their own, in the order in which they are offered.
pub(super) const FACETS: [Facet; 4] =
    [Facet::Municipality, Facet::Country, Facet::Theme, Facet::Form];

/// What pages are written from.
#[derive(Debug)]
pub struct Site<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) engine: Engine,
    pub(super) terms: Terms,
    pub(super) ground: Ground,
    pub(super) settings: Settings,
}

/// What the facts do not tell.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The day on which the pages are true.
    pub today: Day,
    /// The path of their style sheet, from the top of the folder.
    pub sheet: String,
    /// Where they will lie, if that is known.
    pub base: Option<BaseUrl>,
}

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Page {
    /// All of the catalogue.
    Start,
    /// The same for a frame on somebody else's site.
    Frame,
    /// One record.
    Record(RecordIx),
    /// The records of a value.
    Facet(Facet, Value),
}

/// A value that has a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) value: Value,
    pub(super) name: String,
    pub(super) count: usize,
}

impl<'a> Site<'a> {
    /// A site of a catalogue.
    ///
    /// # Errors
    /// None in a program that was built: `tests/atlas.rs` proves that the base map can be read.
    pub fn new(catalogue: &'a Catalogue, settings: Settings) -> Result<Self, BasemapError> {
        Ok(Self {
            catalogue,
            engine: Engine::new(catalogue, settings.today),
            terms: Terms::new(catalogue, settings.today),
            ground: Ground::new(Basemap::embedded()?),
            settings,
        })
    }

    /// The answer to a question.
    pub(super) fn results(&self, query: &Query, lang: Lang) -> Results {
        self.engine.run(query, lang, &mut Memory::default())
    }

    /// The values of a facet that any record has, by name, with the number of records that the page lists.
    pub(super) fn choices(&self, facet: Facet, lang: Lang) -> Vec<Choice> {
        let results = self.results(&Query::default(), lang);
        let counts = results.counts(facet);
        let column = self.engine.column(facet);
        let all = column.map(|column| options(self.catalogue, column, lang)).unwrap_or_default();
        let known = all.into_iter().filter(|(_, value, _)| *value != Value::Missing);
        let choices = known.map(|(position, value, name)| Choice {
            value,
            name,
            count: counts.get(position).copied().unwrap_or_default(),
        });
        choices.filter(|choice| choice.count > 0).collect()
    }

    /// Every page that stands by itself, the start page first.
    pub(super) fn all_pages(&self) -> Vec<Page> {
        let records = self.catalogue.records().map(|(index, _)| Page::Record(index));
        let values = FACETS.into_iter().flat_map(|facet| {
            let choices = self.choices(facet, Lang::Sv).into_iter();
            choices.map(move |choice| Page::Facet(facet, choice.value))
        });
        std::iter::once(Page::Start).chain(records).chain(values).collect()
    }

    /// The path of a page, from the top: that of a folder, empty or with a slash at its end, but for a frame's.
    pub(super) fn path(&self, page: &Page, lang: Lang) -> String {
        let (home, record, folder) = match lang {
            Lang::Sv => ("", "projekt", Facet::key as fn(Facet) -> &'static str),
            Lang::En => ("en/", "project", Facet::word as fn(Facet) -> &'static str),
        };
        match page {
            Page::Start => home.to_owned(),
            Page::Frame => format!("{home}iframe.html"),
            Page::Record(index) => format!("{home}{record}/{}/", self.id(*index)),
            Page::Facet(facet, value) => format!("{home}{}/{value}/", folder(*facet)),
        }
    }

    fn id(&self, index: RecordIx) -> &str {
        self.catalogue.record(index).map(|record| record.id.as_str()).unwrap_or_default()
    }

    /// The query string that shows the same in the app.
    pub(super) fn query(&self, page: &Page) -> String {
        let mut state = State::default();
        match page {
            Page::Start | Page::Frame => {}
            Page::Record(index) => {
                state.record = self.catalogue.record(*index).map(|record| record.id.clone());
            }
            Page::Facet(facet, value) => state.query.add(*facet, value.clone()),
        }
        url::format(&state, "")
    }
}
