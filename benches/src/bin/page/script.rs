//! What the visitor does: the same interactions for a catalogue each time, each about a record
//! that is there, so that something is found.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use partneratlas_e2e::Result;
use serde::{Deserialize, Serialize};

/// How many interactions, those that change nothing left out.
const LENGTH: usize = 200;

/// One interaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Step {
    /// Under which name it is told.
    pub(crate) kind: &'static str,
    #[serde(flatten)]
    act: Act,
}

/// What is done; `benches/page/act.js` does it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "act", rename_all = "lowercase")]
enum Act {
    Text { value: String },
    Facet { facet: &'static str, value: String },
    Year { name: &'static str, value: String },
    Clear,
    Same,
    Nothing,
}

impl Step {
    /// Whether it changes nothing: what such an event costs is the floor.
    pub(crate) fn is_floor(&self) -> bool {
        matches!(self.act, Act::Same | Act::Nothing)
    }
}

#[derive(Deserialize)]
struct Catalogue {
    records: Vec<Record>,
    places: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    id: String,
    country: Option<String>,
}

#[derive(Deserialize)]
struct Text {
    sv: String,
}

#[derive(Deserialize)]
struct Record {
    listing: Option<String>,
    title: Text,
    summary: Text,
    #[serde(default)]
    municipalities: Vec<String>,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default)]
    partners: Vec<Partner>,
    #[serde(default)]
    period: Period,
}

#[derive(Deserialize)]
struct Partner {
    place: Option<String>,
}

#[derive(Deserialize, Default)]
struct Period {
    edtf: Option<String>,
}

/// The interactions for the catalogue in a file.
pub(crate) fn of_catalogue(file: &Path) -> Result<Vec<Step>> {
    let bytes = fs::read(file).map_err(|cause| format!("{}: {cause}", file.display()))?;
    let mut catalogue: Catalogue = serde_json::from_slice(&bytes)?;
    // Parts and references are not found by facets alone.
    catalogue.records.retain(|record| record.listing.is_none());
    let frequency = frequency(&catalogue.records);
    let mut steps = Vec::new();
    let mut cycles = (0..).zip(shuffled(&catalogue.records));
    while steps.iter().filter(|step: &&Step| !step.is_floor()).count() < LENGTH {
        let (cycle, record) = cycles.next().ok_or("the catalogue has no records")?;
        steps.extend(about(record, cycle, &catalogue, &frequency));
    }
    Ok(steps)
}

/// Records all over the catalogue, without end, the same each time.
fn shuffled(records: &[Record]) -> impl Iterator<Item = &Record> {
    let mut seed = 7_usize;
    std::iter::repeat_with(move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223) & 0xFFFF_FFFF;
        records.get((seed >> 8) % records.len().max(1))
    })
    .map_while(|record| record)
}

/// How many of a sample of the records have a word.
fn frequency(records: &[Record]) -> HashMap<String, u32> {
    const SAMPLE: usize = 2000;
    let mut frequency = HashMap::new();
    for record in records.iter().step_by(records.len().div_ceil(SAMPLE).max(1)) {
        for word in words(record).into_iter().collect::<BTreeSet<_>>() {
            *frequency.entry(word).or_default() += 1;
        }
    }
    frequency
}

/// The longer words of a record.
fn words(record: &Record) -> Vec<String> {
    let text = format!("{} {}", record.title.sv, record.summary.sv).to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= 5).map(str::to_owned).collect()
}

/// One search: words, two facets, years, and all of it taken back.
fn about(
    record: &Record,
    cycle: usize,
    catalogue: &Catalogue,
    frequency: &HashMap<String, u32>,
) -> Vec<Step> {
    let mut words = words(record);
    words.sort_by_key(|word| frequency.get(word).copied().unwrap_or(0));
    let mut steps = search(&words, cycle);
    for (kind, (facet, value)) in
        ["facet", "second facet"].into_iter().zip(values(record, catalogue))
    {
        steps.push(Step { kind, act: Act::Facet { facet, value } });
    }
    let year = record.period.edtf.as_deref().and_then(|edtf| edtf.get(..4)?.parse::<u16>().ok());
    if let Some(year) = year {
        for (name, year) in [("fran", year), ("till", year + 1)] {
            steps.push(Step { kind: "years", act: Act::Year { name, value: year.to_string() } });
        }
    }
    steps.push(Step { kind: "same words", act: Act::Same });
    steps.push(Step { kind: "nothing", act: Act::Nothing });
    steps.push(Step { kind: "clear", act: Act::Clear });
    steps
}

/// Up to two values that the record has, of different facets.
fn values(record: &Record, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
    let places = record.partners.iter().filter_map(|partner| partner.place.as_ref());
    let countries = places.filter_map(|id| {
        let place = catalogue.places.iter().find(|place| place.id == *id)?;
        place.country.clone().filter(|code| code != "SE")
    });
    let theme = record.themes.first().map(|theme| ("tema", theme.clone()));
    let country = countries.map(|code| ("land", code)).next();
    let municipality = record.municipalities.first().map(|code| ("kommun", code.clone()));
    theme.into_iter().chain(country).chain(municipality).take(2).collect()
}

/// The letters of a search, one by one, and the last ones taken back. `words` are the record's,
/// the rarest first.
fn search(words: &[String], cycle: usize) -> Vec<Step> {
    let first = |word: &String, letters: usize| word.chars().take(letters).collect::<String>();
    let rarest = words.first().cloned().unwrap_or_default();
    let commonest = words.last().cloned().unwrap_or_default();
    let long = words.iter().find(|word| word.chars().count() >= 9).unwrap_or(&rarest);
    match cycle % 5 {
        0 => typed("common word", "", &first(&commonest, 7), 2),
        1 => typed("rare word", "", &first(&rarest, 8), 2),
        2 => typed("inside words", "", &long.chars().skip(3).take(6).collect::<String>(), 2),
        3 => {
            let begun = format!("{} ", first(&commonest, 4));
            let mut steps = typed("common word", "", &begun, 0);
            steps.extend(typed("second word", &begun, &first(&rarest, 4), 2));
            steps
        }
        // All of it goes again, since a slip that is not whole finds nothing.
        _ => typed("slip", "", &slipped(long), usize::MAX),
    }
}

/// A word with two letters in each other's place.
fn slipped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().take(10).collect();
    if letters.len() > 4 {
        letters.swap(3, 4);
    }
    letters.into_iter().collect()
}

/// Writes `letters` behind `before`, and deletes some of them; `usize::MAX` is all at once.
fn typed(kind: &'static str, before: &str, letters: &str, deleted: usize) -> Vec<Step> {
    let text = |kind, letters: &[char]| {
        let value = before.chars().chain(letters.iter().copied()).collect();
        Step { kind, act: Act::Text { value } }
    };
    let letters: Vec<char> = letters.chars().collect();
    let upto = |length: usize| letters.get(..length).unwrap_or(&letters);
    let mut steps: Vec<Step> = (1..=letters.len()).map(|end| text(kind, upto(end))).collect();
    if deleted == usize::MAX {
        steps.push(text("deleted", &[]));
    } else {
        let left = (letters.len().saturating_sub(deleted)..letters.len()).rev();
        steps.extend(left.map(|end| text("deleted", upto(end))));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(steps: &[Step]) -> Vec<&str> {
        steps
            .iter()
            .filter_map(|step| match &step.act {
                Act::Text { value } => Some(value.as_str()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn letters_come_and_go_one_by_one() {
        assert_eq!(texts(&typed("x", "", "skol", 2)), ["s", "sk", "sko", "skol", "sko", "sk"]);
        assert_eq!(texts(&typed("x", "a ", "ö", usize::MAX)), ["a ö", "a "]);
    }
}
