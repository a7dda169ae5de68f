//! The style sheet that the Wasm carries for the shadow root.
//!
//! `build.rs` compiles this too: it makes the sheet, and `cargo xtask budget` weighs it.

use std::path::Path;
use std::{fs, io};

/// Its parts in `style/`, in the order of their layers.
const PARTS: [&str; 12] = [
    "layers",
    "tokens",
    "base",
    "layout",
    "components/search",
    "components/filters",
    "components/results",
    "components/timeline",
    "components/map",
    "components/detail",
    "contrast",
    "print",
];

/// The sheet without comments and indentation, which no browser needs, from the folder of its parts.
pub(crate) fn sheet(folder: &Path) -> io::Result<String> {
    let mut sheet = String::new();
    for part in PARTS {
        let text = fs::read_to_string(folder.join(part).with_extension("css"))?;
        let mut parts = text.split("/*");
        let first = parts.next().into_iter();
        let code =
            first.chain(parts.map(|part| part.split_once("*/").map_or("", |(_, code)| code)));
        for line in code.collect::<String>().lines().map(str::trim).filter(|line| !line.is_empty())
        {
            sheet.push_str(line);
            sheet.push('\n');
        }
    }
    Ok(sheet)
}
