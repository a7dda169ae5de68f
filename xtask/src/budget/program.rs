//! What the Wasm consists of: its code, the texts that were put into it, and other data.

use std::fs;
use std::ops::Range;
use std::path::Path;

use xtask::{Context, Result, workspace};

use super::Part;
use crate::compress;
use crate::sheet::sheet;

/// The section of functions (WebAssembly Core Specification 2.0, 5.5.2).
const CODE: u8 = 10;
/// Magic number and version before the first section.
const HEADER: usize = 8;

/// The parts of a Wasm file; `dist` is where the catalogue that it holds was published.
pub(super) fn parts(wasm: &Path, dist: &Path) -> Result<Vec<Part>> {
    let bytes = fs::read(wasm).context(wasm.display())?;
    let read = |path: &Path| fs::read_to_string(path).context(path.display());
    let style = sheet(&workspace::path("style")).context("style/ cannot be read")?;
    let texts = [
        ("catalogue", compact(&read(&dist.join("catalogue.json"))?)?),
        ("base map", read(&workspace::path("seeds/basemap/world.txt"))?.trim_end().to_owned()),
        ("style sheet of the element", style),
    ];
    let code = section(&bytes, CODE).context("the Wasm has no code")?;
    let mut found = vec![("code", code)];
    for (name, text) in texts {
        let place = find(&bytes, text.as_bytes());
        found.push((
            name,
            place.context(format!(
                "the Wasm does not hold the {name} as it is in this folder: build anew"
            ))?,
        ));
    }
    let (names, places): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    let weights = compress::brotli_of_parts(wasm, &places)?;
    let parts = names.into_iter().zip(&places).zip(weights);
    Ok(parts
        .map(|((name, place), brotli)| Part {
            name: format!("  {name}"),
            raw: place.len() as u64,
            brotli,
        })
        .collect())
}

/// The published catalogue as the program has it: without white space and without the name of its schema.
fn compact(published: &str) -> Result<String> {
    let mut compact = String::with_capacity(published.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in published.chars() {
        if in_string || !c.is_whitespace() {
            compact.push(c);
        }
        in_string ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
    }
    let schema = "{\"$schema\":\"catalogue.schema.json\",";
    let rest =
        compact.strip_prefix(schema).context("catalogue.json does not begin with its schema")?;
    Ok(format!("{{{rest}"))
}

fn find(bytes: &[u8], text: &[u8]) -> Option<Range<usize>> {
    let first = *text.first()?;
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let start = from + rest.iter().position(|byte| *byte == first)?;
        if bytes.get(start..)?.starts_with(text) {
            return Some(start..start + text.len());
        }
        from = start + 1;
    }
}

/// Where the content of a section is.
fn section(bytes: &[u8], wanted: u8) -> Option<Range<usize>> {
    let mut at = HEADER;
    loop {
        let id = *bytes.get(at)?;
        let (length, start) = leb128(bytes, at + 1)?;
        if id == wanted {
            return Some(start..start + length);
        }
        at = start + length;
    }
}

/// An unsigned LEB128 number, and where it ends.
fn leb128(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for shift in (0..).step_by(7) {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some((value, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_texts_are_found() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 2, 9, 9, CODE, 0x83, 0, 7, 8, 9]);
        wasm.extend(b"{\"a b\":1}");
        assert_eq!(section(&wasm, CODE), Some(15..18));
        assert_eq!(section(&wasm, 77), None);
        assert_eq!(find(&wasm, b"{\"a b\":1}"), Some(18..27));
        assert_eq!(find(&wasm, b"{\"a c\":1}"), None);
    }

    #[test]
    fn only_white_space_between_values_goes() {
        let published = "{\n  \"$schema\": \"catalogue.schema.json\",\n  \"a\": \"b \\\" c\",\n  \"d\": 1.0\n}\n";
        assert_eq!(compact(published).unwrap(), "{\"a\":\"b \\\" c\",\"d\":1.0}");
        assert!(compact("{}").is_err());
    }
}
