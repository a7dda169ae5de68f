//! Catalogues that arrive at run time: read, checked as the build checks its own, and joined into one.
//!
//! Knows no browser: what it reads is text already, and it lets go of its thread by a function that it is
//! given. [`read()`] is all of it; what is at fault is left out and told. Docs: `docs/adr/0021-catalogues-from-elsewhere.md`.

mod builtin;
mod fuse;
mod join;
mod names;
mod records;
mod same;
mod write;

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::catalogue::{Document, Point};
use crate::seeds::{self, Checking, Faults, Parsed};

pub use builtin::Builtin;
pub use seeds::File;
pub use write::json;

/// How many faults are told. More than that nobody reads, and a hostile file may have a million.
const MAX_TOLD: usize = 1000;

/// What could be read of some catalogues.
#[derive(Debug, Default)]
pub struct Reading {
    /// All that is sound, as one catalogue; `None` if nothing could be read.
    pub document: Option<Document>,
    /// What is wrong, a line for each fault, in Swedish for those who keep the files.
    pub faults: Vec<String>,
    /// How many records are left out of the catalogues that were read.
    pub left_out: usize,
    /// The catalogues that could not be used.
    pub unread: Vec<Unread>,
}

/// A catalogue that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its address.
    pub name: String,
    /// Why, in a few Swedish words.
    pub why: &'static str,
}

/// Reads catalogues and joins them. `pause` is called again and again, each time after a few milliseconds'
/// work.
pub async fn read(files: &[File], builtin: &Builtin, pause: &impl AsyncFn()) -> Reading {
    let mut faults = Faults::up_to(MAX_TOLD);
    let mut unread = Vec::new();
    let mut parsed: Vec<Parsed<'_>> = Vec::new();
    for (file, number) in files.iter().zip(0..) {
        let mut reading = seeds::Reading::new(number, file, &mut faults);
        while reading.step(&mut faults) {
            pause().await;
        }
        let done = reading.finish();
        if done.is_catalogue {
            parsed.push(done);
        } else {
            unread.push(Unread { name: file.name.clone(), why: "filen är ingen katalog" });
        }
        pause().await;
    }
    let known = Some(&builtin.document);
    let mut checking = Checking::new(&parsed, known, &builtin.records, false, &mut faults);
    loop {
        while checking.step(&mut faults) {
            pause().await;
        }
        if !checking.go_on(&faults) {
            break;
        }
    }
    let (mut tellings, mut left_out, mut used) = (Vec::new(), 0, 0);
    for (parsed, order) in parsed.into_iter().zip(0..) {
        let name = parsed.file.name.clone();
        let (mut document, missing) = parsed.into_sound(&faults);
        if document.records.is_empty() {
            let why = if missing > 0 { "alla poster i den är felaktiga" } else { "inga poster" };
            unread.push(Unread { name: name.clone(), why });
        } else {
            left_out += missing;
            used += 1;
        }
        // Others may point to its vocabularies even if it has no sound record.
        blunt(&mut document);
        tellings.push(join::Telling { order, name, document });
    }
    let document = match used {
        0 => None,
        _ => Some(join::join(tellings, &builtin.document, pause).await),
    };
    let (told, untold) = faults.into_told();
    let more = (untold > 0).then(|| format!("… och {untold} fel till."));
    let faults = told.iter().map(ToString::to_string).chain(more).collect();
    Reading { document, faults, left_out, unread }
}

/// [`read()`] where nobody else waits for the thread.
#[must_use]
pub fn read_at_once(files: &[File], builtin: &Builtin) -> Reading {
    let go_on = async || ();
    let reading = pin!(read(files, builtin, &go_on));
    match reading.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(reading) => reading,
        // It waits for nothing but `pause`, which never makes it wait.
        Poll::Pending => Reading::default(),
    }
}

/// Writes points to five decimals, a metre: what has more is no more exact, and the program's own reader of
/// JSON would refuse it (docs/adr/0014).
fn blunt(document: &mut Document) {
    let places = document.places.iter_mut().filter_map(|place| place.point.as_mut());
    let sites = document.records.iter_mut().flat_map(|record| &mut record.sites);
    for Point { lon, lat } in places.chain(sites.filter_map(|site| site.point.as_mut())) {
        (*lon, *lat) = ((*lon * 1e5).round() / 1e5, (*lat * 1e5).round() / 1e5);
    }
}
