//! Just enough HTML to read the pages back: they are written by one writer, in one way.

/// An element with what is in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// A part of an element.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end.
const VOID: [&str; 2] = ["meta", "link"];

impl Element {
    /// Reads a page. Whatever is not balanced is a failure.
    pub(crate) fn parse(page: &str) -> Self {
        let body = page.strip_prefix("<!doctype html>").expect("a page begins with its type");
        let mut open = vec![Self::default()];
        let mut rest = body;
        while let Some((text, after)) = rest.split_once('<') {
            push_text(&mut open, text);
            if let Some(end) = after.strip_prefix('/') {
                let (name, after) = end.split_once('>').expect("an end tag ends");
                let closed = open.pop().expect("something is open");
                assert_eq!(closed.name, name, "elements close in order");
                open.last_mut().expect("the root stays").children.push(Node::Element(closed));
                rest = after;
                continue;
            }
            let (element, after) = start(after);
            rest = after;
            if VOID.contains(&element.name.as_str()) {
                open.last_mut().expect("the root stays").children.push(Node::Element(element));
            } else if element.name == "script" {
                let (text, after) = rest.split_once("</script>").expect("a script ends");
                let children = vec![Node::Text(text.to_owned())];
                let script = Self { children, ..element };
                open.last_mut().expect("the root stays").children.push(Node::Element(script));
                rest = after;
            } else {
                open.push(element);
            }
        }
        push_text(&mut open, rest);
        assert_eq!(open.len(), 1, "everything is closed");
        open.pop().expect("the root stays")
    }

    /// All elements below this one, in order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let below = self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        below.flat_map(|element| std::iter::once(element).chain(element.all())).collect()
    }

    /// Those of a name.
    pub(crate) fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The only one of a name.
    pub(crate) fn one(&self, name: &str) -> &Self {
        let found = self.named(name);
        assert_eq!(found.len(), 1, "one <{name}>");
        found[0]
    }

    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// All text in it.
    pub(crate) fn text(&self) -> String {
        let text = self.children.iter().map(|child| match child {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        });
        text.collect()
    }
}

fn push_text(open: &mut [Element], text: &str) {
    assert!(!text.contains('>'), "a bare > in {text:?}");
    open.last_mut().expect("the root stays").children.push(Node::Text(plain(text)));
}

/// Reads a start tag from after its `<`.
fn start(text: &str) -> (Element, &str) {
    let end = text.find([' ', '>']).expect("a tag ends");
    let (name, mut rest) = text.split_at(end);
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "a name: {name:?}");
    let mut attributes: Vec<(String, String)> = Vec::new();
    while let Some(after) = rest.strip_prefix(' ') {
        let end = after.find([' ', '=', '>']).expect("an attribute ends");
        let (name, after) = after.split_at(end);
        assert!(!attributes.iter().any(|(known, _)| known == name), "{name} stands once");
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("a value is quoted"),
            None => ("", after),
        };
        assert!(!value.contains('<'), "a bare < in {value:?}");
        attributes.push((name.to_owned(), plain(value)));
        rest = after;
    }
    let rest = rest.strip_prefix('>').expect("a tag ends");
    (Element { name: name.to_owned(), attributes, children: Vec::new() }, rest)
}

/// A text without its escapes.
fn plain(text: &str) -> String {
    let known = ["&lt;", "&gt;", "&quot;", "&amp;"];
    for (at, _) in text.match_indices('&') {
        assert!(known.iter().any(|escape| text[at..].starts_with(escape)), "a bare & in {text:?}");
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
