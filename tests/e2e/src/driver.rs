//! The WebDriver servers, started by the tests themselves.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use xtask::browser::{Browser, Engine};

use crate::scratch::Scratch;
use crate::{Error, Result};

/// How long a driver may take to end, with the browser that it started.
const PATIENCE: Duration = Duration::from_secs(5);

/// A driver on a port of its own; dropping it stops it.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Goes after the process has ended.
    _scratch: Scratch,
}

impl Driver {
    /// Starts the browser's driver and waits until it listens.
    pub(crate) fn start(browser: &Browser) -> Result<Self> {
        let scratch = Scratch::new()?;
        let mut command = Command::new(&browser.driver);
        command.arg("--port=0");
        if browser.engine == Engine::Firefox {
            // Any free port for the browser as well; and its own window can be asked, for what a page
            // cannot set.
            command.args(["--websocket-port=0", "--allow-system-access"]);
        }
        let mut process = command
            .envs(["TMPDIR", "TEMP", "TMP"].map(|name| (name, scratch.path())))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|cause| format!("{}: {cause}", browser.driver.display()))?;
        let output = process.stdout.take().ok_or("the driver has no output")?;
        // From here on, dropping stops the process.
        let mut driver = Self { process, port: 0, _scratch: scratch };
        let mut output = BufReader::new(output);
        driver.port = announced_port(&mut output)?;
        // A driver that finds nobody listening to its output might end, and one that nobody reads might wait.
        thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked first, so that it ends a browser that is still there.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let start = Instant::now();
        while matches!(self.process.try_wait(), Ok(None)) && start.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(10));
        }
        // One that has ended already needs no stopping.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 41234." and in "… Listening on
/// 127.0.0.1:41234".
fn announced_port(output: &mut impl BufRead) -> Result<u16> {
    for line in output.lines() {
        let line = line?;
        let (_, port) = match line.split_once("started successfully on port ") {
            None => match line.split_once("Listening on 127.0.0.1:") {
                None => continue,
                Some(found) => found,
            },
            Some(found) => found,
        };
        return Ok(port.trim_end_matches('.').parse()?);
    }
    Err(Error::from("the driver ended without naming its port"))
}
