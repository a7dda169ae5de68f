//! Slips of the finger: how far a typed word is from what stands there.

/// How many slips are forgiven in a word of so many letters.
pub(super) fn allowed(letters: usize) -> u32 {
    match letters {
        0..5 => 0,
        5..8 => 1,
        _ => 2,
    }
}

/// The letters that a word has, as one bit each: a quick look before the distance is worked out.
pub(super) fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, c| {
        letters
            | 1 << match c {
                'a'..='z' => c as u32 - 'a' as u32,
                'å' => 26,
                'ä' => 27,
                'ö' => 28,
                '0'..='9' => 29,
                _ => 30,
            }
    })
}

/// A word that may have been mistyped, made ready to be compared with many.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    allowed: u32,
    letters: u32,
    length: u32,
    /// For each letter, where it stands in the word: one bit each.
    positions: Vec<(char, u64)>,
}

impl Typed {
    /// `None` for a word that is too short to forgive anything, or too long to be a word.
    pub(super) fn new(word: &str) -> Option<Self> {
        let length = word.chars().count();
        let allowed = allowed(length);
        if allowed == 0 || length > 64 {
            return None;
        }
        let mut positions: Vec<(char, u64)> = Vec::new();
        for (at, c) in word.chars().enumerate() {
            match positions.iter_mut().find(|(known, _)| *known == c) {
                Some((_, places)) => *places |= 1 << at,
                None => positions.push((c, 1 << at)),
            }
        }
        let length = u32::try_from(length).unwrap_or(64);
        Some(Self { allowed, letters: letters(word), length, positions })
    }

    /// Whether a term with these letters can be near enough: each slip loses one letter at most.
    pub(super) fn may_meet(&self, letters: u32) -> bool {
        (self.letters & !letters).count_ones() <= self.allowed
    }

    /// Whether `term`, or a beginning of it, differs by no more slips than are forgiven. A slip is
    /// a letter too much, too little or wrong, or two neighbours that changed places.
    ///
    /// Optimal string alignment distance, bit-parallel after Hyyrö, "A Bit-Vector Algorithm for
    /// Computing Levenshtein and Damerau Edit Distances" (2003): one bit for each letter typed.
    pub(super) fn meets(&self, term: &str) -> bool {
        let last = 1_u64 << (self.length - 1);
        let (mut plus, mut minus) = (u64::MAX, 0_u64);
        let (mut diagonal, mut before) = (0_u64, 0_u64);
        let mut distance = self.length;
        for c in term.chars() {
            let here =
                self.positions.iter().find(|(known, _)| *known == c).map_or(0, |found| found.1);
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & plus).wrapping_add(plus) ^ plus) | here | minus | swapped;
            let up = minus | !(diagonal | plus);
            let down = diagonal & plus;
            distance += u32::from(up & last != 0);
            distance -= u32::from(down & last != 0);
            if distance <= self.allowed {
                return true;
            }
            let up = up << 1 | 1;
            plus = down << 1 | !(diagonal | up);
            minus = up & diagonal;
            before = here;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn meets(word: &str, term: &str) -> bool {
        Typed::new(word).is_some_and(|typed| typed.meets(term))
    }

    #[test]
    fn a_slip_is_forgiven_in_a_longer_word_only() {
        assert!(meets("norköping", "norrköping"));
        assert!(meets("nrorköping", "norrköping"), "swapped neighbours");
        assert!(!meets("kena", "kenya"));
        assert!(meets("kenja", "kenya"));
        assert!(meets("stelenb", "stellenbosch"), "while it is still being typed");
        assert!(!meets("kenja", "tanzania"));
    }

    /// The distance as its definition has it, to the nearest beginning of `term`.
    fn naive(word: &[char], term: &[char]) -> usize {
        let mut rows = vec![vec![0; term.len() + 1]; word.len() + 1];
        for i in 0..=word.len() {
            for j in 0..=term.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let wrong = usize::from(word[i - 1] != term[j - 1]);
                    let mut least = (rows[i - 1][j - 1] + wrong)
                        .min(rows[i - 1][j] + 1)
                        .min(rows[i][j - 1] + 1);
                    if i > 1 && j > 1 && word[i - 1] == term[j - 2] && word[i - 2] == term[j - 1] {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        rows[word.len()].iter().copied().min().unwrap_or(usize::MAX)
    }

    proptest! {
        #[test]
        fn bits_count_as_the_table_does(word in "[abå]{5,12}", term in "[abåc]{0,14}") {
            let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), term.chars().collect());
            let near = naive(&a, &b) <= allowed(a.len()) as usize;
            prop_assert_eq!(meets(&word, &term), near);
            if near {
                prop_assert!(Typed::new(&word).is_some_and(|typed| typed.may_meet(letters(&term))));
            }
        }
    }
}
