//! Sections of plain lines.

use crate::catalogue::{Catalogue, Lang, Period, Record};
use crate::i18n::{decimal_text, messages, period_text};

/// What came out of it, what was done, numbers, spots, and municipalities that it covers: each as a title with its
/// lines, of which there may be none.
#[must_use]
pub fn lists(
    catalogue: &Catalogue,
    record: &Record,
    lang: Lang,
) -> [(&'static str, Vec<String>); 5] {
    let words = messages(lang);
    let outputs = record.outputs.iter().map(|output| output.text(lang).to_owned());
    [
        (words.outputs, outputs.collect()),
        (words.activities, activities(record, lang)),
        (words.figures, figures(record, lang)),
        (words.sites, sites(record, lang)),
        (words.covers, covered(catalogue, record)),
    ]
}

/// What was mended on the way from the source.
#[must_use]
pub fn corrections(record: &Record, lang: Lang) -> Vec<String> {
    record.corrections.iter().map(|text| text.text(lang).to_owned()).collect()
}

/// What was done, and when.
fn activities(record: &Record, lang: Lang) -> Vec<String> {
    let lines = record.activities.iter().map(|activity| {
        let what = activity.what.text(lang);
        match activity.when {
            Some(when) => {
                let period = Period { edtf: Some(when), ..Default::default() };
                format!("{what} ({})", period_text(&period, lang))
            }
            None => what.to_owned(),
        }
    });
    lines.collect()
}

/// Numbers with their labels and units.
fn figures(record: &Record, lang: Lang) -> Vec<String> {
    let lines = record.figures.iter().map(|figure| {
        let unit = figure
            .unit
            .as_ref()
            .map(|unit| format!("\u{A0}{}", unit.text(lang)))
            .unwrap_or_default();
        let note = figure
            .note
            .as_ref()
            .map(|note| format!(" ({})", note.text(lang).trim_end_matches('.')))
            .unwrap_or_default();
        format!("{}: {}{unit}{note}", figure.label.text(lang), decimal_text(figure.value, lang))
    });
    lines.collect()
}

/// Spots.
fn sites(record: &Record, lang: Lang) -> Vec<String> {
    let lines = record.sites.iter().map(|site| match &site.note {
        Some(note) => format!("{}: {}", site.name.text(lang), note.text(lang)),
        None => site.name.text(lang).to_owned(),
    });
    lines.collect()
}

/// Municipalities that it covers, in a single line.
fn covered(catalogue: &Catalogue, record: &Record) -> Vec<String> {
    let names: Vec<&str> = record
        .covers
        .iter()
        .filter_map(|code| catalogue.municipality(code))
        .map(|municipality| municipality.name.as_str())
        .collect();
    (!names.is_empty()).then(|| names.join(", ")).into_iter().collect()
}
