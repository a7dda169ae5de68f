//! Reading the base map's file, whose format `seeds/basemap/README.md` describes.
//!
//! Any text gives a base map or an error: nothing is assumed, nothing panics.

use std::fmt;

use super::basemap::{Basemap, Country, Line, Ring};
use super::plane::Plane;
use super::polyline;
use super::projection::EqualArea;

/// Why a text is no base map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BasemapError {
    /// The first line is not `basemap 2 <metres per step>`.
    Header,
    /// A line does not begin with a country code, `-` or `~`, and a space.
    Code {
        /// Counted from 1.
        line: usize,
    },
    /// An arc is neither well-formed nor the number of an earlier arc, or leaves the plane.
    Arc {
        /// Counted from 1.
        line: usize,
    },
}

impl fmt::Display for BasemapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => f.write_str("line 1: expected `basemap 2 <metres per step>`"),
            Self::Code { line } => write!(f, "line {line}: expected a country code, `-` or `~`"),
            Self::Arc { line } => write!(f, "line {line}: an arc cannot be read"),
        }
    }
}

impl std::error::Error for BasemapError {}

impl Basemap {
    /// Reads the text of a base map.
    pub fn parse(text: &str) -> Result<Self, BasemapError> {
        let mut lines = (1..).zip(text.lines());
        let step = lines.next().and_then(|(_, line)| step(line)).ok_or(BasemapError::Header)?;
        let mut reader = Reader { step, ..Reader::default() };
        let (mut countries, mut lakes) = (Vec::new(), Vec::new());
        for (line, text) in lines.filter(|(_, text)| !text.starts_with('#')) {
            let (code, rings) = text.split_once(' ').ok_or(BasemapError::Code { line })?;
            let rings = rings.split(';').map(|ring| reader.ring(ring)).collect::<Option<Vec<_>>>();
            let rings = rings.ok_or(BasemapError::Arc { line });
            match code {
                "~" => lakes.extend(rings?),
                "-" => countries.push(Country { code: None, rings: rings? }),
                code => {
                    let code = code.parse().map_err(|_| BasemapError::Code { line })?;
                    countries.push(Country { code: Some(code), rings: rings? });
                }
            }
        }
        Ok(Self { countries, borders: reader.borders, lakes })
    }
}

/// `basemap 2 2500`: format, version, metres per step; as kilometres.
fn step(line: &str) -> Option<f64> {
    let metres: u16 = line.strip_prefix("basemap 2 ")?.trim().parse().ok()?;
    (metres > 0).then(|| f64::from(metres) / 1000.0)
}

/// No point of the plane lies further from its centre, along either axis, in km.
const FARTHEST: f64 = 2.0 * EqualArea::RADIUS;

#[derive(Default)]
struct Reader {
    /// Kilometres.
    step: f64,
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
            let (south, rest) = polyline::number(rest)?;
            text = rest;
            self.cursor = (self.cursor.0.checked_add(east)?, self.cursor.1.checked_add(south)?);
            let [x, y] = [self.cursor.0, self.cursor.1].map(|steps| f64::from(steps) * self.step);
            if x.abs().max(y.abs()) > FARTHEST {
                return None;
            }
            arc.push(Plane { x, y });
        }
        Some(arc)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares of one kilometre side by side, AA in the west, and a lake, in whole kilometres.
    const PAIR: &str = "basemap 2 1000\n# note\nAA A??A,??@??@A?\nAB 0,??A??A@?\n~ ??A??A@@\n";

    fn point(x: f64, y: f64) -> Plane {
        Plane { x, y }
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
        assert_eq!(map.lakes.len(), 1, "a lake is no country");
        assert_eq!(map.country(&"AB".parse().unwrap()), Some(east));
    }

    #[test]
    fn a_text_that_is_no_map_says_where() {
        use BasemapError::{Arc, Code, Header};
        assert_eq!(Basemap::parse(""), Err(Header));
        assert_eq!(Basemap::parse("basemap 1 50"), Err(Header));
        assert_eq!(Basemap::parse("basemap 2 0"), Err(Header));
        assert_eq!(Basemap::parse("basemap 2 50\nSE"), Err(Code { line: 2 }));
        assert_eq!(Basemap::parse("basemap 2 50\nSwe ??"), Err(Code { line: 2 }));
        for arc in ["0", "_", "?", "??,1", "??;é", "~~~~~~~~", "~~~~~D~~~~~D"] {
            let text = format!("basemap 2 50\n#\nSE {arc}");
            assert_eq!(Basemap::parse(&text), Err(Arc { line: 3 }), "{arc}");
        }
    }
}
