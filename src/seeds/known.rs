//! Which ids there are.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Document;

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Record,
    Publisher,
    Place,
    Theme,
    Funder,
    Programme,
    Municipality,
    Country,
    Source,
}

/// An id where it is given to something.
pub(super) struct Given<'a> {
    pub(super) kind: Kind,
    pub(super) id: &'a str,
    pub(super) section: &'static str,
    pub(super) field: &'static str,
    pub(super) index: usize,
}

impl Given<'_> {
    /// Programmes and funders share one name space: the facet `program` holds both.
    pub(super) fn name_space(&self) -> Kind {
        if self.kind == Kind::Funder { Kind::Programme } else { self.kind }
    }
}

/// Every id that a document gives, in the order of its sections.
pub(super) fn given(document: &Document) -> Vec<Given<'_>> {
    let mut all = Vec::new();
    macro_rules! gather {
        ($kind:ident, $section:ident, $field:ident) => {
            all.extend(document.$section.iter().enumerate().map(|(index, value)| Given {
                kind: Kind::$kind,
                id: value.$field.as_str(),
                section: stringify!($section),
                field: stringify!($field),
                index,
            }));
        };
    }
    gather!(Record, records, id);
    gather!(Publisher, publishers, id);
    gather!(Place, places, id);
    gather!(Theme, themes, id);
    gather!(Funder, funders, id);
    gather!(Programme, programmes, id);
    gather!(Municipality, municipalities, code);
    gather!(Country, countries, code);
    gather!(Source, sources, id);
    all
}

/// The ids that may be pointed to.
#[derive(Debug, Default)]
pub(super) struct Known<'a>(BTreeMap<Kind, BTreeSet<&'a str>>);

impl<'a> Known<'a> {
    /// Adds what a document gives.
    pub(super) fn add(&mut self, document: &'a Document) {
        given(document).iter().for_each(|given| self.add_given(given));
    }

    /// Adds one id.
    pub(super) fn add_given(&mut self, given: &Given<'a>) {
        self.0.entry(given.kind).or_default().insert(given.id);
    }

    /// Adds records of which nothing but the ids is known.
    pub(super) fn add_records(&mut self, ids: &'a [String]) {
        self.0.entry(Kind::Record).or_default().extend(ids.iter().map(String::as_str));
    }

    /// Whether there is something of that kind and id.
    pub(super) fn has(&self, kind: Kind, id: &str) -> bool {
        self.0.get(&kind).is_some_and(|ids| ids.contains(id))
    }
}
