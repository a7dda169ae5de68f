//! axe-core, run on what the browser shows.

use std::fmt;
use std::fs;

use serde::Deserialize;
use serde_json::Value;

use crate::{Browser, Result};

/// Where npm puts it.
const PATH: &str = "node_modules/axe-core/axe.min.js";

/// Everything that WCAG 2.2 AA and good custom ask for. The size of targets is off by default.
const RUN: &str = "return axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
}).then(({ violations }) => violations.map(({ id, help, nodes }) => ({
    rule: id, help, nodes: nodes.map(({ target, html, failureSummary }) =>
        `${JSON.stringify(target)}\\n      ${html.slice(0, 300)}\\n      ${failureSummary}`) })))";

/// A rule that is broken, and where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Violation {
    /// The rule's id.
    pub rule: String,
    /// The rule in words.
    pub help: String,
    /// The nodes that break it.
    pub nodes: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {} ({}), {} nodes:", self.rule, self.help, self.nodes.len())?;
        self.nodes.iter().take(5).try_for_each(|node| writeln!(f, "    {node}"))
    }
}

impl Browser {
    /// What axe-core finds wrong with the page, open shadow roots included.
    ///
    /// # Errors
    /// axe-core is not installed, or cannot run.
    pub async fn violations(&self) -> Result<Vec<Violation>> {
        if !self.run::<bool>("return 'axe' in window", vec![]).await? {
            let file = xtask::workspace::path(PATH);
            let axe = fs::read_to_string(&file).map_err(|cause| format!("{PATH}: {cause}"))?;
            self.run::<Value>(&axe, vec![]).await?;
        }
        self.run(RUN, vec![]).await
    }
}
