//! The address at which the pages will lie.

use std::fmt;

/// The address of the folder that is published, with a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads an address, which must be a folder on a host that is reached by https.
    ///
    /// # Errors
    /// Says how it should be written.
    pub fn parse(text: &str) -> Result<Self, InvalidBaseUrl> {
        let host = text.strip_prefix("https://").filter(|rest| !rest.starts_with('/'));
        let is_folder = host.is_some_and(|rest| {
            !rest.is_empty() && !rest.contains(['?', '#', '"', '<', '>', ' ', '\\'])
        });
        if is_folder {
            Ok(Self(format!("{}/", text.trim_end_matches('/'))))
        } else {
            Err(InvalidBaseUrl(text.to_owned()))
        }
    }

    /// The address of a path below it.
    pub(super) fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// A text that is no address of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidBaseUrl(String);

impl fmt::Display for InvalidBaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no base: write it as https://example.se/partneratlas/", self.0)
    }
}

impl std::error::Error for InvalidBaseUrl {}
