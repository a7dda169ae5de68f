//! Making the index, a few records at a time, so that a page stays alive while it is made.

use super::bits::Bits;
use super::column::Filling;
use super::engine::Engine;
use super::facet::Facet;
use super::order::Orders;
use super::places::Gazetteer;
use super::resolve::{Resolved, Resolver};
use super::span::Spans;
use super::text::{Gathering, Matching, Vocabulary};
use crate::catalogue::{Catalogue, Day, Edtf, Listing, Place, Precision, Record, RecordIx};

/// An index that is being made. [`Builder::take`] until it says that there is no more, then
/// [`Builder::finish`].
#[derive(Debug)]
pub struct Builder<'a> {
    catalogue: &'a Catalogue,
    today: Day,
    next: usize,
    resolver: Resolver<'a>,
    resolved: Resolved,
    columns: [Filling<'a>; 7],
    vocabulary: Vocabulary,
    words: Gathering,
    places: Gazetteer,
    periods: Vec<Option<Edtf>>,
    days: Vec<Option<(Day, Day)>>,
    listings: Vec<Listing>,
}

impl<'a> Builder<'a> {
    /// Begins. `today` decides the statuses.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, today: Day) -> Self {
        let mut words = Gathering::default();
        Self {
            catalogue,
            today,
            next: 0,
            resolver: Resolver::new(catalogue),
            resolved: Resolved::default(),
            columns: Facet::ALL.map(Filling::new),
            vocabulary: Vocabulary::new(catalogue, &mut words),
            words,
            places: Gazetteer::new(catalogue),
            periods: Vec::new(),
            days: Vec::new(),
            listings: Vec::new(),
        }
    }

    /// Takes up some more records; whether there are more.
    pub fn take(&mut self, records: usize) -> bool {
        let all = &self.catalogue.document().records;
        let rest = all.get(self.next..).unwrap_or_default();
        for (index, record) in (self.next..).zip(rest).take(records) {
            self.add(RecordIx(u32::try_from(index).unwrap_or(u32::MAX)), record);
        }
        self.next = self.next.saturating_add(records);
        self.next < all.len()
    }

    fn add(&mut self, index: RecordIx, record: &'a Record) {
        self.resolver.resolve(record, &mut self.resolved);
        self.words.add_record(self.catalogue, &self.vocabulary, record, &self.resolved);
        self.places.add(index, &self.resolved);
        self.periods.push(record.period.placeable());
        let days = |edtf: Edtf| Some((edtf.lower().or(edtf.upper())?, edtf.span()?.1));
        self.days.push(record.period.edtf.and_then(days));
        self.listings.push(record.listing);
        // What is only pointed to is never listed and never counted.
        if record.listing != Listing::Reference {
            self.add_values(index, record);
        }
    }

    fn add_values(&mut self, index: RecordIx, record: &'a Record) {
        let (catalogue, resolved) = (self.catalogue, &self.resolved);
        let document = catalogue.document();
        let places = || resolved.places.iter().filter_map(|number| document.places.get(*number));
        let abroad = || places().filter(|place| place.is_abroad());
        for (facet, column) in Facet::ALL.into_iter().zip(&mut self.columns) {
            match facet {
                Facet::Form => column.add(index, std::iter::once(record.form.key())),
                Facet::Status => {
                    let status = catalogue.status(record, self.today);
                    column.add(index, std::iter::once(status.key()));
                }
                Facet::Municipality => {
                    column.add(index, record.municipalities.iter().map(|code| code.as_str()));
                }
                Facet::Country => {
                    let codes = abroad().filter_map(|place| place.country.as_ref());
                    column.add(index, codes.map(|code| code.as_str()));
                }
                Facet::Place => {
                    let towns = abroad().filter(|place| is_ort(place));
                    column.add(index, towns.map(|place| place.id.as_str()));
                }
                Facet::Theme => column.add(index, record.themes.iter().map(|id| id.as_str())),
                // "EU" gathers all that the EU pays, through whichever programme.
                Facet::Money => {
                    let funders = resolved.funders.iter();
                    let funders = funders.filter_map(|number| document.funders.get(*number));
                    let funders = funders.map(|funder| funder.id.as_str());
                    column.add(index, record.money_ids().chain(funders));
                }
            }
        }
    }

    /// The index of the records that were taken up.
    #[must_use]
    pub fn finish(self) -> Engine {
        let len = self.listings.len();
        Engine {
            columns: self.columns.into_iter().map(|column| column.finish(len)).collect(),
            words: self.words.finish(),
            matching: Matching::default(),
            orders: Orders::new(&self.days, |record, lang| self.catalogue.title_rank(record, lang)),
            spans: Spans::new(&self.periods),
            places: self.places.finish(self.catalogue, len),
            entries: Bits::of(&self.listings, |listing| *listing == Listing::Entry),
            searchable: Bits::of(&self.listings, |listing| *listing != Listing::Reference),
        }
    }
}

/// Towns and regions; a country is `land`, and a wider area is neither.
fn is_ort(place: &Place) -> bool {
    matches!(place.precision, Precision::City | Precision::Region)
}
