//! Several files, one catalogue, in canonical order.

use crate::catalogue::Document;

/// Joins documents section by section. Vocabularies are sorted by id, so that the result does not
/// depend on the order of files; records keep the order of their file, which is editorial.
#[must_use]
pub fn merge(documents: impl IntoIterator<Item = Document>) -> Document {
    let mut all =
        Document { schema_version: crate::catalogue::SCHEMA_VERSION, ..Document::default() };
    for mut document in documents {
        // A file of one publisher need not repeat it in each record; the merged catalogue must.
        if let [publisher] = document.publishers.as_slice() {
            for record in &mut document.records {
                record.publisher.get_or_insert_with(|| publisher.id.clone());
            }
        }
        append(&mut all, document);
    }
    all.publishers.sort_by(|a, b| a.id.cmp(&b.id));
    all.municipalities.sort_by(|a, b| a.code.cmp(&b.code));
    all.contacts.sort_by(|a, b| a.municipality.cmp(&b.municipality));
    all.countries.sort_by(|a, b| a.code.cmp(&b.code));
    all.places.sort_by(|a, b| a.id.cmp(&b.id));
    all.themes.sort_by(|a, b| a.id.cmp(&b.id));
    all.funders.sort_by(|a, b| a.id.cmp(&b.id));
    all.programmes.sort_by(|a, b| a.id.cmp(&b.id));
    all.sources.sort_by(|a, b| a.id.cmp(&b.id));
    all.records.sort_by(|a, b| a.publisher.cmp(&b.publisher));
    all
}

/// Puts the elements of a document behind those of another.
pub(super) fn append(all: &mut Document, mut document: Document) {
    all.publishers.append(&mut document.publishers);
    all.municipalities.append(&mut document.municipalities);
    all.contacts.append(&mut document.contacts);
    all.countries.append(&mut document.countries);
    all.places.append(&mut document.places);
    all.themes.append(&mut document.themes);
    all.funders.append(&mut document.funders);
    all.programmes.append(&mut document.programmes);
    all.sources.append(&mut document.sources);
    all.records.append(&mut document.records);
}
