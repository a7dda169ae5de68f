//! Catalogues of any size that look like real ones, and the benchmarks that run on them.
//!
//! Nothing in here is true of anybody: municipalities, towns, projects and sources are invented.

pub mod asked;
pub mod random;
pub mod synth;
