//! Themes, money, publishers and sources.

use partneratlas::catalogue::{
    DocumentId, Funder, Municipality, Programme, Publisher, Source, Theme,
};

use super::parse::{both, checked, edtf, slug, swedish};
use crate::random::Random;

/// Publishers that are municipalities; the others stand in [`OTHER_PUBLISHERS`].
const MUNICIPAL_PUBLISHERS: usize = 36;
/// Source documents.
const SOURCES: u64 = 60;

const THEMES: [(&str, &str); 20] = [
    ("Skola och utbildning", "School and education"),
    ("Klimat", "Climate"),
    ("Kultur", "Culture"),
    ("Arbetsmarknad", "Labour market"),
    ("Demokrati", "Democracy"),
    ("Näringsliv", "Business"),
    ("Energi", "Energy"),
    ("Barn och unga", "Children and youth"),
    ("Integration", "Integration"),
    ("Digitalisering", "Digitalisation"),
    ("Vatten", "Water"),
    ("Jämställdhet", "Gender equality"),
    ("Stadsplanering", "Urban planning"),
    ("Turism", "Tourism"),
    ("Folkhälsa", "Public health"),
    ("Transport", "Transport"),
    ("Avfall", "Waste"),
    ("Landsbygd", "Rural areas"),
    ("Äldreomsorg", "Care of the elderly"),
    ("Biologisk mångfald", "Biodiversity"),
];

const FUNDERS: [(&str, &str); 7] = [
    ("EU", "EU"),
    ("Samarbetsmyndigheten", "Cooperation Agency"),
    ("Nordiska kassan", "Nordic Chest"),
    ("Kommunernas utvecklingsfond", "Municipal Development Fund"),
    ("Stiftelsen Granne", "The Neighbour Foundation"),
    ("Regionfonden", "Regional Fund"),
    ("Folkbildningskassan", "Adult Education Chest"),
];

/// Swedish and English name, and the number of the funder.
const PROGRAMMES: [(&str, &str, usize); 25] = [
    ("Lärande utan gränser", "Learning without Borders", 0),
    ("Grannregioner", "Neighbouring Regions", 0),
    ("Kommun möter kommun", "Municipality Meets Municipality", 1),
    ("Innanhavet", "The Inland Sea", 0),
    ("Broar i norr", "Bridges in the North", 0),
    ("Ungt utbyte", "Youth Exchange", 0),
    ("Yrkesvägar", "Vocational Paths", 0),
    ("Gröna städer", "Green Cities", 0),
    ("Forskning i vardagen", "Everyday Research", 0),
    ("Nordiska klassrum", "Nordic Classrooms", 2),
    ("Sunden", "The Straits", 0),
    ("Levande landsbygd", "Living Countryside", 0),
    ("Medborgare tillsammans", "Citizens Together", 0),
    ("Klimatlyftet", "Climate Lift", 0),
    ("Kultur på väg", "Culture on the Move", 0),
    ("Social omställning", "Social Transition", 0),
    ("Global kommun", "Global Municipality", 1),
    ("Vänortsstödet", "Twin Town Support", 3),
    ("Digitala samhällen", "Digital Communities", 0),
    ("Nordisk mobilitet", "Nordic Mobility", 2),
    ("Kust och fiske", "Coast and Fisheries", 0),
    ("Mottagande i samverkan", "Reception in Cooperation", 0),
    ("Grannens hand", "The Neighbour's Hand", 4),
    ("Regional förnyelse", "Regional Renewal", 5),
    ("Folkbildning över gränser", "Adult Education across Borders", 6),
];

const OTHER_PUBLISHERS: [(&str, &str); 4] = [
    ("Kommunernas internationella kansli", "The Municipalities' International Office"),
    ("Fondkansliet", "The Fund Secretariat"),
    ("Partnerskapsarkivet", "The Partnership Archive"),
    ("Vänortsregistret", "The Twin Town Register"),
];

/// All that records point to besides places.
pub(super) struct Vocabulary {
    pub(super) themes: Vec<Theme>,
    pub(super) funders: Vec<Funder>,
    pub(super) programmes: Vec<Programme>,
    pub(super) publishers: Vec<Publisher>,
    pub(super) sources: Vec<Source>,
}

impl Vocabulary {
    pub(super) fn new(municipalities: &[Municipality]) -> Self {
        let mut random = Random::new(3);
        let publishers = publishers(municipalities);
        Self {
            themes: THEMES.map(theme).to_vec(),
            funders: FUNDERS.map(funder).to_vec(),
            programmes: PROGRAMMES.map(|entry| programme(&mut random, entry)).to_vec(),
            sources: (1..=SOURCES).map(|n| source(&mut random, n, &publishers)).collect(),
            publishers,
        }
    }
}

fn theme((sv, en): (&str, &str)) -> Theme {
    Theme { id: checked(&slug(sv)), name: both(sv, en), keywords: Vec::new() }
}

fn funder((sv, en): (&str, &str)) -> Funder {
    Funder { id: checked(&slug(sv)), name: both(sv, en), acknowledgement: None }
}

fn programme(random: &mut Random, (sv, en, payer): (&str, &str, usize)) -> Programme {
    let shortened = || sv.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
    Programme {
        id: checked(&slug(sv)),
        name: both(sv, en),
        aliases: random.chance(400).then(|| shortened().to_uppercase()).into_iter().collect(),
        // Who pays is not known of every programme.
        funder: FUNDERS
            .get(payer)
            .filter(|_| random.chance(880))
            .map(|(name, _)| checked(&slug(name))),
        via: None,
    }
}

fn publishers(municipalities: &[Municipality]) -> Vec<Publisher> {
    let municipal = municipalities.iter().take(MUNICIPAL_PUBLISHERS).map(|municipality| {
        let name = &municipality.name;
        Publisher {
            id: checked(&slug(name)),
            name: both(format!("{name}s kommun"), format!("{name} Municipality")),
            municipality: Some(municipality.code.clone()),
        }
    });
    let others = OTHER_PUBLISHERS.map(|(sv, en)| Publisher {
        id: checked(&slug(sv)),
        name: both(sv, en),
        municipality: None,
    });
    municipal.chain(others).collect()
}

/// A document, dated as closely as one in its place would be.
fn source(random: &mut Random, number: u64, publishers: &[Publisher]) -> Source {
    let publisher = random.pick(publishers);
    let what =
        random.pick(&["Internationella projekt", "Årsredovisning", "Strategi", "Ansökningar"]);
    let (year, month) = (random.between(2017, 2026), random.between(1, 9));
    let as_of = random.weighted(
        &[
            (4, format!("{year}-{month:02}-17").as_str()),
            (3, format!("{year}-{month:02}").as_str()),
            (2, format!("{year}").as_str()),
            (2, format!("{year}/{}", year + 1).as_str()),
            (1, format!("{year}~").as_str()),
        ]
        .map(|(weight, text)| (weight, edtf(text))),
    );
    let id = format!("kalla-{number}");
    Source {
        id: checked::<DocumentId>(&id),
        title: swedish(format!("{}: {what}", publisher.name.sv)),
        as_of,
        dating: None,
        url: random.chance(700).then(|| checked(&format!("https://example.org/{id}"))),
    }
}
