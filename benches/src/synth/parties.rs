//! With whom: partners abroad and at home, some of them without a name.

use partneratlas::catalogue::{Form, Partner, Place, Precision, Standing};

use super::gazetteer::Gazetteer;
use super::parse::{both, swedish};
use super::text::Texts;
use super::words::KINDS;
use crate::random::{Random, Zipf};

/// Who can be a partner.
pub(super) struct Parties {
    abroad: Zipf<Place>,
    home: Zipf<Place>,
    kinds: Zipf<(&'static str, &'static str)>,
}

impl Parties {
    pub(super) fn new(gazetteer: &Gazetteer) -> Self {
        Self {
            abroad: Zipf::new(gazetteer.abroad.clone(), 6),
            home: Zipf::new(gazetteer.homes.clone(), 6),
            kinds: Zipf::new(KINDS.to_vec(), 2),
        }
    }

    /// The partners of a record: one of a twin town, else up to eight; nobody is known of some.
    pub(super) fn of(
        &self,
        random: &mut Random,
        texts: &Texts,
        form: Form,
        english: bool,
    ) -> Vec<Partner> {
        let count = match form {
            Form::TwinTown => 1,
            _ if random.chance(90) => 0,
            _ if random.chance(400) => random.between(1, 8),
            _ => random.between(1, 8).min(random.between(1, 8)),
        };
        (0..count).map(|_| self.partner(random, texts, english)).collect()
    }

    fn partner(&self, random: &mut Random, texts: &Texts, english: bool) -> Partner {
        let places = if random.chance(120) { &self.home } else { &self.abroad };
        let place = places.pick(random);
        let town = &place.name.sv;
        let (sv, en) = *self.kinds.pick(random);
        let named = !random.chance(80);
        let name = match (named, place.precision) {
            (false, _) => both(format!("En {sv} i {town}"), format!("A partner in {town}")),
            (true, Precision::Country | Precision::Area) => {
                swedish(format!("{} {sv}", texts.content(random)))
            }
            (true, _) if english => both(format!("{town} {sv}"), format!("{town} {en}")),
            (true, _) => swedish(format!("{town} {sv}")),
        };
        let count = (!named && random.chance(350))
            .then(|| u16::try_from(random.between(2, 12)).unwrap_or(2));
        Partner {
            aliases: (named && random.chance(60))
                .then(|| format!("{sv} i {town}"))
                .into_iter()
                .collect(),
            name,
            named,
            count,
            role: random.chance(60).then(|| texts.phrase(random, english)),
            standing: random.weighted(&[
                (940, Standing::Partner),
                (15, Standing::Approached),
                (15, Standing::Intended),
                (30, Standing::Contributor),
            ]),
            place: (!random.chance(40)).then(|| place.id.clone()),
            note: None,
        }
    }
}
