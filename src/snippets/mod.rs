//! What an editor pastes into a page, what the page's policy must allow for it, and why it does not work.
//!
//! [`Wishes`] become attributes of the element, a query for the frame, and for each [`Way`] of publishing the
//! code to paste with words to the IT department. The other half reads what the editor has got: the page's HTML
//! ([`pasted`]), its Content Security Policy ([`policy`]), the servers' answers ([`answer`]). Every fault comes
//! with its remedy ([`Finding`]). All words are Swedish: they are for editors of Swedish municipalities.
//!
//! It knows no browser: the builder (`bygg/`) fetches and shows, and decides nothing.

mod accent;
mod address;
pub mod answer;
mod ask;
mod finding;
mod markup;
mod need;
pub mod pasted;
pub mod policy;
mod tags;
mod way;
mod wishes;

pub use accent::{Accent, DARK_GROUND, LIGHT_GROUND};
pub use address::{Address, Folder, Origin};
pub use finding::{Finding, Level, Who};
pub use need::{Directive, Need, Part, lines};
pub use way::{Block, Offer, Way};
pub use wishes::{Choice, Presets, Theme, Wishes};
