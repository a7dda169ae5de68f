//! What became of the checks, as a table and a closing line.

use std::fmt::{self, Display};
use std::time::Duration;

/// How a check ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    /// With what did not at first.
    PassedInTheEnd(String),
    /// With what went wrong.
    Failed(String),
    /// With the reason.
    Skipped(String),
}

/// The outcomes so far, in order.
#[derive(Debug, Default)]
pub(super) struct Report {
    entries: Vec<(&'static str, Outcome, Duration)>,
}

impl Report {
    /// Notes an outcome and says it.
    pub(super) fn add(&mut self, name: &'static str, outcome: Outcome, time: Duration) {
        let reason = outcome.reason();
        let separator = if reason.is_empty() { "" } else { ": " };
        println!("  {} in {}{separator}{reason}", outcome.word(), Seconds(time));
        self.entries.push((name, outcome, time));
    }

    /// Whether the check of that name ran and passed.
    pub(super) fn passed(&self, name: &str) -> bool {
        self.entries.iter().any(|(known, outcome, _)| *known == name && outcome.word() == "passed")
    }

    /// Whether any check failed.
    pub(super) fn has_failures(&self) -> bool {
        self.count("failed") > 0
    }

    fn count(&self, word: &str) -> usize {
        self.entries.iter().filter(|(_, outcome, _)| outcome.word() == word).count()
    }
}

impl Outcome {
    const fn word(&self) -> &'static str {
        match self {
            Self::Passed | Self::PassedInTheEnd(_) => "passed",
            Self::Failed(_) => "failed",
            Self::Skipped(_) => "skipped",
        }
    }

    fn reason(&self) -> &str {
        match self {
            Self::Passed => "",
            Self::PassedInTheEnd(reason) | Self::Failed(reason) | Self::Skipped(reason) => reason,
        }
    }
}

/// The table, and as its last line `N passed, N failed, N skipped`, which machines read.
impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Summary")?;
        for (name, outcome, time) in &self.entries {
            let time = Seconds(*time).to_string();
            let line =
                format!("  {:<8} {name:<22} {time:>11}  {}", outcome.word(), outcome.reason());
            writeln!(f, "{}", line.trim_end())?;
        }
        let count = |word| self.count(word);
        write!(
            f,
            "\n{} passed, {} failed, {} skipped",
            count("passed"),
            count("failed"),
            count("skipped")
        )
    }
}

/// A time as people say it: `0.4 s`, `2 min 05 s`.
struct Seconds(Duration);

impl Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_secs() {
            0..60 => write!(f, "{:.1} s", self.0.as_secs_f64()),
            seconds => write!(f, "{} min {:02} s", seconds / 60, seconds % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts() {
        let mut report = Report::default();
        report.add("a", Outcome::Passed, Duration::from_millis(420));
        report.add("b", Outcome::Failed("`x` ended with 1".to_owned()), Duration::from_secs(125));
        report.add("c", Outcome::Skipped("no browser".to_owned()), Duration::ZERO);
        report.add("d", Outcome::PassedInTheEnd("at the second try: x".to_owned()), Duration::ZERO);
        let text = report.to_string();
        assert!(text.ends_with("\n2 passed, 1 failed, 1 skipped"), "{text}");
        assert!(text.contains("0.4 s") && text.contains("2 min 05 s  `x` ended with 1"), "{text}");
        let again = text.lines().find(|line| line.ends_with("  at the second try: x")).unwrap();
        assert!(again.starts_with("  passed   d "), "{text}");
        assert!(report.has_failures() && report.passed("a") && !report.passed("c"));
        assert!(report.passed("d"), "in the end it did");
    }
}
