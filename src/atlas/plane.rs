//! The plane of the projected map, in kilometres, and the screen, in pixels.

/// A point on the projected plane: kilometres from the projection's centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plane {
    /// Eastwards on the plane.
    pub x: f64,
    /// Downwards, as on a screen: southwards.
    pub y: f64,
}

/// A point of the drawing: pixels (or units of a `viewBox`) from its upper left corner, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Screen {
    /// Straight distance in pixels.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A rectangle of the plane, in kilometres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Never negative.
    pub width: f64,
    /// Never negative.
    pub height: f64,
}

impl Frame {
    /// The smallest frame around the points; `None` without any. Points that are no numbers are
    /// left out.
    #[must_use]
    pub fn around(points: impl IntoIterator<Item = Plane>) -> Option<Self> {
        points
            .into_iter()
            .filter(|point| point.x.is_finite() && point.y.is_finite())
            .map(|Plane { x, y }| Self { x, y, width: 0.0, height: 0.0 })
            .reduce(Self::union)
    }

    /// The smallest frame around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self {
            x,
            y,
            width: self.right().max(other.right()) - x,
            height: self.bottom().max(other.bottom()) - y,
        }
    }

    /// Whether the two have more than an edge in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether the point lies inside or on the edge.
    #[must_use]
    pub fn contains(&self, point: Plane) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// The middle.
    #[must_use]
    pub fn centre(&self) -> Plane {
        Plane { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// The frame of this size around the same middle.
    #[must_use]
    pub fn resized(&self, width: f64, height: f64) -> Self {
        let centre = self.centre();
        Self { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height }
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}
