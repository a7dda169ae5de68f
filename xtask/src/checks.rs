//! `cargo xtask test`: every check, one after another, with a summary at the end.
//!
//! A failed check does not stop the others, except those that need its result: one run shows
//! everything there is to mend.

mod browser_tests;
mod plan;
mod report;
mod second_try;
mod server_tests;

use std::time::Instant;

use xtask::{Error, Result};

use crate::process;
use crate::tools::Toolbox;
use plan::{CHECKS, Check, Job};
use report::{Outcome, Report};

pub(crate) use browser_tests::run_alone as browser_tests;

/// What earlier checks hand to later ones.
#[derive(Debug, Default)]
struct State {
    tools: Option<Toolbox>,
}

/// Runs every check; an error if one failed. The last line printed is for programs that read how
/// many ran.
pub(crate) fn run() -> Result<()> {
    let mut state = State::default();
    let mut report = Report::default();
    for (index, check) in CHECKS.iter().enumerate() {
        println!("\n[{}/{}] {}", index + 1, CHECKS.len(), check.name);
        let start = Instant::now();
        let outcome = attempt(check, &mut state, &report);
        report.add(check.name, outcome, start.elapsed());
    }
    println!("\n{report}");
    if report.has_failures() { Err(Error::told()) } else { Ok(()) }
}

fn attempt(check: &Check, state: &mut State, report: &Report) -> Outcome {
    if let Some(needed) = check.needs.filter(|needed| !report.passed(needed)) {
        return Outcome::Skipped(format!("needs “{needed}”, which did not pass"));
    }
    let result = match check.job {
        Job::Cargo(arguments) => {
            process::run(&mut process::cargo(arguments)).map(|()| Outcome::Passed)
        }
        Job::Call(job) => job(state),
    };
    result.unwrap_or_else(|error| Outcome::Failed(error.to_string()))
}
