//! The scripts that are written by hand: tells them where the files of `assets/` are, and leaves out of them
//! what only their authors need.

use std::path::Path;

use xtask::{Context, Error, Result};

use super::assets::{Assets, FOLDER};

/// Where a script lies in the published folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the top, under its own name: pages of others name it.
    Top,
    /// In `assets/`, under a name made from its content.
    Assets,
}

/// The scripts, each after those that it names.
const SCRIPTS: [(&str, Place); 7] = [
    ("arrive.js", Place::Assets),
    ("stage.js", Place::Assets),
    ("embed.js", Place::Top),
    ("page.js", Place::Top),
    ("framed.js", Place::Top),
    ("frame.js", Place::Top),
    ("builder.js", Place::Top),
];

/// How a script names a file of `assets/`: `"asset:stage.js"`.
const MARK: &str = "\"asset:";

/// Writes the scripts of the folder `sources` to their places.
pub(super) fn write_all(sources: &Path, staging: &Path, assets: &mut Assets) -> Result<()> {
    for (name, place) in SCRIPTS {
        let source = super::read(&sources.join(name))?;
        let script = slim(&fill(&source, name, place, assets)?);
        match place {
            Place::Top => super::write(&staging.join(name), &script)?,
            Place::Assets => assets.add(staging, name, script.as_bytes())?,
        }
    }
    Ok(())
}

/// The text of a script with the files of `assets/` under their names. The paths become relative to the
/// script itself, which is what a module's `import()` and `new URL(…, import.meta.url)` need.
fn fill(source: &str, name: &str, place: Place, assets: &Assets) -> Result<String> {
    let mut parts = source.split(MARK);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (wanted, rest) = part.split_once('"').context(format!("{name}: no end of a name"))?;
        let file = assets.file(wanted).ok_or_else(|| {
            Error::new(format!("{name} names {wanted}, which is not in {FOLDER}/ (yet)"))
        })?;
        let folder = if place == Place::Top { format!("{FOLDER}/") } else { String::new() };
        filled.push_str(&format!("\"./{folder}{file}\"{rest}"));
    }
    Ok(filled)
}

/// A script without its comments and its indentation, a third of what would be sent. Comments stand on
/// lines of their own.
pub(super) fn slim(source: &str) -> String {
    let lines = source.lines().map(str::trim);
    let told = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    told.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets() -> Assets {
        Assets::of(&[("a.js", "a-1.js"), ("b.wasm", "b-2.wasm")])
    }

    #[test]
    fn names_become_paths_relative_to_the_script() {
        let source = "load(\"asset:a.js\", \"asset:b.wasm\")";
        let filled = |place| fill(source, "x.js", place, &assets()).unwrap();
        assert_eq!(filled(Place::Top), "load(\"./assets/a-1.js\", \"./assets/b-2.wasm\")");
        assert_eq!(filled(Place::Assets), "load(\"./a-1.js\", \"./b-2.wasm\")");
    }

    #[test]
    fn comments_stay_behind() {
        let source = "// Why.\n\nif (a) {\n  // Because.\n  go(\"https://x\");\n}\n";
        assert_eq!(slim(source), "if (a) {\ngo(\"https://x\");\n}\n");
    }

    #[test]
    fn an_unknown_name_is_an_error() {
        let error = fill("import(\"asset:c.js\")", "x.js", Place::Top, &assets()).unwrap_err();
        assert!(error.to_string().contains("x.js names c.js"), "{error}");
    }
}
