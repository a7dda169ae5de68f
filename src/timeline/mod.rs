//! Periods on a time axis: scale, ticks, rows and bars, all as numbers. Nothing is drawn here.

mod bar;
mod layout;
mod scale;
mod ticks;

pub use bar::{Bar, End};
pub use layout::{Layout, Row};
pub use scale::TimeScale;
pub use ticks::{Tick, ticks};
