//! One name space out of several: entries of one id that are the same become one, others get ids of their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{
    Contact, Country, Funder, Localized, Municipality, Place, Point, Programme, Publisher, Source,
    Theme,
};
use crate::query::fold;

/// How far two catalogues may disagree about where a town is, in kilometres.
const SAME_TOWN: f64 = 10.0;

/// An entry of a vocabulary.
pub(super) trait Entry: Clone {
    /// Its id.
    fn id(&self) -> &str;
    /// Takes another id. One that is no id is not taken.
    fn rename(&mut self, id: &str);
    /// Whether another entry of this id is about the same thing.
    fn is_same(&self, other: &Self) -> bool;
}

macro_rules! entry {
    ($type:ty, $field:ident, $is_same:expr) => {
        impl Entry for $type {
            fn id(&self) -> &str {
                self.$field.as_str()
            }

            fn rename(&mut self, id: &str) {
                if let Ok(id) = id.parse() {
                    self.$field = id;
                }
            }

            fn is_same(&self, other: &Self) -> bool {
                let is_same: fn(&Self, &Self) -> bool = $is_same;
                is_same(self, other)
            }
        }
    };
}

// These codes are everybody's (ISO 3166-1, SCB).
entry!(Country, code, |_, _| true);
entry!(Municipality, code, |_, _| true);
entry!(Contact, municipality, |_, _| true);
entry!(Theme, id, |a, b| is_same_name(&a.name, &b.name));
entry!(Funder, id, |a, b| is_same_name(&a.name, &b.name));
entry!(Programme, id, |a, b| is_same_name(&a.name, &b.name));
entry!(Place, id, |a, b| {
    a.country == b.country && a.precision == b.precision && is_near(a.point, b.point)
});
entry!(Publisher, id, |a, b| match (&a.municipality, &b.municipality) {
    (Some(a), Some(b)) => a == b,
    _ => is_same_name(&a.name, &b.name),
});
entry!(Source, id, |a, b| {
    is_same_name(&a.title, &b.title) && a.as_of == b.as_of && a.url == b.url
});

/// What is left of a text for a comparison: letters and digits, in lower case and without accents.
pub(super) fn key(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn is_same_name(a: &Localized, b: &Localized) -> bool {
    key(&a.sv) == key(&b.sv)
}

/// Whether two points are within [`SAME_TOWN`], on a plane, which is exact enough so near.
fn is_near(a: Option<Point>, b: Option<Point>) -> bool {
    const DEGREE: f64 = 111.2;
    let (Some(a), Some(b)) = (a, b) else { return a.is_some() == b.is_some() };
    let north = (a.lat - b.lat) * DEGREE;
    let east = (a.lon - b.lon) * DEGREE * a.lat.to_radians().cos();
    north * north + east * east <= SAME_TOWN * SAME_TOWN
}

/// An entry with who gives it: a number in the canonical order, and one in the order of words.
pub(super) struct Given<E> {
    pub(super) teller: usize,
    pub(super) order: usize,
    pub(super) entry: E,
}

/// What the ids of one vocabulary have become.
#[derive(Debug, Default)]
pub(super) struct Names {
    own: BTreeMap<(usize, String), String>,
    /// The first that anybody gives, in the canonical order, of which the built-in ones are first.
    any: BTreeMap<String, String>,
    /// Those that only the program itself gives: needed where something points to them.
    pub(super) spare: BTreeSet<String>,
}

impl Names {
    /// What an id means to a teller: what it gives itself, else what is built in, else what another gives.
    pub(super) fn of<'a>(&'a self, teller: usize, id: &'a str) -> &'a str {
        let own = self.own.get(&(teller, id.to_owned()));
        own.or_else(|| self.any.get(id)).map_or(id, String::as_str)
    }
}

/// Entries of one id that are the same.
struct Group<E> {
    /// The first in the canonical order, with which others are compared.
    first: E,
    /// The first in the order of words, which is shown.
    shown: (usize, E),
    id: String,
    is_spare: bool,
}

/// The teller that the program is itself, whose words are the last that are shown.
pub(super) const PROGRAM: usize = usize::MAX;

/// Makes one vocabulary of several, whose entries come in the canonical order. `scopes` has for each teller
/// what its ids begin with where another has taken them; `taken` are the ids that are gone.
pub(super) fn unify<E: Entry>(
    given: impl Iterator<Item = Given<E>>,
    scopes: &[String],
    taken: &mut BTreeSet<String>,
) -> (Vec<E>, Names) {
    let mut groups: BTreeMap<String, Vec<Group<E>>> = BTreeMap::new();
    let mut names = Names::default();
    for Given { teller, order, entry } in given {
        let old = entry.id().to_owned();
        let alike = groups.entry(old.clone()).or_default();
        let is_program = teller == PROGRAM;
        let position = alike.iter().position(|group| group.first.is_same(&entry));
        let id = if let Some(group) = position.and_then(|position| alike.get_mut(position)) {
            group.is_spare &= is_program;
            if order < group.shown.0 {
                group.shown = (order, entry);
            }
            group.id.clone()
        } else {
            let scope = scopes.get(teller).map_or("", String::as_str);
            let id = fresh(scope, &old, taken);
            let first = entry.clone();
            alike.push(Group {
                first,
                shown: (order, entry),
                id: id.clone(),
                is_spare: is_program,
            });
            id
        };
        names.any.entry(old.clone()).or_insert_with(|| id.clone());
        if !is_program {
            names.own.insert((teller, old), id);
        }
    }
    let mut entries = Vec::new();
    for group in groups.into_values().flatten() {
        let Group { shown: (_, mut entry), id, is_spare, .. } = group;
        entry.rename(&id);
        if is_spare {
            names.spare.insert(id);
        }
        entries.push(entry);
    }
    (entries, names)
}

/// The longest id (`is_slug`), with room for a number behind it.
const MAX_ID: usize = 74;

/// An id that nobody has taken: the id itself, else with its scope before it, else with a number behind that.
pub(super) fn fresh(scope: &str, id: &str, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(id.to_owned()) {
        return id.to_owned();
    }
    let scoped =
        if scope.is_empty() || scope == id { id.to_owned() } else { format!("{scope}-{id}") };
    // Ids are ASCII.
    let scoped = scoped.get(..MAX_ID).unwrap_or(&scoped).trim_end_matches('-');
    let numbered = (2_u32..).map(|number| format!("{scoped}-{number}"));
    let mut all = std::iter::once(scoped.to_owned()).chain(numbered);
    all.find(|id| taken.insert(id.clone())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_taken_is_scoped_and_then_numbered() {
        let mut taken = BTreeSet::new();
        let told = ["", "tyreso", "tyreso", "tyreso"].map(|scope| fresh(scope, "alba", &mut taken));
        assert_eq!(told, ["alba", "tyreso-alba", "tyreso-alba-2", "tyreso-alba-3"]);
        assert_eq!(fresh("alba", "alba", &mut taken), "alba-2");
        let long = "a".repeat(80);
        assert_eq!(fresh("b", &long, &mut taken), long);
        assert_eq!(fresh("b", &long, &mut taken).len(), MAX_ID);
    }

    #[test]
    fn a_town_is_the_same_some_kilometres_off() {
        let point = |lon, lat| Some(Point { lon, lat });
        assert!(is_near(point(16.18, 58.59), point(16.20, 58.60)));
        assert!(!is_near(point(16.18, 58.59), point(16.50, 58.59)));
        assert!(!is_near(point(16.18, 58.59), None));
        assert!(is_near(None, None));
    }

    #[test]
    fn names_are_compared_by_their_letters() {
        assert_eq!(key("  Baltic – Urban LAB!"), "baltic urban lab");
        assert_ne!(key("Åre"), key("Are"));
    }
}
