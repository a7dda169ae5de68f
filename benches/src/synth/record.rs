//! Records, one after the other.

use partneratlas::catalogue::{
    Activity, Claim, ClaimedStatus, Currency, Figure, Form, Funding, Link, Listing, Localized,
    Money, Municipality, Outcome, Override, Owner, Programme, PublisherId, Record, RecordId,
    Relation, RelationKind, Site, ThemeId,
};
use partneratlas::catalogue::{DocumentId, Funder, Point};

use super::gazetteer::Gazetteer;
use super::parse::{both, checked, date, edtf, slug, swedish};
use super::parties::Parties;
use super::period::period;
use super::text::Texts;
use super::vocabulary::Vocabulary;
use crate::random::{Random, Zipf};

/// Of a thousand records.
const FORMS: [(u64, Form); 6] = [
    (560, Form::Project),
    (130, Form::Application),
    (110, Form::TwinTown),
    (80, Form::ProgrammeParticipation),
    (70, Form::MunicipalPartnership),
    (50, Form::Network),
];

/// Writes record after record, each of which may point to earlier ones.
pub(super) struct Author {
    random: Random,
    number: usize,
    texts: Texts,
    parties: Parties,
    municipalities: Zipf<(Municipality, Option<Point>)>,
    themes: Zipf<ThemeId>,
    programmes: Zipf<Programme>,
    funders: Zipf<Funder>,
    publishers: Zipf<PublisherId>,
    sources: Zipf<DocumentId>,
    /// What others can be part of.
    entries: Vec<RecordId>,
}

impl Author {
    pub(super) fn new(gazetteer: &Gazetteer, vocabulary: &Vocabulary) -> Self {
        let points = gazetteer.homes.iter().map(|place| place.point);
        let municipalities = gazetteer.municipalities.iter().cloned().zip(points).collect();
        let publishers = vocabulary.publishers.iter().map(|publisher| publisher.id.clone());
        Self {
            random: Random::new(4),
            number: 0,
            texts: Texts::new(),
            parties: Parties::new(gazetteer),
            municipalities: Zipf::new(municipalities, 4),
            themes: Zipf::new(vocabulary.themes.iter().map(|theme| theme.id.clone()).collect(), 3),
            programmes: Zipf::new(vocabulary.programmes.clone(), 2),
            funders: Zipf::new(vocabulary.funders.clone(), 1),
            publishers: Zipf::new(publishers.collect(), 3),
            sources: Zipf::new(
                vocabulary.sources.iter().map(|source| source.id.clone()).collect(),
                5,
            ),
            entries: Vec::new(),
        }
    }

    fn record(&mut self) -> Record {
        self.number += 1;
        let form = self.random.weighted(&FORMS);
        let english = self.random.chance(330);
        let title = self.texts.title(&mut self.random, english);
        let id = id(&title, self.number);
        let (listing, relations) = self.ties(form);
        if listing == Listing::Entry {
            self.entries.push(id.clone());
        }
        let homes = self.homes();
        let municipalities =
            homes.iter().map(|(municipality, _)| municipality.code.clone()).collect();
        Record {
            publisher: Some(self.publishers.pick(&mut self.random).clone()),
            outcome: (form == Form::Application).then(|| self.outcome()),
            aliases: self.maybe(50, |author| author.texts.content(&mut author.random)),
            summary: self.texts.summary(&mut self.random, english),
            owner: homes.first().and_then(|(home, _)| self.owner(home, english)),
            municipalities,
            covers: self
                .maybe(30, |author| author.municipalities.pick(&mut author.random).0.code.clone()),
            period: period(&mut self.random, form),
            claim: self.random.chance(200).then(|| self.claim()),
            overridden: self.overridden(),
            funding: self.funding(form, english),
            themes: self.themes(),
            partners: self.parties.of(&mut self.random, &self.texts, form, english),
            relations,
            activities: self.maybe(60, |author| author.activity(english)),
            outputs: self.maybe(100, |author| author.texts.phrase(&mut author.random, english)),
            figures: self.maybe(80, |author| author.figure(english)),
            sites: self.maybe(40, |author| author.site(&homes)),
            links: self.maybe(250, |author| author.link(english)),
            sources: self.sources(),
            corrections: self.maybe(20, |author| author.texts.phrase(&mut author.random, english)),
            checked: self.random.chance(150).then(|| {
                let (year, month) = (self.random.between(2023, 2026), self.random.between(1, 10));
                date(&format!("{year}-{month:02}-09"))
            }),
            id,
            form,
            listing,
            title,
        }
    }

    /// One of something, of so many of a thousand records.
    fn maybe<T>(&mut self, per_mille: u64, make: impl FnOnce(&mut Self) -> T) -> Vec<T> {
        if self.random.chance(per_mille) { vec![make(self)] } else { Vec::new() }
    }

    /// Where the record appears, and what it is tied to.
    fn ties(&mut self, form: Form) -> (Listing, Vec<Relation>) {
        let Some(target) = self.earlier() else {
            return (Listing::Entry, Vec::new());
        };
        let part = if form == Form::Application { 850 } else { 30 };
        if self.random.chance(part) {
            let kind = self.random.weighted(&[(9, RelationKind::PartOf), (1, RelationKind::Via)]);
            return (Listing::Part, vec![Relation { kind, target }]);
        }
        let kind = self.random.weighted(&[
            (900, None),
            (30, Some(RelationKind::FollowUpOf)),
            (40, Some(RelationKind::RelatedTo)),
            (10, Some(RelationKind::BuildsOn)),
            (10, Some(RelationKind::CoordinatedBy)),
            (10, Some(RelationKind::WorksWith)),
        ]);
        let relations = kind.map(|kind| Relation { kind, target }).into_iter().collect();
        let listing = if self.random.chance(15) { Listing::Reference } else { Listing::Entry };
        (listing, relations)
    }

    fn earlier(&mut self) -> Option<RecordId> {
        let position = self.random.position(self.entries.len());
        self.entries.get(position).cloned()
    }

    fn homes(&mut self) -> Vec<(Municipality, Option<Point>)> {
        let wide = self.random.between(3, 5);
        let count = self.random.weighted(&[(30, 0), (820, 1), (100, 2), (50, wide)]);
        self.municipalities.pick_some(&mut self.random, count)
    }

    fn themes(&mut self) -> Vec<ThemeId> {
        let count = self.random.weighted(&[(70, 0), (400, 1), (350, 2), (180, 3)]);
        self.themes.pick_some(&mut self.random, count)
    }

    fn sources(&mut self) -> Vec<DocumentId> {
        let count = self.random.weighted(&[(8, 1), (2, 2)]);
        self.sources.pick_some(&mut self.random, count)
    }

    fn outcome(&mut self) -> Outcome {
        let table = [(5, Outcome::Granted), (4, Outcome::Rejected), (1, Outcome::Planned)];
        self.random.weighted(&table)
    }

    fn overridden(&mut self) -> Option<Override> {
        let table = [(970, None), (18, Some(Override::Cancelled)), (12, Some(Override::Paused))];
        self.random.weighted(&table)
    }

    fn owner(&mut self, home: &Municipality, english: bool) -> Option<Owner> {
        let name = &home.name;
        self.random.chance(600).then(|| Owner {
            name: if english {
                both(format!("{name}s kommun"), format!("{name} Municipality"))
            } else {
                swedish(format!("{name}s kommun"))
            },
            note: None,
        })
    }

    fn claim(&mut self) -> Claim {
        let (year, month) = (self.random.between(2018, 2026), self.random.between(1, 9));
        Claim {
            status: self.random.weighted(&[
                (5, ClaimedStatus::Ongoing),
                (3, ClaimedStatus::Completed),
                (1, ClaimedStatus::Planned),
                (1, ClaimedStatus::Unstated),
            ]),
            as_of: edtf(&format!("{year}-{month:02}")),
            note: None,
        }
    }

    fn funding(&mut self, form: Form, english: bool) -> Vec<Funding> {
        let none = if form == Form::TwinTown { 900 } else { 250 };
        let count = self.random.weighted(&[(none, 0), (900 - none, 1), (100, 2)]);
        (0..count).map(|_| self.funding_line(english)).collect()
    }

    fn funding_line(&mut self, english: bool) -> Funding {
        let random = &mut self.random;
        let programme = random.chance(850).then(|| self.programmes.pick(random).id.clone());
        let funder = programme.is_none().then(|| self.funders.pick(random).id.clone());
        let currency = random.weighted(&[(6, Currency::Eur), (4, Currency::Sek)]);
        let amount = random.between(1, 60).pow(2) * 2_500;
        let grant = random.chance(350).then_some(Money { amount, currency });
        let budget = random
            .chance(150)
            .then(|| Money { amount: amount * random.between(11, 20) / 10, currency });
        let strand = random.chance(120).then(|| self.texts.phrase(random, english));
        Funding { programme, funder, strand, grant, budget, note: None }
    }

    fn activity(&mut self, english: bool) -> Activity {
        let year = self.random.between(2005, 2026);
        Activity {
            what: self.texts.phrase(&mut self.random, english),
            when: self.random.chance(600).then(|| edtf(&year.to_string())),
        }
    }

    fn figure(&mut self, english: bool) -> Figure {
        let (sv, en) = *self.random.pick(&[
            ("Deltagare", "Participants"),
            ("Resor", "Journeys"),
            ("Skolor", "Schools"),
            ("Utbildade lärare", "Trained teachers"),
        ]);
        let value = u32::try_from(self.random.between(2, 900)).map_or(1.0, f64::from);
        Figure { label: label(sv, en, english), value, unit: None, note: None }
    }

    fn site(&mut self, homes: &[(Municipality, Option<Point>)]) -> Site {
        let point = homes.first().and_then(|(_, point)| *point).filter(|_| self.random.chance(500));
        Site { name: self.texts.phrase(&mut self.random, false), point, note: None }
    }

    fn link(&mut self, english: bool) -> Link {
        let url = format!("https://example.org/projekt/{}", self.number);
        Link {
            label: label("Projektets webbplats", "The project's website", english),
            url: self.random.chance(850).then(|| checked(&url)),
        }
    }
}

impl Iterator for Author {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        Some(self.record())
    }
}

/// The first words of the title, and the number by which no two are alike.
fn id(title: &Localized, number: usize) -> RecordId {
    let words: Vec<&str> = title.sv.split(' ').take(2).collect();
    let words: String = slug(&words.join(" ")).chars().take(48).collect();
    checked(&format!("{}-{number}", words.trim_end_matches('-')))
}

fn label(sv: &str, en: &str, english: bool) -> Localized {
    if english { both(sv, en) } else { swedish(sv) }
}
