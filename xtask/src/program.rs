//! Looking programs up as a shell would.

use std::env;
use std::path::{Path, PathBuf};

/// The first file of that name in the folders of `PATH`.
#[must_use]
pub fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| in_folder(&folder, name)).find(|file| file.is_file())
}

/// Where a program lies in a folder, with the ending that the platform gives to programs.
#[must_use]
pub fn in_folder(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", env::consts::EXE_SUFFIX))
}
