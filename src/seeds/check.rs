//! What no single value shows: references that lead nowhere, ids used twice, states that
//! contradict each other.

use std::collections::BTreeSet;

use super::finding::{Finding, Path};
use super::read::{File, Parsed, finding};
use crate::catalogue::{Document, Form, Listing, Localized, Partner, Place, Precision, Record};

/// Ids that exist anywhere in the files.
#[derive(Default)]
struct Known<'a> {
    records: BTreeSet<&'a str>,
    publishers: BTreeSet<&'a str>,
    places: BTreeSet<&'a str>,
    themes: BTreeSet<&'a str>,
    money: BTreeSet<&'a str>,
    programmes: BTreeSet<&'a str>,
    funders: BTreeSet<&'a str>,
    municipalities: BTreeSet<&'a str>,
    countries: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
}

/// Collects findings of one file.
struct Report<'a> {
    file: &'a File,
    findings: &'a mut Vec<Finding>,
}

impl Report<'_> {
    fn push(&mut self, field: &Path, mend: impl Into<String>) {
        self.findings.push(finding(self.file, field, mend.into()));
    }

    /// An id that must be in `known`.
    fn reference(
        &mut self,
        field: &Path,
        id: &str,
        known: &BTreeSet<&str>,
        what: &str,
        file: &str,
    ) {
        if !known.contains(id) {
            self.push(
                field,
                format!("{what} finns inte: lägg till ”{id}” i {file} eller rätta id:t"),
            );
        }
    }
}

/// Checks all files together.
pub(super) fn check(files: &[Parsed<'_>], findings: &mut Vec<Finding>) {
    let mut known = Known::default();
    for parsed in files {
        let mut report = Report { file: parsed.file, findings };
        collect(&parsed.document, &parsed.record_indices, &mut known, &mut report);
    }
    for parsed in files {
        let mut report = Report { file: parsed.file, findings };
        vocabulary(&parsed.document, &known, &mut report);
        for (record, index) in parsed.document.records.iter().zip(&parsed.record_indices) {
            let path = Path::element("records", *index);
            references(record, &path, &known, &mut report);
            money(record, &path, &known, &mut report);
            states(record, &path, &parsed.document, &mut report);
            texts(record, &path, &mut report);
        }
    }
}

/// Notes every id, and every one that is used twice.
fn collect<'a>(
    document: &'a Document,
    record_indices: &[usize],
    known: &mut Known<'a>,
    report: &mut Report<'_>,
) {
    fn note<'a>(
        set: &mut BTreeSet<&'a str>,
        id: &'a str,
        section: &str,
        field: &str,
        index: usize,
        report: &mut Report<'_>,
    ) {
        if !set.insert(id) {
            report.push(
                &Path::element(section, index).field(field),
                "id:t finns redan: byt ut ett av dem",
            );
        }
    }
    for (record, &index) in document.records.iter().zip(record_indices) {
        note(&mut known.records, record.id.as_str(), "records", "id", index, report);
    }
    for (index, value) in document.publishers.iter().enumerate() {
        note(&mut known.publishers, value.id.as_str(), "publishers", "id", index, report);
    }
    for (index, value) in document.places.iter().enumerate() {
        note(&mut known.places, value.id.as_str(), "places", "id", index, report);
    }
    for (index, value) in document.themes.iter().enumerate() {
        note(&mut known.themes, value.id.as_str(), "themes", "id", index, report);
    }
    for (index, value) in document.funders.iter().enumerate() {
        note(&mut known.money, value.id.as_str(), "funders", "id", index, report);
        known.funders.insert(value.id.as_str());
    }
    for (index, value) in document.programmes.iter().enumerate() {
        note(&mut known.money, value.id.as_str(), "programmes", "id", index, report);
        known.programmes.insert(value.id.as_str());
    }
    for (index, value) in document.municipalities.iter().enumerate() {
        note(
            &mut known.municipalities,
            value.code.as_str(),
            "municipalities",
            "code",
            index,
            report,
        );
    }
    for (index, value) in document.countries.iter().enumerate() {
        note(&mut known.countries, value.code.as_str(), "countries", "code", index, report);
    }
    for (index, value) in document.sources.iter().enumerate() {
        note(&mut known.sources, value.id.as_str(), "sources", "id", index, report);
    }
}

/// Ties within the vocabularies.
fn vocabulary(document: &Document, known: &Known<'_>, report: &mut Report<'_>) {
    for (index, place) in document.places.iter().enumerate() {
        let path = Path::element("places", index);
        if let Some(country) = &place.country {
            report.reference(
                &path.field("country"),
                country.as_str(),
                &known.countries,
                "landet",
                "countries",
            );
        }
        place_states(place, &path, report);
    }
    for (index, programme) in document.programmes.iter().enumerate() {
        if let Some(funder) = &programme.funder {
            let path = Path::element("programmes", index).field("funder");
            report.reference(&path, funder.as_str(), &known.funders, "finansiären", "funders");
        }
    }
    for (index, municipality) in document.municipalities.iter().enumerate() {
        if let Some(place) = &municipality.place {
            let path = Path::element("municipalities", index).field("place");
            report.reference(&path, place.as_str(), &known.places, "platsen", "places.json");
        }
    }
    for (index, contact) in document.contacts.iter().enumerate() {
        let path = Path::element("contacts", index).field("municipality");
        let code = contact.municipality.as_str();
        report.reference(&path, code, &known.municipalities, "kommunen", "vocabulary.json");
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

/// Every id that a record points to exists.
fn references(record: &Record, path: &Path, known: &Known<'_>, report: &mut Report<'_>) {
    for (index, code) in record.municipalities.iter().enumerate() {
        let path = path.field("municipalities").index(index);
        report.reference(
            &path,
            code.as_str(),
            &known.municipalities,
            "kommunen",
            "vocabulary.json",
        );
    }
    for (index, code) in record.covers.iter().enumerate() {
        let path = path.field("covers").index(index);
        report.reference(
            &path,
            code.as_str(),
            &known.municipalities,
            "kommunen",
            "vocabulary.json",
        );
    }
    for (index, theme) in record.themes.iter().enumerate() {
        let path = path.field("themes").index(index);
        report.reference(&path, theme.as_str(), &known.themes, "temat", "vocabulary.json");
    }
    for (index, source) in record.sources.iter().enumerate() {
        let path = path.field("sources").index(index);
        report.reference(&path, source.as_str(), &known.sources, "källan", "sources i samma fil");
    }
    for (index, relation) in record.relations.iter().enumerate() {
        let path = path.field("relations").index(index).field("target");
        report.reference(&path, relation.target.as_str(), &known.records, "posten", "någon fil");
        if relation.target == record.id {
            report.push(&path, "en post kan inte höra ihop med sig själv");
        }
    }
    for (index, Partner { place, .. }) in record.partners.iter().enumerate() {
        if let Some(place) = place {
            let path = path.field("partners").index(index).field("place");
            report.reference(&path, place.as_str(), &known.places, "platsen", "places.json");
        }
    }
}

/// Funding lines name something that exists, and a grant fits in its budget.
fn money(record: &Record, path: &Path, known: &Known<'_>, report: &mut Report<'_>) {
    for (index, line) in record.funding.iter().enumerate() {
        let path = path.field("funding").index(index);
        if let Some(id) = &line.programme {
            report.reference(
                &path.field("programme"),
                id.as_str(),
                &known.programmes,
                "programmet",
                "vocabulary.json",
            );
        }
        if let Some(id) = &line.funder {
            report.reference(
                &path.field("funder"),
                id.as_str(),
                &known.funders,
                "finansiären",
                "vocabulary.json",
            );
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
