//! The parts of a file as texts, before anybody knows whether they are sound, and the lines on which they stand.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::finding::{Path, Step};

/// The members of the object that a file is.
///
/// `serde_json`'s raw values borrow from the text, so that their address tells where they stand. They may hold
/// what no value can (a number without end, half a character, brackets without end): that is the fault of
/// one part, and not of the file.
#[derive(Debug, Default)]
pub(super) struct Outline<'file> {
    text: &'file str,
    /// In the order of the file.
    pub(super) members: Vec<Member<'file>>,
    /// Where lines end, once somebody asks.
    ends: OnceCell<Vec<usize>>,
}

/// A member of the file's object.
#[derive(Debug)]
pub(super) struct Member<'file> {
    /// Its name.
    pub(super) name: String,
    /// Its value.
    pub(super) text: &'file str,
    /// The elements of its value, if that is a list.
    pub(super) elements: Option<Vec<&'file str>>,
}

impl<'file> Outline<'file> {
    /// Takes a text apart.
    ///
    /// # Errors
    /// It is no JSON object.
    pub(super) fn new(text: &'file str) -> serde_json::Result<Self> {
        let Members(members) = serde_json::from_str(text)?;
        let members = members.into_iter().map(|(name, value)| {
            let text = value.get();
            let elements = serde_json::from_str::<Vec<&RawValue>>(text).ok();
            let elements =
                elements.map(|elements| elements.into_iter().map(RawValue::get).collect());
            Member { name, text, elements }
        });
        Ok(Self { text, members: members.collect(), ends: OnceCell::new() })
    }

    /// The number of a member; of two of one name, the first.
    pub(super) fn member(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }

    /// The line (from 1) and the text of the value at `path`, or of the innermost value on the way to it
    /// that is there.
    pub(super) fn locate(&self, path: &Path) -> (usize, &'file str) {
        let mut steps = path.0.iter();
        let mut found = self.text.trim();
        let member = match steps.next() {
            Some(Step::Field(name)) => self.members.iter().find(|member| member.name == *name),
            _ => None,
        };
        if let Some(member) = member {
            found = member.text;
            if let (Some(elements), Some(Step::Index(index))) =
                (&member.elements, steps.clone().next())
            {
                steps.next();
                match elements.get(*index) {
                    Some(element) => found = element,
                    None => steps = [].iter(),
                }
            }
            for step in steps {
                let Some(inner) = descend(found, step) else { break };
                found = inner;
            }
        }
        let offset = (found.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        (self.line(offset), found)
    }

    /// The line of a byte.
    fn line(&self, offset: usize) -> usize {
        let find = || self.text.match_indices('\n').map(|(end, _)| end).collect();
        self.ends.get_or_init(find).partition_point(|end| *end < offset) + 1
    }
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

/// All members of an object, also those of one name.
struct Members<'file>(Vec<(String, &'file RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;

        impl<'de> Visitor<'de> for All {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("ett objekt {…}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(All)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_on_its_line() {
        let text =
            "{\n  \"records\": [\n    { \"id\": \"a\" },\n    { \"id\":\n      \"b\" }\n  ]\n}";
        let outline = Outline::new(text).expect("it is an object");
        let path = Path::element("records", 1).field("id");
        assert_eq!(outline.locate(&path), (5, "\"b\""));
        assert_eq!(outline.locate(&Path::element("records", 1).field("title")).0, 4, "its parent");
        assert_eq!(outline.locate(&Path::default().field("themes")).0, 1, "the file");
    }

    #[test]
    fn a_part_that_no_value_can_hold_leaves_the_others_whole() {
        let deep = "[".repeat(5000) + &"]".repeat(5000);
        let text = format!(r#"{{"a": [1e999, "\ud800", {deep}, 1], "a": 2, "b": {{}}}}"#);
        let outline = Outline::new(&text).expect("it is an object");
        let names: Vec<&str> = outline.members.iter().map(|member| &*member.name).collect();
        assert_eq!(names, ["a", "a", "b"]);
        assert_eq!(outline.members[0].elements.as_ref().map(Vec::len), Some(4));
        assert_eq!(outline.members[2].elements, None);
    }
}
