//! Where the parts of the repository are.

use std::path::{Path, PathBuf};

/// The repository's top folder. Known when this package is compiled, so that every command works
/// from any folder.
#[must_use]
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// A path below the top folder.
#[must_use]
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// The folder that is published as it is.
#[must_use]
pub fn dist() -> PathBuf {
    path("dist")
}
