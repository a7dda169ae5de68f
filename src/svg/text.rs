//! Words in a picture: their sizes, and how they break.

/// A size of text: its class, and its height in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Size(pub &'static str, pub f64);

impl Size {
    /// The title of a picture.
    pub const TITLE: Self = Self("title", 22.0);
    /// A heading in it.
    pub const HEADING: Self = Self("heading", 15.0);
    /// Sentences.
    pub const PROSE: Self = Self("prose", 14.0);
    /// What is said in passing.
    pub const SMALL: Self = Self("small", 12.0);

    /// How wide a text of that size is whose width in 13 pixels is known; a little more, for bold letters.
    #[must_use]
    pub fn width(self, width: f64) -> f64 {
        width * self.1 / 13.0 * 1.06
    }

    /// The height of a line.
    #[must_use]
    pub fn line(self) -> f64 {
        self.1 * 1.4
    }
}

/// As much of a text as `room` has place for, with an ellipsis where something is left out.
/// `measure` tells how wide a text is.
#[must_use]
pub fn fitted(text: &str, room: f64, measure: &dyn Fn(&str) -> f64) -> String {
    if measure(text) <= room {
        return text.to_owned();
    }
    let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let with_dots = |cut: usize| format!("{}…", text.get(..cut).unwrap_or_default().trim_end());
    // The longest beginning that fits: what fits cut short fits shorter too.
    let fitting = cuts.partition_point(|cut| measure(&with_dots(*cut)) <= room);
    match fitting.checked_sub(1).and_then(|last| cuts.get(last)) {
        Some(&cut) if cut > 0 => with_dots(cut),
        _ => String::new(),
    }
}

/// A text in lines that are no wider than `room`; a word that is wider is cut.
#[must_use]
pub fn wrapped(text: &str, room: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match (lines.last_mut(), longer.filter(|line| measure(line) <= room)) {
            (Some(line), Some(longer)) => *line = longer,
            _ => lines.push(fitted(word, room, measure)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        let measure = |text: &str| 10.0 * text.chars().count() as f64;
        assert_eq!(fitted("Åre och Mora", 120.0, &measure), "Åre och Mora");
        assert_eq!(fitted("Åre och Mora", 90.0, &measure), "Åre och…");
        assert_eq!(fitted("Åre och Mora", 20.0, &measure), "Å…");
        assert_eq!(fitted("Åre och Mora", 5.0, &measure), "");
    }

    #[test]
    fn lines_break_between_words() {
        let measure = |text: &str| 10.0 * text.chars().count() as f64;
        let lines = wrapped("Åre och  Mora samt Oxelösund", 80.0, &measure);
        assert_eq!(lines, ["Åre och", "Mora", "samt", "Oxelösu…"]);
    }
}
