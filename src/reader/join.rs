//! Several catalogues, one: vocabularies, then records, then what nothing points to any more.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::names::{Given, Names, PROGRAM, unify};
use super::records;
use crate::catalogue::{Document, Record};
use crate::seeds::merge;

/// A catalogue as somebody tells it.
#[derive(Debug)]
pub(super) struct Telling {
    /// Its number as the host named it: it decides whose words are shown, and nothing else.
    pub(super) order: usize,
    /// Its address.
    pub(super) name: String,
    /// What it tells.
    pub(super) document: Document,
}

/// What the ids of all vocabularies have become.
#[derive(Debug, Default)]
pub(super) struct AllNames {
    publishers: Names,
    municipalities: Names,
    contacts: Names,
    countries: Names,
    places: Names,
    themes: Names,
    funders: Names,
    programmes: Names,
    sources: Names,
}

/// Joins catalogues.
///
/// All but words is decided in a canonical order, by publisher, so that it is the same in whichever order
/// they come.
pub(super) async fn join(
    mut tellings: Vec<Telling>,
    builtin: &Document,
    pause: &impl AsyncFn(),
) -> Document {
    tellings.sort_by_cached_key(|telling| {
        let ids = telling.document.publishers.iter().map(|publisher| publisher.id.clone());
        let mut ids: Vec<_> = ids.collect();
        ids.sort();
        (ids, telling.name.clone())
    });
    let (mut all, names) = vocabularies(&mut tellings, builtin);
    pause().await;
    let mut records = Vec::new();
    for (teller, telling) in tellings.iter_mut().enumerate() {
        let only = match telling.document.publishers.as_slice() {
            [publisher] => Some(publisher.id.clone()),
            _ => None,
        };
        for mut record in std::mem::take(&mut telling.document.records) {
            if record.publisher.is_none() {
                record.publisher.clone_from(&only);
            }
            names.rename(teller, &mut record);
            records.push(records::Told { teller, order: telling.order, record });
        }
        pause().await;
    }
    all.records = records::join(records, &all, pause).await;
    drop_unused(&mut all, &names);
    merge([all])
}

/// Joins the vocabularies.
fn vocabularies(tellings: &mut [Telling], builtin: &Document) -> (Document, AllNames) {
    let mut all = Document::default();
    let mut names = AllNames::default();
    let scopes: Vec<String> = tellings.iter().map(scope).collect();
    macro_rules! unify {
        ($section:ident, $scopes:expr, $taken:expr) => {
            let own = builtin.$section.iter().cloned();
            let own = own.map(|entry| Given { teller: PROGRAM, order: PROGRAM, entry });
            let told = tellings.iter().enumerate().flat_map(|(teller, telling)| {
                let (order, entries) = (telling.order, telling.document.$section.iter().cloned());
                entries.map(move |entry| Given { teller, order, entry })
            });
            (all.$section, names.$section) = unify(own.chain(told), $scopes, $taken);
        };
    }
    // What all else is scoped by.
    unify!(publishers, &[], &mut BTreeSet::new());
    unify!(countries, &scopes, &mut BTreeSet::new());
    unify!(places, &scopes, &mut BTreeSet::new());
    // The facet `program` holds both.
    let mut money = BTreeSet::new();
    unify!(funders, &scopes, &mut money);
    for (teller, telling) in tellings.iter_mut().enumerate() {
        names.rename_entries(teller, &mut telling.document);
    }
    unify!(programmes, &scopes, &mut money);
    unify!(municipalities, &scopes, &mut BTreeSet::new());
    unify!(contacts, &scopes, &mut BTreeSet::new());
    unify!(themes, &scopes, &mut BTreeSet::new());
    unify!(sources, &scopes, &mut BTreeSet::new());
    (all, names)
}

/// What the ids of a catalogue begin with where others have taken them.
fn scope(telling: &Telling) -> String {
    let ids = telling.document.publishers.iter().map(|publisher| publisher.id.as_str());
    ids.min().unwrap_or("katalog").to_owned()
}

/// Gives an id the name that it has among all.
fn rename<I: FromStr + ToString>(names: &Names, teller: usize, id: &mut I) {
    if let Ok(name) = names.of(teller, &id.to_string()).parse() {
        *id = name;
    }
}

impl AllNames {
    /// The names in what vocabularies say of each other.
    fn rename_entries(&self, teller: usize, document: &mut Document) {
        let funders =
            document.programmes.iter_mut().filter_map(|programme| programme.funder.as_mut());
        funders.for_each(|id| rename(&self.funders, teller, id));
        let places = document.municipalities.iter_mut().filter_map(|home| home.place.as_mut());
        places.for_each(|id| rename(&self.places, teller, id));
    }

    /// The names in a record, but for its own and those of others.
    fn rename(&self, teller: usize, record: &mut Record) {
        record.publisher.iter_mut().for_each(|id| rename(&self.publishers, teller, id));
        record.themes.iter_mut().for_each(|id| rename(&self.themes, teller, id));
        record.sources.iter_mut().for_each(|id| rename(&self.sources, teller, id));
        for line in &mut record.funding {
            line.programme.iter_mut().for_each(|id| rename(&self.programmes, teller, id));
            line.funder.iter_mut().for_each(|id| rename(&self.funders, teller, id));
        }
        let places = record.partners.iter_mut().filter_map(|partner| partner.place.as_mut());
        places.for_each(|id| rename(&self.places, teller, id));
    }
}

/// Drops what only the program gives and nothing points to.
fn drop_unused(all: &mut Document, names: &AllNames) {
    macro_rules! keep {
        ($section:ident, $id:ident, $used:expr) => {
            let used: BTreeSet<String> = $used.map(|id| id.to_string()).collect();
            all.$section.retain(|entry| {
                let id = entry.$id.as_str();
                used.contains(id) || !names.$section.spare.contains(id)
            });
        };
    }
    let records = &all.records;
    let funding = || records.iter().flat_map(|record| &record.funding);
    keep!(publishers, id, records.iter().filter_map(|record| record.publisher.as_ref()));
    keep!(themes, id, records.iter().flat_map(|record| &record.themes));
    keep!(programmes, id, funding().filter_map(|line| line.programme.as_ref()));
    let paid = all.programmes.iter().filter_map(|programme| programme.funder.as_ref());
    keep!(funders, id, funding().filter_map(|line| line.funder.as_ref()).chain(paid));
    let homes =
        records.iter().flat_map(|record| record.municipalities.iter().chain(&record.covers));
    let publishers = all.publishers.iter().filter_map(|publisher| publisher.municipality.as_ref());
    keep!(municipalities, code, homes.chain(publishers));
    keep!(contacts, municipality, all.municipalities.iter().map(|home| &home.code));
    let partners = records.iter().flat_map(|record| &record.partners);
    let homes = all.municipalities.iter().filter_map(|home| home.place.as_ref());
    keep!(places, id, partners.filter_map(|partner| partner.place.as_ref()).chain(homes));
    keep!(countries, code, all.places.iter().filter_map(|place| place.country.as_ref()));
}
