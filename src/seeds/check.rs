//! What no single value shows: references that lead nowhere, ids used twice, states that
//! contradict each other.

use std::collections::BTreeSet;

use super::finding::{Finding, Path};
use super::known::{Kind, Known, given};
use super::read::{File, Parsed, finding};
use crate::atlas::{Basemap, Projection, covers, projection};
use crate::catalogue::{Document, Form, Listing, Localized, Partner, Place, Precision, Record};

/// A point further than this from its country's outline is wrong, km: the coarse map leaves out
/// islands and rounds off coasts, and a place by the sea stands at its harbour.
const TOLERANCE: f64 = 30.0;

/// Collects findings of one file.
struct Report<'a> {
    file: &'a File,
    findings: &'a mut Vec<Finding>,
}

impl Report<'_> {
    fn push(&mut self, field: &Path, mend: impl Into<String>) {
        self.findings.push(finding(self.file, field, mend.into()));
    }

    /// An id that must be known.
    fn reference(&mut self, field: &Path, kind: Kind, id: &str, known: &Known<'_>) {
        if known.has(kind, id) {
            return;
        }
        let (what, place) = match kind {
            Kind::Record => ("posten", "någon fil"),
            Kind::Publisher => ("utgivaren", "publishers"),
            Kind::Place => ("platsen", "places.json"),
            Kind::Theme => ("temat", "vocabulary.json"),
            Kind::Funder => ("finansiären", "vocabulary.json"),
            Kind::Programme => ("programmet", "vocabulary.json"),
            Kind::Municipality => ("kommunen", "vocabulary.json"),
            Kind::Country => ("landet", "countries i places.json"),
            Kind::Source => ("källan", "sources i samma fil"),
        };
        self.push(field, format!("{what} finns inte: lägg till ”{id}” i {place} eller rätta id:t"));
    }
}

/// Checks all files together. What `elsewhere` gives may be pointed to as well, and given anew.
pub(super) fn check(
    files: &[Parsed<'_>],
    elsewhere: Option<&Document>,
    findings: &mut Vec<Finding>,
) {
    let mut known = Known::default();
    elsewhere.into_iter().for_each(|document| known.add(document));
    let mut seen = BTreeSet::new();
    for parsed in files {
        known.add(&parsed.document);
        let mut report = Report { file: parsed.file, findings };
        for given in given(&parsed.document) {
            if !seen.insert((given.name_space(), given.id)) {
                let index = parsed.index_in_file(given.section, given.index);
                let path = Path::element(given.section, index).field(given.field);
                report.push(&path, "id:t finns redan: byt ut ett av dem");
            }
        }
    }
    // `tests/atlas.rs` proves that it can be read.
    let basemap = Basemap::embedded().unwrap_or_default();
    for parsed in files {
        let mut report = Report { file: parsed.file, findings };
        vocabulary(&parsed.document, &known, &mut report);
        for (index, place) in parsed.document.places.iter().enumerate() {
            let field = Path::element("places", parsed.index_in_file("places", index));
            position(place, &field.field("point"), &basemap, &mut report);
        }
        for (position, record) in parsed.document.records.iter().enumerate() {
            let path = Path::element("records", parsed.index_in_file("records", position));
            references(record, &path, &known, &mut report);
            money(record, &path, &known, &mut report);
            states(record, &path, &parsed.document, &mut report);
            texts(record, &path, &mut report);
        }
    }
}

/// Ties within the vocabularies.
fn vocabulary(document: &Document, known: &Known<'_>, report: &mut Report<'_>) {
    for (index, place) in document.places.iter().enumerate() {
        let path = Path::element("places", index);
        if let Some(country) = &place.country {
            report.reference(&path.field("country"), Kind::Country, country.as_str(), known);
        }
        place_states(place, &path, report);
    }
    for (index, programme) in document.programmes.iter().enumerate() {
        if let Some(funder) = &programme.funder {
            let path = Path::element("programmes", index).field("funder");
            report.reference(&path, Kind::Funder, funder.as_str(), known);
        }
    }
    for (index, municipality) in document.municipalities.iter().enumerate() {
        if let Some(place) = &municipality.place {
            let path = Path::element("municipalities", index).field("place");
            report.reference(&path, Kind::Place, place.as_str(), known);
        }
    }
    for (index, contact) in document.contacts.iter().enumerate() {
        let path = Path::element("contacts", index).field("municipality");
        let code = contact.municipality.as_str();
        report.reference(&path, Kind::Municipality, code, known);
    }
}

/// A place's precision, country and point must agree.
fn place_states(place: &Place, path: &Path, report: &mut Report<'_>) {
    if place.country.is_none() && place.precision != Precision::Area {
        report.push(&path.field("country"), "bara ett vidare område (area) får sakna land");
    }
    match (place.precision, place.point) {
        (Precision::City, None) => report.push(&path.field("point"), "en ort måste ha en punkt"),
        (Precision::Country | Precision::Area, Some(_)) => {
            report.push(
                &path.field("point"),
                "ett land eller ett vidare område får ingen punkt: den vore påhittad",
            );
        }
        _ => {}
    }
    if place.precision == Precision::Region && place.point.is_some() && place.stand_in.is_none() {
        report.push(&path.field("standIn"), "skriv vilken ort som punkten är lånad från");
    }
}

/// A point lies in its country, as far as the map knows both. A wrong sign, or the wrong order, leads
/// elsewhere.
fn position(place: &Place, path: &Path, basemap: &Basemap, report: &mut Report<'_>) {
    let country = place.country.as_ref().and_then(|code| Some((code, basemap.country(code)?)));
    let (Some(point), Some((code, country))) = (place.point, country) else { return };
    let distance = country.distance(projection().project(point));
    if covers(point) && distance > TOLERANCE {
        report.push(
            path,
            format!(
                "punkten ligger {distance:.0} km utanför {code}: skriv longitud före latitud, och \
                 kontrollera tecknen (väster och söder är minus) och landet"
            ),
        );
    }
}

/// Every id that a record points to exists.
fn references(record: &Record, path: &Path, known: &Known<'_>, report: &mut Report<'_>) {
    for (index, code) in record.municipalities.iter().enumerate() {
        let path = path.field("municipalities").index(index);
        report.reference(&path, Kind::Municipality, code.as_str(), known);
    }
    for (index, code) in record.covers.iter().enumerate() {
        let path = path.field("covers").index(index);
        report.reference(&path, Kind::Municipality, code.as_str(), known);
    }
    for (index, theme) in record.themes.iter().enumerate() {
        let path = path.field("themes").index(index);
        report.reference(&path, Kind::Theme, theme.as_str(), known);
    }
    for (index, source) in record.sources.iter().enumerate() {
        let path = path.field("sources").index(index);
        report.reference(&path, Kind::Source, source.as_str(), known);
    }
    for (index, relation) in record.relations.iter().enumerate() {
        let path = path.field("relations").index(index).field("target");
        report.reference(&path, Kind::Record, relation.target.as_str(), known);
        if relation.target == record.id {
            report.push(&path, "en post kan inte höra ihop med sig själv");
        }
    }
    for (index, Partner { place, .. }) in record.partners.iter().enumerate() {
        if let Some(place) = place {
            let path = path.field("partners").index(index).field("place");
            report.reference(&path, Kind::Place, place.as_str(), known);
        }
    }
}

/// Funding lines name something that exists, and a grant fits in its budget.
fn money(record: &Record, path: &Path, known: &Known<'_>, report: &mut Report<'_>) {
    for (index, line) in record.funding.iter().enumerate() {
        let path = path.field("funding").index(index);
        if let Some(id) = &line.programme {
            report.reference(&path.field("programme"), Kind::Programme, id.as_str(), known);
        }
        if let Some(id) = &line.funder {
            report.reference(&path.field("funder"), Kind::Funder, id.as_str(), known);
        }
        if line.programme.is_none() && line.funder.is_none() {
            report.push(&path, "ange program (programme) eller finansiär (funder)");
        }
        if let (Some(grant), Some(budget)) = (line.grant, line.budget)
            && grant.currency == budget.currency
            && grant.amount > budget.amount
        {
            report.push(&path.field("grant"), "bidraget kan inte vara större än hela budgeten");
        }
    }
}

/// Fields that only make sense together.
fn states(record: &Record, path: &Path, document: &Document, report: &mut Report<'_>) {
    match (record.form, record.outcome) {
        (Form::Application, None) => {
            report.push(
                &path.field("outcome"),
                "en ansökan måste ha ett utfall: granted, rejected eller planned",
            );
        }
        (Form::Application, Some(_)) | (_, None) => {}
        (_, Some(_)) => report.push(&path.field("outcome"), "bara en ansökan kan ha ett utfall"),
    }
    if record.listing == Listing::Part && record.parent().is_none() {
        report.push(
            &path.field("listing"),
            "en del måste ha en relation part-of eller via till sin helhet",
        );
    }
    if record.sources.is_empty() {
        report.push(&path.field("sources"), "ange minst en källa");
    }
    if let (Some(before), Some(after)) = (record.period.not_before, record.period.not_after)
        && before.lower() > after.upper()
    {
        report.push(
            &path.field("period").field("notAfter"),
            "ligger före notBefore: rätta ett av dem",
        );
    }
    if record.publisher.is_none() && document.publishers.len() != 1 {
        report.push(
            &path.field("publisher"),
            "filen har inte precis en utgivare: ange vilken posten hör till",
        );
    }
}

/// Texts that are shown must say something, and may not hide characters.
fn texts(record: &Record, path: &Path, report: &mut Report<'_>) {
    let mut text = |field: &str, text: &Localized| {
        for version in text.versions() {
            if version.trim().is_empty() {
                report.push(&path.field(field), "texten är tom: skriv något eller ta bort fältet");
            }
            if version.chars().any(is_hidden) {
                report.push(&path.field(field), "texten har osynliga styrtecken: skriv om den");
            }
        }
    };
    text("title", &record.title);
    text("summary", &record.summary);
    for partner in &record.partners {
        text("partners", &partner.name);
    }
}

/// Control characters and those that turn the direction of text (Unicode UAX #9), which can make a
/// name look like another.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}')
}
