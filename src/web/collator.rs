//! Swedish alphabetical order by the browser, for a catalogue that arrives at run time.
//!
//! `Intl.Collator` gives no sort keys, only a comparison of two texts, and a hundred thousand titles
//! take some two million of those. So the array's own `sort` calls the collator's own `compare`, with
//! no step into the Wasm between. It never sorts more than a part, after which the page gets its turn:
//! first runs of [`RUN`] texts; then pivots cut all runs at the same texts, and each stretch between
//! two pivots is sorted for good (parallel sorting by regular sampling, Shi and Schaeffer 1992).

use std::collections::HashMap;

use js_sys::{Array, Function, Intl, JsString, Map, Object, Uint32Array};
use wasm_bindgen::prelude::*;

use super::pause;
#[cfg(feature = "bench")]
use crate::catalogue::{Alphabet, Document};

/// How many texts are sorted at a time: some milliseconds' work.
const RUN: usize = 1024;

/// How many texts of each run are looked at to find pivots: the more, the more alike in size are the
/// stretches between them.
const SAMPLES: u32 = 16;

#[wasm_bindgen]
extern "C" {
    /// An array whose `sort` takes a function of the browser's own.
    #[wasm_bindgen(extends = Array)]
    type Texts;

    #[wasm_bindgen(method)]
    fn sort(this: &Texts, compare: &Function);

    /// Numbers of texts.
    #[wasm_bindgen(extends = Map)]
    type Numbers;

    /// `Map.prototype.get` itself, to be handed on.
    #[wasm_bindgen(method, getter, js_name = get)]
    fn getter(this: &Numbers) -> Function;

    /// What `map` makes of each text, called as a method of `numbers`.
    #[wasm_bindgen(js_namespace = Uint32Array, js_name = from)]
    fn numbered(texts: &Texts, map: &Function, numbers: &Numbers) -> Uint32Array;
}

/// Orders a document's texts as the browser's Swedish collator does.
#[cfg(feature = "bench")]
pub(crate) async fn alphabet(document: &Document) -> Alphabet {
    let ranks = ranks(&Alphabet::texts(document)).await;
    Alphabet::from_ranks(document, &ranks)
}

/// The rank of each text, as the browser's Swedish collator has it.
pub(crate) async fn ranks(texts: &[&str]) -> Vec<u32> {
    let swedish = Swedish::new();
    // Each text is sorted once, under the number of its first occurrence among the distinct ones.
    let mut distinct: HashMap<&str, u32> = HashMap::new();
    let known: Numbers = Map::new().unchecked_into();
    let mut numbers = Vec::with_capacity(texts.len());
    let mut runs = Vec::new();
    let mut next = 0;
    for some in texts.chunks(RUN) {
        let run = Array::new();
        for text in some {
            numbers.push(*distinct.entry(text).or_insert_with(|| {
                let text = JsString::from(*text);
                let number = next;
                known.set(&text, &number.into());
                run.push(&text);
                next += 1;
                number
            }));
        }
        runs.push(Run { texts: swedish.sorted(run), cut: 0 });
        pause().await;
    }
    let mut ranks = vec![0; distinct.len()];
    let mut rank = 0;
    let mut before = None;
    for pivot in swedish.pivots(&runs).iter().map(Some).chain([None]) {
        let pieces: Array =
            runs.iter_mut().map(|run| run.cut_at(pivot.as_ref(), &swedish)).collect();
        let stretch = swedish.sorted(pieces.flat(1));
        let found = numbered(&stretch, &known.getter(), &known).to_vec();
        for (text, number) in stretch.iter().zip(found) {
            if before.is_some_and(|before| swedish.compare(&before, &text) < 0.0) {
                rank += 1;
            }
            if let Some(slot) = ranks.get_mut(number as usize) {
                *slot = rank;
            }
            before = Some(text);
        }
        pause().await;
    }
    numbers.into_iter().filter_map(|number| ranks.get(number as usize).copied()).collect()
}

/// Texts in order, and how many of them are cut off already.
struct Run {
    texts: Texts,
    cut: u32,
}

impl Run {
    /// Cuts off what stands before a pivot, or all that is left.
    fn cut_at(&mut self, pivot: Option<&JsValue>, swedish: &Swedish) -> Array {
        let start = self.cut;
        let mut end = self.texts.length();
        if let Some(pivot) = pivot {
            while self.cut < end {
                let middle = self.cut.midpoint(end);
                if swedish.compare(&self.texts.get(middle), pivot) < 0.0 {
                    self.cut = middle + 1;
                } else {
                    end = middle;
                }
            }
        }
        self.cut = end;
        self.texts.slice(start, end)
    }
}

/// The browser's comparison of two texts in Swedish.
struct Swedish(Function);

impl Swedish {
    fn new() -> Self {
        Self(Intl::Collator::new(&Array::of1(&"sv".into()), &Object::new()).compare())
    }

    /// Below 0 if `a` stands before `b`, above 0 if after it.
    fn compare(&self, a: &JsValue, b: &JsValue) -> f64 {
        // The collator throws for no two texts.
        let order = self.0.call2(&JsValue::UNDEFINED, a, b);
        order.ok().and_then(|order| order.as_f64()).unwrap_or_default()
    }

    fn sorted(&self, texts: Array) -> Texts {
        let texts: Texts = texts.unchecked_into();
        texts.sort(&self.0);
        texts
    }

    /// Texts that cut the runs into as many stretches of about the same size as there are runs.
    fn pivots(&self, runs: &[Run]) -> Array {
        let samples = Array::new();
        for Run { texts, .. } in runs {
            let length = texts.length();
            let step = length.div_ceil(SAMPLES).max(1);
            (0..length).step_by(step as usize).for_each(|at| {
                samples.push(&texts.get(at));
            });
        }
        let samples = self.sorted(samples);
        samples.iter().step_by(SAMPLES as usize).skip(1).collect()
    }
}
