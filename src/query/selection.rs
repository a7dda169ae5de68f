//! The question: a plain value that views change and addresses carry.

use std::collections::{BTreeMap, BTreeSet};

use super::facet::{Facet, Value};
use super::order::Sort;

/// A span of whole years, each end of which may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Years {
    /// First year.
    pub from: Option<i16>,
    /// Last year.
    pub to: Option<i16>,
    /// Whether records without dates are wanted as well ("Ej angivet").
    pub undated: bool,
}

impl Years {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_any(self) -> bool {
        self == Self::default()
    }
}

/// What is asked of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words to search for.
    pub text: String,
    /// Chosen values; a facet without any is not in here.
    values: BTreeMap<Facet, BTreeSet<Value>>,
    /// Years.
    pub years: Years,
    /// The order asked for; `None` lets the question decide.
    pub sort: Option<Sort>,
}

impl Query {
    /// The chosen values of a facet, in order.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &Value> {
        self.values.get(&facet).into_iter().flatten()
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &Value) -> bool {
        self.values.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Chooses a value.
    pub fn add(&mut self, facet: Facet, value: Value) {
        self.values.entry(facet).or_default().insert(value);
    }

    /// Takes a value back.
    pub fn remove(&mut self, facet: Facet, value: &Value) {
        if let Some(values) = self.values.get_mut(&facet) {
            values.remove(value);
            if values.is_empty() {
                self.values.remove(&facet);
            }
        }
    }

    /// Chooses a value, or takes it back.
    pub fn toggle(&mut self, facet: Facet, value: Value) {
        if self.has(facet, &value) {
            self.remove(facet, &value);
        } else {
            self.add(facet, value);
        }
    }

    /// Leaves one value of a facet, whatever was chosen.
    pub fn only(&mut self, facet: Facet, value: Value) {
        self.values.insert(facet, BTreeSet::from([value]));
    }

    /// Every chosen value with its facet, in order.
    pub fn chosen(&self) -> impl Iterator<Item = (Facet, &Value)> {
        self.values.iter().flat_map(|(facet, values)| values.iter().map(|value| (*facet, value)))
    }

    /// How many filters are on, the years counting as one and the words as none.
    #[must_use]
    pub fn filters(&self) -> usize {
        self.chosen().count() + usize::from(!self.years.is_any())
    }

    /// Whether anything at all narrows the catalogue.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.filters() > 0 || !self.text.trim().is_empty()
    }

    /// Chooses what another question does besides; its years stand where this one has none.
    pub fn join(&mut self, other: &Self) {
        for (facet, value) in other.chosen() {
            self.add(facet, value.clone());
        }
        if self.years.is_any() {
            self.years = other.years;
        }
    }

    /// Takes back all that narrows, and keeps the order.
    pub fn clear(&mut self) {
        *self = Self { sort: self.sort, ..Self::default() };
    }

    /// The order that holds: best hits first when words are asked for, else what began last.
    #[must_use]
    pub fn order(&self) -> Sort {
        match self.sort {
            Some(Sort::Relevance) if self.text.trim().is_empty() => Sort::default(),
            Some(sort) => sort,
            None if self.text.trim().is_empty() => Sort::default(),
            None => Sort::Relevance,
        }
    }
}
