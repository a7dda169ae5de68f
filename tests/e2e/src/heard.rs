//! What a screen reader is told, as the browser works it out.

use serde::Deserialize;
use serde_json::json;

use crate::{Atlas, Result};

impl Atlas {
    /// The accessible names of what has a role within the first node that a CSS selector fits, in order.
    ///
    /// # Errors
    /// There is no such node.
    pub async fn names_heard(&self, selector: &str, role: &str) -> Result<Vec<String>> {
        let cdp = self.driver().cdp();
        let find = format!(
            "document.querySelector('partner-atlas').shadowRoot.querySelector({selector:?})"
        );
        let found = cdp.send_raw("Runtime.evaluate", json!({ "expression": find })).await?;
        let node = found.pointer("/result/objectId").ok_or(format!("there is no {selector}"))?;
        let asked = json!({ "objectId": node, "role": role });
        let tree = cdp.send_raw("Accessibility.queryAXTree", asked).await?;
        let nodes: Vec<Told> =
            serde_json::from_value(tree.get("nodes").cloned().unwrap_or_default())?;
        let told = nodes.into_iter().filter(|node| !node.ignored);
        Ok(told.filter_map(|node| node.name?.value).collect())
    }
}

/// A node of the accessibility tree.
#[derive(Debug, Deserialize)]
struct Told {
    ignored: bool,
    name: Option<Name>,
}

#[derive(Debug, Deserialize)]
struct Name {
    value: Option<String>,
}
