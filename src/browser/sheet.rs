//! The style sheet of the shadow root, which `build.rs` joins from `style/`.
//!
//! Adopted as a `CSSStyleSheet`: shared by all elements of a page, and allowed by a strict
//! `style-src`, where a `<style>` element is not.

/// The whole sheet.
pub(super) const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/sheet.css"));
