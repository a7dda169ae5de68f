//! The pages as files.

use std::path::Path;
use std::{fs, io};

use super::site::Site;

/// Where the style sheet of the pages lies, from the top of the published folder. Its name comes from its
/// content, so it must be looked for.
///
/// # Errors
/// Where there is none, or more than one.
pub fn sheet(folder: &Path) -> io::Result<String> {
    sheet_named(folder, "page")
}

/// The same of another style sheet.
fn sheet_named(folder: &Path, name: &str) -> io::Result<String> {
    let assets = folder.join("assets");
    let mut names: Vec<String> = fs::read_dir(&assets)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", assets.display())))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|file| is_hashed(file, name))
        .collect();
    names.sort();
    let fault = |what: String| io::Error::other(format!("{}: {what}", assets.display()));
    match names.as_slice() {
        [file] => Ok(format!("assets/{file}")),
        [] => Err(fault(format!("no {name}-*.css"))),
        several => Err(fault(format!("more than one style sheet: {}", several.join(", ")))),
    }
}

/// Whether a file is the style sheet of that name.
fn is_hashed(file: &str, name: &str) -> bool {
    let rest = file.strip_prefix(name).and_then(|rest| rest.strip_prefix('-'));
    rest.is_some_and(|rest| rest.ends_with(".css"))
}

/// Writes every page below `folder`.
///
/// # Errors
/// Where a file cannot be written; the error names it.
pub fn write(site: &Site<'_>, folder: &Path) -> io::Result<()> {
    let builder = site.builder([&site.settings.sheet, &sheet_named(folder, "bygg")?]);
    for (path, content) in site.files().into_iter().chain([builder]) {
        let path = folder.join(path);
        let named =
            |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(named)?;
        }
        fs::write(&path, content).map_err(named)?;
    }
    Ok(())
}
