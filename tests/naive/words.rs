//! The words of a text, and how a word of the question fits them.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use unicode_segmentation::UnicodeSegmentation;

/// How a word of the question fits a word of a record, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Whole,
    Prefix,
    Inside,
    Plain,
    Slip,
}

/// How a word fits another, slips left out.
pub(crate) fn fit(word: &str, term: &str) -> Option<Kind> {
    // One or two letters stand inside half of all words.
    let stands_inside = |term: &str| word.chars().count() >= 3 && term.contains(word);
    let plain: String = term
        .chars()
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            c => c,
        })
        .collect();
    if term == word {
        Some(Kind::Whole)
    } else if term.starts_with(word) {
        Some(Kind::Prefix)
    } else if stands_inside(term) {
        Some(Kind::Inside)
    } else if plain.starts_with(word) || stands_inside(&plain) {
        Some(Kind::Plain)
    } else {
        None
    }
}

/// Whether a word is a term, or its beginning, mistyped: one slip from five letters on, two from eight.
pub(crate) fn is_slip(word: &str, term: &str) -> bool {
    let (word, term): (Vec<char>, Vec<char>) = (word.chars().collect(), term.chars().collect());
    let allowed = match word.len() {
        0..5 => return false,
        5..8 => 1,
        _ => 2,
    };
    distances(&word, &term).into_iter().any(|slips| slips <= allowed)
}

/// How many letters are too much, too little or wrong, or changed places with their neighbour,
/// compared with each beginning of `b`, the empty one first.
fn distances(a: &[char], b: &[char]) -> Vec<usize> {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                rows[i][j] = i + j;
                continue;
            }
            let wrong = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            rows[i][j] = wrong.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                rows[i][j] = rows[i][j].min(rows[i - 2][j - 2] + 1);
            }
        }
    }
    rows.pop().unwrap_or_default()
}

/// The words of a text, made comparable.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(fold).collect()
}

/// A word in lower case; of the marks on letters, only the ring of å and the dots of ä and ö stay.
fn fold(word: &str) -> String {
    let lower: String = word.chars().flat_map(char::to_lowercase).collect();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower).into_owned();
    let mut folded = String::new();
    for c in decomposed.chars() {
        let letter = match (c, folded.chars().last()) {
            ('\u{30A}', Some('a')) => 'å',
            ('\u{308}', Some('a')) => 'ä',
            ('\u{308}', Some('o')) => 'ö',
            ('\u{300}'..='\u{36F}', _) => continue,
            _ => {
                folded.push_str(&alone(c));
                continue;
            }
        };
        folded.pop();
        folded.push(letter);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&folded).into_owned()
}

/// A letter that Unicode does not take apart, as Swedish reads it.
fn alone(c: char) -> String {
    match c {
        'æ' => "ä".into(),
        'ø' => "ö".into(),
        'ß' => "ss".into(),
        'đ' | 'ð' => "d".into(),
        'ħ' => "h".into(),
        'ı' => "i".into(),
        'ł' | 'ŀ' => "l".into(),
        'ŧ' => "t".into(),
        c => c.into(),
    }
}
