//! What a run found.

use std::fmt;

use serde_json::Value;
use xtask::{Context, Result};

/// Categories, each of which is to have the full score.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// A measured value and the most that it may be.
struct Metric {
    id: &'static str,
    name: &'static str,
    most: f64,
    unit: &'static str,
}

const METRICS: [Metric; 4] = [
    Metric { id: "first-contentful-paint", name: "FCP", most: 1200.0, unit: " ms" },
    Metric { id: "largest-contentful-paint", name: "LCP", most: 1200.0, unit: " ms" },
    Metric { id: "total-blocking-time", name: "TBT", most: 50.0, unit: " ms" },
    Metric { id: "cumulative-layout-shift", name: "CLS", most: 0.0, unit: "" },
];

/// The scores of one run, from 0 to 100, its metrics, and what cost points.
pub(super) struct Report {
    scores: [f64; CATEGORIES.len()],
    metrics: [f64; METRICS.len()],
    lost: Vec<String>,
}

impl Report {
    /// Reads Lighthouse's JSON.
    pub(super) fn read(json: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(json).context("Lighthouse's report")?;
        let number = |path: &str| report.pointer(path).and_then(Value::as_f64);
        let mut scores = [0.0; CATEGORIES.len()];
        for (score, id) in scores.iter_mut().zip(CATEGORIES) {
            let found = number(&format!("/categories/{id}/score"));
            *score = 100.0 * found.context(format!("Lighthouse gives no score for {id}"))?;
        }
        let mut metrics = [0.0; METRICS.len()];
        for (value, Metric { id, .. }) in metrics.iter_mut().zip(METRICS) {
            let found = number(&format!("/audits/{id}/numericValue"));
            *value = found.context(format!("Lighthouse gives no {id}"))?;
        }
        Ok(Self { scores, metrics, lost: lost(&report) })
    }

    /// The score for speed.
    pub(super) fn speed(&self) -> f64 {
        self.scores.first().copied().unwrap_or_default()
    }

    /// What is not as it should be.
    pub(super) fn shortcomings(&self) -> Vec<String> {
        let scores = CATEGORIES.iter().zip(self.scores).filter(|(_, score)| *score < 99.5);
        let scores = scores.map(|(name, score)| format!("{name} is {score:.0}"));
        let slow = METRICS.iter().zip(self.metrics).filter(|(metric, value)| *value > metric.most);
        let slow = slow.map(|(Metric { name, most, unit, .. }, value)| {
            format!("{name} is {value:.3}{unit}, more than {most}{unit}")
        });
        scores.chain(slow).collect()
    }
}

/// The audits that count and are not full.
fn lost(report: &Value) -> Vec<String> {
    let audits =
        CATEGORIES.iter().filter_map(|id| report.pointer(&format!("/categories/{id}/auditRefs")));
    let audits = audits.filter_map(Value::as_array).flatten();
    let audits = audits.filter(|audit| audit.get("weight").and_then(Value::as_f64) > Some(0.0));
    let ids = audits.filter_map(|audit| audit.get("id")?.as_str());
    let score = |id: &str| report.pointer(&format!("/audits/{id}/score"))?.as_f64();
    ids.filter_map(|id| Some((id, score(id)?)))
        .filter(|(_, score)| *score < 1.0)
        .map(|(id, score)| format!("{id} {:.0}", 100.0 * score))
        .collect()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, score) in CATEGORIES.iter().zip(self.scores) {
            write!(f, "{name} {score:.0}, ")?;
        }
        for (Metric { name, unit, .. }, value) in METRICS.iter().zip(self.metrics) {
            write!(f, "{name} {value:.3}{unit}, ")?;
        }
        match self.lost.as_slice() {
            [] => f.write_str("nothing lost"),
            lost => write!(f, "lost by {}", lost.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A report with this score for speed and this shift.
    fn report(speed: f64, shift: f64) -> Report {
        let category = |score: f64| serde_json::json!({"score": score, "auditRefs": [{"id": "cumulative-layout-shift", "weight": 25}]});
        let audit = |value: f64| serde_json::json!({"numericValue": value, "score": if value > 0.0 { 0.5 } else { 1.0 }});
        let full = category(1.0);
        let json = serde_json::json!({
            "categories": {"performance": category(speed), "accessibility": full, "best-practices": full, "seo": full},
            "audits": {"first-contentful-paint": audit(0.0), "largest-contentful-paint": audit(0.0),
                       "total-blocking-time": audit(0.0), "cumulative-layout-shift": audit(shift)},
        });
        Report::read(&json.to_string()).unwrap()
    }

    #[test]
    fn a_full_score_without_shift_is_all_that_passes() {
        assert_eq!(report(1.0, 0.0).shortcomings(), Vec::<String>::new());
        let shifted = report(0.98, 0.01);
        assert_eq!(shifted.shortcomings(), ["performance is 98", "CLS is 0.010, more than 0"]);
        assert!(shifted.to_string().contains("cumulative-layout-shift 50"), "{shifted}");
    }

    #[test]
    fn a_report_without_scores_is_an_error() {
        assert!(Report::read("{}").is_err());
    }
}
