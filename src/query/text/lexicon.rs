//! Many words in one piece of memory.

use std::ops::Range;

use memchr::memmem::Finder;

/// Words in one buffer with a line end before each, so that all of them are searched as one text. No word
/// contains a line end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Lexicon {
    text: String,
    /// Where each word begins, and after the last one the end of the text.
    starts: Vec<u32>,
}

/// What stands after each word; less than every byte of a word.
const END: char = '\n';

impl Lexicon {
    /// From words.
    pub(super) fn new(words: impl Iterator<Item = impl AsRef<str>>) -> Self {
        let mut lexicon = Self { text: END.into(), starts: Vec::new() };
        for word in words {
            lexicon.starts.push(offset(lexicon.text.len()));
            lexicon.text.push_str(word.as_ref());
            lexicon.text.push(END);
        }
        lexicon.starts.push(offset(lexicon.text.len()));
        lexicon
    }

    /// How many words.
    pub(super) fn len(&self) -> u32 {
        offset(self.starts.len()).saturating_sub(1)
    }

    /// A word by its number; the empty text for a number that there is not.
    pub(super) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        match (self.starts.get(number), self.starts.get(number + 1)) {
            (Some(start), Some(end)) => {
                self.text.get(*start as usize..*end as usize - 1).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The words that begin with `prefix`, of words in the order of their bytes; the word itself, if it is
    /// there, is the first.
    pub(super) fn starting_with(&self, prefix: &str) -> Range<u32> {
        let starts = self.starts.split_last().map_or(&[][..], |(_, starts)| starts);
        let from = |start: &u32| self.text.as_bytes().get(*start as usize..).unwrap_or_default();
        // What follows a word in the buffer decides nothing: its line end comes first.
        let first = starts.partition_point(|start| from(start) < prefix.as_bytes());
        let rest = starts.get(first..).unwrap_or_default();
        let count = rest.partition_point(|start| from(start).starts_with(prefix.as_bytes()));
        offset(first)..offset(first + count)
    }

    /// Calls `note` with the number of each word that begins with `prefix`, whatever their order.
    pub(super) fn beginning_with(&self, prefix: &str, note: impl FnMut(u32)) {
        self.search(&format!("{END}{prefix}"), END.len_utf8(), note);
    }

    /// Calls `note` with the number of each word that has `part` anywhere, in rising order.
    pub(super) fn containing(&self, part: &str, note: impl FnMut(u32)) {
        self.search(part, 0, note);
    }

    /// Finds `wanted`, of which the first `lead` bytes stand before the word.
    fn search(&self, wanted: &str, lead: usize, mut note: impl FnMut(u32)) {
        let finder = Finder::new(wanted);
        let (mut at, mut number) = (0_usize, 0_usize);
        while let Some(found) = self.text.as_bytes().get(at..).and_then(|rest| finder.find(rest)) {
            let later = self.starts.get(number..).unwrap_or_default();
            number += later.partition_point(|start| *start as usize <= at + found + lead);
            note(offset(number - 1));
            let Some(next) = self.starts.get(number) else { break };
            at = *next as usize - lead;
        }
    }
}

/// A position in the buffer. 4 GiB of distinct words are out of the question.
fn offset(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_found_is_what_has_it(words in proptest::collection::btree_set("[abö]{1,5}", 0..30), part in "[abö]{1,3}") {
            let lexicon = Lexicon::new(words.iter().map(String::as_str));
            prop_assert_eq!(lexicon.len() as usize, words.len());
            let named = |numbers: Vec<u32>| -> BTreeSet<String> {
                numbers.into_iter().map(|number| lexicon.word(number).to_owned()).collect()
            };
            let begin: BTreeSet<String> = words.iter().filter(|word| word.starts_with(&part)).cloned().collect();
            prop_assert_eq!(named(lexicon.starting_with(&part).collect()), begin);
            let mut anywhere = Vec::new();
            lexicon.beginning_with(&part, |number| anywhere.push(number));
            prop_assert_eq!(anywhere, lexicon.starting_with(&part).collect::<Vec<_>>());
            let mut inside = Vec::new();
            lexicon.containing(&part, |number| inside.push(number));
            prop_assert!(inside.is_sorted());
            let count = inside.len();
            let has: BTreeSet<String> = words.iter().filter(|word| word.contains(&part)).cloned().collect();
            prop_assert_eq!(count, has.len());
            prop_assert_eq!(named(inside), has);
        }
    }
}
