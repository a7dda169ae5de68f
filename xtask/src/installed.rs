//! Where programs are that were installed for this project alone.

use std::env;
use std::path::PathBuf;

use crate::{Context, Result};

/// Overrides where installed programs are kept.
const FOLDER_VARIABLE: &str = "PARTNERATLAS_TOOLS";

/// The folder of all of them for this user, the same for all clones.
///
/// # Errors
/// There is no home folder.
pub fn folder() -> Result<PathBuf> {
    let from =
        |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    from(FOLDER_VARIABLE)
        .or_else(|| Some(from("XDG_CACHE_HOME")?.join("partneratlas/tools")))
        .or_else(|| Some(env::home_dir()?.join(".cache/partneratlas/tools")))
        .context(format!("there is no home folder to install tools in: set {FOLDER_VARIABLE}"))
}

/// The folder of a version of a program; what can be started is in `bin/`.
///
/// # Errors
/// As for [`folder`].
pub fn home(program: &str, version: &str) -> Result<PathBuf> {
    Ok(folder()?.join(format!("{program}-{version}")))
}
