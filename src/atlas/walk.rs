//! Going from one mark to another by arrow keys.

use super::plane::Screen;

/// Where an arrow key leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the left.
    West,
    /// To the right.
    East,
    /// Upwards.
    North,
    /// Downwards.
    South,
}

impl Direction {
    /// In the order of a pad's buttons.
    pub const ALL: [Self; 4] = [Self::West, Self::North, Self::South, Self::East];

    /// One step on the screen.
    #[must_use]
    pub fn step(self) -> Screen {
        let (x, y) = match self {
            Self::West => (-1.0, 0.0),
            Self::East => (1.0, 0.0),
            Self::North => (0.0, -1.0),
            Self::South => (0.0, 1.0),
        };
        Screen { x, y }
    }

    /// The direction of an arrow key, as browsers name it.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::West,
            "ArrowRight" => Self::East,
            "ArrowUp" => Self::North,
            "ArrowDown" => Self::South,
            _ => return None,
        })
    }
}

/// How much farther away a mark counts for each pixel that it lies aside.
const ASIDE: f64 = 2.0;

/// Which of `marks` lies next to `from` in a direction: the nearest one there, those straight ahead
/// before those aside. `None` if none lies that way.
#[must_use]
pub fn walk(from: Screen, marks: &[Screen], direction: Direction) -> Option<usize> {
    let step = direction.step();
    let cost = |mark: &Screen| {
        let (x, y) = (mark.x - from.x, mark.y - from.y);
        let ahead = x * step.x + y * step.y;
        let aside = (x * step.y - y * step.x).abs();
        // Half a pixel: the mark itself lies in no direction.
        (ahead > 0.5).then_some(ahead + ASIDE * aside)
    };
    let costs = marks.iter().enumerate().filter_map(|(at, mark)| Some((at, cost(mark)?)));
    costs.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(points: &[(f64, f64)]) -> Vec<Screen> {
        points.iter().map(|(x, y)| Screen { x: *x, y: *y }).collect()
    }

    #[test]
    fn straight_ahead_comes_before_aside() {
        let marks = marks(&[(0.0, 0.0), (30.0, 40.0), (90.0, 5.0), (-20.0, 0.0)]);
        let from = Screen { x: 0.0, y: 0.0 };
        assert_eq!(walk(from, &marks, Direction::East), Some(2));
        assert_eq!(walk(from, &marks, Direction::South), Some(1));
        assert_eq!(walk(from, &marks, Direction::West), Some(3));
        assert_eq!(walk(from, &marks, Direction::North), None);
    }
}
