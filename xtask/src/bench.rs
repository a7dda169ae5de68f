//! `cargo xtask bench`: how fast it is.

mod page;
mod peers;
mod wasm;

use std::path::PathBuf;

use xtask::{Error, Result, workspace};

/// A benchmark.
struct Part {
    name: &'static str,
    arguments: &'static str,
    purpose: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const PARTS: [Part; 2] = [
    Part {
        name: "page",
        arguments: "[N…] [--trace]",
        purpose: "the page in a browser, from an event to the painted frame",
        run: page::run,
    },
    Part {
        name: "peers",
        arguments: "[SIZES] [ENGINES]",
        purpose: "the engine beside other libraries, where their benchmark is",
        run: peers::run,
    },
];

/// Runs the part that the first argument names.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        for Part { name, arguments, purpose, .. } in &PARTS {
            println!("  {:<26} {purpose}", format!("bench {name} {arguments}"));
        }
        return Ok(());
    };
    match PARTS.iter().find(|part| part.name == name) {
        Some(part) => (part.run)(rest),
        None => {
            Err(Error::new(format!("there is no benchmark {name}; `cargo xtask bench` lists them")))
        }
    }
}

/// Where a benchmark puts its files.
fn folder(name: &str) -> PathBuf {
    workspace::path("target/bench").join(name)
}
