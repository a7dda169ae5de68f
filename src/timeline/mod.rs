//! Periods on a time axis: terms, scale, ticks, bars, labels and sections as numbers, and the marks
//! that show them. Nothing is drawn here.

mod bar;
mod density;
mod extent;
mod frames;
mod label;
mod overview;
mod poster;
mod scale;
mod section;
mod shape;
mod sketch;
mod term;
mod ticks;

pub use bar::Bar;
pub use density::{density, strip};
pub use extent::Extent;
pub use frames::{Band, FRAMEWORKS, bands};
pub use label::{Label, Side};
pub use overview::Overview;
pub use poster::{Poster, PosterKind, PosterRow, PosterSample};
pub use scale::TimeScale;
pub use section::{GROUPS, Rows, Run, by_run, by_value};
pub use shape::{Shape, shape};
pub use sketch::{Axis, AxisWords, ROW, Row, axis, bar_marks, grid, row, short_axis};
pub use term::{End, Ends, Term, Terms};
pub use ticks::{Tick, Ticks, Unit};
