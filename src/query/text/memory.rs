//! Answers about words that were asked before: a letter more narrows the last one, a letter less
//! goes back to one that is kept.

use std::collections::VecDeque;
use std::sync::Arc;

use super::fold::fold;
use super::term::{Matching, Met, Words, is_long};
use super::words::each_word;
use crate::query::bits::Bits;

/// How many words are kept: more than a visitor types and takes back in one go.
const KEPT: usize = 24;

/// What one visitor asked of one engine lately. It changes no answer, only its speed.
#[derive(Debug, Default)]
pub struct Memory {
    /// The latest last.
    words: VecDeque<Arc<Kept>>,
}

/// The answer about one word.
#[derive(Debug)]
struct Kept {
    word: String,
    matching: Matching,
    met: Vec<Met>,
    records: Bits,
    scores: Arc<[u16]>,
}

impl Kept {
    /// Whether its terms were met as they stand, and not by a slip only.
    fn is_exact(&self) -> bool {
        self.met.first().is_some_and(|met| met.kind != super::field::Kind::Slip)
    }
}

/// The records that have every word that was asked for.
#[derive(Debug, Clone, Default)]
pub(in crate::query) struct Found {
    pub(in crate::query) records: Bits,
    /// Each record's score, lower is better; without meaning for those that were not found.
    pub(in crate::query) scores: Arc<[u16]>,
}

/// A word of the question, folded, and whether slips in it had to be forgiven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::query) struct Sought {
    pub(in crate::query) word: String,
    pub(in crate::query) slipped: bool,
}

impl Memory {
    /// The records that have every word of `text`, and the words; `None` where there is no word.
    pub(in crate::query) fn search(
        &mut self,
        words: &Words,
        text: &str,
        matching: Matching,
    ) -> Option<(Found, Vec<Sought>)> {
        let mut sought = Vec::new();
        each_word(text, |_, word| {
            let word = fold(word);
            if !sought.contains(&word) {
                sought.push(word);
            }
        });
        let answers: Vec<Arc<Kept>> =
            sought.into_iter().map(|word| self.answer(words, word, matching)).collect();
        let (first, others) = answers.split_first()?;
        let (mut records, mut scores) = (first.records.clone(), Arc::clone(&first.scores));
        for other in others {
            records.intersect(&other.records);
            let both = scores.iter().zip(&*other.scores);
            scores = both.map(|(score, more)| score.saturating_add(*more)).collect();
        }
        let sought = answers
            .iter()
            .map(|kept| Sought {
                word: kept.word.clone(),
                slipped: !kept.met.is_empty() && !kept.is_exact(),
            })
            .collect();
        Some((Found { records, scores }, sought))
    }

    fn answer(&mut self, words: &Words, word: String, matching: Matching) -> Arc<Kept> {
        let known = |kept: &&Arc<Kept>| kept.word == word && kept.matching == matching;
        if let Some(kept) = self.words.iter().find(known) {
            return Arc::clone(kept);
        }
        // The longest beginning of the word that was asked for has the fewest terms.
        let before = self
            .words
            .iter()
            .filter(|kept| kept.matching == matching && kept.is_exact())
            .filter(|kept| is_long(&kept.word) && word.starts_with(&kept.word))
            .max_by_key(|kept| kept.word.len());
        let met = words.meet(&word, matching, before.map(|kept| kept.met.as_slice()));
        let (records, scores) = words.gather(&met);
        let kept = Arc::new(Kept { word, matching, met, records, scores: scores.into() });
        if self.words.len() == KEPT {
            self.words.pop_front();
        }
        self.words.push_back(Arc::clone(&kept));
        kept
    }
}
