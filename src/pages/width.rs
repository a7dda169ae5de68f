//! How wide a text is where no browser can be asked.

/// Widths of the letters from space to tilde in thousandths of their size, as in the metrics that Adobe
/// published for Helvetica, which Arial shares.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// A letter with an accent is as wide as the letter; the widest of those that are common.
const CAPITAL: u16 = 778;
const SMALL: u16 = 556;

/// About how wide a text is in Arial of so many pixels. A phone's own letters may be a little wider or
/// narrower; names on a map have some air around them.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let letter = |letter: char| {
        let position = (letter as usize).checked_sub(usize::from(b' '));
        let known = position.and_then(|position| WIDTHS.get(position).copied());
        known.unwrap_or(if letter.is_uppercase() { CAPITAL } else { SMALL })
    };
    text.chars().map(|c| f64::from(letter(c))).sum::<f64>() * size / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_letters_are_narrow() {
        assert!(width("illi", 13.0) < width("oooo", 13.0));
        assert!(width("Å", 13.0) > width("å", 13.0));
        assert!((width("Norrköping", 10.0) - 48.9).abs() < 0.01);
    }
}
