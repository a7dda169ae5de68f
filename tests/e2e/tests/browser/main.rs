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
mod timeline_linked;
mod timeline_rows;
mod timeline_saved;
mod timeline_still;
mod timeline_table;
mod timeline_years;
mod timeline_zoom;
mod traces;
