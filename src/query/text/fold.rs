//! Making words comparable: case, accents, and what makes Swedish Swedish.
//!
//! å, ä and ö are letters of their own, so that "Åre" is not "Are"; every other accent is a variant
//! of its letter ("Cēsis" is found by "Cesis"). [`plain`] goes one step further, for those who
//! cannot type å, ä and ö.

/// Lower case, without accents other than those of å, ä and ö. Takes composed (NFC) and decomposed
/// (NFD) text alike, and reads æ and ø as ä and ö, as Swedish does.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// The letter or digit that a text begins with, [`fold`]ed, as a capital; a dash where it has none.
#[must_use]
pub(crate) fn initial(text: &str) -> char {
    let first = fold(text).chars().find(|c| c.is_alphanumeric()).unwrap_or('–');
    capital(first)
}

/// The capital of a Latin, Greek or Cyrillic letter; any other stays. All of Unicode's would take 4 kB of
/// the Wasm.
fn capital(letter: char) -> char {
    match letter {
        'å' | 'ä' | 'ö' | 'α'..='ω' | 'а'..='я' => {
            // In each of these alphabets the capitals stand 32 places before.
            char::from_u32(u32::from(letter) - 32).unwrap_or(letter)
        }
        letter => letter.to_ascii_uppercase(),
    }
}

/// Appends the [`fold`] of a text.
pub(super) fn fold_into(folded: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | 'å' | 'ä' | 'ö' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            c => c.to_lowercase().for_each(|c| fold_letter(folded, c)),
        }
    }
}

fn fold_letter(folded: &mut String, c: char) {
    match c {
        '\u{30A}' => compose(folded, 'a', 'å'),
        '\u{308}' => {
            compose(folded, 'a', 'ä');
            compose(folded, 'o', 'ö');
        }
        // Other combining marks (block "Combining Diacritical Marks").
        '\u{300}'..='\u{36F}' => {}
        'æ' => folded.push('ä'),
        'ø' => folded.push('ö'),
        'ß' => folded.push_str("ss"),
        c => folded.push(base(c)),
    }
}

/// Turns a letter just written into the one that a combining mark makes of it.
fn compose(folded: &mut String, bare: char, composed: char) {
    if folded.ends_with(bare) {
        folded.pop();
        folded.push(composed);
    }
}

/// A small letter of the Latin script, of modern Greek or of Cyrillic without its accent; å, ä and
/// ö stay. What a mark of its own would leave of a letter, this leaves of the letter with the mark.
fn base(c: char) -> char {
    match c {
        'à'..='ã' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ǡ' | 'ȁ' | 'ȃ' | 'ȧ' | 'ḁ' | 'ạ'..='ặ' => {
            'a'
        }
        'ǻ' => 'å',
        'ǟ' | 'ǣ' | 'ǽ' => 'ä',
        'ḃ' | 'ḅ' | 'ḇ' => 'b',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'ḉ' => 'c',
        'ď' | 'đ' | 'ð' | 'ḋ'..='ḓ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ȅ' | 'ȇ' | 'ȩ' | 'ḕ'..='ḝ' | 'ẹ'..='ệ' => {
            'e'
        }
        'ḟ' => 'f',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ǵ' | 'ḡ' => 'g',
        'ĥ' | 'ħ' | 'ȟ' | 'ḣ'..='ḫ' | 'ẖ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ȉ' | 'ȋ' | 'ḭ' | 'ḯ' | 'ỉ' | 'ị' => {
            'i'
        }
        'ĵ' | 'ǰ' => 'j',
        'ķ' | 'ǩ' | 'ḱ'..='ḵ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' | 'ḷ'..='ḽ' => 'l',
        'ḿ'..='ṃ' => 'm',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ǹ' | 'ṅ'..='ṋ' => 'n',
        'ṏ' | 'ȫ' | 'ǿ' => 'ö',
        'ò'..='õ' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ǫ' | 'ǭ' | 'ȍ' | 'ȏ' => 'o',
        'ȭ' | 'ȯ' | 'ȱ' | 'ṍ'..='ṓ' | 'ọ'..='ợ' => 'o',
        'ṕ' | 'ṗ' => 'p',
        'ŕ' | 'ŗ' | 'ř' | 'ȑ' | 'ȓ' | 'ṙ'..='ṟ' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṡ'..='ṩ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṫ'..='ṱ' | 'ẗ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => {
            'u'
        }
        'ȕ' | 'ȗ' | 'ṳ'..='ṻ' | 'ụ'..='ự' => 'u',
        'ṽ' | 'ṿ' => 'v',
        'ŵ' | 'ẁ'..='ẉ' | 'ẘ' => 'w',
        'ẋ' | 'ẍ' => 'x',
        'ý' | 'ÿ' | 'ŷ' | 'ȳ' | 'ẏ' | 'ẙ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẑ'..='ẕ' => 'z',
        'ẛ' => 'ſ',
        'ǯ' => 'ʒ',
        c => greek_or_cyrillic(c),
    }
}

fn greek_or_cyrillic(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ӑ' | 'ӓ' => 'а',
        'ѓ' => 'г',
        'ѐ' | 'ё' | 'ӗ' => 'е',
        'ӂ' | 'ӝ' => 'ж',
        'ӟ' => 'з',
        'ѝ' | 'й' | 'ӣ' | 'ӥ' => 'и',
        'ї' => 'і',
        'ќ' => 'к',
        'ӧ' => 'о',
        'ў' | 'ӯ' | 'ӱ' | 'ӳ' => 'у',
        'ӵ' => 'ч',
        'ӹ' => 'ы',
        'ӭ' => 'э',
        'ѷ' => 'ѵ',
        'ӛ' => 'ә',
        'ӫ' => 'ө',
        c => c,
    }
}

/// A folded text with å, ä and ö written as a and o.
#[must_use]
pub(super) fn plain(folded: &str) -> String {
    folded
        .chars()
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use icu_normalizer::DecomposingNormalizerBorrowed;

    use super::*;

    #[test]
    fn swedish_letters_stay_and_other_accents_go() {
        assert_eq!(fold("Åre"), "åre");
        assert_ne!(fold("Åre"), fold("Are"));
        assert_eq!(fold("Cēsis"), "cesis");
        assert_eq!(fold("A CORUÑA"), "a coruna");
        assert_eq!(fold("Bodø"), "bodö");
    }

    #[test]
    fn composed_and_decomposed_text_is_one() {
        assert_eq!(fold("Jo\u{308}nko\u{308}ping"), fold("Jönköping"));
        assert_eq!(fold("A\u{30A}re"), fold("Åre"));
        assert_eq!(fold("Ce\u{304}sis"), fold("Cēsis"));
    }

    #[test]
    fn every_letter_of_latin_modern_greek_and_cyrillic_is_one_with_its_parts() {
        let decomposer = DecomposingNormalizerBorrowed::new_nfd();
        let blocks = ['À'..='ɏ', 'Ά'..='ώ', 'Ѐ'..='ԯ', 'Ḁ'..='ỿ'];
        let letters = blocks.into_iter().flatten().filter(|c| c.is_alphabetic());
        for letter in letters.map(String::from) {
            let parts = decomposer.normalize(&letter);
            assert_eq!(fold(&letter), fold(&parts), "{letter}");
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in ["Jönköping", "Ærø", "Straße", "Łódź", "İstanbul"] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }
}
