//! The page in a browser, topic by topic.

mod accessibility;
mod address;
mod alphabet;
mod element;
mod filters;
mod keyboard;
mod language;
mod map;
mod narrow;
mod record;
mod search;
mod status;
mod timeline;
mod traces;
