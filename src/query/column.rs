//! A facet's values with the records that have each: the columns of the index.

use super::bits::Bits;
use super::facet::{Facet, Value};
use crate::catalogue::{Catalogue, Day, Form, FunderId, Listing, Place, Precision, Record, Status};

/// One facet over the whole catalogue.
#[derive(Debug, Clone)]
pub struct Column {
    /// The facet.
    pub facet: Facet,
    /// Its values; "Ej angivet" last, where any record lacks the field.
    pub values: Vec<Value>,
    /// The records of each value.
    postings: Vec<Bits>,
}

impl Column {
    pub(super) fn new(catalogue: &Catalogue, facet: Facet, today: Day) -> Self {
        let len = catalogue.records().len();
        let mut column = Self { facet, values: Vec::new(), postings: Vec::new() };
        for value in fixed_values(facet) {
            column.values.push(Value::Id(value.into()));
            column.postings.push(Bits::empty(len));
        }
        let mut missing = Bits::empty(len);
        for (index, record) in
            catalogue.records().filter(|(_, record)| record.listing != Listing::Reference)
        {
            let values = values_of(catalogue, record, facet, today);
            if values.is_empty() {
                missing.insert(index);
            }
            for value in values {
                let position = column.position_or_new(&Value::Id(value.into()), len);
                if let Some(posting) = column.postings.get_mut(position) {
                    posting.insert(index);
                }
            }
        }
        if !missing.is_empty() {
            column.values.push(Value::Missing);
            column.postings.push(missing);
        }
        column
    }

    fn position_or_new(&mut self, value: &Value, len: usize) -> usize {
        self.position(value).unwrap_or_else(|| {
            self.values.push(value.clone());
            self.postings.push(Bits::empty(len));
            self.values.len() - 1
        })
    }

    /// Where a value stands among the column's values.
    #[must_use]
    pub fn position(&self, value: &Value) -> Option<usize> {
        self.values.iter().position(|known| known == value)
    }

    /// The records of a value; none for a value that the catalogue does not have.
    #[must_use]
    pub fn posting(&self, value: &Value) -> Option<&Bits> {
        self.position(value).and_then(|position| self.postings.get(position))
    }

    /// Each value's records, in the order of `values`.
    pub(super) fn postings(&self) -> impl Iterator<Item = &Bits> {
        self.postings.iter()
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

/// The values that a record has in a facet.
fn values_of<'a>(
    catalogue: &'a Catalogue,
    record: &'a Record,
    facet: Facet,
    today: Day,
) -> Vec<&'a str> {
    let mut values: Vec<&str> = match facet {
        Facet::Form => vec![record.form.key()],
        Facet::Status => vec![catalogue.status(record, today).key()],
        Facet::Municipality => record.municipalities.iter().map(|code| code.as_str()).collect(),
        Facet::Country => catalogue
            .places_abroad(record)
            .filter_map(|place| place.country.as_ref())
            .map(|code| code.as_str())
            .collect(),
        Facet::Place => catalogue
            .places_abroad(record)
            .filter(|place| is_ort(place))
            .map(|place| place.id.as_str())
            .collect(),
        Facet::Theme => record.themes.iter().map(|theme| theme.as_str()).collect(),
        Facet::Money => money(catalogue, record).collect(),
    };
    values.sort_unstable();
    values.dedup();
    values
}

/// Towns and regions; a country is `land`, and a wider area is neither.
fn is_ort(place: &Place) -> bool {
    matches!(place.precision, Precision::City | Precision::Region)
}

/// A record's programmes, its funders, and the funders of its programmes, so that "EU" gathers all
/// that the EU pays.
pub(super) fn money<'a>(
    catalogue: &'a Catalogue,
    record: &'a Record,
) -> impl Iterator<Item = &'a str> {
    let programmes = &catalogue.document().programmes;
    let behind = record.funding.iter().filter_map(|line| {
        let programme =
            programmes.iter().find(|known| Some(&known.id) == line.programme.as_ref())?;
        programme.funder.as_ref().map(FunderId::as_str)
    });
    record.money_ids().chain(behind)
}
