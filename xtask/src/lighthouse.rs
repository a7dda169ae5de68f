//! `cargo xtask lighthouse`: what Google's Lighthouse says of the pages of `dist/`, on a simulated phone.

mod report;

use std::path::Path;

use xtask::browser::Engine;
use xtask::server::Server;
use xtask::{Context, Error, Result, workspace};

use crate::{process, tools};
use report::Report;

/// Where the judge's packages are.
const PACKAGES: &str = "tests/lighthouse";
/// The start page and that of a record, in both languages.
const PAGES: [&str; 4] = ["", "en/", "projekt/evolaq/", "en/project/evolaq/"];
/// A busy machine makes one run slow; the middle of three is not moved by it.
const RUNS: usize = 3;

/// Judges the pages; one that falls short is an error.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let pages: Vec<&str> = match arguments {
        [] => PAGES.to_vec(),
        named => named.iter().map(String::as_str).collect(),
    };
    let browser = tools::browser(Engine::Chromium)?.context(format!(
        "no Chromium here; as root: {}",
        tools::browser_by_hand(Engine::Chromium)
    ))?;
    let packages = tools::install_npm_packages("Lighthouse", &workspace::path(PACKAGES))?;
    let judge = packages.join("lighthouse/cli/index.js");
    let server = Server::start(workspace::dist(), None, None)
        .context("nothing is built yet: run `cargo xtask build` first")?;
    let mut short = Vec::new();
    for page in pages {
        let address = format!("{}{page}", server.url());
        let mut reports = (0..RUNS)
            .map(|_| judge_once(&judge, &browser.program, &address))
            .collect::<Result<Vec<_>>>()?;
        reports.sort_by(|a, b| a.speed().total_cmp(&b.speed()));
        let report = reports.swap_remove(RUNS / 2);
        println!("/{page}: {report}");
        short.extend(report.shortcomings().into_iter().map(|what| format!("/{page}: {what}")));
    }
    if short.is_empty() { Ok(()) } else { Err(Error::new(short.join("; "))) }
}

fn judge_once(judge: &Path, chromium: &Path, address: &str) -> Result<Report> {
    let mut node = process::program("node", &[]);
    node.arg(judge).arg(address).env("CHROME_PATH", chromium);
    node.args(["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]);
    Report::read(&process::capture(&mut node)?)
}
