//! The words of a text, by Unicode's rules (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

/// Calls `note` with each word of a text and the byte at which it begins.
pub(super) fn each_word<'a>(text: &'a str, mut note: impl FnMut(usize, &'a str)) {
    let mut start = 0;
    // A space always ends a word, and nearly all that stands between two spaces is one plain word.
    for chunk in text.split(' ') {
        let trimmed = chunk.trim_start_matches(is_edge);
        let begin = start + chunk.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches(is_edge);
        if !is_plain(trimmed) {
            chunk.unicode_word_indices().for_each(|(at, word)| note(start + at, word));
        } else if !trimmed.is_empty() {
            note(begin, trimmed);
        }
        start += chunk.len() + 1;
    }
}

/// Signs that belong to no word that they begin or end.
fn is_edge(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '\'' | '/' | '-' | '–' | '”')
}

/// Letters of Latin-1 and digits only, between which no word ever ends (rules WB5 and WB8 to WB10).
fn is_plain(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<(usize, &str)> {
        let mut words = Vec::new();
        each_word(text, |at, word| words.push((at, word)));
        words
    }

    #[test]
    fn a_genitive_keeps_its_colon_and_a_span_of_years_is_two_words() {
        let text = "EU:s stöd, 2014–2020 (Erasmus+)";
        let found: Vec<&str> = words(text).into_iter().map(|(_, word)| word).collect();
        assert_eq!(found, ["EU:s", "stöd", "2014", "2020", "Erasmus"]);
    }

    proptest! {
        #[test]
        fn the_short_way_gives_what_unicode_gives(
            // A combining mark without a letter before it would belong to the space or the sign.
            text in "([a-zåäöÅÉ0-9]\u{301}?|[ .,:'/()_–-]|[\\p{L}\\p{N}\\p{P}\\p{S}]){0,24}"
        ) {
            prop_assert_eq!(words(&text), text.unicode_word_indices().collect::<Vec<_>>());
        }
    }
}
