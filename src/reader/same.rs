//! Which records tell of the same work. The rule is conservative: two entries for one work can be read, one
//! entry for two works is wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::names::key;
use super::records::Item;
use crate::catalogue::{Document, Form, Funding, Period, PlaceId, Record};

/// Titles shorter than this name nothing for sure.
const TITLE: usize = 4;

/// A title that so many have names nothing either. A bound on the work, too.
const NAMESAKES: usize = 40;

/// How many items are looked at between two pauses.
const STEP: usize = 1000;

/// For each item the number of the one whose entry it shares: its own for most.
pub(super) async fn groups(items: &[Item], all: &Document, pause: &impl AsyncFn()) -> Vec<usize> {
    let homes = all.places.iter().filter(|place| !place.is_abroad());
    let homes: BTreeSet<&PlaceId> = homes.map(|place| &place.id).collect();
    let mut namesakes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut seen: Vec<Option<Seen<'_>>> = Vec::with_capacity(items.len());
    for (number, item) in items.iter().enumerate() {
        let told = Seen::new(&item.told.record, &homes);
        for title in told.iter().flat_map(|told| &told.titles) {
            namesakes.entry(title.clone()).or_default().push(number);
        }
        seen.push(told);
        if number % STEP == STEP - 1 {
            pause().await;
        }
    }
    let mut parents: Vec<usize> = (0..items.len()).collect();
    let is_same = |a: usize, b: usize| match (seen.get(a), seen.get(b)) {
        (Some(Some(a)), Some(Some(b))) => a.is_same(b),
        _ => false,
    };
    for (step, alike) in namesakes.into_values().enumerate() {
        if step % STEP == STEP - 1 {
            pause().await;
        }
        if alike.len() > NAMESAKES {
            continue;
        }
        for (position, a) in alike.iter().enumerate() {
            for b in alike.iter().skip(position + 1).filter(|b| is_same(*a, **b)) {
                unite(&mut parents, *a, *b);
            }
        }
    }
    keep_cliques(&mut parents, is_same);
    survivors(&mut parents, items)
}

/// What is compared of a record.
struct Seen<'a> {
    record: &'a Record,
    /// Its titles and other names, as [`key`]s.
    titles: BTreeSet<String>,
    /// Only its titles.
    official: BTreeSet<String>,
    places: BTreeSet<&'a PlaceId>,
    money: BTreeSet<&'a str>,
}

impl<'a> Seen<'a> {
    /// Of a record that a municipality owns.
    fn new(record: &'a Record, homes: &BTreeSet<&PlaceId>) -> Option<Self> {
        let keys = |text: &str| Some(key(text)).filter(|key| key.chars().count() >= TITLE);
        let official: BTreeSet<String> = record.title.versions().filter_map(keys).collect();
        let others = record.aliases.iter().filter_map(|alias| keys(alias));
        let titles = official.iter().cloned().chain(others).collect();
        let places = record.partners.iter().filter_map(|partner| partner.place.as_ref());
        let places = places.filter(|place| !homes.contains(place)).collect();
        let money = record.money_ids().collect();
        let is_owned = !record.municipalities.is_empty();
        is_owned.then_some(Self { record, titles, official, places, money })
    }

    /// Whether both tell of the same: another publisher's, a title in common, the same form, state and years, a
    /// place abroad in common, and nothing that contradicts it.
    fn is_same(&self, other: &Self) -> bool {
        let (a, b) = (self.record, other.record);
        let is_named =
            !self.official.is_disjoint(&other.titles) || !self.titles.is_disjoint(&other.official);
        let is_alike = a.publisher != b.publisher
            && (a.form, a.outcome, a.listing) == (b.form, b.outcome, b.listing)
            && a.overridden == b.overridden;
        // A town has a twin of its own in each of several municipalities.
        let is_ours = a.form != Form::TwinTown || is_same_set(&a.municipalities, &b.municipalities);
        let is_there = meets(&self.places, &other.places);
        let is_paid = meets(&self.money, &other.money);
        is_named
            && is_alike
            && is_ours
            && is_same_time(&a.period, &b.period)
            && is_there.or(is_paid) == Some(true)
            && is_paid != Some(false)
            && !contradicts(a, b)
    }
}

/// Whether two sets have something in common; `None` where one of them says nothing.
fn meets<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> Option<bool> {
    (!a.is_empty() && !b.is_empty()).then(|| !a.is_disjoint(b))
}

fn is_same_set<T: Ord>(a: &[T], b: &[T]) -> bool {
    a.iter().collect::<BTreeSet<_>>() == b.iter().collect::<BTreeSet<_>>()
}

/// Whether two periods begin in one year, and end in one as far as both say so: phases of a work have its
/// name and its places.
fn is_same_time(a: &Period, b: &Period) -> bool {
    let start = |period: &Period| Some(period.edtf?.lower()?.year());
    let end = |period: &Period| Some(period.edtf?.upper()?.year());
    let is_one_end = end(a).is_none() || end(b).is_none() || end(a) == end(b);
    a.meaning == b.meaning && start(a) == start(b) && is_one_end
}

/// Whether two records name different sums of the same money: each may tell of its own share.
fn contradicts(a: &Record, b: &Record) -> bool {
    a.funding.iter().any(|line| {
        let alike = |other: &&_| is_same_line(line, other);
        b.funding.iter().filter(alike).any(|other| {
            let differ = |a: Option<_>, b: Option<_>| a.is_some() && b.is_some() && a != b;
            differ(line.grant, other.grant) || differ(line.budget, other.budget)
        })
    })
}

/// Whether two lines are of the same money.
pub(super) fn is_same_line(a: &Funding, b: &Funding) -> bool {
    (&a.programme, &a.funder) == (&b.programme, &b.funder)
}

/// The one that stands for a group: the least of its numbers.
fn root(parents: &mut [usize], mut at: usize) -> usize {
    while let Some(up) = parents.get(at).copied().filter(|up| *up != at) {
        // Shortens the way for those who come after.
        let further = parents.get(up).copied().unwrap_or(up);
        if let Some(parent) = parents.get_mut(at) {
            *parent = further;
        }
        at = further;
    }
    at
}

fn unite(parents: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parents, a), root(parents, b));
    if let Some(parent) = parents.get_mut(a.max(b)) {
        *parent = a.min(b);
    }
}

/// Breaks up each group whose members are not all the same as each other: nobody knows who of them is. A
/// publisher's two records are never the same.
fn keep_cliques(parents: &mut [usize], is_same: impl Fn(usize, usize) -> bool) {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..parents.len() {
        let root = root(parents, at);
        if root != at {
            groups.entry(root).or_insert_with(|| vec![root]).push(at);
        }
    }
    for members in groups.into_values() {
        let mut pairs = members
            .iter()
            .enumerate()
            .flat_map(|(position, a)| members.iter().skip(position + 1).map(move |b| (*a, *b)));
        let is_clique = members.len() <= NAMESAKES && pairs.all(|(a, b)| is_same(a, b));
        for at in members {
            if let Some(parent) = parents.get_mut(at).filter(|_| !is_clique) {
                *parent = at;
            }
        }
    }
}

/// For each item the member of its group whose publisher comes first.
fn survivors(parents: &mut [usize], items: &[Item]) -> Vec<usize> {
    let publisher = |number: &usize| {
        let record = items.get(*number).map(|item| &item.told.record);
        record.map(|record| (&record.publisher, &record.id))
    };
    let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
    let roots: Vec<usize> = (0..parents.len()).map(|at| root(parents, at)).collect();
    for (at, root) in roots.iter().enumerate() {
        let first = firsts.entry(*root).or_insert(at);
        if publisher(&at) < publisher(first) {
            *first = at;
        }
    }
    roots.iter().map(|root| firsts.get(root).copied().unwrap_or(*root)).collect()
}
