//! Facets and their values.

use std::fmt;

/// A facet: a field of the records by which a selection can be narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Samarbetsform.
    Form,
    /// Status on the visitor's day.
    Status,
    /// The record's own municipality, by SCB code.
    Municipality,
    /// Countries of partner places outside Sweden, by ISO 3166-1 alpha-2.
    Country,
    /// Partner places outside Sweden: towns and regions.
    Place,
    /// Theme.
    Theme,
    /// Programme or funder.
    Money,
}

impl Facet {
    /// All facets, in the order of the page and of the address.
    pub const ALL: [Self; 7] = [
        Self::Form,
        Self::Status,
        Self::Municipality,
        Self::Country,
        Self::Place,
        Self::Theme,
        Self::Money,
    ];

    /// The key in the address and in `data-facet`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Status => "status",
            Self::Municipality => "kommun",
            Self::Country => "land",
            Self::Place => "ort",
            Self::Theme => "tema",
            Self::Money => "program",
        }
    }

    /// The same in English, for addresses of the pages in English.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Status => "status",
            Self::Municipality => "municipality",
            Self::Country => "country",
            Self::Place => "place",
            Self::Theme => "theme",
            Self::Money => "programme",
        }
    }

    /// The facet of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// Position in [`Facet::ALL`].
    #[must_use]
    pub fn position(self) -> usize {
        self as usize
    }
}

/// The word for "Ej angivet" in the address.
pub const MISSING: &str = "ej";

/// A value of a facet, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A code or id.
    Id(Box<str>),
    /// "Ej angivet": the record says nothing.
    Missing,
}

impl Value {
    /// Reads a value of the address.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text == MISSING { Self::Missing } else { Self::Id(text.into()) }
    }

    /// The value in the address and in `data-value`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Id(id) => id,
            Self::Missing => MISSING,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
