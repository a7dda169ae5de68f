//! Making words comparable: case, accents, and what makes Swedish Swedish.
//!
//! å, ä and ö are letters of their own, so that "Åre" is not "Are"; every other accent is a variant
//! of its letter ("Cēsis" is found by "Cesis"). [`plain`] goes one step further, for those who
//! cannot type å, ä and ö.

/// Lower case, without accents other than those of å, ä and ö. Takes composed (NFC) and decomposed
/// (NFD) text alike, and reads æ and ø as ä and ö, as Swedish does.
#[must_use]
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
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

/// A letter of Latin-1 Supplement or Latin Extended-A without its accent; å, ä and ö stay.
fn base(c: char) -> char {
    match c {
        'à'..='ã' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='õ' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
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
    fn folding_twice_is_folding_once() {
        for text in ["Jönköping", "Ærø", "Straße", "Łódź", "İstanbul"] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }
}
