//! Reading the base map's file, whose format `seeds/basemap/README.md` describes.
//!
//! Any text gives a base map or an error: nothing is assumed, nothing panics.

use std::fmt;

use super::basemap::{Basemap, Country, Line, Ring};
use super::polyline;
use crate::catalogue::Point;

/// Why a text is no base map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BasemapError {
    /// The first line is not `basemap 1 <steps per degree>`.
    Header,
    /// A line does not begin with a country code or `-`, and a space.
    Code {
        /// Counted from 1.
        line: usize,
    },
    /// An arc is neither well-formed nor the number of an earlier arc, or leaves the globe.
    Arc {
        /// Counted from 1.
        line: usize,
    },
}

impl fmt::Display for BasemapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => f.write_str("line 1: expected `basemap 1 <steps per degree>`"),
            Self::Code { line } => write!(f, "line {line}: expected a country code or `-`"),
            Self::Arc { line } => write!(f, "line {line}: an arc cannot be read"),
        }
    }
}

impl std::error::Error for BasemapError {}

impl Basemap {
    /// Reads the text of a base map.
    pub fn parse(text: &str) -> Result<Self, BasemapError> {
        let mut lines = (1..).zip(text.lines());
        let grid = lines.next().and_then(|(_, line)| grid(line)).ok_or(BasemapError::Header)?;
        let mut reader = Reader { grid, ..Reader::default() };
        let mut countries = Vec::new();
        for (line, text) in lines.filter(|(_, text)| !text.starts_with('#')) {
            let (code, rings) = text.split_once(' ').ok_or(BasemapError::Code { line })?;
            let code = match code {
                "-" => None,
                code => Some(code.parse().map_err(|_| BasemapError::Code { line })?),
            };
            let rings = rings.split(';').map(|ring| reader.ring(ring)).collect::<Option<_>>();
            countries.push(Country { code, rings: rings.ok_or(BasemapError::Arc { line })? });
        }
        Ok(Self { countries, borders: reader.borders })
    }
}

/// `basemap 1 50`: format, version, steps per degree.
fn grid(line: &str) -> Option<f64> {
    let steps: u16 = line.strip_prefix("basemap 1 ")?.trim().parse().ok()?;
    (steps > 0).then(|| f64::from(steps))
}

#[derive(Default)]
struct Reader {
    /// Steps per degree.
    grid: f64,
    arcs: Vec<Line>,
    /// Arcs that came up a second time.
    borders: Vec<Line>,
    /// The last point read: deltas go on across arcs and lines.
    cursor: (i32, i32),
}

impl Reader {
    fn ring(&mut self, text: &str) -> Option<Ring> {
        let mut ring = Vec::new();
        for part in text.split(',') {
            if part.starts_with(|c: char| c.is_ascii_digit()) {
                // A neighbour has drawn this border already, and drawn it the other way.
                let number: usize = part.parse().ok()?;
                let border = self.arcs.get(number)?;
                ring.extend(border.iter().rev());
                self.borders.push(border.clone());
            } else {
                let arc = self.arc(part.as_bytes())?;
                ring.extend(&arc);
                self.arcs.push(arc);
            }
            // The end of each arc is the beginning of the next, and of the last, of the first.
            ring.pop();
        }
        Some(ring)
    }

    fn arc(&mut self, mut text: &[u8]) -> Option<Line> {
        let mut arc = Vec::new();
        while !text.is_empty() {
            let (east, rest) = polyline::number(text)?;
            let (north, rest) = polyline::number(rest)?;
            text = rest;
            self.cursor = (self.cursor.0.checked_add(east)?, self.cursor.1.checked_add(north)?);
            let degrees = [self.cursor.0, self.cursor.1].map(|steps| f64::from(steps) / self.grid);
            arc.push(Point::try_from(degrees).ok()?);
        }
        Some(arc)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares of one degree side by side, AA in the west, on a grid of whole degrees.
    const PAIR: &str = "basemap 1 1\n# note\nAA A??A,??@??@A?\nAB 0,??A??A@?\n";

    fn point(lon: f64, lat: f64) -> Point {
        Point { lon, lat }
    }

    #[test]
    fn neighbours_share_their_border() {
        let map = Basemap::parse(PAIR).unwrap();
        let [west, east] = map.countries.as_slice() else { panic!("{map:?}") };
        assert_eq!(
            east.rings,
            [vec![point(1.0, 1.0), point(1.0, 0.0), point(2.0, 0.0), point(2.0, 1.0)]]
        );
        assert!(west.contains(point(0.5, 0.5)) && !west.contains(point(1.5, 0.5)));
        assert!(east.contains(point(1.5, 0.5)) && !east.contains(point(0.5, 0.5)));
        assert!(!west.contains(point(0.5, 1.5)) && !west.contains(point(0.5, -0.5)));
        assert_eq!(map.borders, [vec![point(1.0, 0.0), point(1.0, 1.0)]]);
        assert_eq!(map.country(&"AB".parse().unwrap()), Some(east));
    }

    #[test]
    fn a_text_that_is_no_map_says_where() {
        use BasemapError::{Arc, Code, Header};
        assert_eq!(Basemap::parse(""), Err(Header));
        assert_eq!(Basemap::parse("basemap 2 50"), Err(Header));
        assert_eq!(Basemap::parse("basemap 1 0"), Err(Header));
        assert_eq!(Basemap::parse("basemap 1 50\nSE"), Err(Code { line: 2 }));
        assert_eq!(Basemap::parse("basemap 1 50\nSwe ??"), Err(Code { line: 2 }));
        for arc in ["0", "_", "?", "??,1", "??;é", "~~~~~~~~", "~~~~~D~~~~~D"] {
            let text = format!("basemap 1 50\n#\nSE {arc}");
            assert_eq!(Basemap::parse(&text), Err(Arc { line: 3 }), "{arc}");
        }
    }
}
