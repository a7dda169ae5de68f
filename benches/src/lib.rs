//! Catalogues of any size that look like real ones, the benchmarks that run on them, and a comparison of
//! projections.
//!
//! Nothing in the catalogues is true of anybody: municipalities, towns, projects and sources are invented.

pub mod asked;
pub mod projections;
pub mod random;
pub mod synth;
