//! Marks: what a picture is made of, as values. The page draws them as nodes, a file holds them as
//! text; both from the same list.

mod document;
mod look;
mod text;

use std::borrow::Cow;

use crate::decimal::tenths;
pub use document::document;
pub use look::FONT;
pub use text::{Size, fitted, wrapped};

/// Where the text of a mark stands, seen from its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// What a mark draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Ink {
    /// Path data, relative to the mark's position.
    Path(Cow<'static, str>),
    /// A line of text on the mark's position.
    Text(Anchor, String),
}

/// One mark: its class says how it looks. Positions are pixels from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The class in the style sheet.
    pub class: &'static str,
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
    /// What is drawn.
    pub ink: Ink,
}

impl Mark {
    /// A path whose data hold their own positions.
    #[must_use]
    pub fn path(class: &'static str, data: impl Into<Cow<'static, str>>) -> Self {
        Self { class, x: 0.0, y: 0.0, ink: Ink::Path(data.into()) }
    }

    /// A line of text.
    #[must_use]
    pub fn text(class: &'static str, x: f64, y: f64, anchor: Anchor, text: String) -> Self {
        Self { class, x, y, ink: Ink::Text(anchor, text) }
    }

    /// The same mark at another place.
    #[must_use]
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// What `transform` wants where the mark is not at the corner.
    #[must_use]
    pub fn translation(&self) -> Option<String> {
        (self.x != 0.0 || self.y != 0.0)
            .then(|| format!("translate({} {})", tenths(self.x), tenths(self.y)))
    }
}

/// Marks that belong together, as those of a row do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// The key of the status or form whose colour they have.
    pub key: Option<&'static str>,
    /// From the left edge of the picture, in pixels.
    pub x: f64,
    /// From its upper edge.
    pub y: f64,
    /// Width and height of the window through which they are seen, where not all of them are; its upper
    /// left corner is where the group is.
    pub window: Option<[f64; 2]>,
    /// The marks, seen from where the group is.
    pub marks: Vec<Mark>,
}

impl Group {
    /// Marks of no status.
    #[must_use]
    pub fn at(x: f64, y: f64, marks: Vec<Mark>) -> Self {
        Self { key: None, x, y, window: None, marks }
    }
}

/// A whole picture: what the page prints, and what a file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    /// What it shows, for those who do not see it.
    pub title: String,
    /// Pixels from left to right.
    pub width: f64,
    /// Pixels from top to bottom.
    pub height: f64,
    /// What is drawn, the lowest first.
    pub groups: Vec<Group>,
}

/// A length with one decimal: finer than any screen.
#[must_use]
pub fn length(length: f64) -> String {
    tenths(length).to_string()
}

/// The path of a rectangle.
#[must_use]
pub fn rectangle(x0: f64, y0: f64, x1: f64, y1: f64) -> String {
    let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(tenths);
    format!("M{x0} {y0}H{x1}V{y1}H{x0}z")
}

/// The path of an upright line.
#[must_use]
pub fn upright(x: f64, y0: f64, y1: f64) -> String {
    format!("M{} {}V{}", tenths(x), tenths(y0), tenths(y1))
}
