//! The records of several catalogues: each once, under an id of its own, with its relations.

use std::collections::{BTreeMap, BTreeSet};

use super::fuse::fuse;
use super::names::fresh;
use super::same;
use crate::catalogue::{Document, Listing, Record, RecordId, Relation};

/// A record as somebody tells it: what it points to has its names among all, but for records.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// The catalogue's number in the canonical order.
    pub(super) teller: usize,
    /// Its number in the order of words.
    pub(super) order: usize,
    pub(super) record: Record,
}

/// A record of one publisher.
#[derive(Debug)]
pub(super) struct Item {
    /// Its name among all.
    id: String,
    pub(super) told: Told,
}

impl Item {
    /// Hears the same record from another catalogue: of two versions the newer one holds, and of two that are as
    /// new, always the same one.
    fn hear(&mut self, other: Told) {
        let version = |told: &Told| {
            let checked = told.record.checked.map(|date| date.upper());
            (checked, serde_json::to_string(&told.record).unwrap_or_default())
        };
        let order = self.told.order.min(other.order);
        if version(&other) > version(&self.told) {
            self.told = other;
        }
        self.told.order = order;
    }
}

/// What a record is called by its publisher: ids belong to publishers.
type Key = (String, String);

fn key(record: &Record) -> Key {
    (record.publisher.as_ref().map(ToString::to_string).unwrap_or_default(), record.id.to_string())
}

/// Makes one record of each, and one of those that tell of the same.
pub(super) async fn join(told: Vec<Told>, all: &Document, pause: &impl AsyncFn()) -> Vec<Record> {
    let mut items: Vec<Item> = Vec::new();
    let mut numbers: BTreeMap<Key, usize> = BTreeMap::new();
    let mut tellers: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for told in told {
        let key = key(&told.record);
        let own = (told.teller, key.1.clone());
        let number = *numbers.entry(key).or_insert(items.len());
        tellers.insert(own, number);
        match items.get_mut(number) {
            Some(item) => item.hear(told),
            None => items.push(Item { id: String::new(), told }),
        }
    }
    let bare = name(&numbers, &mut items);
    pause().await;
    let groups = same::groups(&items, all, pause).await;
    // The name of each item once those that tell of the same are one.
    let names: Vec<String> = groups
        .iter()
        .map(|survivor| items.get(*survivor).map(|item| item.id.clone()).unwrap_or_default())
        .collect();
    for Item { told: Told { teller, record, .. }, .. } in &mut items {
        let publisher = key(record).0;
        record.relations.retain_mut(|relation| {
            let id = relation.target.to_string();
            let own = numbers.get(&(publisher.clone(), id.clone()));
            let near = || tellers.get(&(*teller, id.clone()));
            let found = own.or_else(near).or_else(|| bare.get(&id));
            retarget(relation, found.and_then(|number| names.get(*number)))
        });
    }
    pause().await;
    let mut members: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
    for (item, survivor) in items.into_iter().zip(&groups) {
        members.entry(*survivor).or_default().push(item.told);
    }
    let joined = members.into_iter().filter_map(|(survivor, told)| {
        let id = names.get(survivor)?;
        Some(settle(fuse(told, all)?, id))
    });
    joined.collect()
}

/// Gives each its name: of those that share an id, the one of the first publisher keeps it. Tells who has
/// which bare id.
fn name(numbers: &BTreeMap<Key, usize>, items: &mut [Item]) -> BTreeMap<String, usize> {
    let mut bare: BTreeMap<String, usize> = BTreeMap::new();
    for ((_, id), number) in numbers {
        bare.entry(id.clone()).or_insert(*number);
    }
    let mut taken: BTreeSet<String> = bare.keys().cloned().collect();
    for ((publisher, id), number) in numbers {
        let Some(item) = items.get_mut(*number) else { continue };
        let is_bare = bare.get(id) == Some(number);
        item.id = if is_bare { id.clone() } else { fresh(publisher, id, &mut taken) };
    }
    bare
}

/// Points a relation at a record's name among all; `false` where there is no such record here.
fn retarget(relation: &mut Relation, name: Option<&String>) -> bool {
    match name.and_then(|name| name.parse().ok()) {
        Some(target) => {
            relation.target = target;
            true
        }
        None => false,
    }
}

/// The last touch: its name, no relation to itself and none twice, and no part without a whole.
fn settle(mut record: Record, id: &str) -> Record {
    if let Ok(id) = id.parse::<RecordId>() {
        record.id = id;
    }
    let mut seen = BTreeSet::new();
    let own = record.id.clone();
    record.relations.retain(|relation| {
        relation.target != own && seen.insert((relation.kind, relation.target.clone()))
    });
    if record.listing == Listing::Part && record.parent().is_none() {
        record.listing = Listing::Entry;
    }
    record
}
