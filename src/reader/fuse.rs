//! One record out of what several catalogues tell of the same: whose words come first, all facts of all.

use std::collections::BTreeSet;

use super::names::key;
use super::records::Told;
use super::same::is_same_line;
use crate::catalogue::{Document, Localized, Municipality, Owner, Partner, Record};

/// Puts what all tell into one record. The words are those of the first catalogue that the host named, and so
/// is the order in lists; which facts there are does not depend on it.
pub(super) fn fuse(mut told: Vec<Told>, all: &Document) -> Option<Record> {
    told.sort_by_key(|told| told.order);
    let records: Vec<Record> = told.into_iter().map(|told| told.record).collect();
    let (first, others) = records.split_first()?;
    let mut one = first.clone();
    if others.is_empty() {
        return Some(one);
    }
    // What can be only one thing: the finest, the newest.
    let finest = records.iter().max_by_key(|record| {
        record.period.edtf.map(|edtf| {
            let text = String::from(edtf);
            (text.len(), text)
        })
    });
    one.period = finest.map(|record| record.period.clone()).unwrap_or_default();
    let claims = records.iter().filter_map(|record| record.claim.as_ref());
    let newest = claims
        .max_by_key(|claim| (claim.as_of.upper(), String::from(claim.as_of), claim.status as u8));
    one.claim = newest.cloned();
    one.checked = records
        .iter()
        .filter_map(|record| record.checked)
        .max_by_key(|date| (date.upper(), date.to_string()));
    one.owner = owner(&records);
    // As the record's name among all.
    one.publisher = records.iter().filter_map(|record| record.publisher.clone()).min();
    for other in others {
        add_lists(&mut one, other);
        add_names(&mut one, other);
        add_money(&mut one, other);
        add_partners(&mut one, other);
    }
    let homes = one.municipalities.clone();
    one.covers.retain(|code| !homes.contains(code));
    let homes: Vec<&Municipality> =
        all.municipalities.iter().filter(|home| homes.contains(&home.code)).collect();
    one.partners.retain(|partner| !homes.iter().any(|home| is_home(partner, home)));
    Some(one)
}

/// Adds what is not there yet.
fn add<T: Clone>(all: &mut Vec<T>, others: &[T], is_same: impl Fn(&T, &T) -> bool) {
    for other in others {
        if !all.iter().any(|known| is_same(known, other)) {
            all.push(other.clone());
        }
    }
}

fn add_lists(one: &mut Record, other: &Record) {
    add(&mut one.municipalities, &other.municipalities, PartialEq::eq);
    add(&mut one.covers, &other.covers, PartialEq::eq);
    add(&mut one.themes, &other.themes, PartialEq::eq);
    add(&mut one.relations, &other.relations, PartialEq::eq);
    add(&mut one.sources, &other.sources, PartialEq::eq);
    add(&mut one.activities, &other.activities, PartialEq::eq);
    add(&mut one.outputs, &other.outputs, PartialEq::eq);
    add(&mut one.figures, &other.figures, PartialEq::eq);
    add(&mut one.sites, &other.sites, PartialEq::eq);
    add(&mut one.corrections, &other.corrections, PartialEq::eq);
    add(&mut one.links, &other.links, |a, b| match (&a.url, &b.url) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    });
}

/// The other's titles and spellings, so that search finds them.
fn add_names(one: &mut Record, other: &Record) {
    let mut known: BTreeSet<String> = one.title.versions().map(key).collect();
    known.extend(one.aliases.iter().map(|alias| key(alias)));
    for name in other.title.versions().chain(other.aliases.iter().map(String::as_str)) {
        if known.insert(key(name)) {
            one.aliases.push(name.to_owned());
        }
    }
}

/// Sums that only one of them knows, and lines of other money.
fn add_money(one: &mut Record, other: &Record) {
    for line in &other.funding {
        match one.funding.iter_mut().find(|known| is_same_line(known, line)) {
            Some(known) => {
                known.grant = known.grant.or(line.grant);
                known.budget = known.budget.or(line.budget);
            }
            None => one.funding.push(line.clone()),
        }
    }
}

/// Partners at other places, and others without a place: at one place, the same partner may have two names.
fn add_partners(one: &mut Record, other: &Record) {
    let whereabouts = |partner: &Partner| match &partner.place {
        Some(place) => Ok(place.clone()),
        None => Err(key(&partner.name.sv)),
    };
    let known: BTreeSet<_> = one.partners.iter().map(whereabouts).collect();
    let others = other.partners.iter().filter(|partner| !known.contains(&whereabouts(partner)));
    one.partners.extend(others.cloned());
}

/// Whether a partner is a municipality whose record it is now.
fn is_home(partner: &Partner, home: &Municipality) -> bool {
    let (name, home_name) = (key(&partner.name.sv), key(&home.name));
    let names = [home_name.clone(), format!("{home_name} kommun"), format!("{home_name}s kommun")];
    partner.place.is_some() && partner.place == home.place && names.contains(&name)
}

/// All owners that are told.
fn owner(records: &[Record]) -> Option<Owner> {
    let mut owners: Vec<&Owner> = Vec::new();
    for owner in records.iter().filter_map(|record| record.owner.as_ref()) {
        if !owners.iter().any(|known| key(&known.name.sv) == key(&owner.name.sv)) {
            owners.push(owner);
        }
    }
    let (first, others) = owners.split_first()?;
    if others.is_empty() {
        return Some((*first).clone());
    }
    let has_english = owners.iter().any(|owner| owner.name.en.is_some());
    let names = |text: fn(&Owner) -> &str, and: &str| {
        let (last, rest) = owners.split_last()?;
        let rest: Vec<&str> = rest.iter().map(|owner| text(owner)).collect();
        Some(format!("{} {and} {}", rest.join(", "), text(last)))
    };
    let sv = names(|owner| &owner.name.sv, "och")?;
    let en = names(|owner| owner.name.en.as_deref().unwrap_or(&owner.name.sv), "and");
    let name = Localized { sv, en: en.filter(|_| has_english) };
    Some(Owner { name, note: owners.iter().find_map(|owner| owner.note.clone()) })
}
