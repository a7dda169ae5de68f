//! Sentences of Swedish and English words, as frequent as words are: a few everywhere, and with
//! every record some that no record had before.

use partneratlas::catalogue::Localized;

use super::words::{FUNCTION_EN, FUNCTION_SV, HEADS, PLAIN_EN, PLAIN_SV, TAILS};
use crate::random::{Random, Zipf};

/// The words of both languages.
pub(super) struct Texts {
    function_sv: Zipf<&'static str>,
    function_en: Zipf<&'static str>,
    plain_sv: Zipf<&'static str>,
    plain_en: Zipf<&'static str>,
    heads: Zipf<&'static str>,
    tails: Zipf<(&'static str, &'static [&'static str])>,
}

impl Texts {
    pub(super) fn new() -> Self {
        // Which words are common is chance, too, and the same for every catalogue.
        let mut random = Random::new(1);
        let mut heads: Vec<_> = HEADS.split_whitespace().collect();
        let mut tails: Vec<_> = TAILS
            .into_iter()
            .flat_map(|(stems, endings)| stems.split_whitespace().map(move |stem| (stem, endings)))
            .collect();
        random.shuffle(&mut heads);
        random.shuffle(&mut tails);
        let words = |list: &'static str, shift| Zipf::new(list.split_whitespace().collect(), shift);
        Self {
            function_sv: words(FUNCTION_SV, 1),
            function_en: words(FUNCTION_EN, 1),
            plain_sv: words(PLAIN_SV, 8),
            plain_en: words(PLAIN_EN, 8),
            heads: Zipf::new(heads, 1),
            tails: Zipf::new(tails, 1),
        }
    }

    /// A title of three to five words, some with an acronym behind it.
    pub(super) fn title(&self, random: &mut Random, english: bool) -> Localized {
        let acronym = random.chance(120).then(|| acronym(random));
        let mut title = |word: fn(&Self, &mut Random, bool) -> String| {
            let count = random.between(3, 5);
            let mut text = capital(&join((0..count).map(|place| {
                let between = place == 1 && count > 3;
                word(self, random, between)
            })));
            if let Some(acronym) = &acronym {
                text.push_str(&format!(" ({acronym})"));
            }
            text
        };
        let sv = title(|texts, random, between| {
            if between { texts.function_sv.pick(random).to_string() } else { texts.content(random) }
        });
        let en = english.then(|| {
            title(|texts, random, between| {
                let words = if between { &texts.function_en } else { &texts.plain_en };
                words.pick(random).to_string()
            })
        });
        Localized { sv, en }
    }

    /// A summary of twenty to sixty words.
    pub(super) fn summary(&self, random: &mut Random, english: bool) -> Localized {
        let count = random.between(20, 60);
        let sv = sentences(random, count, |random| self.word(random));
        let en = english.then(|| {
            sentences(random, count, |random| {
                let words = if random.chance(400) { &self.function_en } else { &self.plain_en };
                words.pick(random).to_string()
            })
        });
        Localized { sv, en }
    }

    /// A few words.
    pub(super) fn phrase(&self, random: &mut Random, english: bool) -> Localized {
        let count = random.between(2, 4);
        let sv = capital(&join((0..count).map(|_| self.content(random))));
        let en = english
            .then(|| capital(&join((0..count).map(|_| self.plain_en.pick(random).to_string()))));
        Localized { sv, en }
    }

    /// Any Swedish word.
    fn word(&self, random: &mut Random) -> String {
        if random.chance(400) {
            self.function_sv.pick(random).to_string()
        } else {
            self.content(random)
        }
    }

    /// A Swedish word that carries meaning: one that is no compound, a compound, or one in three
    /// parts.
    pub(super) fn content(&self, random: &mut Random) -> String {
        let parts = random.weighted(&[(550, 0), (445, 1), (5, 2)]);
        if parts == 0 {
            return self.plain_sv.pick(random).to_string();
        }
        let mut word = self.heads.pick_some(random, parts).concat();
        let (stem, endings) = self.tails.pick(random);
        word.push_str(stem);
        // The bare form is the common one.
        let bare = random.chance(680);
        word.push_str(if bare {
            endings.first().copied().unwrap_or("")
        } else {
            random.pick::<&str>(endings)
        });
        word
    }
}

/// Four to six letters that can be said.
fn acronym(random: &mut Random) -> String {
    const ONSETS: &[u8] = b"BCDFGKLMNPRSTV";
    const VOWELS: &[u8] = b"AEIOU";
    (0..random.between(4, 6))
        .map(|place| char::from(*random.pick(if place % 2 == 0 { ONSETS } else { VOWELS })))
        .collect()
}

/// Words as sentences of eight to fourteen.
fn sentences(
    random: &mut Random,
    mut count: u64,
    mut word: impl FnMut(&mut Random) -> String,
) -> String {
    let mut text = String::new();
    while count > 0 {
        let length = random.between(8, 14).min(count);
        count -= length;
        let mut words: Vec<String> = (0..length).map(|_| word(random)).collect();
        words.dedup();
        let sentence = words.join(" ");
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&capital(&sentence));
        text.push('.');
    }
    text
}

fn join(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// The text with a capital letter first.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
