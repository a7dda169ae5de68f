//! Drives the test page of `benches/page` and tells how long its answers take, from the event to
//! the painted frame. `cargo xtask bench page` builds what it needs and starts it.

#![expect(clippy::print_stdout, reason = "the report goes to the terminal")]

mod figures;
mod profile;
mod report;
mod run;
mod script;

use std::fs;
use std::process::ExitCode;

use partneratlas_e2e::Outcome;
use serde_json::json;

use run::{Session, VIEWS};

fn main() -> ExitCode {
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("error: {cause}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let trace = arguments.iter().any(|argument| argument == "--trace");
    let sizes: Vec<u32> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let mut sessions: Vec<Session> = Vec::new();
    for size in sizes {
        let steps = script::of_catalogue(&run::catalogue(size))?;
        for view in VIEWS {
            if trace {
                println!("\n## {size} records, {view}\n\n{}", run::profile(size, view, &steps)?);
            } else {
                let session = run::session(size, view, &steps)?;
                eprintln!("{}", report::line(&session));
                sessions.push(session);
            }
        }
    }
    if !trace {
        let file = run::folder().join("page-results.json");
        fs::write(&file, serde_json::to_string_pretty(&json!({ "sessions": sessions }))?)?;
        println!("{}", report::markdown(&sessions));
    }
    Ok(())
}
