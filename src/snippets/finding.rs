//! What was found about a page, and what to do about it.

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It does not work because of this.
    Fault,
    /// It may work and still be wrong.
    Doubt,
    /// It is as it should be.
    Sound,
}

impl Level {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Fault => "Fel",
            Self::Doubt => "Se över",
            Self::Sound => "Bra",
        }
    }
}

/// Who can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// Whoever edits the page.
    Editor,
    /// Whoever looks after the site's server or publishing tool.
    Department,
    /// Whoever looks after the server of the catalogue.
    Publisher,
}

impl Who {
    /// The words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Editor => "Det kan du göra själv",
            Self::Department => "Be er it-avdelning",
            Self::Publisher => "Be dem som sköter katalogens server",
        }
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// What is the case, in a sentence.
    pub said: String,
    /// What to do about it; empty where nothing is to be done.
    pub remedy: String,
    /// Who can do it.
    pub who: Who,
    /// What to copy, exactly as it must be.
    pub copy: Option<String>,
}

impl Finding {
    /// It does not work because of this.
    pub(super) fn fault(who: Who, said: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { level: Level::Fault, said: said.into(), remedy: remedy.into(), who, copy: None }
    }

    /// It may work and still be wrong.
    pub(super) fn doubt(who: Who, said: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { level: Level::Doubt, ..Self::fault(who, said, remedy) }
    }

    /// It is as it should be.
    pub(super) fn sound(said: impl Into<String>) -> Self {
        Self { level: Level::Sound, ..Self::fault(Who::Editor, said, "") }
    }

    /// With something to copy.
    pub(super) fn with(self, copy: impl Into<String>) -> Self {
        Self { copy: Some(copy.into()), ..self }
    }
}
