//! What Firefox tells and takes besides WebDriver's questions and answers: `WebDriver BiDi`, over a socket
//! of its own. Chromium has its tools for developers for that.

use std::net::TcpStream;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use crate::{Outcome, Result};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Tells of every breach of a page's Content Security Policy.
const REPORT_BREACHES: &str = "(tell) => addEventListener('securitypolicyviolation', (breach) => \
    tell(`Content Security Policy: ${breach.effectiveDirective} ${breach.blockedURI} ${breach.sample} \
    in ${breach.sourceFile}:${breach.lineNumber}`))";

/// The socket to a browser.
#[derive(Debug)]
pub(crate) struct Channel(Mutex<Line>);

/// Something that a page, or the browser about it, has written into the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) level: Level,
    pub(crate) text: String,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Error,
    Warning,
    Other,
}

#[derive(Debug)]
struct Line {
    socket: WebSocket<TcpStream>,
    /// The number of the last question.
    asked: u64,
    entries: Vec<Entry>,
}

impl Channel {
    /// Opens the socket at the address that the browser names, and asks for the console of all pages.
    pub(crate) fn open(url: &str) -> Result<Self> {
        let rest = url.strip_prefix("ws://").ok_or_else(|| format!("no socket at {url}"))?;
        let stream = TcpStream::connect(rest.split('/').next().unwrap_or_default())?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let (socket, _) = tungstenite::client(url, stream).map_err(|cause| cause.to_string())?;
        let channel = Self(Mutex::new(Line { socket, asked: 0, entries: Vec::new() }));
        channel
            .ask("session.subscribe", &json!({ "events": ["log.entryAdded", "script.message"] }))?;
        let told = json!([{ "type": "channel", "value": { "channel": "breaches" } }]);
        let script = json!({ "functionDeclaration": REPORT_BREACHES, "arguments": told });
        channel.ask("script.addPreloadScript", &script)?;
        Ok(channel)
    }

    /// Asks for something, and waits for the answer.
    pub(crate) fn ask(&self, method: &str, given: &Value) -> Result<Value> {
        self.line().ask(method, given)
    }

    /// Takes everything that has been told until now by the page in a tab.
    pub(crate) fn take_entries(&self, tab: &str) -> Result<Vec<Entry>> {
        let mut line = self.line();
        // What the page told before it answers has arrived before the answer. A tab that is about to show
        // another page may refuse.
        let nothing =
            json!({ "expression": "0", "target": { "context": tab }, "awaitPromise": false });
        let _ = line.ask("script.evaluate", &nothing);
        line.ask("session.status", &json!({}))?;
        Ok(std::mem::take(&mut line.entries))
    }

    /// Runs a script before everything else in each page of a tab from the next one on.
    pub(crate) fn prepare(&self, tab: &str, source: &str) -> Outcome {
        let function = format!("() => {{ {source} }}");
        let script = json!({ "functionDeclaration": function, "contexts": [tab] });
        self.ask("script.addPreloadScript", &script)?;
        Ok(())
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Line {
    fn ask(&mut self, method: &str, given: &Value) -> Result<Value> {
        self.asked += 1;
        let question = json!({ "id": self.asked, "method": method, "params": given });
        self.socket.send(Message::text(question.to_string()))?;
        loop {
            let Message::Text(text) = self.socket.read()? else { continue };
            let told: Value = serde_json::from_str(&text)?;
            if told.get("id").and_then(Value::as_u64) == Some(self.asked) {
                return match told.get("result") {
                    Some(result) => Ok(result.clone()),
                    None => Err(format!("{method}: {told}").into()),
                };
            }
            self.entries.extend(entry(&told));
        }
    }
}

/// What an event says that ends up in the console.
fn entry(told: &Value) -> Option<Entry> {
    let text = |pointer: &str| told.pointer(pointer).and_then(Value::as_str);
    match text("/method")? {
        "script.message" => {
            let text = text("/params/data/value")?.to_owned();
            Some(Entry { level: Level::Error, text })
        }
        "log.entryAdded" => {
            let level = match text("/params/level")? {
                "error" => Level::Error,
                "warn" => Level::Warning,
                _ => Level::Other,
            };
            // What was given to the console beside its first word, as errors often are.
            let rest = told.pointer("/params/args").map(Value::to_string).unwrap_or_default();
            Some(Entry { level, text: format!("{} {rest}", text("/params/text")?) })
        }
        _ => None,
    }
}
