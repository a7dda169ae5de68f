//! The texts of a record that search looks at, and whom a record has its money from.

use partneratlas::catalogue::{Catalogue, Funder, Localized, Record};

use super::Field;

/// The texts of a record in both languages.
pub(crate) fn of_record<'a>(catalogue: &'a Catalogue, record: &'a Record) -> Vec<(Field, &'a str)> {
    let mut texts = own(record);
    let document = catalogue.document();
    for (_, place) in catalogue.partners(record) {
        let country = place.and_then(|place| catalogue.country(place.country.as_ref()?));
        if let Some(place) = place {
            add(&mut texts, Field::Place, &place.name);
            add_all(&mut texts, Field::Alias, &place.aliases);
        }
        if let Some(country) = country {
            add(&mut texts, Field::Place, &country.name);
        }
    }
    for home in &document.municipalities {
        if record.municipalities.contains(&home.code) {
            texts.push((Field::Place, &home.name));
        }
    }
    for theme in &document.themes {
        if record.themes.contains(&theme.id) {
            add(&mut texts, Field::Theme, &theme.name);
        }
    }
    for programme in &document.programmes {
        if record.funding.iter().any(|line| line.programme.as_ref() == Some(&programme.id)) {
            add(&mut texts, Field::Theme, &programme.name);
            add_all(&mut texts, Field::Theme, &programme.aliases);
        }
    }
    for funder in funders(catalogue, record) {
        add(&mut texts, Field::Theme, &funder.name);
    }
    for relation in &record.relations {
        let other = catalogue.find(&relation.target).and_then(|other| catalogue.record(other));
        if let Some(other) = other {
            add(&mut texts, Field::Partner, &other.title);
        }
    }
    texts
}

/// What stands in the record itself.
fn own(record: &Record) -> Vec<(Field, &str)> {
    let mut texts = Vec::new();
    add(&mut texts, Field::Title, &record.title);
    add_all(&mut texts, Field::Alias, &record.aliases);
    for partner in &record.partners {
        add(&mut texts, Field::Partner, &partner.name);
        add_all(&mut texts, Field::Alias, &partner.aliases);
    }
    if let Some(owner) = &record.owner {
        add(&mut texts, Field::Partner, &owner.name);
    }
    for site in &record.sites {
        add(&mut texts, Field::Place, &site.name);
    }
    for strand in record.funding.iter().filter_map(|line| line.strand.as_ref()) {
        add(&mut texts, Field::Theme, strand);
    }
    add(&mut texts, Field::Summary, &record.summary);
    for output in &record.outputs {
        add(&mut texts, Field::Summary, output);
    }
    for activity in &record.activities {
        add(&mut texts, Field::Summary, &activity.what);
    }
    texts
}

/// The names of the vocabularies, whether a record uses them or not.
pub(crate) fn of_vocabularies(catalogue: &Catalogue) -> Vec<(Field, &str)> {
    let mut texts = Vec::new();
    let document = catalogue.document();
    for place in &document.places {
        add(&mut texts, Field::Place, &place.name);
        add_all(&mut texts, Field::Alias, &place.aliases);
        let country = place.country.as_ref().and_then(|code| catalogue.country(code));
        if let Some(country) = country {
            add(&mut texts, Field::Place, &country.name);
        }
    }
    for home in &document.municipalities {
        texts.push((Field::Place, home.name.as_str()));
    }
    for theme in &document.themes {
        add(&mut texts, Field::Theme, &theme.name);
    }
    for programme in &document.programmes {
        add(&mut texts, Field::Theme, &programme.name);
        add_all(&mut texts, Field::Theme, &programme.aliases);
    }
    for funder in &document.funders {
        add(&mut texts, Field::Theme, &funder.name);
    }
    texts
}

/// Who pays for a record: those named, and those behind its programmes.
pub(crate) fn funders<'a>(catalogue: &'a Catalogue, record: &Record) -> Vec<&'a Funder> {
    let document = catalogue.document();
    let pays = |funder: &&Funder| {
        record.funding.iter().any(|line| {
            let mut programmes = document.programmes.iter();
            let programme = programmes.find(|known| line.programme.as_ref() == Some(&known.id));
            let behind = programme.and_then(|programme| programme.funder.as_ref());
            line.funder.as_ref() == Some(&funder.id) || behind == Some(&funder.id)
        })
    };
    document.funders.iter().filter(pays).collect()
}

fn add<'a>(texts: &mut Vec<(Field, &'a str)>, field: Field, text: &'a Localized) {
    texts.extend(text.versions().map(|version| (field, version)));
}

fn add_all<'a>(texts: &mut Vec<(Field, &'a str)>, field: Field, all: &'a [String]) {
    texts.extend(all.iter().map(|text| (field, text.as_str())));
}
