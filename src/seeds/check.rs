//! What no single value shows: references that lead nowhere, ids used twice, states that
//! contradict each other.

use std::collections::BTreeSet;

use super::faults::Faults;
use super::finding::Path;
use super::known::{Kind, Known, given};
use super::read::Parsed;
use crate::atlas::{Basemap, Projection, covers, projection};
use crate::catalogue::{Document, Form, Listing, Localized, Partner, Place, Precision, Record};
use crate::json;

/// A point further than this from its country's outline is wrong, km: the coarse map leaves out
/// islands and rounds off coasts, and a place by the sea stands at its harbour.
const TOLERANCE: f64 = 30.0;

/// More than all the money that there is.
const MAX_AMOUNT: u64 = 1_000_000_000_000_000;

/// How many places and records are looked at in one step: some milliseconds' work.
const STEP: usize = 500;

/// How often what depends on a fault is looked for: a country's place, its municipality, its record.
const DEPTH: usize = 6;

/// Takes faults of one file.
struct Report<'a> {
    parsed: &'a Parsed<'a>,
    faults: &'a mut Faults,
}

impl Report<'_> {
    fn push(&mut self, field: &Path, mend: &str) {
        self.faults.push(self.parsed, field, mend);
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
        self.push(
            field,
            &format!(
                "{what} finns inte eller är felaktig: lägg till ”{id}” i {place} eller rätta id:t"
            ),
        );
    }
}

/// The check of some files together, a step at a time.
#[derive(Debug)]
pub struct Checking<'a> {
    files: &'a [Parsed<'a>],
    elsewhere: Option<&'a Document>,
    records: &'a [String],
    known: Known<'a>,
    basemap: Basemap,
    /// How often all files have been looked at.
    round: usize,
    /// How many elements were at fault before this round.
    before: usize,
    file: usize,
    next: usize,
}

impl<'a> Checking<'a> {
    /// Begins. What `elsewhere` gives may be pointed to as well, and given anew; of `records`, only the ids
    /// are known. Files that are to be one catalogue may not give an id twice; those of several publishers
    /// may (`is_one`).
    #[must_use]
    pub fn new(
        files: &'a [Parsed<'a>],
        elsewhere: Option<&'a Document>,
        records: &'a [String],
        is_one: bool,
        faults: &mut Faults,
    ) -> Self {
        let mut known = Known::default();
        elsewhere.into_iter().for_each(|document| known.add(document));
        known.add_records(records);
        let mut seen = BTreeSet::new();
        for parsed in files {
            known.add(&parsed.document);
            if !is_one {
                seen.clear();
            }
            for given in given(&parsed.document) {
                if !seen.insert((given.name_space(), given.id)) {
                    let path = parsed.path(given.section, given.index).field(given.field);
                    faults.push(parsed, &path, "id:t finns redan: byt ut ett av dem");
                }
            }
        }
        // `tests/atlas.rs` proves that it can be read.
        let basemap = Basemap::embedded().unwrap_or_default();
        Self { files, elsewhere, records, known, basemap, round: 0, before: 0, file: 0, next: 0 }
    }

    /// Looks at some more of the files; whether there is more to look at.
    pub fn step(&mut self, faults: &mut Faults) -> bool {
        let Some(parsed) = self.files.get(self.file) else { return false };
        let mut report = Report { parsed, faults };
        let document = &parsed.document;
        if self.next == 0 {
            vocabulary(document, &self.known, &mut report);
        }
        if (self.round, self.next) == (0, 0) {
            names(document, &mut report);
        }
        let places = document.places.iter().enumerate().skip(self.next).take(STEP);
        if self.round == 0 {
            for (position, place) in places {
                let path = parsed.path("places", position);
                place_states(place, &path, &mut report);
                point(place, &path.field("point"), &self.basemap, &mut report);
            }
        }
        for (position, record) in document.records.iter().enumerate().skip(self.next).take(STEP) {
            let path = parsed.path("records", position);
            if self.round > 0 && !parsed.is_sound("records", position, report.faults) {
                continue;
            }
            if record.publisher.is_none() && !parsed.is_sound("publishers", 0, report.faults) {
                report.push(
                    &path.field("publisher"),
                    "filens enda utgivare (publishers) är felaktig",
                );
            }
            references(record, &path, &self.known, &mut report);
            if self.round == 0 {
                money(record, &path, &mut report);
                states(record, &path, document, &mut report);
                texts(record, &path, &mut report);
                numbers(record, &path, &mut report);
            }
        }
        self.next += STEP;
        if self.next >= document.places.len().max(document.records.len()) {
            (self.file, self.next) = (self.file + 1, 0);
        }
        self.file < self.files.len()
    }

    /// Begins again with what is sound, to find what depends on what is not; whether there may be such. A
    /// record stays known: who points to it is not at fault with it.
    pub fn go_on(&mut self, faults: &Faults) -> bool {
        let at_fault = faults.elements();
        if at_fault == self.before || self.round == DEPTH {
            return false;
        }
        self.before = at_fault;
        self.known = Known::default();
        self.elsewhere.into_iter().for_each(|document| self.known.add(document));
        self.known.add_records(self.records);
        for parsed in self.files {
            for given in given(&parsed.document) {
                if given.kind == Kind::Record || parsed.is_sound(given.section, given.index, faults)
                {
                    self.known.add_given(&given);
                }
            }
        }
        (self.round, self.file, self.next) = (self.round + 1, 0, 0);
        true
    }
}

/// Ties within the vocabularies.
fn vocabulary(document: &Document, known: &Known<'_>, report: &mut Report<'_>) {
    let parsed = report.parsed;
    for (position, place) in document.places.iter().enumerate() {
        if let Some(country) = &place.country {
            let path = parsed.path("places", position).field("country");
            report.reference(&path, Kind::Country, country.as_str(), known);
        }
    }
    for (position, programme) in document.programmes.iter().enumerate() {
        if let Some(funder) = &programme.funder {
            let path = parsed.path("programmes", position).field("funder");
            report.reference(&path, Kind::Funder, funder.as_str(), known);
        }
    }
    for (position, municipality) in document.municipalities.iter().enumerate() {
        if let Some(place) = &municipality.place {
            let path = parsed.path("municipalities", position).field("place");
            report.reference(&path, Kind::Place, place.as_str(), known);
        }
    }
    for (position, publisher) in document.publishers.iter().enumerate() {
        if let Some(code) = &publisher.municipality {
            let path = parsed.path("publishers", position).field("municipality");
            report.reference(&path, Kind::Municipality, code.as_str(), known);
        }
    }
    for (position, contact) in document.contacts.iter().enumerate() {
        let path = parsed.path("contacts", position).field("municipality");
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
fn point(place: &Place, path: &Path, basemap: &Basemap, report: &mut Report<'_>) {
    let country = place.country.as_ref().and_then(|code| Some((code, basemap.country(code)?)));
    let (Some(point), Some((code, country))) = (place.point, country) else { return };
    let distance = country.distance(projection().project(point));
    if covers(point) && distance > TOLERANCE {
        report.push(
            path,
            &format!(
                "punkten ligger {distance:.0} km utanför {code}: skriv longitud före latitud, och \
                 kontrollera tecknen (väster och söder är minus) och landet"
            ),
        );
    }
}

/// Every id that a record points to exists.
fn references(record: &Record, path: &Path, known: &Known<'_>, report: &mut Report<'_>) {
    if let Some(publisher) = &record.publisher {
        report.reference(&path.field("publisher"), Kind::Publisher, publisher.as_str(), known);
    }
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
    }
    for (index, Partner { place, .. }) in record.partners.iter().enumerate() {
        if let Some(place) = place {
            let path = path.field("partners").index(index).field("place");
            report.reference(&path, Kind::Place, place.as_str(), known);
        }
    }
    for (index, line) in record.funding.iter().enumerate() {
        let path = path.field("funding").index(index);
        if let Some(id) = &line.programme {
            report.reference(&path.field("programme"), Kind::Programme, id.as_str(), known);
        }
        if let Some(id) = &line.funder {
            report.reference(&path.field("funder"), Kind::Funder, id.as_str(), known);
        }
    }
}

/// Funding lines name somebody, and a grant fits in its budget.
fn money(record: &Record, path: &Path, report: &mut Report<'_>) {
    for (index, line) in record.funding.iter().enumerate() {
        let path = path.field("funding").index(index);
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
    for (index, relation) in record.relations.iter().enumerate() {
        if relation.target == record.id {
            let path = path.field("relations").index(index).field("target");
            report.push(&path, "en post kan inte höra ihop med sig själv");
        }
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
    text(&record.title, &path.field("title"), report);
    text(&record.summary, &path.field("summary"), report);
    for partner in &record.partners {
        text(&partner.name, &path.field("partners"), report);
    }
    for alias in &record.aliases {
        plain(alias, &path.field("aliases"), report);
    }
    if let Some(owner) = &record.owner {
        text(&owner.name, &path.field("owner"), report);
    }
}

/// The names of a file's vocabularies, as [`texts`].
fn names(document: &Document, report: &mut Report<'_>) {
    let parsed = report.parsed;
    macro_rules! names {
        ($check:ident $field:ident: $($section:ident)*) => {$(
            for (position, value) in document.$section.iter().enumerate() {
                let path = parsed.path(stringify!($section), position).field(stringify!($field));
                $check(&value.$field, &path, report);
            }
        )*};
    }
    names!(text name: publishers countries places themes funders programmes);
    names!(text title: sources);
    names!(plain name: municipalities);
}

fn text(text: &Localized, path: &Path, report: &mut Report<'_>) {
    text.versions().for_each(|version| plain(version, path, report));
}

fn plain(text: &str, path: &Path, report: &mut Report<'_>) {
    if text.trim().is_empty() {
        report.push(path, "texten är tom: skriv något eller ta bort fältet");
    }
    if text.chars().any(is_hidden) {
        report.push(path, "texten har osynliga styrtecken: skriv om den");
    }
}

/// Numbers that no fact has, and that the program's own reader of JSON refuses (docs/adr/0014).
fn numbers(record: &Record, path: &Path, report: &mut Report<'_>) {
    for (index, line) in record.funding.iter().enumerate() {
        for (field, money) in [("grant", line.grant), ("budget", line.budget)] {
            if money.is_some_and(|money| money.amount > MAX_AMOUNT) {
                let path = path.field("funding").index(index).field(field);
                report.push(&path, "beloppet är orimligt stort: skriv hela kronor eller euro");
            }
        }
    }
    for (index, figure) in record.figures.iter().enumerate() {
        let written = serde_json::to_string(&figure.value).unwrap_or_default();
        if json::read(&written) != Ok(figure.value) {
            let path = path.field("figures").index(index).field("value");
            report.push(&path, "talet är för stort eller har för många siffror: skriv det kortare");
        }
    }
}

/// Control characters and those that turn the direction of text (Unicode UAX #9), which can make a
/// name look like another.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}')
}
