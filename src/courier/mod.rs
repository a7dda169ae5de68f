//! Brings catalogues from elsewhere: what of the [`reader`] speaks to the browser. A program of its own, which
//! `arrive.js` fetches only for an element with `src`.

mod fetch;

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use js_sys::Uint32Array;
use wasm_bindgen::prelude::*;

use crate::catalogue::Alphabet;
use crate::reader::{self, Builtin, File};
use crate::web::{collator, pause};
use fetch::fetch;

/// More catalogues than this are not fetched at once.
const MAX_CATALOGUES: usize = 50;

/// The catalogues of an element as one.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Reading {
    json: String,
    ranks: Vec<u32>,
    faults: Vec<String>,
    left_out: usize,
    unread: Vec<String>,
}

#[wasm_bindgen]
impl Reading {
    /// The joined catalogue as the page's program reads it; empty if nothing could be read.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn json(&self) -> String {
        self.json.clone()
    }

    /// Where its texts stand in Swedish order, as `Alphabet::texts` lists them.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn ranks(&self) -> Uint32Array {
        Uint32Array::from(self.ranks.as_slice())
    }

    /// What is wrong, a line in Swedish for each fault.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        self.faults.clone()
    }

    /// How many records are left out of what was read.
    #[wasm_bindgen(getter, js_name = leftOut)]
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The addresses that could not be used; the faults say why.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn unread(&self) -> Vec<String> {
        self.unread.clone()
    }
}

/// Fetches catalogues of at most `max_bytes` each, and makes one of them. Never fails: what is wrong is told.
#[wasm_bindgen]
pub async fn read(addresses: Vec<String>, max_bytes: f64) -> Reading {
    let mut seen = BTreeSet::new();
    let addresses: Vec<String> =
        addresses.into_iter().filter(|address| seen.insert(address.clone())).collect();
    let mut reading = Reading::default();
    for address in addresses.iter().skip(MAX_CATALOGUES) {
        reading.refuse(address, &format!("högst {MAX_CATALOGUES} kataloger hämtas"));
    }
    let wanted = addresses.iter().take(MAX_CATALOGUES);
    let texts = all(wanted.clone().map(|address| fetch(address, max_bytes)).collect()).await;
    let mut files = Vec::new();
    for (name, text) in wanted.zip(texts) {
        match text {
            Ok(text) => files.push(File { name: name.clone(), text }),
            Err(why) => reading.refuse(name, &why),
        }
    }
    if let Ok(builtin) = Builtin::embedded() {
        reading.take(&files, &builtin).await;
    }
    reading
}

impl Reading {
    /// Tells why an address is not used.
    fn refuse(&mut self, address: &str, why: &str) {
        self.faults.push(format!("{address}: {why}"));
        self.unread.push(address.to_owned());
    }

    /// Reads the files that came.
    async fn take(&mut self, files: &[File], builtin: &Builtin) {
        let read = reader::read(files, builtin, &pause).await;
        self.faults.extend(read.faults);
        for unread in read.unread {
            self.refuse(&unread.name, unread.why);
        }
        let Some(mut document) = read.document else { return };
        self.left_out = read.left_out;
        self.ranks = collator::ranks(&Alphabet::texts(&document)).await;
        match reader::json(&mut document, &pause).await {
            Ok(json) => self.json = json,
            Err(error) => files.iter().for_each(|file| self.refuse(&file.name, &error.to_string())),
        }
    }
}

/// What all of some futures give, each going on whenever it can.
async fn all<T, F: Future<Output = T>>(futures: Vec<F>) -> Vec<T> {
    let mut running: Vec<(Pin<Box<F>>, Option<T>)> =
        futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    poll_fn(|context| {
        let mut is_done = true;
        for (future, output) in &mut running {
            if output.is_none() {
                match future.as_mut().poll(context) {
                    Poll::Ready(value) => *output = Some(value),
                    Poll::Pending => is_done = false,
                }
            }
        }
        if is_done { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    running.into_iter().filter_map(|(_, output)| output).collect()
}
