//! Countries, places and municipalities. The countries are real, all else is invented.

use std::collections::BTreeSet;

use partneratlas::catalogue::{Country, Municipality, Place, PlaceId, Point, Precision};

use super::parse::{both, checked, slug, swedish};
use super::text::capital;
use crate::random::Random;

/// How many municipalities Sweden has.
const MUNICIPALITIES: usize = 290;
/// Partner places: countries, wider areas, regions and towns.
const PLACES: usize = 600;

/// A box of degrees somewhere inside a country: west, south, east, north.
type Inside = [i32; 4];

/// Code, names and a rough box in tenths of degrees. Partners are most often in the first.
const COUNTRIES: [(&str, &str, &str, Inside); 35] = [
    ("FI", "Finland", "Finland", [235, 612, 280, 640]),
    ("DE", "Tyskland", "Germany", [80, 485, 130, 530]),
    ("PL", "Polen", "Poland", [160, 505, 230, 538]),
    ("IT", "Italien", "Italy", [105, 425, 125, 455]),
    ("ES", "Spanien", "Spain", [-60, 380, -10, 425]),
    ("NO", "Norge", "Norway", [60, 590, 110, 620]),
    ("EE", "Estland", "Estonia", [245, 582, 270, 592]),
    ("LV", "Lettland", "Latvia", [220, 565, 270, 573]),
    ("DK", "Danmark", "Denmark", [86, 552, 105, 570]),
    ("FR", "Frankrike", "France", [0, 440, 60, 490]),
    ("LT", "Litauen", "Lithuania", [218, 545, 255, 560]),
    ("NL", "Nederländerna", "Netherlands", [48, 516, 65, 530]),
    ("PT", "Portugal", "Portugal", [-85, 380, -72, 415]),
    ("KE", "Kenya", "Kenya", [350, -15, 390, 20]),
    ("GR", "Grekland", "Greece", [215, 382, 230, 410]),
    ("RO", "Rumänien", "Romania", [225, 445, 270, 470]),
    ("GB", "Storbritannien", "United Kingdom", [-30, 512, -5, 545]),
    ("UA", "Ukraina", "Ukraine", [250, 480, 360, 505]),
    ("ZA", "Sydafrika", "South Africa", [200, -320, 290, -260]),
    ("BE", "Belgien", "Belgium", [38, 502, 58, 511]),
    ("CZ", "Tjeckien", "Czechia", [135, 492, 180, 503]),
    ("IE", "Irland", "Ireland", [-90, 523, -68, 540]),
    ("HR", "Kroatien", "Croatia", [155, 452, 180, 460]),
    ("AT", "Österrike", "Austria", [135, 470, 160, 482]),
    ("HU", "Ungern", "Hungary", [175, 465, 210, 478]),
    ("TZ", "Tanzania", "Tanzania", [310, -90, 375, -30]),
    ("BG", "Bulgarien", "Bulgaria", [230, 420, 270, 435]),
    ("IS", "Island", "Iceland", [-210, 640, -150, 658]),
    ("SK", "Slovakien", "Slovakia", [180, 486, 215, 492]),
    ("UG", "Uganda", "Uganda", [305, 0, 335, 25]),
    ("SI", "Slovenien", "Slovenia", [142, 458, 158, 464]),
    ("TR", "Turkiet", "Türkiye", [290, 375, 400, 405]),
    ("NA", "Namibia", "Namibia", [150, -260, 190, -190]),
    ("CY", "Cypern", "Cyprus", [326, 348, 335, 351]),
    ("MD", "Moldavien", "Moldova", [280, 465, 290, 478]),
];

/// Where municipalities lie.
const SWEDEN: Inside = [140, 580, 162, 635];

/// Wider than a country.
const AREAS: [(&str, &str); 6] = [
    ("Nordmarkens länder", "The Northmark countries"),
    ("Länder runt Innerhavet", "Countries around the Inner Sea"),
    ("Flera länder i Europa", "Several countries in Europe"),
    ("Flera länder i Afrika", "Several countries in Africa"),
    ("Hela världen", "Worldwide"),
    ("Fjällbågen", "The Mountain Arc"),
];

/// All that has a place on the map, and the ways to choose from it.
pub(super) struct Gazetteer {
    pub(super) countries: Vec<Country>,
    pub(super) municipalities: Vec<Municipality>,
    /// Partner places, in no order of size.
    pub(super) abroad: Vec<Place>,
    /// A place for each municipality.
    pub(super) homes: Vec<Place>,
}

impl Gazetteer {
    pub(super) fn new() -> Self {
        let mut random = Random::new(2);
        let sweden = Country { code: checked("SE"), name: both("Sverige", "Sweden") };
        let abroad =
            COUNTRIES.map(|(code, sv, en, _)| Country { code: checked(code), name: both(sv, en) });
        let mut taken = BTreeSet::new();
        let (municipalities, homes) = homes(&mut random, &mut taken);
        Self {
            countries: std::iter::once(sweden).chain(abroad).collect(),
            municipalities,
            abroad: abroad_places(&mut random, &mut taken),
            homes,
        }
    }
}

/// Municipalities and their places.
fn homes(random: &mut Random, taken: &mut BTreeSet<String>) -> (Vec<Municipality>, Vec<Place>) {
    const FIRST: &str = "Alm Ask Björn Brunn Dal Edel Fager Gran Gäs Hjort Kall Klöv Lönn Mård Näver \
        Orr Rönn Skogs Säv Tall Törn Ugg Vrå Väder Åker Ängs Öst";
    const LAST: &str = "arp backa boda gärde hult köping lösa mora näs rum sele stad torp vik åsa";
    let mut names: Vec<String> = FIRST
        .split_whitespace()
        .flat_map(|first| LAST.split_whitespace().map(move |last| joined(first, last)))
        .collect();
    random.shuffle(&mut names);
    let mut municipalities = Vec::new();
    let mut homes = Vec::new();
    for (number, name) in names.into_iter().take(MUNICIPALITIES).enumerate() {
        let place = city(random, &name, "SE", SWEDEN, taken);
        // Fourteen in a county. Real counties end at 25, so that nothing here is a real code.
        let code = format!("{}{}", 31 + number / 14, 60 + number % 14);
        let home = Some(place.id.clone());
        municipalities.push(Municipality { code: checked(&code), name, place: home });
        homes.push(place);
    }
    (municipalities, homes)
}

fn abroad_places(random: &mut Random, taken: &mut BTreeSet<String>) -> Vec<Place> {
    let mut places: Vec<Place> = COUNTRIES
        .iter()
        .map(|(code, sv, en, _)| Place {
            name: both(*sv, *en),
            country: Some(checked(code)),
            ..place(sv, Precision::Country, taken)
        })
        .collect();
    places.extend(
        AREAS.map(|(sv, en)| Place { name: both(sv, en), ..place(sv, Precision::Area, taken) }),
    );
    let mut near = (0..).map(|number| number % COUNTRIES.len());
    while places.len() < PLACES {
        // Every country has some places, the first ones of the list more.
        let turn = near.next().unwrap_or(0);
        let country = if random.chance(400) { turn } else { random.position(turn + 1) };
        let Some((code, _, _, inside)) = COUNTRIES.get(country) else { continue };
        let name = town(random);
        if taken.contains(&slug(&name)) {
            continue;
        }
        places.push(if random.chance(850) {
            city(random, &name, code, *inside, taken)
        } else {
            region(random, &name, code, *inside, taken)
        });
    }
    random.shuffle(&mut places);
    places
}

fn city(
    random: &mut Random,
    name: &str,
    country: &str,
    inside: Inside,
    taken: &mut BTreeSet<String>,
) -> Place {
    Place {
        country: Some(checked(country)),
        point: Some(point(random, inside)),
        aliases: aliases(random, name),
        ..place(name, Precision::City, taken)
    }
}

/// A region, two in three with the point of a town in it.
fn region(
    random: &mut Random,
    name: &str,
    country: &str,
    inside: Inside,
    taken: &mut BTreeSet<String>,
) -> Place {
    let stand_in = random.chance(660).then(|| town(random));
    Place {
        name: both(format!("{name}regionen"), format!("{name} Region")),
        country: Some(checked(country)),
        point: stand_in.is_some().then(|| point(random, inside)),
        stand_in,
        ..place(name, Precision::Region, taken)
    }
}

/// A place with an id of its own and nothing else.
fn place(name: &str, precision: Precision, taken: &mut BTreeSet<String>) -> Place {
    let id = slug(name);
    taken.insert(id.clone());
    Place {
        id: checked::<PlaceId>(&id),
        name: swedish(name),
        aliases: Vec::new(),
        country: None,
        precision,
        point: None,
        stand_in: None,
    }
}

/// A point of four decimals.
fn point(random: &mut Random, [west, south, east, north]: Inside) -> Point {
    let mut between = |low: i32, high: i32| {
        let span = u64::from(high.abs_diff(low)) * 1000;
        let offset = i32::try_from(random.below(span + 1)).unwrap_or(0);
        f64::from(low * 1000 + offset) / 10_000.0
    };
    Point { lon: between(west, east), lat: between(south, north) }
}

/// An older or a wrong spelling, for one place in four.
fn aliases(random: &mut Random, name: &str) -> Vec<String> {
    if !random.chance(250) {
        return Vec::new();
    }
    let ending = random.pick(&["e", "burg", "ov", "um", "sk"]);
    vec![format!("{name}{ending}")]
}

/// The name of a town: two or three syllables.
fn town(random: &mut Random) -> String {
    const ONSETS: [&str; 24] = [
        "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "pr", "r", "s",
        "st", "t", "tr", "v", "z", "ch", "w",
    ];
    const VOWELS: [&str; 22] = [
        "a", "a", "a", "a", "e", "e", "e", "e", "i", "i", "i", "o", "o", "o", "o", "u", "u", "ie",
        "é", "ü", "ó", "ä",
    ];
    const CODAS: [&str; 16] =
        ["", "", "", "", "", "n", "r", "l", "s", "nd", "rg", "m", "ck", "lt", "t", "ž"];
    let syllables = random.between(2, 3);
    let name: String = (0..syllables)
        .map(|_| {
            let (onset, vowel) = (random.pick(&ONSETS), random.pick(&VOWELS));
            format!("{onset}{vowel}{}", random.pick(&CODAS))
        })
        .collect();
    capital(&name)
}

/// A name of two parts, in which no letter stands three times in a row.
fn joined(first: &str, last: &str) -> String {
    let doubled = |c: char| first.ends_with(&format!("{c}{c}"));
    let rest = last.strip_prefix(doubled).unwrap_or(last);
    format!("{first}{rest}")
}
