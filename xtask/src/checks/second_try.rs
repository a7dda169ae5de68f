//! Tests that may fail by an accident of time, on a machine that is busy with other things: a few of them
//! get a second try, and the report tells which (docs/adr/0024-a-second-try.md).

use std::process::Command;

use xtask::{Error, Result};

use super::report::Outcome;
use crate::process::{self, Echo};

/// More failures than these are no accident.
const FEW: usize = 2;

/// How the last line of a binary begins.
const RESULT: &str = "test result: ";

/// Tests that deserve a second try.
pub(super) struct Tests<'a> {
    /// Which binaries Cargo is to run, as `-p name`.
    pub(super) of: &'a [&'a str],
    /// What the binaries are told.
    pub(super) options: &'a [&'a str],
    /// What the command is given besides.
    pub(super) prepare: &'a dyn Fn(&mut Command),
}

/// Runs the tests, and once more by themselves the few that fail.
///
/// # Errors
/// Tests fail twice, more than a few fail, or something else goes wrong.
pub(super) fn run(tests: &Tests<'_>) -> Result<Outcome> {
    let first = tests.attempt(&[])?;
    let failed = failed(&first.output);
    let is_accident = (1..=FEW).contains(&failed.len()) && all_ended(&first.output);
    if first.outcome.is_ok() || !is_accident {
        return first.outcome.map(|()| Outcome::Passed);
    }
    let names = failed.join(", ");
    println!("\n  · once more, by itself: {names}");
    let mut exactly = vec!["--exact"];
    exactly.extend(&failed);
    let second = tests.attempt(&exactly)?;
    second.outcome?;
    let passed = passed(&second.output);
    if passed != failed.len() {
        return Err(Error::new(format!("{passed} ran a second time, and not just {names}")));
    }
    Ok(Outcome::PassedInTheEnd(format!("at the second try: {names}")))
}

impl Tests<'_> {
    fn attempt(&self, filter: &[&str]) -> Result<Echo> {
        // One failing binary must not hide the others.
        let mut arguments = vec!["test", "--no-fail-fast"];
        arguments.extend(self.of);
        arguments.push("--");
        arguments.extend(self.options);
        arguments.extend(filter);
        let mut command = process::cargo(&arguments);
        (self.prepare)(&mut command);
        process::echo(&mut command)
    }
}

/// The names in the closing lists of failures, of each binary of tests.
fn failed(output: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut is_list = false;
    for line in output.lines() {
        match line.strip_prefix("    ") {
            Some(name) if is_list => names.push(name),
            _ => is_list = line == "failures:" || (is_list && line.is_empty()),
        }
    }
    names
}

/// Whether each binary that began has come to its result: one that broke off lists no failures.
fn all_ended(output: &str) -> bool {
    let begins = |line: &&str| {
        line.starts_with("running ") && (line.ends_with(" tests") || line.ends_with(" test"))
    };
    let ends = |line: &&str| line.starts_with(RESULT);
    output.lines().filter(begins).count() == output.lines().filter(ends).count()
}

/// How many tests passed, in all binaries.
fn passed(output: &str) -> usize {
    let number = |line: &str| {
        let (number, _) = line.strip_prefix(RESULT)?.split_once(" passed")?;
        number.rsplit(' ').next()?.parse::<usize>().ok()
    };
    output.lines().filter_map(number).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "\
running 3 tests
test map::opens ... ok

thread 'map::closes' panicked at tests/map.rs:4:5:
    left: 1
test map::closes ... FAILED
test map::moves ... ok

failures:

failures:
    map::closes

test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s

     Running tests/servers.rs (target/debug/deps/servers)

running 1 test
test starts ... FAILED

failures:

failures:
    starts

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

error: 2 targets failed:
    `-p partneratlas-e2e --test browser`
    `-p partneratlas-e2e --test servers`
";

    #[test]
    fn what_failed_is_read_from_each_binary() {
        assert_eq!(failed(OUTPUT), ["map::closes", "starts"]);
        assert_eq!(failed("error: could not compile `x`\n\nfailures\n    y\n"), [""; 0]);
    }

    #[test]
    fn a_binary_that_broke_off_is_noticed() {
        assert!(all_ended(OUTPUT));
        let broken =
            format!("{OUTPUT}\nrunning 7 tests\ntest one ... ok\nmemory allocation failed\n");
        assert!(!all_ended(&broken));
    }

    #[test]
    fn what_passed_is_counted_over_all_binaries() {
        assert_eq!(passed(OUTPUT), 2);
        assert_eq!(
            passed("test result: ok. 1 passed; 0 failed\ntest result: ok. 12 passed; 0 failed\n"),
            13
        );
    }
}
