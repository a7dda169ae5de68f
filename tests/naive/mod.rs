//! A naive engine, to be checked by eye against the rules: no index, one record after the other,
//! every question from the beginning. It shares the model of a record with the real one, and
//! nothing of the search.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test ends where its ground is missing, and each uses a part of this"
)]

pub(crate) mod places;
pub(crate) mod texts;
pub(crate) mod words;

use std::collections::{BTreeMap, BTreeSet};

use partneratlas::catalogue::{
    Catalogue, Day, Endpoint, Form, Lang, Listing, Place, Precision, Record, RecordIx, Status,
};
use partneratlas::query::{Facet, Query, Sort, Value, Years};

use words::{Kind, fit, is_slip, words};

/// What search looks at in a record, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Title,
    Alias,
    Partner,
    Place,
    Theme,
    Summary,
}

/// How well a record fits the words, lower is better: words met loosely only (without å, ä and ö,
/// or by a slip), then fields, then kinds, each added up over the words.
type Rank = (usize, usize, usize);

/// For each record how well it fits, or that a word is missing; `None` where no word is asked for.
type Ranks = Option<Vec<Option<Rank>>>;

/// The whole answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) hits: Vec<RecordIx>,
    pub(crate) counts: BTreeMap<(Facet, Value), usize>,
    pub(crate) undated: usize,
}

/// A catalogue on a day.
pub(crate) struct Naive<'a> {
    catalogue: &'a Catalogue,
    today: Day,
    /// Which kinds of fit count.
    kinds: &'static [Kind],
    /// The words of each record, with their fields.
    words: Vec<Vec<(Field, String)>>,
    /// The words of the whole catalogue, those of records and those of names that no record uses.
    terms: BTreeSet<String>,
}

impl<'a> Naive<'a> {
    pub(crate) fn new(catalogue: &'a Catalogue, today: Day) -> Self {
        let split = |(field, text)| words(text).into_iter().map(move |word| (field, word));
        let of_record =
            |record| texts::of_record(catalogue, record).into_iter().flat_map(split).collect();
        let words: Vec<Vec<_>> = catalogue.document().records.iter().map(of_record).collect();
        let names = texts::of_vocabularies(catalogue).into_iter().flat_map(split);
        let terms = words.iter().flatten().cloned().chain(names).map(|(_, word)| word).collect();
        let kinds = &[Kind::Whole, Kind::Prefix, Kind::Inside, Kind::Plain, Kind::Slip];
        Self { catalogue, today, kinds, words, terms }
    }

    /// The same catalogue, where words are met at their beginning only.
    pub(crate) fn by_prefix(self) -> Self {
        Self { kinds: &[Kind::Whole, Kind::Prefix], ..self }
    }

    /// Hits in order, the count of each value of each facet, and how many hits there would be among
    /// records without dates.
    pub(crate) fn ask(&self, query: &Query, lang: Lang) -> Answer {
        let ranks = self.ranks(&query.text);
        let count = |query: &Query| self.hits(query, &ranks).count();
        let mut hits: Vec<RecordIx> = self.hits(query, &ranks).collect();
        hits.sort_by_key(|hit| self.key(query.order(), lang, *hit, &ranks));
        // The count of a value is what one would see, were it the only one chosen in its facet.
        let alone = |(facet, value): (Facet, Value)| {
            let mut query = query.clone();
            query.only(facet, value.clone());
            ((facet, value), count(&query))
        };
        let counts = self.all_values().into_iter().map(alone).collect();
        let mut undated = query.clone();
        undated.years = Years { undated: true, ..Years::default() };
        Answer { hits, counts, undated: count(&undated) }
    }

    fn hits(&self, query: &Query, ranks: &Ranks) -> impl Iterator<Item = RecordIx> {
        let is_hit = move |(index, record): &(RecordIx, &Record)| {
            ranks.as_ref().is_none_or(|ranks| ranks[index.index()].is_some())
                && self.is_listed(record, query, ranks.is_some())
                && is_in_years(record, query.years)
                && Facet::ALL.into_iter().all(|facet| self.has_chosen(record, query, facet))
        };
        self.catalogue.records().filter(is_hit).map(|(index, _)| index)
    }

    /// Parts are listed where words are asked for, and applications where their form is.
    fn is_listed(&self, record: &Record, query: &Query, with_words: bool) -> bool {
        let application = Value::Id(Form::Application.key().into());
        match record.listing {
            Listing::Entry => true,
            Listing::Part => {
                with_words
                    || record.form == Form::Application && query.has(Facet::Form, &application)
            }
            Listing::Reference => false,
        }
    }

    /// One of the values chosen in a facet, or nothing chosen there.
    fn has_chosen(&self, record: &Record, query: &Query, facet: Facet) -> bool {
        let values = self.values(record, facet);
        query.values(facet).next().is_none()
            || query.values(facet).any(|value| values.contains(value))
    }

    /// The values of a record in a facet; "Ej angivet" where there is none.
    pub(crate) fn values(&self, record: &Record, facet: Facet) -> BTreeSet<Value> {
        let abroad = || self.catalogue.places_abroad(record);
        let ids: Vec<&str> = match facet {
            Facet::Form => vec![record.form.key()],
            Facet::Status => vec![self.catalogue.status(record, self.today).key()],
            Facet::Municipality => record.municipalities.iter().map(|code| code.as_str()).collect(),
            Facet::Country => abroad()
                .filter_map(|place| place.country.as_ref())
                .map(|code| code.as_str())
                .collect(),
            Facet::Place => abroad()
                .filter(|place| is_town_or_region(place))
                .map(|place| place.id.as_str())
                .collect(),
            Facet::Theme => record.themes.iter().map(|id| id.as_str()).collect(),
            Facet::Money => {
                let funders = texts::funders(self.catalogue, record);
                let funders = funders.into_iter().map(|funder| funder.id.as_str());
                record.money_ids().chain(funders).collect()
            }
        };
        if ids.is_empty() {
            return BTreeSet::from([Value::Missing]);
        }
        ids.into_iter().map(|id| Value::Id(id.into())).collect()
    }

    /// All that a visitor can choose: what some record has, all forms, and the four usual statuses.
    fn all_values(&self) -> BTreeSet<(Facet, Value)> {
        let forms = Form::ALL.map(|form| (Facet::Form, form.key()));
        let statuses = [Status::Upcoming, Status::Ongoing, Status::Ended, Status::Unknown]
            .map(|status| (Facet::Status, status.key()));
        let fixed = forms.into_iter().chain(statuses);
        let mut all: BTreeSet<_> =
            fixed.map(|(facet, key)| (facet, Value::Id(key.into()))).collect();
        for (_, record) in self.catalogue.records() {
            if record.listing != Listing::Reference {
                for facet in Facet::ALL {
                    all.extend(self.values(record, facet).into_iter().map(|value| (facet, value)));
                }
            }
        }
        all
    }

    /// What a hit is sorted by.
    fn key(&self, sort: Sort, lang: Lang, hit: RecordIx, ranks: &Ranks) -> impl Ord + use<> {
        let record = self.catalogue.record(hit).expect("a record of this catalogue");
        let rank = ranks.as_ref().and_then(|ranks| ranks[hit.index()]);
        let best = (sort == Sort::Relevance && rank.is_some())
            .then_some((rank, record.listing == Listing::Part));
        let by_title = sort == Sort::Title;
        let title = self.catalogue.title_rank(hit, if by_title { lang } else { Lang::Sv });
        let time = (!by_title).then(|| in_time(record, sort));
        (best, time, title, hit)
    }

    /// Some records in an order of the list.
    pub(crate) fn ordered(
        &self,
        records: impl Iterator<Item = RecordIx>,
        sort: Sort,
        lang: Lang,
    ) -> Vec<RecordIx> {
        let mut records: Vec<RecordIx> = records.collect();
        records.sort_by_key(|record| self.key(sort, lang, *record, &None));
        records
    }

    fn ranks(&self, text: &str) -> Ranks {
        let distinct: BTreeSet<String> = words(text).into_iter().collect();
        // A slip is forgiven only where the word fits nothing in the whole catalogue.
        let forgives = |word: &str| self.kinds.contains(&Kind::Slip) && !self.knows(word);
        let wanted: Vec<(String, bool)> =
            distinct.into_iter().map(|word| (word.clone(), forgives(&word))).collect();
        let of_record = |own: &Vec<(Field, String)>| {
            let mut sum = (0, 0, 0);
            for (word, is_forgiven) in &wanted {
                let (loose, field, kind) = self.best(word, *is_forgiven, own)?;
                sum = (sum.0 + loose, sum.1 + field, sum.2 + kind);
            }
            Some(sum)
        };
        (!wanted.is_empty()).then(|| self.words.iter().map(of_record).collect())
    }

    /// Whether a word, folded, fits a word of the catalogue without slips.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.terms.iter().any(|term| self.fit(word, term).is_some())
    }

    /// How well a word of the question fits the best of a record's words.
    fn best(&self, word: &str, is_forgiven: bool, own: &[(Field, String)]) -> Option<Rank> {
        let ranks = own.iter().filter_map(|(field, term)| {
            let slip = || (is_forgiven && is_slip(word, term)).then_some(Kind::Slip);
            let kind = self.fit(word, term).or_else(slip)?;
            Some((usize::from(kind >= Kind::Plain), *field as usize, kind as usize))
        });
        ranks.min()
    }

    fn fit(&self, word: &str, term: &str) -> Option<Kind> {
        fit(word, term).filter(|kind| self.kinds.contains(kind))
    }
}

/// Where a record stands in an order of time: the undated last, and before them, where what ends first
/// stands first, what never ends.
fn in_time(record: &Record, sort: Sort) -> (bool, bool, Option<i64>) {
    let Some(edtf) = record.period.edtf.filter(|edtf| edtf.is_placeable()) else {
        return (true, false, None);
    };
    let endless = edtf.end() == Endpoint::Open;
    let count = |day: Option<Day>| day.map(Day::count).map(i64::from);
    match sort {
        Sort::Ending if endless => (false, true, None),
        Sort::Ending => (false, false, count(edtf.upper().or(edtf.lower()))),
        Sort::Oldest => (false, false, count(edtf.lower().or(edtf.upper()))),
        _ => (false, false, count(edtf.lower().or(edtf.upper())).map(|count| -count)),
    }
}

/// Whether a record shares a day with the years asked for, or has no dates where those are wanted.
fn is_in_years(record: &Record, years: Years) -> bool {
    match record.period.placeable() {
        Some(edtf) => {
            let asked = years.from.is_some() || years.to.is_some();
            years.is_any() || asked && edtf.overlaps_years(years.from, years.to)
        }
        None => years.is_any() || years.undated,
    }
}

fn is_town_or_region(place: &Place) -> bool {
    matches!(place.precision, Precision::City | Precision::Region)
}
