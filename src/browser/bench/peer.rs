//! The engine as the peers' benchmark asks it: words, chosen values and years in, numbers out.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::{day_of, heap, now, object};
use crate::catalogue::{Alphabet, Catalogue, Document, Lang};
use crate::query::{Engine, Facet, Matching, Memory, Query, Results, Sort, Value, Years};

/// How many records an answer names.
const FIRST: usize = 20;

/// Stands where an answer has fewer than [`FIRST`] records.
const NOBODY: u32 = u32::MAX;

/// An engine for catalogues that are not shown.
#[wasm_bindgen]
pub struct PeerEngine {
    engine: Engine,
    memory: Memory,
    timings: Object,
}

#[wasm_bindgen]
impl PeerEngine {
    /// Reads a catalogue file and makes its index; `forgiving` answers as the page does.
    ///
    /// # Errors
    /// The bytes are no catalogue, or `today` is no date.
    pub fn open(bytes: &[u8], today: &str, forgiving: bool) -> Result<Self, JsError> {
        let today = day_of(today)?;
        let start = now();
        let document: Document = serde_json::from_slice(bytes)?;
        // The records come in the order of their titles.
        let ranks: Vec<u32> = (0..).take(Alphabet::texts(&document).len()).collect();
        let alphabet = Alphabet::from_ranks(&document, &ranks);
        let catalogue = Catalogue::new(document, alphabet);
        let (parsed, parsed_bytes) = (now(), heap::bytes());
        let engine = Engine::new(&catalogue, today);
        // The peers' question: every word the beginning of one of the record's.
        let matching = if forgiving { Matching::Forgiving } else { Matching::Prefix };
        let engine = engine.with_matching(matching);
        let timings = object(&[
            ("parse", parsed - start),
            ("index", now() - parsed),
            ("indexBytes", heap::bytes() - parsed_bytes),
        ]);
        Ok(Self { engine, memory: Memory::default(), timings })
    }

    /// Milliseconds of `parse` and `index`, and `indexBytes`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn timings(&self) -> Object {
        self.timings.clone()
    }

    /// The bytes that are in use: the index, as the catalogue itself is not kept.
    #[wasm_bindgen(js_name = heapBytes)]
    #[must_use]
    pub fn heap_bytes(&self) -> f64 {
        heap::bytes()
    }

    /// The keys of the facets, in the order of an answer's counts.
    #[must_use]
    pub fn facets() -> Vec<String> {
        Facet::ALL.map(|facet| facet.key().to_owned()).to_vec()
    }

    /// The values of a facet, in the order of an answer's counts.
    #[must_use]
    pub fn values(&self, facet: usize) -> Vec<String> {
        let column = Facet::ALL.get(facet).and_then(|facet| self.engine.column(*facet));
        let values = column.map_or(&[][..], |column| &column.values);
        values.iter().map(|value| value.as_str().to_owned()).collect()
    }

    /// Asks. A code in `chosen` is a facet's position times 65 536 plus that of its value; a year
    /// of 0 is none. The answer is the number of records, the first twenty of them by title, and
    /// the counts of every value of every facet.
    #[must_use]
    pub fn ask(&mut self, words: String, chosen: &[u32], from: i32, to: i32) -> Vec<u32> {
        let mut query = Query::default();
        query.text = words;
        query.sort = Some(Sort::Title);
        query.years = Years { from: year(from), to: year(to), undated: false };
        for &code in chosen {
            self.choose(&mut query, code);
        }
        let results = self.engine.run(&query, Lang::Sv, &mut self.memory);
        self.answer(&results)
    }
}

impl PeerEngine {
    fn choose(&self, query: &mut Query, code: u32) {
        let (facet, value) = (code >> 16, code & 0xFFFF);
        let Some(&facet) = Facet::ALL.get(facet as usize) else { return };
        let column = self.engine.column(facet);
        let value = column.and_then(|column| column.values.get(value as usize));
        // What is chosen and not there finds nothing.
        query.add(facet, value.cloned().unwrap_or_else(|| Value::parse("")));
    }

    fn answer(&self, results: &Results) -> Vec<u32> {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let first = self.engine.page(results, 0..FIRST).into_iter().map(|record| record.0);
        let first = first.chain(std::iter::repeat(NOBODY)).take(FIRST);
        let counts = Facet::ALL.into_iter().flat_map(|facet| results.counts(facet));
        std::iter::once(number(results.count))
            .chain(first)
            .chain(counts.map(|&count| number(count)))
            .collect()
    }
}

fn year(year: i32) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| *year != 0)
}
