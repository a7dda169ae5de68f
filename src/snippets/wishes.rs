//! What an editor wants to show, and how.

use std::collections::BTreeMap;

use super::accent::{Accent, DARK_GROUND, LIGHT_GROUND};
use super::address::{Address, Folder};
use crate::catalogue::Lang;
use crate::query::{Facet, Value};
use crate::url::{self, State, View};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// As the page around it, or the visitor's system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the attribute.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A filter that visitors may get: a facet, or the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// A facet.
    Facet(Facet),
    /// From year, to year.
    Period,
}

impl Choice {
    /// All of them, in the order of the page.
    #[must_use]
    pub fn all() -> Vec<Self> {
        Facet::ALL.into_iter().map(Self::Facet).chain([Self::Period]).collect()
    }

    /// The word in the attribute.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Facet(facet) => facet.key(),
            Self::Period => "period",
        }
    }
}

/// The values to which a catalogue is limited, facet by facet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Presets(BTreeMap<Facet, Vec<Value>>);

impl Presets {
    /// Adds a value. One with white space would be several, so it is left out.
    pub fn add(&mut self, facet: Facet, value: Value) {
        if value.as_str().is_empty() || value.as_str().contains(char::is_whitespace) {
            return;
        }
        let values = self.0.entry(facet).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }

    /// Takes a value away.
    pub fn remove(&mut self, facet: Facet, value: &Value) {
        if let Some(values) = self.0.get_mut(&facet) {
            values.retain(|known| known != value);
        }
        self.0.retain(|_, values| !values.is_empty());
    }

    /// The values of a facet.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &Value> {
        self.0.get(&facet).into_iter().flatten()
    }
}

/// What an editor wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// The language of the interface.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// The values to which the catalogue is limited, facet by facet.
    pub presets: Presets,
    /// The years to which it is limited.
    pub years: [Option<i16>; 2],
    /// The view at the start.
    pub view: View,
    /// The views to choose among.
    pub views: Vec<View>,
    /// The filters that visitors get; none for all of them.
    pub choices: Option<Vec<Choice>>,
    /// The level of the element's headings, 1 to 5.
    pub heading: u8,
    /// The element's name for those who hear the page.
    pub label: String,
    /// The colour of links and marks.
    pub accent: Option<Accent>,
    /// Other catalogues, in the place of the built-in one.
    pub catalogues: Vec<Address>,
}

impl Default for Wishes {
    fn default() -> Self {
        Self {
            lang: Lang::Sv,
            theme: Theme::Auto,
            presets: Presets::default(),
            years: [None; 2],
            view: View::List,
            views: View::ALL.to_vec(),
            choices: None,
            heading: 2,
            label: String::new(),
            accent: None,
            catalogues: Vec::new(),
        }
    }
}

impl Wishes {
    /// Limits the catalogue to a value, besides those of the same facet.
    pub fn add(&mut self, facet: Facet, value: Value) {
        self.presets.add(facet, value);
    }

    /// The view at the start: one of those that there are.
    fn first_view(&self) -> View {
        let is_there = self.views.is_empty() || self.views.contains(&self.view);
        if is_there { self.view } else { self.views.first().copied().unwrap_or_default() }
    }

    /// The attributes that element and frame have in common; what goes without saying is left out.
    fn shared(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut pairs = vec![("lang", vec![self.lang.tag().to_owned()])];
        for facet in Facet::ALL {
            let values: Vec<_> = self.presets.values(facet).map(ToString::to_string).collect();
            if !values.is_empty() {
                pairs.push((facet.key(), values));
            }
        }
        for (key, year) in ["fran", "till"].into_iter().zip(self.years) {
            pairs.extend(year.map(|year| (key, vec![format!("{year:04}")])));
        }
        let view = self.first_view();
        if view != View::List {
            pairs.push(("view", vec![view.key().to_owned()]));
        }
        let views: Vec<_> =
            View::ALL.into_iter().filter(|view| self.views.contains(view)).collect();
        if !views.is_empty() && views.len() < View::ALL.len() {
            pairs.push(("views", views.into_iter().map(|view| view.key().to_owned()).collect()));
        }
        if let Some(choices) = &self.choices {
            pairs.push(("facets", choices.iter().map(|choice| choice.key().to_owned()).collect()));
        }
        if self.theme != Theme::Auto {
            pairs.push(("theme", vec![self.theme.key().to_owned()]));
        }
        if self.heading != 2 {
            pairs.push(("heading-level", vec![self.heading.to_string()]));
        }
        let label = self.label.trim();
        if !label.is_empty() {
            pairs.push(("label", vec![label.to_owned()]));
        }
        pairs
    }

    /// The attributes of the element, with values as they are before they are escaped.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<_> =
            self.shared().into_iter().map(|(key, values)| (key, values.join(" "))).collect();
        if !self.catalogues.is_empty() {
            let addresses: Vec<_> = self.catalogues.iter().map(ToString::to_string).collect();
            pairs.push(("src", addresses.join(" ")));
        }
        pairs
    }

    /// The query string of the frame, before it is escaped for HTML. Other catalogues cannot be asked of it.
    #[must_use]
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        for (key, values) in self.shared() {
            // The one key whose emptiness says something: no filters at all.
            if values.is_empty() {
                pairs.push(format!("{key}="));
            }
            pairs.extend(values.iter().map(|value| format!("{key}={}", url::encode(value))));
        }
        let accent = self.accent.map(|accent| url::encode(&accent.to_string()));
        pairs.extend(accent.map(|accent| format!("accent={accent}")));
        pairs.join("&")
    }

    /// The address of the frame.
    #[must_use]
    pub fn frame(&self, folder: &Folder) -> String {
        let page = match self.lang {
            Lang::Sv => "iframe.html",
            Lang::En => "en/iframe.html",
        };
        folder.of(&format!("{page}?{}", self.query()))
    }

    /// What the site's style sheet says of the colour.
    #[must_use]
    pub fn style(&self) -> Option<String> {
        let accent = self.accent?;
        Some(format!("partner-atlas {{\n  --pa-accent: {accent};\n}}"))
    }

    /// The grounds on which links in the chosen colour are hard to read, with the contrast in tenths: less than
    /// 4,5:1, which WCAG 2.2 asks for.
    #[must_use]
    pub fn pale_on(&self) -> Vec<(Theme, u32)> {
        let Some(accent) = self.accent else { return Vec::new() };
        let grounds = [(Theme::Light, LIGHT_GROUND), (Theme::Dark, DARK_GROUND)];
        let used =
            grounds.into_iter().filter(|(theme, _)| [Theme::Auto, *theme].contains(&self.theme));
        used.map(|(theme, ground)| (theme, accent.contrast(ground)))
            .filter(|(_, contrast)| *contrast < 45)
            .collect()
    }

    /// The page of the site that shows the same without a snippet, from the top of the folder: one of its own for a
    /// single value of some facets, else a question to the start page.
    #[must_use]
    pub fn page(&self) -> String {
        self.own_page().unwrap_or_else(|| {
            let mut state = State::default();
            for (facet, values) in &self.presets.0 {
                for value in values {
                    state.query.add(*facet, value.clone());
                }
            }
            let [from, to] = self.years;
            (state.query.years.from, state.query.years.to) = (from, to);
            state.view = Some(self.first_view()).filter(|view| *view != View::List);
            let query = url::format(&state, "");
            let home = match self.lang {
                Lang::Sv => "",
                Lang::En => "en/",
            };
            if query.is_empty() { home.to_owned() } else { format!("{home}?{query}") }
        })
    }

    /// The static page that is about just what is wanted; it is also what other sites can be told to embed, by oEmbed.
    #[must_use]
    pub fn own_page(&self) -> Option<String> {
        let mut presets = self.presets.0.iter();
        let first = presets.next();
        if presets.next().is_some() || self.years != [None; 2] || self.first_view() != View::List {
            return None;
        }
        let Some((facet, values)) = first else {
            let home = match self.lang {
                Lang::Sv => "",
                Lang::En => "en/",
            };
            return Some(home.to_owned());
        };
        let [value @ Value::Id(_)] = values.as_slice() else { return None };
        let has_pages =
            matches!(facet, Facet::Municipality | Facet::Country | Facet::Theme | Facet::Form);
        has_pages.then(|| match self.lang {
            Lang::Sv => format!("{}/{value}/", facet.key()),
            Lang::En => format!("en/{}/{value}/", facet.word()),
        })
    }

    /// The page that a tool can be told to embed by its address alone: it shows just this, in its own way.
    #[must_use]
    pub fn embeddable_page(&self) -> Option<String> {
        let said = self.shared().into_iter().filter(|(key, _)| Facet::from_key(key).is_none());
        let is_plain = said.count() == 1 && self.accent.is_none();
        self.own_page().filter(|_| is_plain)
    }

    /// The name of what is shown, for links and frames.
    #[must_use]
    pub fn name(&self) -> String {
        match (self.label.trim(), self.lang) {
            ("", Lang::Sv) => "Internationella samarbeten".to_owned(),
            ("", Lang::En) => "International collaborations".to_owned(),
            (label, _) => label.to_owned(),
        }
    }
}
