//! `cargo xtask bench PART`: how fast the product is. None of it is part of `cargo xtask test`,
//! since figures depend on the machine and on what else it does.

mod page;
mod peers;
mod render;
mod wasm;

use std::path::PathBuf;

use xtask::browser::Engine;
use xtask::{Context, Error, Result, workspace};

use crate::{process, tools};

/// Something that can be measured by itself.
struct Part {
    name: &'static str,
    arguments: &'static str,
    purpose: &'static str,
    /// Gets the arguments behind the name.
    run: fn(&[String]) -> Result<()>,
}

const PARTS: [Part; 6] = [
    Part {
        name: "engine",
        arguments: "[NAME]",
        purpose: "the index on this machine, at 100 to 100 000 records",
        run: |arguments| {
            cargo_bench("engine", arguments)?;
            cargo_bench("memory", &[])
        },
    },
    Part {
        name: "postings",
        arguments: "",
        purpose: "forms of sets of records, beside each other",
        run: |arguments| cargo_bench("postings", arguments),
    },
    Part {
        name: "page",
        arguments: "[N…] [VIEW…] [--once] [--trace]",
        purpose: "the page in a browser, from an event to the painted frame",
        run: page::run,
    },
    Part {
        name: "embed",
        arguments: "",
        purpose: "the element in a host's page, on `dist/`: until it is painted, and long tasks",
        run: |_| embed(),
    },
    Part {
        name: "peers",
        arguments: "[SIZES] [ENGINES]",
        purpose: "the engine beside other libraries, where their benchmark is",
        run: peers::run,
    },
    Part {
        name: "render",
        arguments: "[SIZES] [CASES]",
        purpose: "timeline and map beside other libraries, in the same benchmark",
        run: render::run,
    },
];

/// Runs one part.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let chosen = arguments.split_first().and_then(|(name, rest)| {
        PARTS.iter().find(|part| part.name == name).map(|part| (part, rest))
    });
    match chosen {
        Some((part, rest)) => (part.run)(rest),
        None => Err(Error::new(format!("say which part: cargo xtask bench PART\n{}", list()))),
    }
}

fn list() -> String {
    let line = |Part { name, arguments, purpose, .. }: &Part| {
        format!("  {:<44} {purpose}", format!("{name} {arguments}"))
    };
    PARTS.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// One of the benchmarks of `benches/`; arguments go to it, such as a part of a name.
fn cargo_bench(name: &str, arguments: &[String]) -> Result<()> {
    let bench = ["bench", "--quiet", "-p", "partneratlas-benches", "--bench", name, "--"];
    process::run(process::cargo(&bench).args(arguments))
}

/// Lets the browser tests' own program visit a host's page.
fn embed() -> Result<()> {
    let browser = tools::browser(Engine::Chromium)?.context(format!(
        "no Chromium with ChromeDriver here; as root: {}",
        tools::browser_by_hand(Engine::Chromium)
    ))?;
    let program = ["run", "--quiet", "-p", "partneratlas-e2e", "--bin", "embed"];
    let mut embed = process::cargo(&program);
    browser.hand_to(&mut embed);
    process::run(&mut embed)
}

/// Where a benchmark puts its files.
fn folder(name: &str) -> PathBuf {
    workspace::path("target/bench").join(name)
}
