//! HTML as text: what is written is escaped, what is opened is closed.

/// An attribute; an empty value stands for one without a value.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// A piece of HTML that grows at its end.
#[derive(Debug, Default)]
pub(super) struct Html {
    text: String,
}

impl Html {
    /// A page, from its `<!doctype html>` on.
    pub(super) fn document() -> Self {
        Self { text: "<!doctype html>\n".to_owned() }
    }

    /// All of it.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Adds an element with its content.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        content: impl FnOnce(&mut Self),
    ) {
        self.void(name, attributes);
        content(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Adds an element that has no content and no end.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            if !value.is_empty() {
                self.text.push_str("=\"");
                escape(&mut self.text, value);
                self.text.push('"');
            }
        }
        self.text.push('>');
    }

    /// Adds an element that holds a text.
    pub(super) fn words(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// Adds a text.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.text, text);
    }

    /// Adds data for programs, in JSON: as a script that is none. It cannot end before its end.
    pub(super) fn data(&mut self, json: &str) {
        self.text.push_str("<script type=\"application/ld+json\">");
        self.text.push_str(&json.replace('<', "\\u003c"));
        self.text.push_str("</script>");
    }

    /// Begins another line, for those who read the source.
    pub(super) fn line(&mut self) {
        self.text.push('\n');
    }
}

/// Appends a text as HTML holds it, in content and in quotes; what no document may hold is left out.
fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\t' | '\n' => html.push(' '),
            '\0'..' ' | '\u{7F}' => {}
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_written_becomes_markup() {
        let mut html = Html::default();
        html.element("p", &[("title", "\"><script>"), ("hidden", "")], |html| {
            html.text("<script>&\u{0}");
        });
        html.data("{\"a\":\"</script><!--\"}");
        assert_eq!(
            html.into_text(),
            "<p title=\"&quot;&gt;&lt;script&gt;\" hidden>&lt;script&gt;&amp;</p>\
             <script type=\"application/ld+json\">{\"a\":\"\\u003c/script>\\u003c!--\"}</script>"
        );
    }
}
