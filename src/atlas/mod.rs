//! The map's geometry: projection, base map, frames, outlines, markers and labels.
//!
//! Degrees become kilometres on a plane, and those become pixels:
//!
//! ```text
//! catalogue::Point ──Projection──► Plane ──View──► Screen
//!   degrees                         km               px
//! ```
//!
//! The base map is projected when its file is made: it begins at `Plane`. Each step has a type of its own, so that they cannot be mixed. Everything here is a pure function
//! of its arguments: this module knows no browser, no language and no colours.

mod anchor;
mod arc;
mod basemap;
mod decode;
mod field;
mod fit;
mod graticule;
mod jump;
mod labels;
mod markers;
mod path;
mod plane;
mod polyline;
mod projection;
mod sheet;
mod turn;
mod walk;

pub use anchor::Anchor;
pub use arc::{distance, great_circle};
pub use basemap::{Basemap, Country, Line, Ring};
pub use decode::BasemapError;
pub use fit::{Fitting, View};
pub use graticule::graticule;
pub use jump::{Bounds, Jump};
pub use labels::{Align, Label, Placed, Side, TextBox, place};
pub use markers::{Kind, Marker, Sizing, Spot, gather};
pub use path::{outline, strokes};
pub use plane::{Frame, Plane, Screen};
pub use projection::{EqualArea, Projection};
pub use sheet::{NEAREST, covers, projection, sheet};
pub(crate) use turn::sin_cos;
pub use walk::{Direction, walk};
