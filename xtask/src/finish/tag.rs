//! A start tag as text: read, changed, written.

use xtask::{Context, Error, Result};

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    name: String,
    attributes: Vec<(String, Option<String>)>,
    self_closing: bool,
}

impl Tag {
    /// The element's name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// An attribute's value as written, entities and all; empty for one without a value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.as_deref().unwrap_or_default())
    }

    /// Sets an attribute in its place, or as the last one.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        let value = Some(value.to_owned());
        match self.attributes.iter_mut().find(|(known, _)| known == name) {
            Some(attribute) => attribute.1 = value,
            None => self.attributes.push((name.to_owned(), value)),
        }
    }

    /// Takes out one attribute: its value, empty if it had none.
    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        let at = self.attributes.iter().position(|(known, _)| known == name)?;
        Some(self.attributes.remove(at).1.unwrap_or_default())
    }

    /// Takes out every attribute of that prefix: the rests of their names, and their values.
    pub(super) fn take_prefixed(&mut self, prefix: &str) -> Vec<(String, String)> {
        let (taken, kept) = std::mem::take(&mut self.attributes)
            .into_iter()
            .partition::<Vec<_>, _>(|(name, _)| name.starts_with(prefix));
        self.attributes = kept;
        taken
            .into_iter()
            .map(|(name, value)| (name.replacen(prefix, "", 1), value.unwrap_or_default()))
            .collect()
    }

    /// Reads a tag from after its `<`; returns its source through the `>` as well.
    pub(super) fn parse(text: &str) -> Result<(&str, Self)> {
        let excerpt: String = text.chars().take(60).collect();
        let broken = || format!("cannot read the tag <{excerpt}…");
        let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/');
        let (name, mut rest) = split_where(text, ends_name);
        let mut tag =
            Self { name: name.to_ascii_lowercase(), attributes: Vec::new(), self_closing: false };
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>') {
                let source = text.strip_suffix(after).unwrap_or(text);
                return Ok((source, tag));
            }
            if let Some(after) = rest.strip_prefix('/') {
                tag.self_closing = true;
                rest = after;
                continue;
            }
            let (name, after) = split_where(rest, ends_name);
            if name.is_empty() {
                return Err(Error::new(broken()));
            }
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(after) => {
                    parse_value(after.trim_start()).map(|(v, a)| (Some(v), a)).context(broken())?
                }
                None => (None, after),
            };
            tag.attributes.push((name.to_owned(), value.map(str::to_owned)));
            rest = after;
        }
    }

    /// The tag in the usual way of writing.
    pub(super) fn to_source(&self) -> String {
        let attributes: String = self
            .attributes
            .iter()
            .map(|(name, value)| match value {
                None => format!(" {name}"),
                Some(value) if value.contains('"') => format!(" {name}='{value}'"),
                Some(value) => format!(" {name}=\"{value}\""),
            })
            .collect();
        format!("<{}{attributes}{}>", self.name, if self.self_closing { " /" } else { "" })
    }
}

/// An attribute's value, quoted or bare, and what follows it.
fn parse_value(text: &str) -> Option<(&str, &str)> {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote);
        }
    }
    Some(split_where(text, |c: char| c.is_ascii_whitespace() || c == '>'))
}

/// Splits before the first character that `ends`; all of the text if there is none.
fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.find(ends).map_or((text, ""), |at| text.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_an_attribute_is_read() {
        let (source, tag) = Tag::parse("A a=1 b='2\"' c=\"3>\" d />rest").unwrap();
        assert_eq!(source, "A a=1 b='2\"' c=\"3>\" d />");
        assert_eq!(tag.name(), "a");
        let values: Vec<_> = ["a", "b", "c", "d", "e"].iter().map(|name| tag.get(name)).collect();
        assert_eq!(values, [Some("1"), Some("2\""), Some("3>"), Some(""), None]);
        assert_eq!(tag.to_source(), "<a a=\"1\" b='2\"' c=\"3>\" d />");
    }
}
