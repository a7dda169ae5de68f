//! The map's geometry, through its public names.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail as tests may; clippy exempts only functions marked as tests"
)]

use partneratlas::atlas::{
    Basemap, Country, EqualArea, Fitting, Frame, Jump, Kind, Marker, Plane, Projection, Ring,
    Sizing, Spot, View, covers, gather, outline, projection, sheet,
};
use partneratlas::catalogue::{CountryCode, Point};
use proptest::prelude::*;

/// Towns and the country each lies in: name, code, latitude, longitude.
const TOWNS: [(&str, &str, f64, f64); 12] = [
    ("Norrköping", "SE", 58.5942, 16.1826),
    ("Kiruna", "SE", 67.8557, 20.2253),
    ("Eldoret", "KE", 0.5204, 35.2699),
    ("Caledon", "ZA", -34.23, 19.4265),
    ("Cape Town", "ZA", -33.9249, 18.4241),
    ("Wien", "AT", 48.2083, 16.3731),
    ("Cēsis", "LV", 57.3119, 25.2746),
    ("Turku", "FI", 60.4518, 22.2666),
    ("Dubrovnik", "HR", 42.6412, 18.1091),
    ("A Coruña", "ES", 43.3713, -8.396),
    ("Valletta", "MT", 35.8989, 14.5146),
    ("Port Louis", "MU", -20.1619, 57.4989),
];

const EUROPE: &str = "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GR HR HU IE IM IS IT JE LI LT \
                      LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA";
const AFRICA: &str = "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG \
                      ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW";

fn point(lon: f64, lat: f64) -> Point {
    Point { lon, lat }
}

fn plane(lon: f64, lat: f64) -> Plane {
    projection().project(point(lon, lat))
}

fn code(text: &str) -> CountryCode {
    text.parse().unwrap()
}

fn basemap() -> Basemap {
    Basemap::embedded().unwrap()
}

const WORLD: &str = include_str!("../seeds/basemap/world.txt");
const DETAIL: &str = include_str!("../seeds/basemap/detail.txt");

fn detail() -> Basemap {
    Basemap::parse(DETAIL).unwrap()
}

/// The map that is built in, and the finer one that is fetched on zooming in.
fn levels() -> [Basemap; 2] {
    [basemap(), detail()]
}

/// Of all rings, km²; what lies in a hole is taken off.
fn land(country: &Country) -> f64 {
    let rings = &country.rings;
    let signed = rings.iter().enumerate().map(|(index, ring)| {
        let within = rings.iter().enumerate().filter(|(other, _)| *other != index);
        let hole = within.filter(|(_, outer)| inside(outer, middle(ring))).count() % 2 == 1;
        if hole { -area(ring) } else { area(ring) }
    });
    signed.sum()
}

fn inside(ring: &Ring, point: Plane) -> bool {
    Country { code: None, rings: vec![ring.clone()] }.contains(point)
}

/// A point well inside the ring.
fn middle(ring: &Ring) -> Plane {
    Country { code: None, rings: vec![ring.clone()] }.anchor().unwrap().at
}

/// Shoelace formula on the plane, km².
fn area(ring: &[Plane]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
}

// Projection

proptest! {
    #[test]
    fn a_projected_point_leads_back(lon in -80.0..100.0_f64, lat in -60.0..85.0_f64) {
        let back = projection().invert(projection().project(point(lon, lat))).unwrap();
        prop_assert!((back.lon - lon).abs() < 1e-8 && (back.lat - lat).abs() < 1e-8, "{back:?}");
    }

    #[test]
    fn a_point_of_the_sheet_leads_back(x in -4900.0..4900.0_f64, y in -6800.0..5900.0_f64) {
        let back = projection().project(projection().invert(Plane { x, y }).unwrap());
        prop_assert!((back.x - x).abs() < 1e-6 && (back.y - y).abs() < 1e-6, "{back:?}");
    }

    #[test]
    fn areas_are_kept(lon in -25.0..55.0_f64, lat in -35.0..70.0_f64) {
        let side = 0.05;
        let square = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
            .map(|(east, north)| plane(lon + east, lat + north));
        // The area between two parallels and two meridians, Snyder page 27.
        let (south, north) = (lat.to_radians(), (lat + side).to_radians());
        let globe = EqualArea::RADIUS.powi(2) * side.to_radians() * (north.sin() - south.sin());
        let drawn = area(&square);
        prop_assert!((drawn / globe - 1.0).abs() < 1e-4, "{drawn} km² drawn, {globe} km² on the globe");
    }
}

#[test]
fn north_is_up_and_east_is_right() {
    let at = |lon, lat| projection().project(point(lon, lat));
    assert!(at(17.0, 60.0).y < at(17.0, 0.0).y && at(17.0, 0.0).y < at(17.0, -30.0).y);
    assert!(at(-8.0, 43.0).x < at(17.0, 43.0).x && at(17.0, 43.0).x < at(30.0, 43.0).x);
}

#[test]
fn from_the_centre_distances_are_chords() {
    // A quarter of the globe away a chord is R·√2, whatever the direction.
    let plane = projection().project(point(107.0, 0.0));
    let chord = plane.x.hypot(plane.y);
    assert!((chord - EqualArea::RADIUS * 2.0_f64.sqrt()).abs() < 1e-6, "{chord}");
}

#[test]
fn kiruna_and_cape_town_are_bent_alike() {
    let stretch = |lat: f64| {
        let (south, north) = (point(20.0, lat - 0.5), point(20.0, lat + 0.5));
        let (west, east) = (point(19.5, lat), point(20.5, lat));
        let length = |a, b| {
            let (a, b) = (projection().project(a), projection().project(b));
            (a.x - b.x).hypot(a.y - b.y)
        };
        length(west, east) / (length(south, north) * lat.to_radians().cos())
    };
    assert!((stretch(67.86) / stretch(-33.92) - 1.0).abs() < 0.01);
}

// Base map

#[test]
fn every_country_of_europe_and_africa_is_there() {
    for map in levels() {
        for text in EUROPE.split_whitespace().chain(AFRICA.split_whitespace()) {
            let country = map.country(&code(text)).unwrap_or_else(|| panic!("{text} is missing"));
            assert!(country.rings.iter().all(|ring| area(ring) > 0.0), "{text} has an empty ring");
            let anchor = country.anchor().expect("somewhere to write its name");
            assert!(anchor.breadth > 0.0, "{text} has no room for a name");
        }
    }
}

#[test]
fn no_country_comes_twice() {
    for map in levels() {
        let mut codes: Vec<_> = map.countries.iter().filter_map(|c| c.code.clone()).collect();
        let count = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), count);
        // Kosovo, Northern Cyprus, the buffer zone and the two bases there, Somaliland; Baikonur.
        assert!((6..=7).contains(&(map.countries.len() - count)));
    }
}

/// Also proves that the tool that wrote the base map projects as the atlas does.
#[test]
fn all_land_lies_on_the_sheet_and_its_bleed() {
    let edge = sheet().resized(sheet().width + 126.0, sheet().height + 126.0);
    for country in levels().into_iter().flat_map(|map| map.countries) {
        for point in country.rings.into_iter().flatten() {
            assert!(edge.contains(point), "{:?}: {point:?}", country.code);
        }
    }
}

#[test]
fn each_town_lies_in_its_country_and_its_mistakes_do_not() {
    // Cape Town stands off the coarse coast.
    for (map, reach) in levels().iter().zip([14.0, 5.0]) {
        towns_lie_in(map, reach);
    }
}

/// `reach` in km: towns by the sea may stand off the simplified coast.
fn towns_lie_in(map: &Basemap, reach: f64) {
    for (name, home, lat, lon) in TOWNS {
        let country = map.country(&code(home)).unwrap();
        let off = country.distance(plane(lon, lat));
        assert!(off < reach, "{name} lies {off:.1} km outside {home}");
        // A wrong sign or a wrong order is what hands do. On the equator or the meridian of
        // Greenwich the wrong sign changes too little to be told.
        let mistakes =
            [(lon, -lat, lat.abs() > 5.0), (-lon, lat, lon.abs() > 5.0), (lat, lon, true)];
        for (lon, lat, _) in mistakes.into_iter().filter(|mistake| mistake.2) {
            assert!(!country.contains(plane(lon, lat)), "{name} at {lon}, {lat} still in {home}");
        }
    }
}

/// Areas in km² from the CIA World Factbook. Denmark's skerries and Luxembourg's size ask for the
/// tolerance.
#[test]
fn countries_are_as_large_as_they_are() {
    let map = detail();
    for (text, known) in [
        ("SE", 450_295.0),
        ("KE", 580_367.0),
        ("EG", 1_001_450.0),
        ("DK", 43_094.0),
        ("AT", 83_871.0),
        ("LU", 2_586.0),
    ] {
        let country = map.country(&code(text)).unwrap();
        let drawn = land(country);
        assert!((drawn / known - 1.0).abs() < 0.06, "{text}: {drawn:.0} km² drawn, {known} known");
    }
}

/// Denmark loses most: islands too small for the coarse map.
#[test]
fn both_levels_draw_countries_as_large() {
    let (coarse, fine) = (basemap(), detail());
    for text in EUROPE.split_whitespace().chain(AFRICA.split_whitespace()) {
        let [coarse, fine] = [&coarse, &fine].map(|map| land(map.country(&code(text)).unwrap()));
        if fine > 5000.0 {
            assert!((coarse / fine - 1.0).abs() < 0.06, "{text}: {coarse:.0} km², {fine:.0} km²");
        }
    }
}

#[test]
fn the_finer_map_has_lakes() {
    assert_eq!(basemap().lakes, Vec::<Ring>::new());
    let lakes = detail().lakes;
    for (name, lat, lon, known) in [
        ("Vänern", 58.9, 13.3, 5_650.0),
        ("Vättern", 58.3, 14.5, 1_900.0),
        ("Ladoga", 60.8, 31.5, 17_700.0),
        ("Victoria", -1.0, 33.0, 68_800.0),
        ("Turkana", 3.8, 36.1, 6_400.0),
        ("Tanganyika", -6.5, 29.9, 32_900.0),
        ("Malawi", -12.0, 34.5, 29_600.0),
    ] {
        let around: Vec<&Ring> =
            lakes.iter().filter(|lake| inside(lake, plane(lon, lat))).collect();
        let [lake] = around.as_slice() else { panic!("{name}: {} shores", around.len()) };
        assert!((area(lake) / known - 1.0).abs() < 0.25, "{name}: {:.0} km²", area(lake));
    }
}

#[test]
fn an_enclave_belongs_to_itself() {
    for map in levels() {
        let maseru = plane(27.9, -29.5);
        assert!(map.country(&code("LS")).unwrap().contains(maseru));
        assert!(!map.country(&code("ZA")).unwrap().contains(maseru));
    }
}

#[test]
fn a_border_is_the_same_from_both_sides() {
    for map in levels() {
        a_border_is_shared(&map);
    }
}

fn a_border_is_shared(map: &Basemap) {
    let rings = |text| map.country(&code(text)).unwrap().rings.concat();
    let (norway, sweden) = (rings("NO"), rings("SE"));
    let shared = sweden.iter().filter(|point| norway.contains(point)).count();
    assert!(shared > 30, "{shared} points");
    assert!(
        map.borders
            .iter()
            .any(|line| line.iter().all(|p| sweden.contains(p) && norway.contains(p)))
    );
}

#[test]
fn names_of_countries_are_written_on_their_land() {
    let map = basemap();
    for text in ["NO", "HR", "SE", "KE", "ZA", "IT", "GB"] {
        let country = map.country(&code(text)).unwrap();
        let anchor = country.anchor().unwrap();
        assert!(country.contains(anchor.at), "{text}: {anchor:?}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in "(basemap 2 [0-9]{1,5}\n)?([A-Z]{2} |- |#)?[ -~\n]{0,80}") {
        let _ = Basemap::parse(&text);
    }

    #[test]
    fn a_damaged_base_map_is_refused_or_read(at in 0..WORLD.len(), byte in any::<char>(), cut in any::<bool>()) {
        let (before, after) = WORLD.split_at(at.min(WORLD.len() - 1));
        let text = if cut { before.to_owned() } else { format!("{before}{byte}{}", &after[1..]) };
        let _ = Basemap::parse(&text);
    }
}

// Outlines

#[test]
fn a_jump_to_kenya_draws_less_than_the_world() {
    let map = basemap();
    let rings: Vec<&Ring> = map.countries.iter().flat_map(|country| &country.rings).collect();
    let drawn =
        |jump: Jump| outline(rings.iter().copied(), &View::new(jump.frame(1.0), 800.0)).len();
    assert!(drawn(Jump::Kenya) * 3 < drawn(Jump::All));
}

// Frames and jumps

fn on_sheet() -> impl Strategy<Value = Plane> {
    (-4900.0..4900.0_f64, -6800.0..5900.0_f64).prop_map(|(x, y)| Plane { x, y })
}

proptest! {
    #[test]
    fn a_fitted_frame_holds_all_points_and_its_shape(
        points in prop::collection::vec(on_sheet(), 1..30), aspect in 0.3..3.0_f64
    ) {
        let fitting = Fitting::places(aspect);
        let frame = fitting.fit(points.iter().copied()).unwrap().kept_on(&sheet());
        for point in &points {
            prop_assert!(frame.contains(*point), "{point:?} is outside {frame:?}");
        }
        prop_assert!((frame.width / frame.height - aspect).abs() < 1e-9);
        prop_assert!(frame.width >= fitting.least - 1e-9 && frame.height >= fitting.least - 1e-9);
    }
}

#[test]
fn each_jump_shows_what_its_name_says() {
    let shows = |jump: Jump, aspect: f64| {
        let frame = jump.frame(aspect);
        move |lon, lat| frame.contains(projection().project(point(lon, lat)))
    };
    for aspect in [0.5, 0.8, 1.0, 1.6] {
        for (_, _, lat, lon) in TOWNS {
            assert!(shows(Jump::All, aspect)(lon, lat), "{lon}, {lat}");
        }
        let europe = shows(Jump::Europe, aspect);
        for (lon, lat) in [(-9.1, 38.7), (-22.0, 64.1), (25.8, 71.1), (33.4, 35.2), (30.5, 50.4)] {
            assert!(europe(lon, lat), "{lon}, {lat}");
        }
        assert!(
            shows(Jump::Kenya, aspect)(35.27, 0.52) && shows(Jump::Kenya, aspect)(39.67, -4.05)
        );
        assert!(shows(Jump::SouthAfrica, aspect)(19.43, -34.23));
        assert!(shows(Jump::SouthAfrica, aspect)(31.0, -22.4));
    }
    assert!(!shows(Jump::Kenya, 1.0)(18.42, -33.92));
    assert!(!shows(Jump::Europe, 1.0)(35.27, 0.52));
}

#[test]
fn a_jumps_key_leads_back_to_it() {
    for jump in Jump::ALL {
        assert_eq!(Jump::from_key(jump.key()), Some(jump));
    }
    assert_eq!(Jump::from_key("månen"), None);
}

#[test]
fn india_lies_outside_the_map() {
    for (_, _, lat, lon) in TOWNS {
        assert!(covers(point(lon, lat)), "{lon}, {lat}");
    }
    for (lon, lat) in
        [(77.0, 20.0), (72.88, 19.08), (77.2, 28.6), (-74.0, 40.7), (-43.2, -22.9), (151.2, -33.9)]
    {
        assert!(!covers(point(lon, lat)), "{lon}, {lat}");
    }
}

// Markers

fn spots() -> impl Strategy<Value = Vec<Spot<usize>>> {
    prop::collection::vec((on_sheet(), 0..40_u32), 0..120).prop_map(|spots| {
        let kinds = [Kind::City, Kind::Region, Kind::Home];
        let spot = |(id, (at, weight))| Spot { id, at, weight, kind: kinds[id % 3] };
        spots.into_iter().enumerate().map(spot).collect()
    })
}

fn view(width: f64) -> View {
    View::new(Frame { x: -4900.0, y: -6800.0, width: 9800.0, height: 12_700.0 }, width)
}

proptest! {
    #[test]
    fn gathering_loses_nobody(spots in spots(), width in 200.0..4000.0_f64) {
        let markers = gather(&spots, &view(width), &Sizing::default());
        let mut ids: Vec<usize> = markers.iter().flat_map(|m| &m.members).map(|s| s.id).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, (0..spots.len()).collect::<Vec<_>>());
    }

    #[test]
    fn markers_keep_their_distance(spots in spots(), width in 200.0..4000.0_f64) {
        let sizing = Sizing::default();
        let markers = gather(&spots, &view(width), &sizing);
        for (index, a) in markers.iter().enumerate() {
            for b in &markers[index + 1..] {
                prop_assert!(a.at.distance(b.at) >= a.radius + b.radius + sizing.gap - 1e-9);
            }
        }
    }

    #[test]
    fn a_cluster_stands_at_its_weighted_middle(spots in spots()) {
        let view = view(500.0);
        for marker in gather(&spots, &view, &Sizing::default()) {
            let weight = |spot: &Spot<usize>| f64::from(spot.weight.max(1));
            let total: f64 = marker.members.iter().map(weight).sum();
            let mean = |axis: fn(Plane) -> f64| {
                marker.members.iter().map(|s| axis(s.at) * weight(s)).sum::<f64>() / total
            };
            let middle = view.screen(Plane { x: mean(|at| at.x), y: mean(|at| at.y) });
            prop_assert!(middle.distance(marker.at) < 1e-6);
            prop_assert!((f64::from(marker.weight) - total).abs() < 1e-9);
        }
    }
}

fn spot(id: u8, lon: f64, lat: f64, weight: u32) -> Spot<u8> {
    Spot { id, at: projection().project(point(lon, lat)), weight, kind: Kind::City }
}

#[test]
fn linz_and_wien_part_when_europe_is_shown_and_meet_when_all_is() {
    let spots = [spot(1, 14.29, 48.31, 1), spot(2, 16.37, 48.21, 3)];
    let markers =
        |jump: Jump| gather(&spots, &View::new(jump.frame(1.0), 900.0), &Sizing::default());
    assert_eq!(markers(Jump::Europe).len(), 2);
    let [cluster] = markers(Jump::All).try_into().unwrap();
    let ids: Vec<u8> = cluster.members.iter().map(|spot| spot.id).collect();
    assert_eq!((ids, cluster.weight), (vec![2, 1], 4), "the heaviest first");
    assert!(cluster.is_cluster());
    assert_eq!(cluster.kind(), Some(Kind::City));
}

#[test]
fn two_partners_in_one_town_do_not_part() {
    let spots = [spot(1, 16.37, 48.21, 1), spot(2, 16.37, 48.21, 1)];
    let markers = gather(&spots, &View::new(Jump::Kenya.frame(1.0), 9000.0), &Sizing::default());
    assert!(matches!(markers.as_slice(), [marker] if marker.is_cluster()));
}

#[test]
fn home_and_partner_in_one_cluster_are_neither() {
    let home = Spot { kind: Kind::Home, ..spot(1, 16.18, 58.59, 1) };
    let markers: Vec<Marker<u8>> =
        gather(&[home, spot(2, 16.2, 58.6, 1)], &view(400.0), &Sizing::default());
    assert!(matches!(markers.as_slice(), [marker] if marker.kind().is_none()));
}

#[test]
fn the_area_of_a_marker_grows_with_its_projects() {
    let sizing = Sizing { one: 6.0, least: 6.0, most: 24.0, gap: 0.0 };
    assert_eq!(
        [0, 1, 4, 9, 1000].map(|weight| sizing.radius(weight)),
        [6.0, 6.0, 12.0, 18.0, 24.0]
    );
}
