//! The rows of the timeline under their headings.

use std::sync::Arc;

use super::super::model::Shared;
use crate::catalogue::{Lang, RecordIx};
use crate::facts::options;
use crate::i18n::messages;
use crate::query::{Bits, Facet, Sort};
use crate::timeline::{Rows, Run, by_run, by_value};

/// From this many rows on, they stand in sections that open on demand.
const MANY: usize = 200;

/// Some rows under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// Tells it from the others; the same section keeps it while the selection changes.
    pub(super) number: u32,
    /// Its heading; a chart without groups has none.
    pub(super) title: Option<String>,
    /// Its rows.
    pub(super) rows: Arc<Rows>,
}

/// The rows of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sections {
    /// Those with rows, in order.
    pub(super) all: Vec<Section>,
    /// Whether they are too many to be open from the beginning.
    pub(super) are_many: bool,
    /// How many records have dates, and how many have none.
    pub(super) counts: (usize, usize),
    /// The selection, where more than that is shown: the rest stands there as ghosts.
    pub(super) selected: Option<Bits>,
}

impl Sections {
    /// Reads one of them.
    pub(super) fn with<T: Default>(&self, number: u32, read: impl FnOnce(&Section) -> T) -> T {
        self.all.iter().find(|section| section.number == number).map(read).unwrap_or_default()
    }

    /// Whether a row stands there though the selection does not have it.
    pub(super) fn is_ghost(&self, record: RecordIx) -> bool {
        self.selected.as_ref().is_some_and(|selected| !selected.contains(record))
    }
}

/// What decides how rows are put together.
pub(super) struct Asked<'a> {
    pub(super) shared: &'a Shared,
    /// The language of titles and headings.
    pub(super) lang: Lang,
    /// The order of the rows.
    pub(super) sort: Sort,
    /// Whether rows stand under years where nothing else groups them.
    pub(super) by_year: bool,
    /// Whether the rest of the catalogue is shown too.
    pub(super) with_ghosts: bool,
}

impl Asked<'_> {
    /// The sections of some records.
    pub(super) fn sections(&self, hits: &Bits, group: Option<Facet>) -> Sections {
        let Self { shared, lang, sort, .. } = *self;
        let dated = shared.engine.count_dated(hits);
        let counts = (dated, hits.count() - dated);
        let all = self.with_ghosts.then(|| {
            let mut all = shared.engine.entries().clone();
            all.unite(hits);
            all
        });
        let ordered = shared.engine.dated(all.as_ref().unwrap_or(hits), sort, lang, usize::MAX);
        let are_many = ordered.len() >= MANY;
        let sections = match group.and_then(|facet| shared.engine.column(facet)) {
            Some(column) => {
                let mut rows = by_value(column, &ordered);
                let titled = options(&shared.catalogue, column, lang).into_iter();
                let section = |(at, _, title): (usize, _, String)| {
                    (
                        value_number(column.facet, at),
                        Some(title),
                        rows.get_mut(at).map(std::mem::take).unwrap_or_default(),
                    )
                };
                titled.map(section).collect()
            }
            None if are_many || self.by_year => {
                let runs = by_run(&shared.catalogue, &shared.terms, &ordered, sort, lang);
                let title = |run| Some((messages(lang).run)(run));
                runs.into_iter().map(|(run, rows)| (run_number(run), title(run), rows)).collect()
            }
            None => vec![(number(0, 0), None, ordered)],
        };
        let section = |(number, title, rows): (u32, Option<String>, Rows)| {
            (!rows.is_empty()).then(|| Section { number, title, rows: Arc::new(rows) })
        };
        Sections {
            all: sections.into_iter().filter_map(section).collect(),
            are_many,
            counts,
            selected: all.map(|_| hits.clone()),
        }
    }
}

/// A number that no other section has, in whatever way rows are put together: the same section keeps it, and with
/// it what the visitor did to it.
fn number(kind: u32, within: u32) -> u32 {
    kind << 24 | within
}

/// The number of a facet's value.
fn value_number(facet: Facet, position: usize) -> u32 {
    let facet = u32::try_from(facet.position()).unwrap_or_default();
    number(8 + facet, u32::try_from(position).unwrap_or_default())
}

fn run_number(run: Run) -> u32 {
    let year = |year: i16| i32::from(year).abs_diff(i32::from(i16::MIN));
    match run {
        Run::Begins(first) => number(1, year(first)),
        Run::Ends(last) => number(2, year(last)),
        Run::Endless => number(3, 0),
        Run::Initial(letter) => number(4, u32::from(letter)),
    }
}
