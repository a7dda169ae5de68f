//! Periods on a time axis: scale, ticks, rows and bars, all as numbers. Nothing is drawn here.

mod bar;
mod layout;
mod scale;
mod shape;
mod ticks;

pub use bar::{Bar, End};
pub use layout::{Extent, Layout, Row};
pub use scale::TimeScale;
pub use shape::{Shape, shape};
pub use ticks::{Tick, ticks};
