//! The project's commands. `cargo xtask` lists them.
//!
//! Two are for everybody, `serve` and `test`; the others are their parts. Each works on a machine
//! that has only Rust (rustup) and Node.js with npm, and installs what else it needs.

#![expect(clippy::print_stdout, reason = "the terminal is the user interface of this program")]

mod basemap;
mod bench;
mod budget;
mod bundle;
mod checks;
mod compress;
mod finish;
mod hashed;
mod lighthouse;
mod lint;
mod pictures;
mod process;
mod serve;
mod sheet;
mod synth;
mod tools;

use std::env;
use std::process::ExitCode;

use xtask::{Error, Result, workspace};

use bundle::Profile;
use tools::Toolbox;

/// A command of the list.
struct Command {
    name: &'static str,
    arguments: &'static str,
    purpose: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const COMMANDS: [Command; 13] = [
    Command {
        name: "serve",
        arguments: "[--port N] [--dev]",
        purpose: "build, then serve dist/ on http://localhost:8080",
        run: serve::run,
    },
    Command {
        name: "test",
        arguments: "",
        purpose: "run every check that CI runs",
        run: |_| checks::run(),
    },
    Command {
        name: "build",
        arguments: "",
        purpose: "install the tools that are missing and build dist/",
        run: |_| bundle::build(&Toolbox::provide()?, Profile::Release),
    },
    Command {
        name: "check",
        arguments: "FILE…",
        purpose: "check files of seeds",
        run: check_seeds,
    },
    Command {
        name: "schema",
        arguments: "",
        purpose: "write seeds/catalogue.schema.json anew from the types",
        run: |_| {
            let file = workspace::path("seeds/catalogue.schema.json");
            process::run(process::seeds("schema").arg(file))
        },
    },
    Command {
        name: "lint",
        arguments: "",
        purpose: "look for banned patterns in src/",
        run: |_| lint::run(),
    },
    Command {
        name: "e2e",
        arguments: "",
        purpose: "run the browser tests on the dist/ that is there",
        run: |_| checks::browser_tests(),
    },
    Command {
        name: "budget",
        arguments: "[--record]",
        purpose: "weigh what a visitor downloads against the limits, and note it for the next change",
        run: budget::run,
    },
    Command {
        name: "synth",
        arguments: "N",
        purpose: "write a synthetic catalogue of N records for benchmarks",
        run: synth::run,
    },
    Command {
        name: "bench",
        arguments: "PART…",
        purpose: "measure a part of the product; without PART, list them",
        run: bench::run,
    },
    Command {
        name: "lighthouse",
        arguments: "[PAGE…]",
        purpose: "let Lighthouse judge pages of the dist/ that is there",
        run: lighthouse::run,
    },
    Command {
        name: "pictures",
        arguments: "[NAME…]",
        purpose: "take the pictures of docs/images from the dist/ that is there",
        run: pictures::run,
    },
    Command {
        name: "basemap",
        arguments: "",
        purpose: "derive the map of seeds/basemap from Natural Earth",
        run: |_| {
            tools::npm_packages()?;
            Ok(basemap::run()?)
        },
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is_told() {
                eprintln!("error: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        return help();
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        return help();
    }
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(rest),
        None => Err(Error::new(format!("there is no command {name}; `cargo xtask` lists them"))),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the same shape as every other command")]
fn help() -> Result<()> {
    println!("cargo xtask COMMAND\n");
    for Command { name, arguments, purpose, .. } in &COMMANDS {
        println!("  {:<26} {purpose}", format!("{name} {arguments}"));
    }
    Ok(())
}

/// Lets the product's own tool check files.
fn check_seeds(files: &[String]) -> Result<()> {
    if files.is_empty() {
        return Err(Error::new("name the files to check: cargo xtask check seeds/norrkoping.json"));
    }
    // Where the user stands, so that the files are found as they were typed.
    let here = env::current_dir().map_err(|cause| Error::new(cause.to_string()))?;
    // The tool has said what is wrong; nobody needs to know how it was called.
    process::run(process::seeds("check").args(files).current_dir(here)).map_err(|_| Error::told())
}
