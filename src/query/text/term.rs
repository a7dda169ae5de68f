//! The index of words: from a word of the question to the words of the catalogue that it meets,
//! and from those to records.

use super::field::{Kind, Occurrence};
use super::fold::plain;
use super::lexicon::Lexicon;
use super::slip::{Typed, letters};
use crate::query::bits::Bits;
use crate::ranked::{low, sort};

/// How closely words have to meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Matching {
    /// At the beginning, inside, without å, ä and ö, and with a slip: for visitors.
    #[default]
    Forgiving,
    /// At the beginning only: what other engines answer, for comparison with them.
    Prefix,
}

/// A term that a word of the question meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) term: u32,
    pub(super) kind: Kind,
}

/// All distinct words of the catalogue, folded, and where they stand.
#[derive(Debug, Clone, Default)]
pub(in crate::query) struct Words {
    terms: Lexicon,
    /// The letters of each term.
    letters: Vec<u32>,
    /// The terms that have å, ä or ö, written without; in the order of the terms.
    plain: Lexicon,
    /// The term of each of `plain`.
    plain_terms: Vec<u32>,
    /// Where the occurrences of each term begin, and the end of the last.
    starts: Vec<u32>,
    occurrences: Vec<Occurrence>,
    /// Records in the catalogue.
    records: usize,
}

impl Words {
    /// From terms in order; the occurrences of term `i` are `starts[i]..starts[i + 1]`.
    pub(super) fn new(
        terms: Lexicon,
        starts: Vec<u32>,
        occurrences: Vec<Occurrence>,
        records: usize,
    ) -> Self {
        let all = || (0..terms.len()).map(|number| (number, terms.word(number)));
        let written: Vec<(String, u32)> = all()
            .filter(|(_, term)| !term.is_ascii())
            .map(|(number, term)| (plain(term), number))
            .filter(|(plain, number)| plain != terms.word(*number))
            .collect();
        Self {
            letters: all().map(|(_, term)| letters(term)).collect(),
            plain: Lexicon::new(written.iter().map(|(plain, _)| plain.as_str())),
            plain_terms: written.iter().map(|(_, number)| *number).collect(),
            terms,
            starts,
            occurrences,
            records,
        }
    }

    /// The terms that `word` meets, each once with its best kind. Slips are looked for only where
    /// there is nothing else. `among` are the terms that a beginning of `word` met, of three
    /// letters at least: no other can be met.
    pub(super) fn meet(&self, word: &str, matching: Matching, among: Option<&[Met]>) -> Vec<Met> {
        if matching == Matching::Prefix {
            return self.beginning(word).collect();
        }
        let met = match among {
            Some(among) => self.meet_again(word, among),
            None => self.meet_all(word),
        };
        if met.is_empty() { self.slipped(word) } else { met }
    }

    /// How a word meets a term without slips, asked of a few terms.
    fn meet_again(&self, word: &str, among: &[Met]) -> Vec<Met> {
        let kind = |met: &Met| meet(word, self.terms.word(met.term));
        among.iter().filter_map(|met| Some(Met { kind: kind(met)?, ..*met })).collect()
    }

    /// The same, asked of the whole vocabulary.
    fn meet_all(&self, word: &str) -> Vec<Met> {
        let mut met: Vec<Met> = self.beginning(word).collect();
        let inside = is_long(word);
        if inside {
            self.terms.containing(word, |term| met.push(Met { term, kind: Kind::Inside }));
        }
        let plain_term = |number: u32| self.plain_terms.get(number as usize).copied();
        let loosely = |number| {
            met.extend(plain_term(number).map(|term| Met { term, kind: Kind::Plain }));
        };
        if inside {
            self.plain.containing(word, loosely);
        } else {
            self.plain.beginning_with(word, loosely);
        }
        // A term that was met in several ways counts for the best, which was noted first.
        let noted = (0_u64..).zip(&met).map(|(at, met)| u64::from(met.term) << 32 | at);
        let mut keys: Vec<u64> = noted.collect();
        sort(&mut keys);
        keys.dedup_by_key(|key| *key >> 32);
        keys.into_iter().filter_map(|key| met.get(low(key) as usize).copied()).collect()
    }

    fn beginning(&self, word: &str) -> impl Iterator<Item = Met> {
        self.terms.starting_with(word).map(move |term| {
            let whole = self.terms.word(term).len() == word.len();
            Met { term, kind: if whole { Kind::Whole } else { Kind::Prefix } }
        })
    }

    fn slipped(&self, word: &str) -> Vec<Met> {
        let Some(typed) = Typed::new(word) else { return Vec::new() };
        (0..)
            .zip(&self.letters)
            .filter(|(term, letters)| {
                typed.may_meet(**letters) && typed.meets(self.terms.word(*term))
            })
            .map(|(term, _)| Met { term, kind: Kind::Slip })
            .collect()
    }

    /// The records that have one of these terms, each with its best score.
    pub(super) fn gather(&self, met: &[Met]) -> (Bits, Vec<u16>) {
        let mut scores = vec![u16::MAX; self.records];
        for met in met {
            for occurrence in self.occurrences(met.term) {
                if let Some(best) = scores.get_mut(occurrence.number()) {
                    *best = occurrence.score(met.kind).min(*best);
                }
            }
        }
        (Bits::of(&scores, |score| *score != u16::MAX), scores)
    }

    fn occurrences(&self, term: u32) -> &[Occurrence] {
        let term = term as usize;
        let range = self.starts.get(term).zip(self.starts.get(term + 1));
        range
            .and_then(|(start, end)| self.occurrences.get(*start as usize..*end as usize))
            .unwrap_or_default()
    }
}

/// Whether a word is looked for inside of others: a letter or two stand inside half of all words.
pub(super) fn is_long(word: &str) -> bool {
    word.chars().nth(2).is_some()
}

/// How `word` of the question meets a term, slips left out.
pub(super) fn meet(word: &str, term: &str) -> Option<Kind> {
    let loosely = || {
        let plain = plain(term);
        plain.starts_with(word) || (is_long(word) && plain.contains(word))
    };
    if term == word {
        Some(Kind::Whole)
    } else if term.starts_with(word) {
        Some(Kind::Prefix)
    } else if is_long(word) && term.contains(word) {
        Some(Kind::Inside)
    } else {
        (!term.is_ascii() && loosely()).then_some(Kind::Plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_are_met_exactly_first_and_plainly_after() {
        assert_eq!(meet("jön", "jönköping"), Some(Kind::Prefix));
        assert_eq!(meet("jonkoping", "jönköping"), Some(Kind::Plain));
        assert_eq!(meet("åre", "are"), None);
        assert_eq!(meet("är", "arbete"), None);
    }

    #[test]
    fn the_vocabulary_answers_as_each_term_does() {
        let terms = ["are", "avfallshantering", "mormåla", "morån", "ån", "åre", "öre", "örebro"];
        let words = Words::new(Lexicon::new(terms.into_iter()), vec![0; 9], Vec::new(), 0);
        for word in ["a", "å", "o", "mor", "morm", "morma", "hantering", "are", "oreb", "an"] {
            let expected: Vec<Met> = (0..)
                .zip(terms)
                .filter_map(|(number, term)| Some(Met { term: number, kind: meet(word, term)? }))
                .collect();
            assert_eq!(words.meet(word, Matching::Forgiving, None), expected, "{word}");
        }
        let before = words.meet("mor", Matching::Forgiving, None);
        assert_eq!(
            words.meet("morma", Matching::Forgiving, Some(&before)),
            words.meet("morma", Matching::Forgiving, None)
        );
    }
}
