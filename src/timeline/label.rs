//! Where the name of a bar stands, so that it never meets the bar's edge or the chart's.

use super::bar::Bar;
use super::term::Ends;

/// The side of a bar on which its name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On the bar.
    Inside,
    /// To the right of it.
    After,
    /// To the left of it.
    Before,
}

/// Where a name stands, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// The side.
    pub side: Side,
    /// Its left edge.
    pub x: f64,
    /// Its width: that of the name, or of what there is room for.
    pub width: f64,
}

/// Air between an edge and the name.
const AIR: f64 = 6.0;

impl Label {
    /// Finds room for a name that is `wanted` pixels wide, on a chart of `width` pixels: on the bar if
    /// it fits on what is certain of it and seen, else beside it, where there is most room.
    #[must_use]
    pub fn of(bar: Bar, wanted: f64, width: f64) -> Self {
        let seen = |x: f64| x.max(0.0).min(width);
        let (left, right) = if bar.ends == Ends::Event { (0.0, 0.0) } else { bar.solid() };
        let (left, right) = (seen(left) + AIR, seen(right) - AIR);
        let (x0, x1) = bar.drawn();
        let (x0, x1) = (seen(x0) - AIR, seen(x1) + AIR);
        let sides = [(Side::Inside, right - left), (Side::After, width - x1), (Side::Before, x0)];
        let widest = sides.into_iter().reduce(|best, one| if one.1 > best.1 { one } else { best });
        let fitting = sides.into_iter().find(|(_, room)| *room >= wanted);
        let (side, room) = fitting.or(widest).unwrap_or((Side::After, 0.0));
        let width = wanted.min(room.max(0.0));
        let x = match side {
            Side::Inside => left,
            Side::After => x1,
            Side::Before => x0 - width,
        };
        Self { side, x, width }
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
