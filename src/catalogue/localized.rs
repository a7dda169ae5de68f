//! Text in the catalogue's two languages.

use serde::{Deserialize, Serialize};

/// A language of the interface and of the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Swedish, the catalogue's own language.
    #[default]
    Sv,
    /// English.
    En,
}

impl Lang {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `sv` or `en-GB`; `None` where the page has no such language.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }
}

/// A text in Swedish and, where there is one, in English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Localized {
    /// Swedish; always there.
    pub sv: String,
    /// English; the Swedish text stands in where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Localized {
    /// The text in `lang`, or the Swedish one, together with the language it is really in, so that
    /// a fallback can carry its own `lang` attribute (WCAG 3.1.2).
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> (&str, Lang) {
        match (lang, &self.en) {
            (Lang::En, Some(text)) => (text, Lang::En),
            _ => (&self.sv, Lang::Sv),
        }
    }

    /// The text alone.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        self.in_lang(lang).0
    }

    /// Every version there is, for search.
    pub fn versions(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.sv.as_str()).chain(self.en.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_and_says_so() {
        let text = Localized { sv: "Vänort".into(), en: None };
        assert_eq!(text.in_lang(Lang::En), ("Vänort", Lang::Sv));
    }

    #[test]
    fn a_regional_tag_is_its_language() {
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fi"), None);
    }
}
