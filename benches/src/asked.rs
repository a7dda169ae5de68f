//! The one place that knows how the engine is called: what visitors ask, and the index that answers.

use std::fmt;

use partneratlas::catalogue::{Alphabet, Catalogue, Document, Lang, RecordIx};
use partneratlas::query::{Engine, Facet, Memory, Query};
use partneratlas::url;

use crate::synth;

/// How many records a page of the list shows.
const PAGE: usize = 40;

/// The sizes of catalogues that are measured.
pub const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];

/// Something that visitors do, as the questions that it asks one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Deed {
    /// Its name in the figures.
    pub name: &'static str,
    /// Addresses.
    questions: &'static [&'static str],
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// What is measured.
pub const DEEDS: [Deed; 13] = [
    Deed { name: "nothing asked", questions: &[""] },
    Deed { name: "one letter", questions: &["q=s"] },
    Deed { name: "two letters", questions: &["q=sk"] },
    Deed {
        name: "typing a word",
        questions: &["q=h", "q=hå", "q=hål", "q=håll", "q=hållb", "q=hållba", "q=hållbar"],
    },
    Deed { name: "common word", questions: &["q=hållbar"] },
    Deed { name: "rarer word", questions: &["q=mångspråkig"] },
    Deed { name: "inside words", questions: &["q=konferens"] },
    Deed { name: "a slip", questions: &["q=europeizka"] },
    Deed { name: "two words", questions: &["q=unga+teknik"] },
    Deed { name: "one facet", questions: &["land=FI"] },
    Deed { name: "two facets", questions: &["land=FI&land=DE&tema=klimat"] },
    Deed { name: "years", questions: &["fran=2015&till=2018"] },
    Deed { name: "word, facets, years", questions: &["q=skol&land=FI&tema=klimat&fran=2010"] },
];

/// A document as a catalogue. Its names stand in the order of their bytes, which costs what any
/// other order would.
#[must_use]
pub fn catalogue(document: Document) -> Catalogue {
    let alphabet = Alphabet::sorted_by(&document, str::cmp);
    Catalogue::new(document, alphabet)
}

/// The index of a catalogue on the day of all synthetic ones.
#[derive(Debug)]
pub struct Index(Engine);

impl Index {
    /// Builds it.
    #[must_use]
    pub fn build(catalogue: &Catalogue) -> Self {
        Self(Engine::new(catalogue, synth::today()))
    }

    /// Answers the questions of a deed, asked by somebody new, each with the first page of the list;
    /// the number of hits of the last one.
    #[must_use]
    pub fn answer(&self, deed: &Deed) -> usize {
        let mut memory = Memory::default();
        let mut count = 0;
        for address in deed.questions {
            let results = self.0.run(&query(address), Lang::Sv, &mut memory);
            std::hint::black_box(self.0.page(&results, 0..PAGE));
            count = results.count;
        }
        count
    }

    /// Asks nothing and takes the first page of the list.
    #[must_use]
    pub fn first_page(&self) -> Vec<RecordIx> {
        let results = self.0.run(&Query::default(), Lang::Sv, &mut Memory::default());
        self.0.page(&results, 0..PAGE)
    }

    /// For each facet the sorted records of each of its values.
    #[must_use]
    pub fn postings(&self) -> Vec<Vec<Vec<u32>>> {
        let columns = Facet::ALL.into_iter().filter_map(|facet| self.0.column(facet));
        columns
            .map(|column| {
                let records = |value| column.records(value).map(|record| record.0).collect();
                column.values.iter().map(records).collect()
            })
            .collect()
    }
}

fn query(address: &str) -> Query {
    url::parse(address, "").query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_finds_something() {
        let index = Index::build(&catalogue(synth::catalogue(1000)));
        for deed in &DEEDS {
            assert!(index.answer(deed) > 0, "{deed}");
        }
        assert_eq!(index.first_page().len(), PAGE);
    }
}
