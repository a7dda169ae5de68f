//! Running other programs: their output goes straight to the terminal, their failure becomes a
//! sentence that names the command.

use std::env;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use xtask::{Context, Error, Result, workspace};

/// Cargo in the repository's top folder, the same one that started this program.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(workspace::root());
    command
}

/// The product's own tool for catalogue files, with one of its commands.
pub(crate) fn seeds(command: &str) -> Command {
    let mut tool = cargo(&["run", "--quiet", "--manifest-path"]);
    tool.arg(workspace::path("Cargo.toml"));
    tool.args(["--features", "tool", "--bin", "seeds", "--", command]);
    tool
}

/// A program in the repository's top folder.
pub(crate) fn program(name: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(workspace::root());
    command
}

/// Runs a command to its end, its output visible.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status =
        command.stdin(Stdio::null()).status().map_err(|cause| not_started(command, &cause))?;
    ended(command, status)
}

fn ended(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(Error::new(format!("`{}` ended with {status}", shown(command))))
}

/// What became of a command that was listened to.
#[derive(Debug)]
pub(crate) struct Echo {
    /// An error if the command failed.
    pub(crate) outcome: Result<()>,
    /// What it printed, but for its errors.
    pub(crate) output: String,
}

/// Runs a command to its end, its output visible line by line, and keeps that.
pub(crate) fn echo(command: &mut Command) -> Result<Echo> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|cause| not_started(command, &cause))?;
    let mut output = String::new();
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let line = line.context(format!("`{}` printed no text", shown(command)))?;
        println!("{line}");
        output.push_str(&line);
        output.push('\n');
    }
    let status = child.wait().context(format!("`{}` was lost", shown(command)))?;
    Ok(Echo { outcome: ended(command, status), output })
}

/// Runs a command and returns what it printed.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let output =
        command.stdin(Stdio::null()).output().map_err(|cause| not_started(command, &cause))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(Error::new(format!(
            "`{}` ended with {}: {said}",
            shown(command),
            output.status
        )));
    }
    String::from_utf8(output.stdout).context(format!("`{}` printed no text", shown(command)))
}

fn not_started(command: &Command, cause: &io::Error) -> Error {
    Error::new(format!("`{}` could not be started: {cause}", shown(command)))
}

/// A command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program()).to_string_lossy();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        assert_eq!(shown(&program("/usr/bin/npm", &["ci", "--silent"])), "npm ci --silent");
    }

    #[test]
    fn what_is_printed_is_kept() {
        let echo = echo(&mut cargo(&["--version"])).unwrap();
        assert!(echo.outcome.is_ok() && echo.output.starts_with("cargo "), "{echo:?}");
        let failed = super::echo(&mut cargo(&["no-such-command"])).unwrap();
        assert!(failed.outcome.unwrap_err().to_string().contains("ended with"));
    }

    #[test]
    fn a_failure_names_the_command() {
        let missing = run(&mut program("no-such-program", &["x"])).unwrap_err().to_string();
        assert!(missing.contains("`no-such-program x` could not be started"), "{missing}");
        let failed = capture(&mut cargo(&["no-such-command"])).unwrap_err().to_string();
        assert!(failed.contains("`cargo no-such-command` ended with"), "{failed}");
    }
}
