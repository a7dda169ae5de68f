//! The list of checks, the cheap ones first.
//!
//! Feature sets are named one by one: `browser` and `tool` never meet in one build, and each layer
//! must compile without the layers above it.

use xtask::Result;

use super::report::Outcome;
use super::{State, browser_tests, server_tests};
use crate::bundle::{self, Profile};
use crate::tools::Toolbox;
use crate::{budget, lint};

/// One check.
pub(super) struct Check {
    pub(super) name: &'static str,
    /// The earlier check without which this one makes no sense.
    pub(super) needs: Option<&'static str>,
    pub(super) job: Job,
}

/// What a check does.
pub(super) enum Job {
    /// Cargo with these arguments.
    Cargo(&'static [&'static str]),
    /// A function of this program.
    Call(fn(&mut State) -> Result<Outcome>),
}

const TOOLS: &str = "tools";
const BUILD: &str = "build";

pub(super) const CHECKS: [Check; 22] = [
    cargo("format", &["fmt", "--all", "--check"]),
    call("banned patterns", None, |_| lint::run().map(|()| Outcome::Passed)),
    cargo("clippy: core", &["clippy", "--all-targets", "--", "-D", "warnings"]),
    cargo(
        "clippy: tool",
        &["clippy", "--all-targets", "--features", "tool", "--", "-D", "warnings"],
    ),
    cargo("clippy: xtask", &["clippy", "-p", "xtask", "--all-targets", "--", "-D", "warnings"]),
    cargo(
        "clippy: benches",
        &[
            "clippy",
            "-p",
            "partneratlas-benches",
            "--all-targets",
            "--features",
            "page",
            "--",
            "-D",
            "warnings",
        ],
    ),
    cargo("tests: core", &["test"]),
    cargo("tests: tool", &["test", "--features", "tool"]),
    cargo(
        "tests: reader",
        &[
            "test",
            "--features",
            "reader",
            "--test",
            "reader",
            "--test",
            "reader_properties",
            "--lib",
        ],
    ),
    cargo("tests: xtask", &["test", "-p", "xtask"]),
    cargo("tests: benches", &["test", "-p", "partneratlas-benches"]),
    // Without `browser`: the views must not need its glue.
    cargo("clippy: ui", &["clippy", "--lib", "--features", "ui", "--", "-D", "warnings"]),
    call(TOOLS, None, |state| {
        state.tools = Some(Toolbox::provide()?);
        Ok(Outcome::Passed)
    }),
    Check { name: "clippy: browser", needs: Some(TOOLS), job: Job::Cargo(&for_browser("browser")) },
    Check { name: "clippy: reader", needs: Some(TOOLS), job: Job::Cargo(&for_browser("reader")) },
    Check { name: "clippy: bygg", needs: Some(TOOLS), job: Job::Cargo(&for_browser("bygg")) },
    // What the benchmarks add to the published program.
    Check { name: "clippy: bench", needs: Some(TOOLS), job: Job::Cargo(&for_browser("bench")) },
    call(BUILD, Some(TOOLS), |state| match &state.tools {
        Some(tools) => bundle::build(tools, Profile::Release).map(|()| Outcome::Passed),
        None => Ok(Outcome::Skipped("there are no tools".to_owned())),
    }),
    call("budgets", Some(BUILD), |_| budget::run(&[]).map(|()| Outcome::Passed)),
    cargo(
        "clippy: browser tests",
        &["clippy", "-p", "partneratlas-e2e", "--all-targets", "--", "-D", "warnings"],
    ),
    call("browser tests", Some(BUILD), |_| browser_tests::run()),
    call("web servers", Some(BUILD), |_| server_tests::run()),
];

/// Clippy for the Wasm with a feature.
const fn for_browser(feature: &'static str) -> [&'static str; 10] {
    [
        "clippy",
        "--lib",
        "--bins",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        feature,
        "--",
        "-D",
        "warnings",
    ]
}

const fn cargo(name: &'static str, arguments: &'static [&'static str]) -> Check {
    Check { name, needs: None, job: Job::Cargo(arguments) }
}

const fn call(
    name: &'static str,
    needs: Option<&'static str>,
    job: fn(&mut State) -> Result<Outcome>,
) -> Check {
    Check { name, needs, job: Job::Call(job) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_what_is_needed_comes_first() {
        for (index, check) in CHECKS.iter().enumerate() {
            let earlier: Vec<&str> = CHECKS.iter().take(index).map(|check| check.name).collect();
            assert!(!earlier.contains(&check.name), "{} is there twice", check.name);
            assert!(check.needs.is_none_or(|needed| earlier.contains(&needed)), "{}", check.name);
        }
    }
}
