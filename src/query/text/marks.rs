//! Where the words asked for stand in a text that is shown.

use std::ops::Range;

use super::field::Kind;
use super::fold::{fold_into, plain};
use super::memory::Sought;
use super::slip::Typed;
use super::term::meet;
use super::words::each_word;

/// The words asked for, as a view marks them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    words: Vec<Sought>,
}

impl Wanted {
    pub(in crate::query) fn new(words: Vec<Sought>) -> Self {
        Self { words }
    }

    /// The parts of `text`, as byte ranges in rising order, that the words meet.
    #[must_use]
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        if self.words.is_empty() {
            return ranges;
        }
        let mut folded = String::new();
        each_word(text, |at, word| {
            folded.clear();
            fold_into(&mut folded, word);
            let parts = self.words.iter().filter_map(|sought| met_part(word, &folded, sought));
            let longest = parts.max_by_key(ExactSizeIterator::len);
            ranges.extend(longest.map(|part| at + part.start..at + part.end));
        });
        ranges
    }
}

/// The part of a text's word that a word of the question meets, in bytes of the text's word.
fn met_part(word: &str, folded: &str, sought: &Sought) -> Option<Range<usize>> {
    let wanted = sought.word.as_str();
    let from = match meet(wanted, folded) {
        Some(Kind::Inside) => chars_before(folded, wanted),
        Some(Kind::Plain) => chars_before(&plain(folded), wanted),
        Some(_) => 0,
        None if sought.slipped => {
            return Typed::new(wanted)?.meets(folded).then_some(0..word.len());
        }
        None => return None,
    };
    // Where folding changed the number of characters, the whole word is marked.
    if folded.chars().count() != word.chars().count() {
        return Some(0..word.len());
    }
    let byte = |position: usize| word.char_indices().nth(position).map_or(word.len(), |(at, _)| at);
    Some(byte(from)..byte(from + wanted.chars().count()))
}

fn chars_before(text: &str, part: &str) -> usize {
    text.find(part).and_then(|at| text.get(..at)).map_or(0, |before| before.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::text::fold::fold;

    fn wanted(query: &str, slipped: bool) -> Wanted {
        let mut words = Vec::new();
        each_word(query, |_, word| words.push(Sought { word: fold(word), slipped }));
        Wanted::new(words)
    }

    fn marked<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        wanted(query, false).ranges(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn the_tail_of_a_compound_is_marked() {
        assert_eq!(marked("Bättre avfallshantering i Kenya", "hantering"), ["hantering"]);
    }

    #[test]
    fn a_word_that_was_met_as_it_stands_marks_no_slips() {
        let ranges = |slipped| wanted("kenja", slipped).ranges("Från Kenya");
        assert_eq!(ranges(true).first(), Some(&(6..11)));
        assert!(ranges(false).is_empty());
    }

    #[test]
    fn marks_stand_on_character_borders_of_any_text() {
        for text in ["Cēsis", "Ce\u{304}sis", "Straße", "x Åre", "İzmir"] {
            for query in ["ces", "strasse", "åre", "izmir", "s"] {
                for range in wanted(query, true).ranges(text) {
                    assert!(text.get(range.clone()).is_some(), "{text:?} {query:?} {range:?}");
                }
            }
        }
    }
}
