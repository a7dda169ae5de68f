//! The file format: one line a country, arcs as delta-encoded text.
//!
//! `seeds/basemap/README.md` describes it, `src/atlas/decode.rs` reads it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

use super::level::Level;
use super::select::Selected;
use super::topology::{Pair, Step, trace, walk};

/// In grid steps from the projection's centre: eastwards, southwards.
type Cell = (i64, i64);

/// A line on the grid.
type Cells = Vec<Cell>;

/// The whole file. `arcs` are those of the countries' rings, `lakes` closed lines.
pub(super) fn encode(
    level: &Level,
    origin: &str,
    arcs: &[Vec<Pair>],
    selected: &[Selected],
    lakes: &[Vec<Pair>],
) -> Result<String, Box<dyn Error>> {
    let snap = |lines: &[Vec<Pair>]| -> Vec<Cells> {
        lines.iter().map(|line| snap(line, level.step)).collect()
    };
    let grid = snap(arcs);
    let mut writer = Writer { grid: &grid, known: BTreeMap::new(), cursor: (0, 0) };
    let mut text = format!("basemap 2 {}\n{origin}", level.step);
    for country in selected {
        writeln!(text, "{} {}", country.code.unwrap_or("-"), writer.country(country)?)?;
    }
    let lakes: Vec<String> =
        snap(lakes).iter().filter(|shore| has_area(shore)).map(|shore| writer.arc(shore)).collect();
    if !lakes.is_empty() {
        writeln!(text, "~ {}", lakes.join(";"))?;
    }
    Ok(text)
}

struct Writer<'a> {
    grid: &'a [Cells],
    /// Arcs written so far: their number in the file and the direction they were written in.
    known: BTreeMap<usize, (usize, bool)>,
    cursor: Cell,
}

impl Writer<'_> {
    fn country(&mut self, country: &Selected) -> Result<String, Box<dyn Error>> {
        let mut rings = Vec::new();
        for ring in &country.rings {
            if has_area(&trace(self.grid, &ring.steps)) {
                rings.push(self.ring(&ring.steps)?);
            }
        }
        if rings.is_empty() {
            let largest = country.rings.first().ok_or("a country without rings")?;
            return self.speck(&largest.steps);
        }
        Ok(rings.join(";"))
    }

    fn ring(&mut self, steps: &[Step]) -> Result<String, Box<dyn Error>> {
        let mut parts = Vec::new();
        for step in steps {
            match self.known.get(&step.arc) {
                Some((number, backwards)) if *backwards != step.backwards => {
                    parts.push(number.to_string());
                }
                // Neighbours run along their border in opposite directions, but for slips of some
                // metres, which are drawn twice.
                Some(_) => {
                    self.skip_number();
                    let points = walk(self.grid, *step);
                    parts.push(self.arc(&points));
                }
                None => {
                    self.known.insert(step.arc, (self.known.len(), step.backwards));
                    let points = walk(self.grid, *step);
                    parts.push(self.arc(&points));
                }
            }
        }
        Ok(parts.join(","))
    }

    /// A country smaller than the grid, as the smallest ring that is still seen.
    fn speck(&mut self, steps: &[Step]) -> Result<String, Box<dyn Error>> {
        let first = steps.first().and_then(|step| self.grid.get(step.arc)?.first());
        let (x, y) = *first.ok_or("a country without points")?;
        self.skip_number();
        Ok(self.arc(&[(x - 1, y), (x, y + 1), (x + 1, y), (x, y - 1), (x - 1, y)]))
    }

    /// Takes the number of an arc that no neighbour will ask for.
    fn skip_number(&mut self) {
        self.known.insert(usize::MAX - self.known.len(), (self.known.len(), false));
    }

    fn arc(&mut self, points: &[Cell]) -> String {
        let mut text = String::new();
        for &(x, y) in points {
            push_number(&mut text, x - self.cursor.0);
            push_number(&mut text, y - self.cursor.1);
            self.cursor = (x, y);
        }
        text
    }
}

/// Google's "encoded polyline" digits: zigzag, five bits a character from `?` on, the lowest first.
/// <https://developers.google.com/maps/documentation/utilities/polylinealgorithm>
fn push_number(text: &mut String, value: i64) {
    let mut rest = (value << 1) ^ (value >> 63);
    loop {
        let more = rest >= 0x20;
        let digit = (rest & 0x1f) | if more { 0x20 } else { 0 };
        text.push(u8::try_from(digit + 63).map_or('?', char::from));
        rest >>= 5;
        if !more {
            break;
        }
    }
}

fn snap(line: &[Pair], step: u16) -> Cells {
    let mut cells: Cells = line.iter().map(|(x, y)| (cell(*x, step), cell(*y, step))).collect();
    cells.dedup();
    cells
}

#[expect(clippy::cast_possible_truncation, reason = "the sheet is small")]
fn cell(kilometres: f64, step: u16) -> i64 {
    (kilometres * 1000.0 / f64::from(step)).round() as i64
}

/// Whether rounding has left something of the closed line.
fn has_area(ring: &[Cell]) -> bool {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<i64>() != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_google_documents() {
        let mut text = String::new();
        push_number(&mut text, -17_998_321);
        assert_eq!(text, "`~oia@");
    }
}
