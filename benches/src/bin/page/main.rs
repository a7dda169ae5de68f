//! Drives the test page of `benches/page` and tells how long its answers take, from the event to
//! the painted frame. `cargo xtask bench page` builds what it needs and starts it.

#![expect(clippy::print_stdout, reason = "the report goes to the terminal")]

mod figures;
mod profile;
mod report;
mod run;
mod script;
mod trace;

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
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    let trace = has("--trace");
    let most = if has("--once") { 1 } else { run::REPETITIONS };
    let sizes: Vec<u32> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let named: Vec<&str> = VIEWS.into_iter().filter(|view| has(view)).collect();
    let views = if named.is_empty() { VIEWS.to_vec() } else { named };
    let mut sessions: Vec<Session> = Vec::new();
    for size in sizes {
        let steps = script::of_catalogue(&run::catalogue(size))?;
        for &view in &views {
            if trace {
                println!("\n## {size} records, {view}\n\n{}", run::trace(size, view, &steps)?);
                println!("{}", run::profile(size, view, &steps)?);
            } else {
                let session = run::session(size, view, &steps, most)?;
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
