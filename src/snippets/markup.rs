//! HTML to be pasted.

/// Appends ` name="value"`. Characters that end an attribute, begin a tag or begin a reference are escaped; control
/// characters, which no attribute of ours needs, become spaces.
pub(super) fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(html, value);
    html.push('"');
}

/// Appends a text, in content or in double quotes.
pub(super) fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c if c.is_control() => html.push(' '),
            c => html.push(c),
        }
    }
}

/// An element on one line, with attributes and a text.
pub(super) fn element(name: &str, attributes: &[(&str, String)], text: &str) -> String {
    let mut html = open(name, attributes);
    escape(&mut html, text);
    html.push_str("</");
    html.push_str(name);
    html.push('>');
    html
}

/// The first tag of an element.
pub(super) fn open(name: &str, attributes: &[(&str, String)]) -> String {
    let mut html = format!("<{name}");
    for (name, value) in attributes {
        attribute(&mut html, name, value);
    }
    html.push('>');
    html
}
