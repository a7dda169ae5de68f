//! The joined catalogue as the text that the page's program reads (docs/adr/0014).

use crate::catalogue::Document;

/// How many records are written between two pauses.
const STEP: usize = 500;

/// Writes a document without white space, its fields in the order of their types.
///
/// # Errors
/// None that `serde_json` is known to have for these types.
pub async fn json(document: &mut Document, pause: &impl AsyncFn()) -> serde_json::Result<String> {
    // The records are the last of a document's fields, and are written behind the others.
    let records = std::mem::take(&mut document.records);
    let frame = serde_json::to_string(document);
    let mut text = frame?;
    if !records.is_empty() {
        text.pop();
        text.push_str(",\"records\":[");
        for some in records.chunks(STEP) {
            for record in some {
                text.push_str(&serde_json::to_string(record)?);
                text.push(',');
            }
            pause().await;
        }
        text.pop();
        text.push_str("]}");
    }
    document.records = records;
    Ok(text)
}
