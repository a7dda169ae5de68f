//! Where the time goes: samples of the browser's profiler, by function.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use partneratlas_e2e::Outcome;
use serde::Deserialize;
use serde_json::Value;

/// How many functions a table has.
const ROWS: usize = 40;

/// Not work: the page waits for the display.
const WAITING: &str = "(idle)";

/// What the product's own functions are called.
const PRODUCT: &str = "partneratlas::";

/// Milliseconds by function.
#[derive(Debug, Default)]
pub(crate) struct Profile {
    own: BTreeMap<String, f64>,
    /// With what it calls.
    whole: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recorded {
    nodes: Vec<Node>,
    samples: Vec<u32>,
    time_deltas: Vec<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    id: u32,
    call_frame: Frame,
    #[serde(default)]
    children: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Frame {
    function_name: String,
    url: String,
    line_number: i64,
}

impl Frame {
    fn name(&self) -> String {
        let file = self.url.rsplit('/').next().unwrap_or_default();
        match (self.function_name.as_str(), file) {
            ("", file) => format!("(anonymous) {file}:{}", self.line_number + 1),
            (name, "") => name.to_owned(),
            (name, file) if file.ends_with(".js") => format!("{name} ({file})"),
            (name, _) => name.to_owned(),
        }
    }
}

impl Profile {
    /// Adds what `Profiler.stop` gave.
    pub(crate) fn add(&mut self, stopped: &Value) -> Outcome {
        let recorded = Recorded::deserialize(&stopped["profile"])?;
        let names: BTreeMap<u32, String> =
            recorded.nodes.iter().map(|node| (node.id, node.call_frame.name())).collect();
        let parents: BTreeMap<u32, u32> = recorded
            .nodes
            .iter()
            .flat_map(|node| node.children.iter().map(|child| (*child, node.id)))
            .collect();
        for (sample, micros) in recorded.samples.iter().zip(&recorded.time_deltas) {
            let time = micros / 1000.0;
            let chain = std::iter::successors(Some(sample), |id| parents.get(id));
            let functions: BTreeSet<&String> = chain.filter_map(|id| names.get(id)).collect();
            for function in functions {
                *self.whole.entry(function.clone()).or_default() += time;
            }
            if let Some(function) = names.get(sample) {
                *self.own.entry(function.clone()).or_default() += time;
            }
        }
        Ok(())
    }

    /// Three tables: the functions in which the time was spent, and those under which it was.
    pub(crate) fn report(&self) -> String {
        let sum: f64 =
            self.own.iter().filter(|(name, _)| *name != WAITING).map(|(_, time)| time).sum();
        let mut text = format!("{sum:.1} ms of work in all\n");
        let product = self.whole.iter().filter(|(name, _)| name.contains(PRODUCT));
        let product = product.map(|(name, time)| (name.clone(), *time)).collect();
        for (title, times) in [
            ("in itself", &self.own),
            ("with what it calls, the product's own", &product),
            ("with what it calls", &self.whole),
        ] {
            let mut rows: Vec<(&String, &f64)> = times
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), WAITING | "(root)"))
                .collect();
            rows.sort_by(|a, b| b.1.total_cmp(a.1));
            // A string takes all that is written.
            let _ = writeln!(text, "\n| ms {title} | share | function |\n| ---: | ---: | --- |");
            for (name, time) in rows.into_iter().take(ROWS) {
                let share = 100.0 * time / sum;
                let _ = writeln!(text, "| {time:.1} | {share:.1} % | {} |", short(name));
            }
        }
        text
    }
}

/// A name that fits into a line.
fn short(name: &str) -> String {
    name.chars().take(140).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn time_belongs_to_a_function_and_to_its_callers() -> Outcome {
        let frame = |name| json!({ "functionName": name, "url": "", "lineNumber": 0 });
        let stopped = json!({ "profile": {
            "nodes": [
                { "id": 1, "callFrame": frame("a"), "children": [2] },
                { "id": 2, "callFrame": frame("b") },
            ],
            "samples": [1, 2, 2],
            "timeDeltas": [1000, 2000, 3000],
        } });
        let mut profile = Profile::default();
        profile.add(&stopped)?;
        assert_eq!(profile.own.get("b"), Some(&5.0));
        assert_eq!(profile.whole.get("a"), Some(&6.0));
        Ok(())
    }
}
