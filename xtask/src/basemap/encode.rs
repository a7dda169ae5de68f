//! The file format: one line a country, arcs as delta-encoded text.
//!
//! `seeds/basemap/README.md` describes it, `src/atlas/basemap.rs` reads it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

use super::select::Selected;
use super::topology::{Pair, Step, walk};

/// Metres per step of the grid.
const STEP: f64 = 2500.0;

/// In grid steps from the projection's centre: eastwards, southwards.
type Cell = (i64, i64);

pub(super) fn header() -> String {
    format!("basemap 2 {STEP}\n")
}

/// All countries as lines.
pub(super) fn countries(
    arcs: &[Vec<Pair>],
    selected: &[Selected],
) -> Result<String, Box<dyn Error>> {
    let grid: Vec<Vec<Cell>> = arcs.iter().map(|arc| snap(arc)).collect();
    let mut writer = Writer { grid: &grid, known: BTreeMap::new(), cursor: (0, 0) };
    let mut text = String::new();
    for country in selected {
        let rings: Vec<&[Step]> = country
            .rings
            .iter()
            .map(|ring| ring.steps.as_slice())
            .filter(|steps| has_area(&grid, steps))
            .collect();
        let line = if rings.is_empty() {
            let largest = country.rings.first().ok_or("a country without rings")?;
            writer.speck(&largest.steps)?
        } else {
            rings
                .into_iter()
                .map(|ring| writer.ring(ring))
                .collect::<Result<Vec<_>, _>>()?
                .join(";")
        };
        writeln!(text, "{} {line}", country.code.unwrap_or("-"))?;
    }
    Ok(text)
}

struct Writer<'a> {
    grid: &'a [Vec<Cell>],
    /// Arcs written so far: their number in the file and the direction they were written in.
    known: BTreeMap<usize, (usize, bool)>,
    cursor: Cell,
}

impl Writer<'_> {
    fn ring(&mut self, steps: &[Step]) -> Result<String, Box<dyn Error>> {
        let mut parts = Vec::new();
        for step in steps {
            match self.known.get(&step.arc) {
                Some((number, backwards)) if *backwards != step.backwards => {
                    parts.push(number.to_string());
                }
                // Neighbours run along their border in opposite directions.
                Some(_) => return Err(format!("arc {} runs twice the same way", step.arc).into()),
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
        // Its number is taken, but no neighbour will ask for it.
        self.known.insert(usize::MAX - self.known.len(), (self.known.len(), false));
        Ok(self.arc(&[(x - 1, y), (x, y + 1), (x + 1, y), (x, y - 1), (x - 1, y)]))
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

fn snap(arc: &[Pair]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = arc.iter().map(|(x, y)| (cell(*x), cell(*y))).collect();
    cells.dedup();
    cells
}

#[expect(clippy::cast_possible_truncation, reason = "the sheet is small")]
fn cell(kilometres: f64) -> i64 {
    (kilometres * 1000.0 / STEP).round() as i64
}

/// Whether rounding has left something of the ring.
fn has_area(grid: &[Vec<Cell>], steps: &[Step]) -> bool {
    let ring = super::topology::trace(grid, steps);
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
