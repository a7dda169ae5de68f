//! Where names are written: beside their marks, without covering anything.

use super::plane::Screen;

/// A name that wants a place on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// How wide the text is, px.
    pub width: f64,
    /// The mark it belongs to.
    pub at: Screen,
    /// How far from the middle of the mark the text begins, px; `None` centres the text on the point,
    /// as a country's name is.
    pub offset: Option<f64>,
    /// Size of the type, px.
    pub size: f64,
}

/// A rectangle that text covers or must not cover, px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextBox {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl TextBox {
    /// The square around a marker.
    #[must_use]
    pub fn around(at: Screen, radius: f64) -> Self {
        Self {
            left: at.x - radius,
            top: at.y - radius,
            right: at.x + radius,
            bottom: at.y + radius,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }
}

/// Which side of its mark a name stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// First choice: read on from the mark.
    Right,
    /// Second.
    Left,
    /// Third.
    Above,
    /// Last.
    Below,
    /// On the point itself: a country's name.
    Centre,
}

/// SVG's `text-anchor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// The text begins at the point.
    Start,
    /// The point is its middle.
    Middle,
    /// The text ends at the point.
    End,
}

impl Align {
    /// The attribute's value.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A name that found its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Which of the given labels.
    pub index: usize,
    /// Where the base line begins, has its middle or ends.
    pub at: Screen,
    /// Which of these.
    pub align: Align,
    /// The side that was free.
    pub side: Side,
    /// What it covers.
    pub covers: TextBox,
}

/// Air between two names, px.
const GAP: f64 = 2.0;
/// Base line to top of capitals, and to the foot of descenders, as shares of the size.
const ASCENT: f64 = 0.74;
const DESCENT: f64 = 0.22;

/// Writes the labels in the given order, the most important first. Each takes the first of right,
/// left, above and below where it lies within `bounds` and meets neither an obstacle nor a label
/// written before; a label without such a side is left out.
#[must_use]
pub fn place(labels: &[Label], obstacles: &[TextBox], bounds: &TextBox) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let free = label.sides().iter().map(|side| label.on(*side, index)).find(|candidate| {
            bounds.holds(&candidate.covers)
                && !obstacles.iter().any(|obstacle| obstacle.meets(&candidate.covers))
                && !placed.iter().any(|before| before.covers.meets(&candidate.covers.grown(GAP)))
        });
        placed.extend(free);
    }
    placed
}

impl Label {
    fn sides(&self) -> &'static [Side] {
        if self.offset.is_some() {
            &[Side::Right, Side::Left, Side::Above, Side::Below]
        } else {
            &[Side::Centre]
        }
    }

    fn on(&self, side: Side, index: usize) -> Placed {
        let offset = self.offset.unwrap_or_default();
        let Screen { x, y } = self.at;
        // Capitals stand level with the mark's middle.
        let level = y + self.size * ASCENT / 2.0;
        let (align, at) = match side {
            Side::Right => (Align::Start, Screen { x: x + offset, y: level }),
            Side::Left => (Align::End, Screen { x: x - offset, y: level }),
            Side::Above => (Align::Middle, Screen { x, y: y - offset - self.size * DESCENT }),
            Side::Below => (Align::Middle, Screen { x, y: y + offset + self.size * ASCENT }),
            Side::Centre => (Align::Middle, Screen { x, y: level }),
        };
        Placed { index, at, align, side, covers: self.covers(at, align) }
    }

    fn covers(&self, at: Screen, align: Align) -> TextBox {
        let width = self.width;
        let left = match align {
            Align::Start => at.x,
            Align::Middle => at.x - width / 2.0,
            Align::End => at.x - width,
        };
        TextBox {
            left,
            top: at.y - self.size * ASCENT,
            right: left + width,
            bottom: at.y + self.size * DESCENT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: TextBox = TextBox { left: 0.0, top: 0.0, right: 400.0, bottom: 200.0 };

    fn label(x: f64, y: f64) -> Label {
        Label { width: 67.0, at: Screen { x, y }, offset: Some(10.0), size: 12.0 }
    }

    fn sides(labels: &[Label], obstacles: &[TextBox]) -> Vec<(usize, Side)> {
        place(labels, obstacles, &BOUNDS).iter().map(|placed| (placed.index, placed.side)).collect()
    }

    #[test]
    fn a_free_name_stands_to_the_right() {
        assert_eq!(sides(&[label(100.0, 100.0)], &[]), [(0, Side::Right)]);
    }

    #[test]
    fn at_the_right_edge_it_stands_to_the_left() {
        assert_eq!(sides(&[label(390.0, 100.0)], &[]), [(0, Side::Left)]);
    }

    #[test]
    fn between_marks_it_moves_up_then_down_then_away() {
        let right = TextBox::around(Screen { x: 230.0, y: 100.0 }, 8.0);
        let left = TextBox::around(Screen { x: 170.0, y: 100.0 }, 8.0);
        let above = TextBox::around(Screen { x: 200.0, y: 84.0 }, 4.0);
        let below = TextBox::around(Screen { x: 200.0, y: 116.0 }, 4.0);
        let name = [label(200.0, 100.0)];
        assert_eq!(sides(&name, &[right, left]), [(0, Side::Above)]);
        assert_eq!(sides(&name, &[right, left, above]), [(0, Side::Below)]);
        assert_eq!(sides(&name, &[right, left, above, below]), []);
    }

    #[test]
    fn the_first_of_two_keeps_its_place() {
        let names = [label(200.0, 100.0), label(200.0, 104.0)];
        assert_eq!(sides(&names, &[]), [(0, Side::Right), (1, Side::Left)]);
    }

    #[test]
    fn a_country_is_written_on_its_point_or_not_at_all() {
        let country = Label { offset: None, ..label(200.0, 100.0) };
        assert_eq!(sides(std::slice::from_ref(&country), &[]), [(0, Side::Centre)]);
        let mark = TextBox::around(Screen { x: 200.0, y: 100.0 }, 8.0);
        assert_eq!(sides(&[country], &[mark]), []);
    }
}
