//! Where the main thread's time goes: the browser's own trace of a session, between the marks that
//! the page sets about each interaction.

use std::collections::BTreeMap;
use std::fmt::Write;

use partneratlas_e2e::Result;
use serde::Deserialize;
use serde_json::Value;

/// What the browser records: tasks, script, style, layout, paint, and the page's marks.
pub(crate) const CATEGORIES: [&str; 6] = [
    "-*",
    "toplevel",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "blink.user_timing",
    "v8",
];

/// The marks of `benches/page/measure.js`.
const BEGIN: &str = "pa-begin";
const END: &str = "pa-end";

#[derive(Deserialize)]
struct Trace {
    #[serde(rename = "traceEvents")]
    events: Vec<Event>,
}

/// One thing that was recorded; times in microseconds.
#[derive(Deserialize)]
struct Event {
    name: String,
    #[serde(default)]
    cat: String,
    ph: String,
    pid: u64,
    tid: u64,
    #[serde(default)]
    ts: f64,
    #[serde(default)]
    dur: f64,
}

impl Event {
    fn is_mark(&self, name: &str) -> bool {
        self.name == name && self.cat.contains("blink.user_timing")
    }

    fn end(&self) -> f64 {
        self.ts + self.dur
    }
}

/// Milliseconds for each interaction, by what the browser calls it, without what lies within.
#[derive(Debug, Default)]
pub(crate) struct Breakdown {
    interactions: usize,
    tasks: f64,
    own: BTreeMap<String, f64>,
}

impl Breakdown {
    /// Of a trace as the browser writes it.
    pub(crate) fn of(trace: Value) -> Result<Self> {
        let mut events = Trace::deserialize(trace)?.events;
        events.sort_by(|a, b| a.ts.total_cmp(&b.ts).then(b.dur.total_cmp(&a.dur)));
        let mark = events.iter().find(|event| event.is_mark(BEGIN)).ok_or("no mark was traced")?;
        let (process, thread) = (mark.pid, mark.tid);
        events.retain(|event| event.pid == process && event.tid == thread);
        let times = |name: &'static str| {
            events.iter().filter(move |event| event.is_mark(name)).map(|event| event.ts)
        };
        let windows: Vec<(f64, f64)> = times(BEGIN).zip(times(END)).collect();
        let mut breakdown = Self { interactions: windows.len(), ..Self::default() };
        let spans: Vec<&Event> = events.iter().filter(|event| event.ph == "X").collect();
        for (begin, end) in windows {
            breakdown.add(&spans, begin, end);
        }
        Ok(breakdown)
    }

    /// Adds the spans of one interaction, cut to it. They come sorted, outer ones first.
    fn add(&mut self, spans: &[&Event], begin: f64, end: f64) {
        let first = spans.partition_point(|span| span.ts < begin - LONGEST);
        let within = spans.iter().skip(first).take_while(|span| span.ts < end);
        // The spans that are open, each with where its children have come to an end.
        let mut open: Vec<&Event> = Vec::new();
        for span in within.filter(|span| span.end() > begin) {
            let time = |span: &Event| (span.end().min(end) - span.ts.max(begin)).max(0.0) / 1000.0;
            while open.last().is_some_and(|outer| outer.end() <= span.ts) {
                open.pop();
            }
            if let Some(outer) = open.last() {
                *self.own.entry(outer.name.clone()).or_default() -= time(span);
            } else {
                self.tasks += time(span);
            }
            *self.own.entry(span.name.clone()).or_default() += time(span);
            open.push(span);
        }
    }

    /// A table by what took longest.
    pub(crate) fn report(&self, measured: f64) -> String {
        let each =
            |time: f64| time / f64::from(u32::try_from(self.interactions).unwrap_or(1).max(1));
        let mut text = format!(
            "{} interactions; main thread busy {:.2} ms each by the trace, {measured:.2} ms measured\n\n\
             | ms each | share | what |\n| ---: | ---: | --- |\n",
            self.interactions,
            each(self.tasks)
        );
        let mut rows: Vec<_> = self.own.iter().collect();
        rows.sort_by(|a, b| b.1.total_cmp(a.1));
        for (name, time) in rows.into_iter().take(20) {
            // A string takes all that is written.
            let _ = writeln!(
                text,
                "| {:.2} | {:.1} % | {name} |",
                each(*time),
                100.0 * time / self.tasks
            );
        }
        text
    }
}

/// No task is longer, in microseconds.
const LONGEST: f64 = 60e6;

#[cfg(test)]
mod tests {
    use super::*;
    use partneratlas_e2e::Outcome;
    use serde_json::json;

    #[test]
    fn what_lies_within_is_taken_off() -> Outcome {
        let mark = |name, ts| json!({ "name": name, "cat": "blink.user_timing", "ph": "I", "pid": 1, "tid": 1, "ts": ts });
        let span = |name, ts, dur| json!({ "name": name, "ph": "X", "pid": 1, "tid": 1, "ts": ts, "dur": dur });
        let breakdown = Breakdown::of(json!({ "traceEvents": [
            mark(BEGIN, 1000), mark(END, 9000),
            span("RunTask", 0, 5000), span("Layout", 2000, 1000), span("RunTask", 20_000, 1000),
        ] }))?;
        assert_eq!(breakdown.tasks, 4.0);
        assert_eq!(breakdown.own.get("RunTask"), Some(&3.0));
        assert_eq!(breakdown.own.get("Layout"), Some(&1.0));
        Ok(())
    }
}
