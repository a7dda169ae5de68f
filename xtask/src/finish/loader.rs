//! Tells the loader where glue and Wasm are.

use xtask::{Error, Result};

/// The text of `embed.js` with its two placeholders replaced. The paths become relative to the
/// loader itself, which is what a module's `import()` and `new URL(…, import.meta.url)` need.
pub(super) fn fill(source: &str, glue: &str, wasm: &str) -> Result<String> {
    let filled = fill_one(source, "\"__GLUE__\"", glue)?;
    fill_one(&filled, "\"__WASM__\"", wasm)
}

fn fill_one(source: &str, placeholder: &str, path: &str) -> Result<String> {
    match source.matches(placeholder).count() {
        1 => Ok(source.replace(placeholder, &format!("\"./{path}\""))),
        count => Err(Error::new(format!(
            "embed.js must hold {placeholder} once, but holds it {count} times"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_placeholders_become_relative_paths() {
        let filled =
            fill("load(\"__GLUE__\", \"__WASM__\")", "assets/a.js", "assets/b.wasm").unwrap();
        assert_eq!(filled, "load(\"./assets/a.js\", \"./assets/b.wasm\")");
    }

    #[test]
    fn a_missing_placeholder_is_an_error() {
        let error = fill("load(\"__GLUE__\")", "a", "b").unwrap_err().to_string();
        assert!(error.contains("__WASM__"), "{error}");
    }
}
