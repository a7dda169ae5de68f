//! Ids, codes and addresses as types: a value of one of them has been checked.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not a valid id, code or address. Its words end up in front of the coordinator
/// who mends the file, and are therefore Swedish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidText {
    /// The text as written.
    pub value: String,
    /// What was expected, and thereby how to mend it.
    pub expected: &'static str,
}

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "”{}” går inte att använda: {}", self.value, self.expected)
    }
}

impl std::error::Error for InvalidText {}

/// Declares a checked text type: what it is, the check, and what to tell when it fails.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, $pattern:literal, $expected:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        #[cfg(schema)]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": $pattern,
                    "description": $expected
                })
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidText;

            fn try_from(value: String) -> Result<Self, InvalidText> {
                let check: fn(&str) -> bool = $check;
                if check(&value) {
                    Ok(Self(value))
                } else {
                    Err(InvalidText { value, expected: $expected })
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidText;

            fn from_str(text: &str) -> Result<Self, InvalidText> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// Lower-case letters a–z, digits and single hyphens between them: fit for a URL as it stands.
fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        checked_text!(
            $(#[$doc])*
            $name,
            "^[a-z0-9]+(-[a-z0-9]+)*$",
            "skriv ett id med små bokstäver a–z, siffror och bindestreck, till exempel ”baltic-urban-lab”",
            is_slug
        );
    };
}

slug!(
    /// A record's stable id; part of its public address.
    RecordId
);
slug!(
    /// A place of `places.json`.
    PlaceId
);
slug!(
    /// A theme of `vocabulary.json`.
    ThemeId
);
slug!(
    /// A funding programme of `vocabulary.json`. Shares one name space with [`FunderId`], because
    /// the facet `program` holds both.
    ProgrammeId
);
slug!(
    /// A funder of `vocabulary.json`.
    FunderId
);
slug!(
    /// A publisher: the file that a record comes from.
    PublisherId
);
slug!(
    /// A source document.
    DocumentId
);

checked_text!(
    /// ISO 3166-1 alpha-2, upper case.
    CountryCode,
    "^[A-Z]{2}$",
    "skriv landskoden enligt ISO 3166-1 med två versaler, till exempel ”KE”",
    |text| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
);

impl CountryCode {
    /// Whether this is Sweden, whose places are homes and not partner places.
    #[must_use]
    pub fn is_sweden(&self) -> bool {
        self.as_str() == "SE"
    }
}

checked_text!(
    /// Statistics Sweden's (SCB) four-digit municipality code, leading zero kept.
    MunicipalityCode,
    "^[0-9]{4}$",
    "skriv SCB:s kommunkod med fyra siffror inom citattecken, till exempel ”0581”",
    |text| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
);

checked_text!(
    /// An absolute `https` address without user name, white space or control characters.
    HttpsUrl,
    "^https://[^\\s@/]+(/\\S*)?$",
    "skriv en hel adress som börjar med https://",
    is_https
);

/// Strict on purpose: what is not plainly an https address is refused, never repaired.
fn is_https(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && !host.starts_with('.')
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'))
        && !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '<' | '>' | '"'))
}

checked_text!(
    /// A role's mailbox ("kommun@…"), never a person's: a dot between two names is refused.
    Mailbox,
    "^[a-z0-9-]+@[a-z0-9.-]+$",
    "skriv en funktionsbrevlåda med små bokstäver, till exempel ”kommun@…”, aldrig en persons adress",
    |text| text.split_once('@').is_some_and(|(role, domain)| {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        !role.is_empty() && role.bytes().all(plain)
            && domain.contains('.') && domain.bytes().all(|b| plain(b) || b == b'.')
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_fit_in_an_address() {
        assert!("baltic-urban-lab".parse::<RecordId>().is_ok());
        for wrong in ["", "Åbo", "a--b", "-a", "a b", "__proto__", "A"] {
            assert!(wrong.parse::<RecordId>().is_err(), "{wrong:?} was accepted");
        }
    }

    #[test]
    fn a_municipality_code_keeps_its_leading_zero() {
        assert_eq!("0581".parse::<MunicipalityCode>().unwrap().as_str(), "0581");
        assert!("581".parse::<MunicipalityCode>().is_err());
    }

    #[test]
    fn only_plain_https_addresses_pass() {
        assert!("https://www.norrkoping.se/a?b=c#d".parse::<HttpsUrl>().is_ok());
        for wrong in [
            "http://example.se",
            "javascript:alert(1)",
            " https://example.se",
            "https://",
            "https://user@example.se",
            "https://example.se/a b",
            "HTTPS://example.se",
            "https://exam\tple.se",
            "//example.se",
            "https://example.se\\@evil.example",
        ] {
            assert!(wrong.parse::<HttpsUrl>().is_err(), "{wrong:?} was accepted");
        }
    }

    #[test]
    fn a_personal_mailbox_is_refused() {
        assert!("kommun@example.se".parse::<Mailbox>().is_ok());
        assert!("fornamn.efternamn@example.se".parse::<Mailbox>().is_err());
    }
}
