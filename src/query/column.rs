//! A facet's values with the records that have each: the columns of the index.

use super::facet::{Facet, Value};
use super::lookup::Lookup;
use super::posting::Posting;
use crate::catalogue::{Form, RecordIx, Status};

/// One facet over the whole catalogue.
#[derive(Debug, Clone)]
pub struct Column {
    /// The facet.
    pub facet: Facet,
    /// Its values; "Ej angivet" last, where any record lacks the field.
    pub values: Vec<Value>,
    /// The records of each value.
    postings: Vec<Posting>,
}

impl Column {
    /// Where a value stands among the column's values.
    #[must_use]
    pub fn position(&self, value: &Value) -> Option<usize> {
        self.values.iter().position(|known| known == value)
    }

    /// The records of a value, in rising order.
    pub fn records(&self, value: &Value) -> impl Iterator<Item = RecordIx> {
        self.posting(value).into_iter().flat_map(Posting::iter)
    }

    /// The posting of a value; none for a value that the catalogue does not have.
    pub(super) fn posting(&self, value: &Value) -> Option<&Posting> {
        self.position(value).and_then(|position| self.postings.get(position))
    }

    /// Each value with its records.
    pub(super) fn postings(&self) -> impl Iterator<Item = (&Value, &Posting)> {
        self.values.iter().zip(&self.postings)
    }
}

/// A column while records are added to it.
#[derive(Debug)]
pub(super) struct Filling<'a> {
    facet: Facet,
    known: Lookup<'a>,
    values: Vec<Value>,
    records: Vec<Vec<RecordIx>>,
    missing: Vec<RecordIx>,
}

impl<'a> Filling<'a> {
    pub(super) fn new(facet: Facet) -> Self {
        let mut filling = Self {
            facet,
            known: Lookup::default(),
            values: Vec::new(),
            records: Vec::new(),
            missing: Vec::new(),
        };
        for value in fixed_values(facet) {
            filling.posting(value);
        }
        filling
    }

    /// Adds the next record with its values; one that is named twice counts once.
    pub(super) fn add(&mut self, record: RecordIx, values: impl Iterator<Item = &'a str>) {
        let mut some = false;
        for value in values {
            some = true;
            let records = self.posting(value);
            if records.last() != Some(&record) {
                records.push(record);
            }
        }
        if !some {
            self.missing.push(record);
        }
    }

    fn posting(&mut self, value: &'a str) -> &mut Vec<RecordIx> {
        let Self { known, values, records, missing, .. } = self;
        let position = known.number(value, || {
            values.push(Value::Id(value.into()));
            records.push(Vec::new());
        });
        // A value's number is its position in both.
        records.get_mut(position).unwrap_or(missing)
    }

    /// The column of a catalogue of `len` records.
    pub(super) fn finish(mut self, len: usize) -> Column {
        if !self.missing.is_empty() {
            self.values.push(Value::Missing);
            self.records.push(self.missing);
        }
        let postings = self.records.into_iter().map(|records| Posting::new(records, len));
        Column { facet: self.facet, values: self.values, postings: postings.collect() }
    }
}

/// Values that are shown even where no record has them, in their own order.
fn fixed_values(facet: Facet) -> Vec<&'static str> {
    match facet {
        Facet::Form => Form::ALL.map(Form::key).to_vec(),
        // Cancelled and paused appear with the first record that is.
        Facet::Status => [Status::Upcoming, Status::Ongoing, Status::Ended, Status::Unknown]
            .map(Status::key)
            .to_vec(),
        _ => Vec::new(),
    }
}
