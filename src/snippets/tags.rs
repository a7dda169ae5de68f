//! The tags of a page, as far as a snippet is about them.
//!
//! No parser of HTML: it finds tags with their attributes, leaves out what is no markup, and never fails.

/// The first tag of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    /// Names in lower case, values without their references.
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty for one without.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All attributes, names with values.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// What is in a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Page {
    /// In their order.
    pub(super) tags: Vec<Tag>,
    /// The words between tags, without references.
    pub(super) text: String,
    /// What is commented out.
    pub(super) comments: String,
}

/// How many attributes of a tag are read. Each is compared with those before it.
const MANY: usize = 200;

/// Elements whose content is no markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noscript", "template"];

impl Page {
    pub(super) fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut rest = html;
        while let Some((text, after)) = rest.split_once('<') {
            page.text.push_str(text);
            rest = page.tag(after);
        }
        page.text.push_str(rest);
        page.text = decode(&page.text);
        page
    }

    /// Takes up what follows a `<`; what is left after it.
    fn tag<'a>(&mut self, after: &'a str) -> &'a str {
        if let Some(comment) = after.strip_prefix("!--") {
            let (comment, rest) = comment.split_once("-->").unwrap_or((comment, ""));
            self.comments.push_str(comment);
            return rest;
        }
        if after.starts_with(['/', '!', '?']) {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        if !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.text.push('<');
            return after;
        }
        let end = after.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/');
        let (name, rest) = after.split_at(end.unwrap_or(after.len()));
        let (attributes, rest) = attributes(rest);
        let name = name.to_ascii_lowercase();
        let rest = if RAW.contains(&name.as_str()) { after_end(rest, &name) } else { rest };
        self.tags.push(Tag { name, attributes });
        rest
    }
}

/// What follows the end of an element whose content is no markup.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("</") {
        if after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = after;
    }
    ""
}

/// The attributes up to `>`, and what is left after it.
fn attributes(text: &str) -> (Vec<(String, String)>, &str) {
    let mut attributes: Vec<(String, String)> = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (attributes, after);
        }
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/');
        // An equals sign at the front belongs to the name.
        let from = rest.chars().next().map_or(0, char::len_utf8);
        let end =
            rest.get(from..).and_then(|rest| rest.find(ends)).map_or(rest.len(), |at| at + from);
        let (name, after) = rest.split_at(end);
        if name.is_empty() {
            return (attributes, "");
        }
        let spaced = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let (value, after) = match spaced.strip_prefix('=') {
            Some(after) => value(after.trim_start_matches(|c: char| c.is_ascii_whitespace())),
            None => ("", after),
        };
        let name = name.to_ascii_lowercase();
        if attributes.len() < MANY && !attributes.iter().any(|(known, _)| *known == name) {
            attributes.push((name, decode(value)));
        }
        rest = after;
    }
}

/// A value with or without quotes, and what is left after it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(text) = text.strip_prefix(quote) {
            return text.split_once(quote).unwrap_or((text, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(text.len());
    text.split_at(end)
}

/// Names of references that occur in addresses and snippets.
const NAMED: [(&str, &str); 6] =
    [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}")];

/// Puts characters in the place of their references.
fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        match reference(after) {
            Some((c, after)) => {
                decoded.push_str(&c);
                rest = after;
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// How far to look for the end of a reference. To look to the end of the page for each `&` would take for ever.
const LONGEST: usize = 12;

fn reference(text: &str) -> Option<(String, &str)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let (name, rest) = text.split_at_checked(end)?;
    let rest = rest.strip_prefix(';')?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((char::from_u32(code)?.to_string(), rest));
    }
    let (_, c) = NAMED.into_iter().find(|(known, _)| *known == name)?;
    Some((c.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let page = Page::read(
            "<!doctype html><P Class=a data-x='1 &amp; 2' hidden title=\"&#228;>\">hej</P>",
        );
        let tag = &page.tags[0];
        assert_eq!(tag.name, "p");
        assert_eq!(tag.get("class"), Some("a"));
        assert_eq!(tag.get("data-x"), Some("1 & 2"));
        assert_eq!(tag.get("hidden"), Some(""));
        assert_eq!(tag.get("title"), Some("ä>"));
        assert_eq!(page.text, "hej");
    }

    #[test]
    fn what_is_no_markup_is_left_out() {
        let html =
            "<script>if (a<b) '<i>'</script><!-- <b> --><style>a>b{}</style>1 < 2 &lt;u&gt;<em>";
        let page = Page::read(html);
        let names: Vec<_> = page.tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["script", "style", "em"]);
        assert_eq!(page.comments, " <b> ");
        assert_eq!(page.text, "1 < 2 <u>");
    }

    #[test]
    fn half_a_page_is_no_problem() {
        for html in [
            "<",
            "<a",
            "<a href",
            "<a href=",
            "<a href=\"x",
            "<!--",
            "</",
            "<script>",
            "&",
            "&#x110000;",
            "<a =",
            "<ä",
        ] {
            let _ = Page::read(html);
        }
    }
}
