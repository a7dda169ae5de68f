//! Which texts of a record search looks at, in both languages.

use super::field::Field;
use super::gather::{Gathering, Terms};
use crate::catalogue::{Catalogue, Localized, Record};
use crate::query::resolve::Resolved;

/// The words of what records point to, split once and not in each record.
#[derive(Debug, Default)]
pub(in crate::query) struct Vocabulary {
    places: Vec<Terms>,
    municipalities: Vec<Terms>,
    themes: Vec<Terms>,
    programmes: Vec<Terms>,
    funders: Vec<Terms>,
}

impl Vocabulary {
    pub(in crate::query) fn new(catalogue: &Catalogue, words: &mut Gathering) -> Self {
        let document = catalogue.document();
        let mut terms = |texts: &[(Field, &Localized)], others: &[(Field, &[String])]| {
            let mut terms = Terms::new();
            for (field, text) in texts {
                text.versions().for_each(|text| words.terms(*field, text, &mut terms));
            }
            for (field, spellings) in others {
                spellings.iter().for_each(|text| words.terms(*field, text, &mut terms));
            }
            terms
        };
        let places = document.places.iter().map(|place| {
            let country = place.country.as_ref().and_then(|code| catalogue.country(code));
            let names = [Some(&place.name), country.map(|country| &country.name)];
            let names: Vec<_> =
                names.into_iter().flatten().map(|name| (Field::Place, name)).collect();
            terms(&names, &[(Field::Alias, &place.aliases)])
        });
        let places = places.collect();
        let themes = document.themes.iter().map(|theme| terms(&[(Field::Theme, &theme.name)], &[]));
        let themes = themes.collect();
        let programmes = document.programmes.iter().map(|programme| {
            terms(&[(Field::Theme, &programme.name)], &[(Field::Theme, &programme.aliases)])
        });
        let programmes = programmes.collect();
        let funders =
            document.funders.iter().map(|known| terms(&[(Field::Theme, &known.name)], &[]));
        let funders = funders.collect();
        let municipalities = document.municipalities.iter().map(|municipality| {
            let mut terms = Terms::new();
            words.terms(Field::Place, &municipality.name, &mut terms);
            terms
        });
        Self { municipalities: municipalities.collect(), places, themes, programmes, funders }
    }
}

impl Gathering {
    /// Adds all that search looks at in a record.
    pub(in crate::query) fn add_record(
        &mut self,
        catalogue: &Catalogue,
        vocabulary: &Vocabulary,
        record: &Record,
        resolved: &Resolved,
    ) {
        self.add_own_texts(record);
        let named = [
            (&vocabulary.places, &resolved.places),
            (&vocabulary.municipalities, &resolved.municipalities),
            (&vocabulary.themes, &resolved.themes),
            (&vocabulary.programmes, &resolved.programmes),
            (&vocabulary.funders, &resolved.funders),
        ];
        for (terms, numbers) in named {
            for terms in numbers.iter().filter_map(|number| terms.get(*number)) {
                self.add_terms(terms);
            }
        }
        // The networks and programmes that it belongs to are found through it.
        for relation in &record.relations {
            let target = catalogue.find(&relation.target);
            if let Some(other) = target.and_then(|index| catalogue.record(index)) {
                self.add_versions(Field::Partner, &other.title);
            }
        }
        self.end_record();
    }

    fn add_own_texts(&mut self, record: &Record) {
        self.add_versions(Field::Title, &record.title);
        record.aliases.iter().for_each(|alias| self.add_text(Field::Alias, alias));
        for partner in &record.partners {
            self.add_versions(Field::Partner, &partner.name);
            partner.aliases.iter().for_each(|alias| self.add_text(Field::Alias, alias));
        }
        if let Some(owner) = &record.owner {
            self.add_versions(Field::Partner, &owner.name);
        }
        for site in &record.sites {
            self.add_versions(Field::Place, &site.name);
        }
        for strand in record.funding.iter().filter_map(|line| line.strand.as_ref()) {
            self.add_versions(Field::Theme, strand);
        }
        self.add_versions(Field::Summary, &record.summary);
        let done = record.activities.iter().map(|activity| &activity.what);
        for output in record.outputs.iter().chain(done) {
            self.add_versions(Field::Summary, output);
        }
    }

    fn add_versions(&mut self, field: Field, text: &Localized) {
        text.versions().for_each(|version| self.add_text(field, version));
    }
}
