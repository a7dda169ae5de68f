//! The one colour that an editor chooses.

use std::fmt;

/// The lighter ground against which a colour is judged, as red, green and blue.
pub const LIGHT_GROUND: Accent = Accent([0xFF, 0xFF, 0xFF]);

/// The darker one, that of `style/tokens.css`.
pub const DARK_GROUND: Accent = Accent([0x11, 0x18, 0x1B]);

/// An opaque colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Accent([u8; 3]);

impl Accent {
    /// Reads `#00566b`, `00566B` or `#056`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let values: Option<Vec<u8>> = digits
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok()))
            .collect();
        match *values?.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [a, b, c, d, e, f] => Some(Self([a * 16 + b, c * 16 + d, e * 16 + f])),
            _ => None,
        }
    }

    /// How well it is told from another colour, in tenths: 45 for 4,5:1 (WCAG 2.2, "contrast ratio").
    #[must_use]
    pub fn contrast(self, other: Self) -> u32 {
        let (one, two) = (self.luminance(), other.luminance());
        let ratio = (one.max(two) + 0.05) / (one.min(two) + 0.05);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 1 and 21; rounded down, lest 4,49 pass for 4,5"
        )]
        let tenths = (ratio * 10.0 + 1e-9) as u32;
        tenths
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let weights = [0.2126, 0.7152, 0.0722];
        let channels = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        channels.iter().zip(weights).map(|(channel, weight)| channel * weight).sum()
    }
}

/// As CSS and addresses want it: `#00566b`.
impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_and_written_in_one_way() {
        let read = |text| Accent::parse(text).map(|accent| accent.to_string());
        assert_eq!(read("#00566B").as_deref(), Some("#00566b"));
        assert_eq!(read(" 056 ").as_deref(), Some("#005566"));
        for wrong in ["", "#", "blå", "#0056", "#00566b00", "red;}", "#+0566b"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let black = Accent([0; 3]);
        assert_eq!(LIGHT_GROUND.contrast(black), 210);
        assert_eq!(black.contrast(LIGHT_GROUND), 210);
        assert_eq!(black.contrast(black), 10);
        // The classic grey that just fails, and the one that just passes.
        assert_eq!(Accent([0x77; 3]).contrast(LIGHT_GROUND), 44);
        assert_eq!(Accent([0x76; 3]).contrast(LIGHT_GROUND), 45);
    }
}
