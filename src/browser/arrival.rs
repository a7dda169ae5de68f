//! A catalogue from elsewhere, as the reader hands it over.

use wasm_bindgen::prelude::*;

use crate::catalogue::{Alphabet, Catalogue, Document};
use crate::facts::Notice;
use crate::json;
use crate::web::in_document;

/// What became of an element's `src`.
#[wasm_bindgen]
#[derive(Default)]
pub struct Arrived {
    json: String,
    ranks: Vec<u32>,
    left_out: u32,
    unread: Vec<String>,
}

#[wasm_bindgen]
impl Arrived {
    /// The catalogue as JSON in its canonical form, empty if there is none; the ranks of its texts; how many of
    /// its records were left out; and which addresses could not be read.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(json: String, ranks: Vec<u32>, left_out: u32, unread: Vec<String>) -> Self {
        Self { json, ranks, left_out, unread }
    }
}

impl Arrived {
    /// The catalogue, if one came, and what is missing of it.
    pub(super) fn catalogue(self) -> (Option<Catalogue>, Notice) {
        let catalogue = json::read(&self.json).ok().map(|document: Document| {
            let alphabet = Alphabet::from_ranks(&document, &self.ranks);
            Catalogue::new(document, alphabet)
        });
        let mut unread: Vec<String> = Vec::new();
        for host in self.unread.iter().map(|address| host(address)) {
            if !unread.contains(&host) {
                unread.push(host);
            }
        }
        let left_out = usize::try_from(self.left_out).unwrap_or_default();
        (catalogue, Notice { left_out, unread, built_in: None })
    }
}

/// The host of an address, or the address itself: a visitor is to know whose catalogue it is.
fn host(address: &str) -> String {
    let host = in_document(address).map(|url| url.host());
    host.filter(|host| !host.is_empty()).unwrap_or_else(|| address.to_owned())
}
