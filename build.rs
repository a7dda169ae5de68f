//! Build script (filled by the seed check).
fn main() {}
