//! Free text: words of the records, and how words of the question meet them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::column::money;
use super::fold::{fold, plain};
use crate::catalogue::{Catalogue, Localized, Record, RecordIx};

/// Where in a record a word stands; an earlier one weighs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Alias,
    Partner,
    Place,
    Theme,
    Summary,
}

/// How a word of the question meets a word of a record; an earlier one is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// It is the word.
    Whole,
    /// The word begins with it.
    Prefix,
    /// It stands inside: the tail of a compound.
    Inside,
    /// It would, if å, ä and ö were a and o.
    Plain,
    /// All but a slip of the finger.
    Slip,
}

/// A distinct word of the catalogue.
#[derive(Debug, Clone)]
struct Term {
    folded: String,
    plain: String,
    /// Where it stands, each record once with its best field.
    places: Vec<(RecordIx, Field)>,
}

/// All words of the catalogue.
#[derive(Debug, Clone)]
pub(super) struct Words {
    terms: Vec<Term>,
}

impl Words {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let mut terms: BTreeMap<String, BTreeMap<RecordIx, Field>> = BTreeMap::new();
        for (index, record) in catalogue.records() {
            each_text(catalogue, record, &mut |field, text| {
                for word in words(text) {
                    let known = terms.entry(fold(word)).or_default().entry(index).or_insert(field);
                    *known = field.min(*known);
                }
            });
        }
        let terms = terms
            .into_iter()
            .map(|(folded, places)| Term {
                plain: plain(&folded),
                folded,
                places: places.into_iter().collect(),
            })
            .collect();
        Self { terms }
    }

    /// The records that have every word of `text`, each with its score: lower is better. `None`
    /// where there is no word to look for.
    pub(super) fn search(&self, text: &str) -> Option<BTreeMap<RecordIx, u32>> {
        let mut found: Option<BTreeMap<RecordIx, u32>> = None;
        for word in words(text).map(fold) {
            let hits = self.search_word(&word);
            found = Some(match found {
                None => hits,
                Some(so_far) => so_far
                    .into_iter()
                    .filter_map(|(record, score)| {
                        hits.get(&record).map(|more| (record, score + more))
                    })
                    .collect(),
            });
        }
        found
    }

    fn search_word(&self, word: &str) -> BTreeMap<RecordIx, u32> {
        let mut hits = BTreeMap::new();
        self.gather(&mut hits, |term| meet(word, &term.folded, &term.plain));
        if hits.is_empty() {
            self.gather(&mut hits, |term| slips(word, &term.folded).then_some(Kind::Slip));
        }
        hits
    }

    fn gather(&self, hits: &mut BTreeMap<RecordIx, u32>, meets: impl Fn(&Term) -> Option<Kind>) {
        for term in &self.terms {
            let Some(kind) = meets(term) else { continue };
            for (record, field) in &term.places {
                // Å, ä and ö are letters of their own: a hit that ignores that, or a slip, stands below
                // every exact one, whatever its field.
                let loose = u32::from(kind >= Kind::Plain) * 64;
                let score = loose + (*field as u32) * 8 + kind as u32;
                let best = hits.entry(*record).or_insert(score);
                *best = score.min(*best);
            }
        }
    }
}

/// Every text of a record that search looks at, in both languages.
fn each_text(catalogue: &Catalogue, record: &Record, note: &mut impl FnMut(Field, &str)) {
    let mut both =
        |field, text: &Localized| text.versions().for_each(|version| note(field, version));
    both(Field::Title, &record.title);
    both(Field::Summary, &record.summary);
    for partner in &record.partners {
        both(Field::Partner, &partner.name);
    }
    for place in catalogue.partners(record).filter_map(|(_, place)| place) {
        both(Field::Place, &place.name);
        if let Some(country) = place.country.as_ref().and_then(|code| catalogue.country(code)) {
            both(Field::Place, &country.name);
        }
    }
    // The networks and programmes that it belongs to are found through it.
    for relation in &record.relations {
        if let Some(other) =
            catalogue.find(&relation.target).and_then(|index| catalogue.record(index))
        {
            both(Field::Partner, &other.title);
        }
    }
    for theme in
        catalogue.document().themes.iter().filter(|theme| record.themes.contains(&theme.id))
    {
        both(Field::Theme, &theme.name);
    }
    for name in money(catalogue, record).filter_map(|id| catalogue.money_name(id)) {
        both(Field::Theme, name);
    }
    for strand in record.funding.iter().filter_map(|line| line.strand.as_ref()) {
        both(Field::Theme, strand);
    }
    for output in
        record.outputs.iter().chain(record.activities.iter().map(|activity| &activity.what))
    {
        both(Field::Summary, output);
    }
    for site in &record.sites {
        both(Field::Place, &site.name);
    }
    if let Some(owner) = &record.owner {
        both(Field::Partner, &owner.name);
    }
    let places = catalogue.partners(record).filter_map(|(_, place)| place);
    let spellings = record.partners.iter().flat_map(|partner| &partner.aliases);
    for alias in
        record.aliases.iter().chain(spellings).chain(places.flat_map(|place| &place.aliases))
    {
        note(Field::Alias, alias);
    }
    let programmes = catalogue.document().programmes.iter();
    let paying = programmes.filter(|known| record.money_ids().any(|id| id == known.id.as_str()));
    paying.flat_map(|programme| &programme.aliases).for_each(|alias| note(Field::Theme, alias));
    for name in record.municipalities.iter().filter_map(|code| catalogue.municipality(code)) {
        note(Field::Place, &name.name);
    }
}

/// The words of a text: runs of letters, digits and combining marks.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_word(c)).filter(|word| !word.is_empty())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c)
}

/// How `word` of the question meets a term, slips left out.
fn meet(word: &str, folded: &str, plain: &str) -> Option<Kind> {
    if folded == word {
        Some(Kind::Whole)
    } else if folded.starts_with(word) {
        Some(Kind::Prefix)
    } else if word.chars().nth(2).is_some() && folded.contains(word) {
        // A single letter or two stand inside half of all words.
        Some(Kind::Inside)
    } else if plain.starts_with(word) || (word.chars().nth(2).is_some() && plain.contains(word)) {
        Some(Kind::Plain)
    } else {
        None
    }
}

/// Whether `word` is a slip away from `term`: one from five letters, two from eight.
fn slips(word: &str, term: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), term.chars().collect());
    let allowed = match a.len() {
        0..5 => return false,
        5..8 => 1,
        _ => 2,
    };
    a.len().abs_diff(b.len()) <= allowed && distance(&a, &b) <= allowed
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swapped neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let at = |line: &[usize], position: usize| {
                line.get(position).copied().unwrap_or(usize::MAX - 1)
            };
            let mut best =
                (at(&last, j) + usize::from(x != y)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            if swapped {
                best = best.min(at(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX)
}

/// The parts of `text`, as byte ranges, that words of `query` meet: what a view marks.
#[must_use]
pub fn matches(text: &str, query: &str) -> Vec<Range<usize>> {
    let wanted: Vec<String> = words(query).map(fold).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    words(text)
        .filter_map(|word| {
            let start = (word.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
            wanted
                .iter()
                .filter_map(|wanted| met_part(word, wanted))
                .max_by_key(ExactSizeIterator::len)
                .map(|part| start + part.start..start + part.end)
        })
        .collect()
}

/// The part of a text's word that a word of the question meets, in bytes of the text's word.
fn met_part(word: &str, wanted: &str) -> Option<Range<usize>> {
    let folded = fold(word);
    let plain = plain(&folded);
    let chars_before = |text: &str| {
        text.find(wanted).and_then(|at| text.get(..at)).map_or(0, |before| before.chars().count())
    };
    let from = match meet(wanted, &folded, &plain) {
        Some(Kind::Inside) => chars_before(&folded),
        Some(Kind::Plain) => chars_before(&plain),
        Some(_) => 0,
        None if slips(wanted, &folded) => return Some(0..word.len()),
        None => return None,
    };
    // Where folding changed the number of characters, the whole word is marked.
    if folded.chars().count() != word.chars().count() {
        return Some(0..word.len());
    }
    let byte = |position: usize| word.char_indices().nth(position).map_or(word.len(), |(at, _)| at);
    Some(byte(from)..byte(from + wanted.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        matches(text, query).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn the_tail_of_a_compound_is_met_and_marked() {
        assert_eq!(marked("Bättre avfallshantering i Kenya", "hantering"), ["hantering"]);
    }

    #[test]
    fn swedish_letters_are_met_exactly_first_and_plainly_after() {
        assert_eq!(meet("jön", "jönköping", "jonkoping"), Some(Kind::Prefix));
        assert_eq!(meet("jonkoping", "jönköping", "jonkoping"), Some(Kind::Plain));
        assert_eq!(meet("åre", "are", "are"), None);
        assert_eq!(meet("är", "arbete", "arbete"), None);
    }

    #[test]
    fn a_slip_is_forgiven_in_a_longer_word_only() {
        assert!(slips("norköping", "norrköping"));
        assert!(slips("nrorköping", "norrköping"), "swapped neighbours");
        assert!(!slips("kena", "kenya"));
        assert!(slips("kenja", "kenya"));
        assert!(!slips("stellen", "stellenbosch"));
    }

    #[test]
    fn marks_stand_on_character_borders_of_any_text() {
        for text in ["Cēsis", "Ce\u{304}sis", "Straße", "x Åre", "İzmir"] {
            for query in ["ces", "strasse", "åre", "izmir", "s"] {
                for range in matches(text, query) {
                    assert!(text.get(range.clone()).is_some(), "{text:?} {query:?} {range:?}");
                }
            }
        }
    }
}
