//! The catalogue: a document that can be asked by id.

use std::collections::BTreeMap;

use super::alphabet::Alphabet;
use super::code::{CountryCode, DocumentId, MunicipalityCode, RecordId, ThemeId};
use super::document::Document;
use super::localized::{Lang, Localized};
use super::period::Edtf;
use super::place::Place;
use super::record::{Listing, Partner, Record};
use super::status::{Status, vouched_until};
use super::vocabulary::{Contact, Country, Municipality, Source};
use super::{Day, PlaceId};

/// A record's place in its catalogue: dense, so that sets of records are bit sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordIx(pub u32);

impl RecordIx {
    /// As an index of a slice.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A place's position in its catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceIx(u32);

impl PlaceIx {
    fn new(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX))
    }

    /// As an index of a slice.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A municipality's position in its catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityIx(u32);

impl MunicipalityIx {
    /// From a position among the document's municipalities.
    #[must_use]
    pub fn new(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX))
    }
}

/// Everything that is known, immutable once it is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    document: Document,
    alphabet: Alphabet,
    records: Ids,
    places: Ids,
}

/// The position of each id; of two alike the first counts. One type for all of them, since each type of
/// map costs the Wasm a kilobyte, and one that is collected a sort besides.
#[derive(Debug, Clone, PartialEq)]
struct Ids(BTreeMap<String, u32>);

impl Ids {
    fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut positions = BTreeMap::new();
        for (position, id) in (0..).zip(ids) {
            positions.entry(id.to_owned()).or_insert(position);
        }
        Self(positions)
    }

    fn get(&self, id: &str) -> Option<u32> {
        self.0.get(id).copied()
    }
}

impl Catalogue {
    /// Indexes a document, whose texts stand as `alphabet` says. Of two records with one id the first
    /// is found.
    #[must_use]
    pub fn new(document: Document, alphabet: Alphabet) -> Self {
        let records = Ids::of(document.records.iter().map(|record| record.id.as_str()));
        let places = Ids::of(document.places.iter().map(|place| place.id.as_str()));
        Self { document, alphabet, records, places }
    }

    /// The same catalogue with another say on how each record is listed.
    #[must_use]
    pub fn relisted(mut self, listing: impl Fn(RecordIx, &Record) -> Listing) -> Self {
        for (index, record) in (0..).map(RecordIx).zip(&mut self.document.records) {
            record.listing = listing(index, record);
        }
        self
    }

    /// The document itself: vocabularies and records in their order.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Where its titles and names stand in Swedish alphabetical order.
    #[must_use]
    pub fn alphabet(&self) -> &Alphabet {
        &self.alphabet
    }

    /// All records with their index.
    pub fn records(&self) -> impl ExactSizeIterator<Item = (RecordIx, &Record)> {
        self.document
            .records
            .iter()
            .enumerate()
            .map(|(index, record)| (RecordIx(u32::try_from(index).unwrap_or(u32::MAX)), record))
    }

    /// A record by index.
    #[must_use]
    pub fn record(&self, index: RecordIx) -> Option<&Record> {
        self.document.records.get(index.index())
    }

    /// A record's index by id.
    #[must_use]
    pub fn find(&self, id: &RecordId) -> Option<RecordIx> {
        self.records.get(id.as_str()).map(RecordIx)
    }

    /// A place by id.
    #[must_use]
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.place_at(self.place_index(id)?)
    }

    /// All places with their position.
    pub fn places(&self) -> impl ExactSizeIterator<Item = (PlaceIx, &Place)> {
        self.document.places.iter().enumerate().map(|(at, place)| (PlaceIx::new(at), place))
    }

    /// A place's position by id.
    #[must_use]
    pub fn place_index(&self, id: &PlaceId) -> Option<PlaceIx> {
        self.places.get(id.as_str()).map(PlaceIx)
    }

    /// A place by position.
    #[must_use]
    pub fn place_at(&self, place: PlaceIx) -> Option<&Place> {
        self.document.places.get(place.index())
    }

    /// A municipality by position.
    #[must_use]
    pub fn municipality_at(&self, municipality: MunicipalityIx) -> Option<&Municipality> {
        self.document.municipalities.get(municipality.0 as usize)
    }

    /// A country by code.
    #[must_use]
    pub fn country(&self, code: &CountryCode) -> Option<&Country> {
        self.document.countries.iter().find(|country| country.code == *code)
    }

    /// A municipality by code.
    #[must_use]
    pub fn municipality(&self, code: &MunicipalityCode) -> Option<&Municipality> {
        self.document.municipalities.iter().find(|municipality| municipality.code == *code)
    }

    /// Where to ask a municipality.
    #[must_use]
    pub fn contact(&self, code: &MunicipalityCode) -> Option<&Contact> {
        self.document.contacts.iter().find(|contact| contact.municipality == *code)
    }

    /// A source document by id.
    #[must_use]
    pub fn source(&self, id: &DocumentId) -> Option<&Source> {
        self.document.sources.iter().find(|source| source.id == *id)
    }

    /// The name of a programme or a funder, which share one name space.
    #[must_use]
    pub fn money_name(&self, id: &str) -> Option<&Localized> {
        let programme =
            self.document.programmes.iter().find(|programme| programme.id.as_str() == id);
        let funder = || self.document.funders.iter().find(|funder| funder.id.as_str() == id);
        programme.map(|programme| &programme.name).or_else(|| funder().map(|funder| &funder.name))
    }

    /// Where a record's title stands among all titles and names. What the catalogue does not have
    /// stands last, here as below.
    #[must_use]
    pub fn title_rank(&self, record: RecordIx, lang: Lang) -> u32 {
        self.alphabet.title(record, lang)
    }

    /// Where a municipality's name stands.
    #[must_use]
    pub fn municipality_rank(&self, code: &MunicipalityCode) -> u32 {
        let mut homes = self.document.municipalities.iter();
        rank(homes.position(|home| home.code == *code), |index| self.alphabet.municipality(index))
    }

    /// Where a country's name stands.
    #[must_use]
    pub fn country_rank(&self, code: &CountryCode, lang: Lang) -> u32 {
        let mut countries = self.document.countries.iter();
        rank(countries.position(|country| country.code == *code), |index| {
            self.alphabet.country(index, lang)
        })
    }

    /// Where a place's name stands.
    #[must_use]
    pub fn place_rank(&self, id: &PlaceId, lang: Lang) -> u32 {
        rank(self.place_index(id).map(PlaceIx::index), |index| self.alphabet.place(index, lang))
    }

    /// Where a theme's name stands.
    #[must_use]
    pub fn theme_rank(&self, id: &ThemeId, lang: Lang) -> u32 {
        let mut themes = self.document.themes.iter();
        rank(themes.position(|theme| theme.id == *id), |index| self.alphabet.theme(index, lang))
    }

    /// Where the name of a programme or a funder stands, of the one that [`Catalogue::money_name`]
    /// finds.
    #[must_use]
    pub fn money_rank(&self, id: &str, lang: Lang) -> u32 {
        let Document { programmes, funders, .. } = &self.document;
        let programme = programmes.iter().position(|programme| programme.id.as_str() == id);
        let funder = || funders.iter().position(|funder| funder.id.as_str() == id);
        match programme {
            Some(index) => self.alphabet.programme(index, lang),
            None => rank(funder(), |index| self.alphabet.funder(index, lang)),
        }
    }

    /// The status of a record on `today`.
    #[must_use]
    pub fn status(&self, record: &Record, today: Day) -> Status {
        Status::of(record, &self.source_dates(record), today)
    }

    /// The last day for which a source or a check vouches for a record.
    #[must_use]
    pub fn vouched_until(&self, record: &Record) -> Option<Day> {
        vouched_until(record, &self.source_dates(record))
    }

    fn source_dates(&self, record: &Record) -> Vec<Edtf> {
        record.sources.iter().filter_map(|id| self.source(id)).map(|source| source.as_of).collect()
    }

    /// A record's partners together with their places, where they have one.
    pub fn partners<'a>(
        &'a self,
        record: &'a Record,
    ) -> impl Iterator<Item = (&'a Partner, Option<&'a Place>)> {
        record
            .partners
            .iter()
            .map(|partner| (partner, partner.place.as_ref().and_then(|id| self.place(id))))
    }

    /// The partner places of a record that lie outside Sweden: what `land` and `ort` are about.
    pub fn places_abroad<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = &'a Place> {
        self.partners(record).filter_map(|(_, place)| place).filter(|place| place.is_abroad())
    }

    /// The records that stand under `id`: those whose parent it is, in catalogue order.
    pub fn parts<'a>(&'a self, id: &'a RecordId) -> impl Iterator<Item = (RecordIx, &'a Record)> {
        self.records().filter(move |(_, record)| record.parent() == Some(id))
    }
}

/// The rank of what was found; what was not stands last.
fn rank(found: Option<usize>, rank: impl FnOnce(usize) -> u32) -> u32 {
    found.map_or(u32::MAX, rank)
}
