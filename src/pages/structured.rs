//! What a page is about, for programs: JSON-LD in the words of schema.org.

use serde_json::{Map, Value as Json, json};

use super::here::Here;
use super::meta;
use super::shell::NAME;
use super::site::Page;
use super::words::words;
use crate::catalogue::{
    Date, DatePrecision, Day, Endpoint, Form, Lang, Outcome, Place, Precision, Record,
};
use crate::facts::payers;

/// The data of a page, if it has any.
pub(super) fn data(here: Here<'_>) -> Option<Json> {
    match (here.page, here.record()) {
        (_, Some(record)) => Some(project(here, record)),
        (Page::Start, _) => Some(dataset(here)),
        _ => None,
    }
}

/// The catalogue as a whole, and where it can be fetched.
fn dataset(here: Here<'_>) -> Json {
    let words = words(here.lang);
    let base = here.site.settings.base.as_ref();
    let file = base.map_or_else(|| here.file("catalogue.json"), |base| base.of("catalogue.json"));
    let mut data = object(json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": words.site,
        "alternateName": NAME,
        "description": words.description,
        "inLanguage": ["sv", "en"],
        "isAccessibleForFree": true,
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "distribution": [{
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": file,
        }],
    }));
    data.extend(here.address(here.lang).map(|url| ("url".to_owned(), url.into())));
    Json::Object(data)
}

/// A record: `Project` is the nearest that schema.org has to all forms of cooperation.
fn project(here: Here<'_>, record: &Record) -> Json {
    let mut data = object(json!({
        "@context": "https://schema.org",
        "@type": "Project",
        "name": record.title.text(here.lang),
        "description": meta::description(here),
        "identifier": record.id.as_str(),
    }));
    let mut add = |key: &str, value: Option<Json>| {
        data.extend(value.map(|value| (key.to_owned(), value)));
    };
    add("url", here.address(here.lang).map(Json::from));
    add("alternateName", some(record.aliases.iter().map(|alias| json!(alias)).collect()));
    let [founded, dissolved] = dates(record, here.site.settings.today);
    add("foundingDate", founded.map(Json::from));
    add("dissolutionDate", dissolved.map(Json::from));
    add("funder", some(funders(here, record)));
    add("location", some(locations(here, record)));
    Json::Object(data)
}

fn object(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(object) => object,
        _ => Map::new(),
    }
}

fn some(values: Vec<Json>) -> Option<Json> {
    (!values.is_empty()).then_some(Json::Array(values))
}

/// When it began and when it ended, as far as these are past and known for certain.
fn dates(record: &Record, today: Day) -> [Option<String>; 2] {
    let is_work =
        record.period.meaning.is_span() && record.form != Form::Application && !is_in_vain(record);
    let Some(edtf) = record.period.edtf.filter(|_| is_work) else { return [None, None] };
    let known = |end: Endpoint| {
        let date = end.date().filter(|date| date.qualifier.is_none() && date.upper() < today)?;
        Some(iso(date))
    };
    [known(edtf.start()), known(edtf.end())]
}

/// A date as ISO 8601 has it, no more exact than it is; of a season only the year can be told.
fn iso(date: Date) -> String {
    let year = date.year;
    match date.precision {
        DatePrecision::Year | DatePrecision::Season(_) => format!("{year:04}"),
        DatePrecision::Month(month) => format!("{year:04}-{month:02}"),
        DatePrecision::Day(month, day) => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// Whether nothing has come of it.
fn is_in_vain(record: &Record) -> bool {
    matches!(record.outcome, Some(Outcome::Rejected | Outcome::Planned))
}

/// Who pays; nobody does what was applied for in vain, or never was.
fn funders(here: Here<'_>, record: &Record) -> Vec<Json> {
    let lines = record.funding.iter().filter(|_| !is_in_vain(record));
    let found = lines.filter_map(|line| payers(here.site.catalogue, line).1);
    let mut names: Vec<&str> = Vec::new();
    for name in found.map(|funder| funder.name.text(here.lang)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| json!({"@type": "Organization", "name": name})).collect()
}

/// The places of partners, each once; coordinates only of what is known to the town.
fn locations(here: Here<'_>, record: &Record) -> Vec<Json> {
    let mut seen: Vec<&Place> = Vec::new();
    for (_, place) in here.site.catalogue.partners(record) {
        if let Some(place) = place.filter(|place| !seen.iter().any(|other| other.id == place.id)) {
            seen.push(place);
        }
    }
    seen.into_iter().map(|place| location(place, here.lang)).collect()
}

fn location(place: &Place, lang: Lang) -> Json {
    let mut data = object(json!({"@type": "Place", "name": place.name.text(lang)}));
    if let Some(country) = &place.country {
        let address = json!({"@type": "PostalAddress", "addressCountry": country.as_str()});
        data.insert("address".to_owned(), address);
    }
    let is_exact = place.precision == Precision::City && place.stand_in.is_none();
    if let Some(point) = place.point.filter(|_| is_exact) {
        let geo = json!({"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon});
        data.insert("geo".to_owned(), geo);
    }
    Json::Object(data)
}
