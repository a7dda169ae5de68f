//! From text to a document, past every fault on the way.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::faults::{Faults, Spot};
use super::finding::{Finding, Path, Step};
use super::merge::append;
use super::outline::Outline;
use crate::catalogue::{Document, SCHEMA_VERSION};

/// A file to read: its name for messages, and its text.
#[derive(Debug, Clone)]
pub struct File {
    /// The name that findings carry.
    pub name: String,
    /// The JSON text.
    pub text: String,
}

impl File {
    /// Whether a file of this name holds a catalogue: JSON, but not the schema beside it.
    #[must_use]
    pub fn is_catalogue(name: &str) -> bool {
        name.ends_with(".json") && !name.ends_with(".schema.json")
    }
}

/// A file that has been read as far as it goes.
#[derive(Debug)]
pub struct Parsed<'file> {
    /// The file.
    pub file: &'file File,
    /// What could be read of it. Elements that could not are missing from their sections.
    pub document: Document,
    /// Whether it is a catalogue of a version that this program knows.
    pub is_catalogue: bool,
    /// Its number among all files.
    pub(super) number: usize,
    /// Its parts as texts.
    pub(super) outline: Outline<'file>,
    /// Where the elements of each section stand in the file, since some may be missing here.
    indices: BTreeMap<String, Vec<usize>>,
}

impl Parsed<'_> {
    /// Where in the file the element of a section stands that is at `position` in the document.
    pub(super) fn path(&self, section: &str, position: usize) -> Path {
        Path::element(section, self.index_in_file(section, position))
    }

    fn index_in_file(&self, section: &str, position: usize) -> usize {
        let indices = self.indices.get(section);
        indices.and_then(|indices| indices.get(position)).copied().unwrap_or(position)
    }

    /// Whether an element of the document has no fault.
    pub(super) fn is_sound(&self, section: &str, position: usize, faults: &Faults) -> bool {
        let index = self.index_in_file(section, position);
        let section = self.outline.member(section);
        section.is_none_or(|section| !faults.has(Spot { file: self.number, section, index }))
    }

    /// What has no fault, and how many records of the file are not among it.
    #[must_use]
    pub fn into_sound(mut self, faults: &Faults) -> (Document, usize) {
        let mut document = std::mem::take(&mut self.document);
        macro_rules! sift {
            ($($section:ident)*) => {$(
                let mut position = 0..;
                document.$section.retain(|_| {
                    let position = position.next().unwrap_or_default();
                    self.is_sound(stringify!($section), position, faults)
                });
            )*};
        }
        sift!(publishers municipalities contacts countries places themes funders programmes sources records);
        let records =
            self.outline.member("records").and_then(|number| self.outline.members.get(number));
        let given = records.and_then(|member| member.elements.as_ref()).map_or(0, Vec::len);
        let left_out = given.saturating_sub(document.records.len());
        (document, left_out)
    }
}

/// How many faults are told of one element; a bound on the work for hostile files.
const MAX_FAULTS_PER_ELEMENT: usize = 50;

/// How long an element may be, in bytes of its text: some thirty times as long as the longest record that
/// anybody has written. What is longer makes no page that can be read.
const MAX_ELEMENT: usize = 65_536;

/// How much text is read in one step: some milliseconds' work.
const STEP: usize = 65_536;

/// What an element costs beside its text, in bytes that would take as long.
const ELEMENT: usize = 200;

/// What stands in for a required field that is missing, so that reading goes on to the next fault.
/// The element is reported and never published.
fn placeholder(field: &str) -> Value {
    match field {
        "title" | "summary" | "name" | "what" | "label" => json!({ "sv": "-" }),
        "precision" => json!("area"),
        "form" => json!("project"),
        "kind" => json!("related-to"),
        "status" => json!("unstated"),
        "asOf" => json!("2000"),
        "sources" => json!([]),
        "code" | "municipality" => json!("0000"),
        "currency" => json!("SEK"),
        "page" => json!("https://example.se"),
        "value" | "amount" | "schemaVersion" => json!(1),
        _ => json!("x"),
    }
}

/// Reads one file. Every fault goes to `faults`; what is sound is kept.
#[must_use]
pub fn read<'file>(number: usize, file: &'file File, faults: &mut Faults) -> Parsed<'file> {
    let mut reading = Reading::new(number, file, faults);
    while reading.step(faults) {}
    reading.finish()
}

/// A file that is being read, a few elements at a time.
#[derive(Debug)]
pub struct Reading<'file> {
    parsed: Parsed<'file>,
    /// The sections that are lists of the format, by their number, which are read element by element.
    sections: Vec<usize>,
    /// The next element of the last of them.
    next: usize,
    buffer: String,
}

impl<'file> Reading<'file> {
    /// Takes a file apart, and reads all but its lists. `number` tells it from other files.
    #[must_use]
    pub fn new(number: usize, file: &'file File, faults: &mut Faults) -> Self {
        let outline = Outline::new(&file.text);
        let (is_object, outline) = match outline {
            Ok(outline) => (true, outline),
            Err(error) => {
                faults.add(broken(file, &error));
                (false, Outline::default())
            }
        };
        let (document, indices) = (Document::default(), BTreeMap::new());
        let parsed = Parsed { file, document, is_catalogue: false, number, outline, indices };
        let mut reading = Self { parsed, sections: Vec::new(), next: 0, buffer: String::new() };
        if is_object {
            reading.read_frame(faults);
        }
        reading
    }

    /// What is no list, and which lists there are.
    fn read_frame(&mut self, faults: &mut Faults) {
        let mut frame = Map::new();
        for (number, member) in self.parsed.outline.members.iter().enumerate() {
            let path = Path::default().field(&member.name);
            if self.parsed.outline.member(&member.name) != Some(number) {
                faults.push(&self.parsed, &path, "fältet står två gånger: ta bort det ena");
            } else if member.elements.is_some() && is_section(&member.name) {
                self.sections.push(number);
            } else {
                match serde_json::from_str(member.text) {
                    Ok(value) => drop(frame.insert(member.name.clone(), value)),
                    Err(error) => faults.push(&self.parsed, &path, &in_swedish(&error.to_string())),
                }
            }
        }
        // The first section first.
        self.sections.reverse();
        let version = frame.get("schemaVersion").and_then(Value::as_u64);
        self.parsed.is_catalogue = version.is_some_and(|version| version <= SCHEMA_VERSION.into());
        let frame =
            recover::<Document>(&self.parsed, &Path::default(), Value::Object(frame), faults);
        if let Some(frame) = frame.and_then(|frame| again(&frame)) {
            self.parsed.document = frame;
        }
        if self.parsed.document.schema_version > SCHEMA_VERSION {
            let path = Path::default().field("schemaVersion");
            let mend = format!(
                "filen är skriven för en nyare version; den här läser version {SCHEMA_VERSION}"
            );
            faults.push(&self.parsed, &path, &mend);
        }
    }

    /// Reads some more elements; whether there are more.
    pub fn step(&mut self, faults: &mut Faults) -> bool {
        let mut work = 0;
        while work < STEP {
            let Some(section) = self.sections.last() else { return false };
            let member = self.parsed.outline.members.get(*section);
            let element = member
                .and_then(|member| Some((member, *member.elements.as_ref()?.get(self.next)?)));
            let Some((member, text)) = element else {
                self.sections.pop();
                self.next = 0;
                continue;
            };
            let (name, index) = (member.name.clone(), self.next);
            self.next += 1;
            work += ELEMENT + text.len();
            if let Some(document) = self.read_element(&name, index, text, faults) {
                append(&mut self.parsed.document, document);
                self.parsed.indices.entry(name).or_default().push(index);
            }
        }
        true
    }

    /// Reads one element by placing it alone in an otherwise empty document, which picks the type of its
    /// section without a table of sections here.
    fn read_element(
        &mut self,
        section: &str,
        index: usize,
        text: &str,
        faults: &mut Faults,
    ) -> Option<Document> {
        let path = Path::element(section, index);
        let mut refuse = |mend: &str| {
            faults.push(&self.parsed, &path, mend);
            None
        };
        if text.len() > MAX_ELEMENT {
            return refuse(&format!(
                "för lång: högst {} kB får plats i en post",
                MAX_ELEMENT / 1024
            ));
        }
        if !text.starts_with('{') {
            return refuse("fel slags värde: här ska stå ett objekt {…}");
        }
        self.buffer.clear();
        self.buffer.extend(["{\"schemaVersion\":1,\"", section, "\":[", text, "]}"]);
        match serde_json::from_str(&self.buffer) {
            Ok(document) => Some(document),
            // Nobody would be told.
            Err(_) if faults.is_full() => {
                faults.push(&self.parsed, &path, "");
                None
            }
            Err(error) => self.mend_element(&path, section, text, &error, faults),
        }
    }

    /// Finds out what is wrong with an element. It is mended only for the sake of later checks.
    fn mend_element(
        &self,
        path: &Path,
        section: &str,
        text: &str,
        error: &serde_json::Error,
        faults: &mut Faults,
    ) -> Option<Document> {
        let before = faults.len();
        let element: Option<Value> = serde_json::from_str(text).ok();
        let found = element.and_then(|element| {
            let mut alone = Map::new();
            alone.insert("schemaVersion".to_owned(), json!(SCHEMA_VERSION));
            alone.insert(section.to_owned(), Value::Array(vec![element]));
            let value = recover::<Document>(&self.parsed, path, Value::Object(alone), faults)?;
            // Gone if all of it was wrong.
            value.get(section)?.get(0)?;
            again(&value)
        });
        if faults.len() == before {
            // A value cannot hold what is wrong: a field that stands twice, say.
            faults.push(&self.parsed, path, &in_swedish(&error.to_string()));
        }
        found
    }

    /// What was read.
    #[must_use]
    pub fn finish(self) -> Parsed<'file> {
        self.parsed
    }
}

/// Reads a mended value as a document: from text, as all others are, lest the reader's Wasm carry the reading
/// of all types from values as well.
fn again(value: &Value) -> Option<Document> {
    serde_json::from_str(&value.to_string()).ok()
}

/// What is wrong with a text that is no JSON object.
fn broken(file: &File, error: &serde_json::Error) -> Finding {
    Finding {
        file: file.name.clone(),
        line: error.line().max(1),
        field: Path::default(),
        value: String::new(),
        mend: format!(
            "filen är inte giltig JSON (tecken {}): {error}. Se efter om ett kommatecken, \
             citattecken eller en klammer saknas",
            error.column()
        ),
    }
}

/// Whether the format has a list of this name.
fn is_section(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphabetic())
        && serde_json::from_str::<Document>(&format!("{{\"schemaVersion\":1,\"{name}\":[]}}"))
            .is_ok()
}

/// Reads `value` as a `T` again and again, each time noting the fault and taking it out of the way:
/// a wrong or unknown value is removed, a missing one is given a placeholder.
fn recover<T: DeserializeOwned>(
    parsed: &Parsed<'_>,
    base: &Path,
    mut value: Value,
    faults: &mut Faults,
) -> Option<Value> {
    let before = faults.since(0).len();
    for _ in 0..MAX_FAULTS_PER_ELEMENT {
        let error = match serde_path_to_error::deserialize::<_, T>(&value) {
            Ok(_) => return Some(value),
            Err(error) => error,
        };
        let path = steps(error.path());
        let message = error.into_inner().to_string();
        // An element was read alone, as number 0 of its section: tell its place in the real file.
        let inner = if base.0.is_empty() { 0 } else { 2 };
        let mut told = base.clone();
        told.0.extend(path.0.iter().skip(inner).cloned());
        let missing =
            message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        if let Some(field) = missing {
            // A wrong value that was taken out is missing now; it has been told already.
            let told = told.field(field);
            if !faults.since(before).iter().any(|known| known.field == told) {
                faults.push(parsed, &told, "fältet saknas men måste finnas");
            }
            at(&mut value, &path.0)?.as_object_mut()?.insert(field.to_owned(), placeholder(field));
        } else {
            faults.push(parsed, &told, &in_swedish(&message));
            remove(&mut value, &path.0)?;
        }
    }
    None
}

fn steps(path: &serde_path_to_error::Path) -> Path {
    use serde_path_to_error::Segment;
    Path(
        path.iter()
            .filter_map(|segment| match segment {
                Segment::Seq { index } => Some(Step::Index(*index)),
                Segment::Map { key } => Some(Step::Field(key.clone())),
                Segment::Enum { .. } | Segment::Unknown => None,
            })
            .collect(),
    )
}

fn at<'value>(value: &'value mut Value, steps: &[Step]) -> Option<&'value mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.get_mut(name),
        Step::Index(index) => value.get_mut(index),
    })
}

/// Takes the value at `steps` out of its object or list; `None` where there is nothing to take.
fn remove(value: &mut Value, steps: &[Step]) -> Option<()> {
    let (last, parents) = steps.split_last()?;
    match (at(value, parents)?, last) {
        (Value::Object(fields), Step::Field(name)) => fields.remove(name).map(|_| ()),
        (Value::Array(elements), Step::Index(index)) => {
            (*index < elements.len()).then(|| drop(elements.remove(*index)))
        }
        _ => None,
    }
}

/// What `serde_json` says of JSON that no value can hold.
const SYNTAX: [(&str, &str); 4] = [
    ("number out of range", "ett tal är för stort: skriv det rätta talet"),
    ("surrogate", "en text har ett halvt tecken (\\ud800–\\udfff): skriv om texten"),
    (
        "unexpected end of hex escape",
        "en text har ett halvt tecken (\\ud800–\\udfff): skriv om texten",
    ),
    ("recursion limit", "för många klamrar inuti varandra: skriv som i seeds/README.md"),
];

/// serde's own words, for the faults that our types do not word themselves.
fn in_swedish(message: &str) -> String {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if let (Some(unknown), Some((what, allowed))) =
        (message.strip_prefix("unknown "), quoted.split_first())
    {
        let noun = if unknown.starts_with("field") { "fältet" } else { "värdet" };
        return format!("{noun} ”{what}” finns inte: skriv något av {}", allowed.join(", "));
    }
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        let (got, expected) = rest.split_once(", expected ").unwrap_or((rest, "något annat"));
        return format!("fel slags värde ({got}): här ska stå {expected}");
    }
    if let (Some(twice), true) = (quoted.first(), message.starts_with("duplicate field ")) {
        return format!("fältet ”{twice}” står två gånger: ta bort det ena");
    }
    if let Some((_, mend)) = SYNTAX.iter().find(|(words, _)| message.contains(words)) {
        return (*mend).to_owned();
    }
    message.to_owned()
}
