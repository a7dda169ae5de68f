//! From text to a document, past every fault on the way.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::finding::{Finding, Path, Step};
use super::locate::locate;
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
    /// Where the elements of each section stand in the file, since some may be missing here.
    indices: BTreeMap<String, Vec<usize>>,
}

impl Parsed<'_> {
    /// Where in the file the element of a section stands that is at `position` in the document.
    #[must_use]
    pub fn index_in_file(&self, section: &str, position: usize) -> usize {
        self.indices
            .get(section)
            .and_then(|indices| indices.get(position))
            .copied()
            .unwrap_or(position)
    }
}

/// How many faults are told of one element; a bound on the work for hostile files.
const MAX_FAULTS_PER_ELEMENT: usize = 50;

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

/// Reads one file. Every fault is pushed to `findings`; what is sound is kept.
#[must_use]
pub fn read<'file>(file: &'file File, findings: &mut Vec<Finding>) -> Parsed<'file> {
    let mut parsed = Parsed { file, document: Document::default(), indices: BTreeMap::new() };
    let root: Map<String, Value> = match serde_json::from_str(&file.text) {
        Ok(root) => root,
        Err(error) => {
            findings.push(Finding {
                file: file.name.clone(),
                line: error.line().max(1),
                field: Path::default(),
                value: String::new(),
                mend: format!(
                    "filen är inte giltig JSON (tecken {}): {error}. Se efter om ett kommatecken, \
                     citattecken eller en klammer saknas",
                    error.column()
                ),
            });
            return parsed;
        }
    };
    // Each element of each list is read by itself, so that a fault in one leaves the others whole.
    let mut sound = Map::new();
    for (section, value) in root {
        if let Value::Array(elements) = value {
            let mut kept = Vec::new();
            for (index, element) in elements.into_iter().enumerate() {
                let path = Path::element(&section, index);
                if let Some(element) = read_element(file, &section, &path, element, findings) {
                    parsed.indices.entry(section.clone()).or_default().push(index);
                    kept.push(element);
                }
            }
            sound.insert(section, Value::Array(kept));
        } else {
            sound.insert(section, value);
        }
    }
    if let Some(document) =
        recover::<Document>(file, &Path::default(), Value::Object(sound), findings)
    {
        parsed.document = document;
    }
    if parsed.document.schema_version > SCHEMA_VERSION {
        findings.push(finding(
            file,
            &Path::default().field("schemaVersion"),
            format!(
                "filen är skriven för en nyare version; den här läser version {SCHEMA_VERSION}"
            ),
        ));
    }
    parsed
}

/// Reads one element by placing it alone in an otherwise empty document, which picks the type of
/// its section without a table of sections here. Gives the mended element back, if any is left.
fn read_element(
    file: &File,
    section: &str,
    path: &Path,
    element: Value,
    findings: &mut Vec<Finding>,
) -> Option<Value> {
    let mut alone = Map::new();
    alone.insert("schemaVersion".to_owned(), json!(SCHEMA_VERSION));
    alone.insert(section.to_owned(), Value::Array(vec![element]));
    let before = findings.len();
    let value = recover_value::<Document>(file, path, Value::Object(alone), findings)?;
    // An element at fault is mended for the sake of later checks only if it could be read at all.
    let element = value.get(section)?.get(0)?.clone();
    (findings.len() == before || element.is_object()).then_some(element)
}

fn recover<T: DeserializeOwned>(
    file: &File,
    base: &Path,
    value: Value,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    recover_value::<T>(file, base, value, findings)
        .and_then(|value| serde_json::from_value(value).ok())
}

/// Reads `value` as a `T` again and again, each time noting the fault and taking it out of the way:
/// a wrong or unknown value is removed, a missing one is given a placeholder.
fn recover_value<T: DeserializeOwned>(
    file: &File,
    base: &Path,
    mut value: Value,
    findings: &mut Vec<Finding>,
) -> Option<Value> {
    for _ in 0..MAX_FAULTS_PER_ELEMENT {
        let error = match serde_path_to_error::deserialize::<_, T>(value.clone()) {
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
            if !findings.iter().any(|known| known.file == file.name && known.field == told) {
                findings.push(finding(file, &told, "fältet saknas men måste finnas".to_owned()));
            }
            at(&mut value, &path.0)?.as_object_mut()?.insert(field.to_owned(), placeholder(field));
        } else {
            findings.push(finding(file, &told, in_swedish(&message)));
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

pub(super) fn finding(file: &File, field: &Path, mend: String) -> Finding {
    let (line, text) = locate(&file.text, field);
    let is_scalar = !text.starts_with(['{', '[']);
    let value = if is_scalar { text.chars().take(60).collect() } else { String::new() };
    Finding { file: file.name.clone(), line, field: field.clone(), value, mend }
}

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
    message.to_owned()
}
