//! What a page asks of its element: attributes, relaxed in and strict out.
//!
//! They are a public API, described in `docs/embed.md`. One that makes no sense is taken as missing; whether a
//! preset's value is one of the catalogue's, only that can tell.

use crate::catalogue::Lang;
use crate::query::{Facet, Query, Value};
use crate::url::{View, parse_year};

/// Whether the address of the page follows what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UrlState {
    /// It stays as it is.
    #[default]
    None,
    /// In its query, after `?`.
    Query,
    /// In its fragment, after `#`.
    Hash,
}

/// The wishes of one element's host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// `lang`.
    pub lang: Option<Lang>,
    /// `view`: what is shown first, one of `views`.
    pub view: View,
    /// `views`: what can be shown, in the order of the page; at least one.
    pub views: Vec<View>,
    /// `facets`: by what the visitor can filter, in the order of the page. A preset's own facet is not among
    /// them.
    pub facets: Vec<Facet>,
    /// `facets` with `period`: whether the visitor can ask for years.
    pub has_years: bool,
    /// `heading-level`: that of the highest headings, 1 to 5.
    pub heading_level: u8,
    /// `label`: the name of the element as a region of the page.
    pub label: Option<String>,
    /// `url-state`.
    pub url_state: UrlState,
    /// `url-prefix`: what the keys in the address begin with.
    pub prefix: String,
    /// Whether `src` names catalogues from elsewhere.
    pub has_src: bool,
    /// The facets' own attributes, `fran` and `till`: what the catalogue is limited to.
    pub preset: Query,
}

/// The word for years in `facets`.
const PERIOD: &str = "period";

/// The level of the highest headings where the host does not say.
const HEADING_LEVEL: u8 = 2;

impl Wishes {
    /// Reads the attributes, which `attribute` gives by name.
    #[must_use]
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> Self {
        let preset = preset(&attribute);
        let named = attribute("views").unwrap_or_default();
        let mut views = View::ALL.to_vec();
        if View::ALL.iter().any(|view| has_word(&named, view.key())) {
            views.retain(|view| has_word(&named, view.key()));
        }
        let wanted = attribute("view").and_then(|key| View::from_key(key.trim()));
        let wanted = wanted.filter(|view| views.contains(view));
        let named = attribute("facets");
        let is_named = |key: &str| named.as_ref().is_none_or(|named| has_word(named, key));
        let is_open = |facet: Facet| is_named(facet.key()) && preset.values(facet).next().is_none();
        let level = attribute("heading-level").and_then(|level| level.trim().parse().ok());
        Self {
            lang: attribute("lang").and_then(|tag| Lang::from_tag(&tag)),
            view: wanted.or(views.first().copied()).unwrap_or_default(),
            views,
            facets: Facet::ALL.into_iter().filter(|facet| is_open(*facet)).collect(),
            has_years: is_named(PERIOD) && preset.years.is_any(),
            heading_level: level.filter(|level| (1..=5).contains(level)).unwrap_or(HEADING_LEVEL),
            label: attribute("label").filter(|label| !label.trim().is_empty()),
            url_state: match attribute("url-state").as_deref() {
                Some("query") => UrlState::Query,
                Some("hash") => UrlState::Hash,
                _ => UrlState::None,
            },
            has_src: attribute("src").is_some_and(|src| !src.trim().is_empty()),
            prefix: attribute("url-prefix").unwrap_or_else(|| "pa.".to_owned()),
            preset,
        }
    }

    /// Whether there is anything to filter by.
    #[must_use]
    pub fn has_filters(&self) -> bool {
        self.has_years || !self.facets.is_empty()
    }
}

impl Default for Wishes {
    fn default() -> Self {
        Self::read(|_| None)
    }
}

/// What the catalogue is limited to.
fn preset(attribute: &impl Fn(&str) -> Option<String>) -> Query {
    let mut preset = Query::default();
    for facet in Facet::ALL {
        let values = attribute(facet.key()).unwrap_or_default();
        for value in values.split_ascii_whitespace() {
            preset.add(facet, Value::parse(value));
        }
    }
    let year = |name: &str| attribute(name).and_then(|year| parse_year(year.trim()));
    preset.years.from = year("fran");
    preset.years.to = year("till");
    preset
}

/// Whether a list with spaces has a word.
fn has_word(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|other| other == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &[(&str, &str)]) -> Wishes {
        Wishes::read(|name| {
            let named = attributes.iter().find(|(known, _)| *known == name);
            named.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn without_attributes_there_is_everything() {
        let wishes = read(&[]);
        assert_eq!(wishes.views, View::ALL);
        assert_eq!(wishes.view, View::List);
        assert_eq!(wishes.facets, Facet::ALL);
        assert!(wishes.has_years && wishes.preset == Query::default());
        assert_eq!((wishes.heading_level, wishes.url_state), (2, UrlState::None));
        assert_eq!(wishes.prefix, "pa.");
    }

    #[test]
    fn a_preset_takes_its_facet_away() {
        let wishes = read(&[("kommun", "0581 0331"), ("fran", "2010"), ("land", "")]);
        let codes: Vec<_> = wishes.preset.values(Facet::Municipality).map(Value::as_str).collect();
        assert_eq!(codes, ["0331", "0581"]);
        assert!(!wishes.facets.contains(&Facet::Municipality));
        assert!(wishes.facets.contains(&Facet::Country), "an empty attribute is none");
        assert!(!wishes.has_years);
        assert_eq!(wishes.preset.years.from, Some(2010));
    }

    #[test]
    fn the_first_view_is_one_of_those_there_are() {
        let view = |view, views| {
            let wishes = read(&[("view", view), ("views", views)]);
            (wishes.view, wishes.views)
        };
        assert_eq!(view("karta", "lista karta"), (View::Map, vec![View::List, View::Map]));
        assert_eq!(view("karta", "tidslinje"), (View::Timeline, vec![View::Timeline]));
        assert_eq!(view("", "karta  tidslinje").1, [View::Timeline, View::Map], "in our order");
        assert_eq!(view("tabell", "tabell"), (View::List, View::ALL.to_vec()));
    }

    #[test]
    fn facets_are_those_named_and_none_is_a_choice() {
        let wishes = read(&[("facets", "tema period land okant")]);
        assert_eq!(wishes.facets, [Facet::Country, Facet::Theme]);
        assert!(wishes.has_years && wishes.has_filters());
        assert!(!read(&[("facets", "")]).has_filters());
    }

    #[test]
    fn what_makes_no_sense_is_missing() {
        let wishes = read(&[
            ("heading-level", "0"),
            ("url-state", "history"),
            ("lang", "fi"),
            ("fran", "i fjol"),
            ("label", " "),
        ]);
        assert_eq!(wishes, Wishes::default());
        assert_eq!(read(&[("heading-level", "5")]).heading_level, 5);
    }
}
