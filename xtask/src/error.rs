//! One kind of error for commands whose only reader is a person at a terminal: a sentence.

use std::fmt::{self, Display};

/// What went wrong, in words, with the cause after a colon.
#[derive(Debug)]
pub struct Error(String);

/// The result of everything that can fail here.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error that says `message`.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A failure about which everything has been said already.
    #[must_use]
    pub const fn told() -> Self {
        Self(String::new())
    }

    /// Whether there is nothing more to say.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.0.is_empty()
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl From<Box<dyn std::error::Error>> for Error {
    fn from(cause: Box<dyn std::error::Error>) -> Self {
        Self(cause.to_string())
    }
}

/// Adds what was being done to an error that only says what happened.
pub trait Context<T> {
    /// Puts `doing` in front of the error.
    ///
    /// # Errors
    /// The error itself, with more words.
    fn context(self, doing: impl Display) -> Result<T>;
}

impl<T, E: Display> Context<T> for std::result::Result<T, E> {
    fn context(self, doing: impl Display) -> Result<T> {
        self.map_err(|cause| Error(format!("{doing}: {cause}")))
    }
}

impl<T> Context<T> for Option<T> {
    fn context(self, doing: impl Display) -> Result<T> {
        self.ok_or_else(|| Error(doing.to_string()))
    }
}
