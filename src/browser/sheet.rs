//! The style sheet of the shadow root, joined from `style/` in the order of its layers.
//!
//! Adopted as a `CSSStyleSheet`: shared by all elements of a page, and allowed by a strict
//! `style-src`, where a `<style>` element is not.

/// The whole sheet.
pub(super) const TEXT: &str = concat!(
    include_str!("../../style/layers.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/layout.css"),
    include_str!("../../style/components/search.css"),
    include_str!("../../style/components/filters.css"),
    include_str!("../../style/components/results.css"),
    include_str!("../../style/components/timeline.css"),
    include_str!("../../style/components/map.css"),
    include_str!("../../style/components/detail.css"),
    include_str!("../../style/contrast.css"),
    include_str!("../../style/print.css"),
);
