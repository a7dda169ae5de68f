//! `ChromeDriver`, started by the tests themselves.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::scratch::Scratch;
use crate::{Error, Result};

/// A `ChromeDriver` on a port of its own; dropping it stops it.
#[derive(Debug)]
pub(crate) struct ChromeDriver {
    process: Child,
    port: u16,
    /// Kept open: a driver that finds nobody listening to its output might end.
    _output: BufReader<ChildStdout>,
    /// Goes after the process has ended.
    _scratch: Scratch,
}

impl ChromeDriver {
    /// Starts the program and waits until it listens.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        let scratch = Scratch::new()?;
        let mut process = Command::new(program)
            .arg("--port=0")
            .envs(["TMPDIR", "TEMP", "TMP"].map(|name| (name, scratch.path())))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|cause| format!("{}: {cause}", program.display()))?;
        let output = process.stdout.take().ok_or("ChromeDriver has no output")?;
        let mut output = BufReader::new(output);
        let port = announced_port(&mut output);
        // From here on, dropping stops the process.
        let mut driver = Self { process, port: 0, _output: output, _scratch: scratch };
        driver.port = port?;
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }
}

impl Drop for ChromeDriver {
    fn drop(&mut self) {
        // One that has ended already needs no stopping.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 41234."
fn announced_port(output: &mut impl BufRead) -> Result<u16> {
    for line in output.lines() {
        let line = line?;
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    Err(Error::from("ChromeDriver ended without naming its port"))
}
