//! Finding the line of a value in the text that it was read from.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::finding::{Path, Step};

/// The line (from 1) and the text of the value at `path`, or of the innermost value on the way
/// to it that is there.
///
/// `serde_json`'s raw values borrow from the text, so that their address tells where they stand.
#[must_use]
pub(super) fn locate<'text>(text: &'text str, path: &Path) -> (usize, &'text str) {
    let mut found = text.trim();
    for step in &path.0 {
        let Some(inner) = descend(found, step) else {
            break;
        };
        found = inner;
    }
    let offset = (found.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let line = text.get(..offset).map_or(1, |before| before.matches('\n').count() + 1);
    (line, found)
}

fn descend<'text>(text: &'text str, step: &Step) -> Option<&'text str> {
    let raw: &RawValue = match step {
        Step::Field(name) => {
            serde_json::from_str::<BTreeMap<String, &RawValue>>(text).ok()?.remove(name)?
        }
        Step::Index(index) => {
            serde_json::from_str::<Vec<&RawValue>>(text).ok()?.get(*index).copied()?
        }
    };
    Some(raw.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_on_its_line() {
        let text =
            "{\n  \"records\": [\n    { \"id\": \"a\" },\n    { \"id\":\n      \"b\" }\n  ]\n}";
        let path = Path::element("records", 1).field("id");
        assert_eq!(locate(text, &path), (5, "\"b\""));
        assert_eq!(locate(text, &Path::element("records", 1).field("title")).0, 4, "its parent");
    }
}
