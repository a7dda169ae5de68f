//! The map of the real catalogue: every place is drawn, listed or named as beyond the map.
#![expect(clippy::expect_used, clippy::panic, reason = "a test ends where its ground is missing")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use partneratlas::atlas::{
    Basemap, Direction, Frame, Jump, Projection, Screen, TextBox, View, projection, walk,
};
use partneratlas::catalogue::{Catalogue, CountryCode, Document, Lang, Place, RecordIx};
use partneratlas::map::{
    CountryMark, Ground, Group, MapPoster, Mark, Name, NameWords, Sample, Target, arcs,
    count_within, countries, fitted, is_on_sheet, listed, marks, names, off_the_map, panels,
};
use partneratlas::query::{Engine, Facet, Places, Query, Value};
use partneratlas::svg::{Anchor, document};
use partneratlas::url;
use proptest::prelude::*;
use serde_json::json;
use support::marks::{assert_within, is_well_formed, measure, prose, texts};
use support::{catalogue, catalogue_of, engine, run, today};

/// Width divided by height.
const ASPECT: f64 = 0.8;

fn question(text: &str) -> Query {
    url::parse(text, "").query
}

fn places(text: &str) -> Places {
    engine().places(&run(&question(text)).hits)
}

fn ground() -> Ground {
    Ground::new(Basemap::embedded().expect("the committed file"))
}

fn view(jump: Jump, width: f64) -> View {
    View::new(jump.frame(ASPECT), width)
}

/// The marks of a question on the whole sheet.
fn drawn(text: &str, width: f64) -> Vec<Mark> {
    marks(catalogue(), &places(text), &view(Jump::All, width), "", &Query::default(), Lang::Sv)
}

fn outlined(text: &str) -> Vec<CountryMark> {
    countries(catalogue(), &ground().basemap, &places(text), &View::of_sheet(), Lang::Sv)
}

/// The ids of all places of marks and of hatched countries.
fn ids(marks: &[Mark], countries: &[CountryMark]) -> Vec<String> {
    let marks = marks.iter().flat_map(|mark| mark.places.split(' '));
    let wholes = countries.iter().filter_map(|country| country.whole.as_ref());
    marks.chain(wholes.flat_map(|whole| whole.places.split(' '))).map(str::to_owned).collect()
}

#[test]
fn kenya_is_a_ring_in_uasin_gishu_and_its_home() {
    let drawn = drawn("land=KE", 600.0);
    let marks: BTreeSet<(&str, bool)> =
        drawn.iter().map(|mark| (mark.places.as_str(), mark.group == Group::Region)).collect();
    assert_eq!(marks, BTreeSet::from([("norrkoping", false), ("uasin-gishu", true)]));
}

#[test]
fn no_place_is_lost_or_drawn_twice_at_any_size() {
    let basemap = ground().basemap;
    for width in [280.0, 375.0, 640.0, 1400.0] {
        let drawn = ids(&drawn("", width), &outlined(""));
        let unique: BTreeSet<&String> = drawn.iter().collect();
        assert_eq!(unique.len(), drawn.len(), "twice at {width}");
        for touched in places("").touched {
            let place = catalogue().place_at(touched.place).expect("a place of this catalogue");
            let expected =
                is_on_sheet(&basemap, place) && (place.point.is_some() || place.is_abroad());
            assert_eq!(unique.contains(&place.id.to_string()), expected, "{} at {width}", place.id);
        }
    }
}

#[test]
fn a_country_and_its_regions_without_a_point_share_one_outline() {
    let touched = outlined("land=IT");
    let italy = touched.iter().find(|country| country.code.as_str() == "IT").expect("Italy");
    let whole = italy.whole.as_ref().expect("it is known only as such");
    assert_eq!(whole.places, "italien norra-italien");
    assert_eq!(whole.target, italy.target());
}

#[test]
fn a_country_whose_towns_are_known_is_not_hatched() {
    let touched = outlined("ort=dubrovnik");
    let croatia = touched.iter().find(|country| country.code.as_str() == "HR").expect("Croatia");
    assert!(croatia.whole.is_none() && croatia.outline.starts_with('M'));
    assert_eq!(croatia.name, "Kroatien");
    assert_eq!(croatia.target(), Target::Value(Facet::Country, Value::Id("HR".into())));
}

#[test]
fn india_is_named_as_outside_and_wider_areas_as_such() {
    let (outside, areas) = off_the_map(catalogue(), &ground().basemap, &places(""), Lang::Sv);
    assert_eq!(outside, ["Indien (1)"]);
    assert_eq!(areas.len(), 3, "{areas:?}");
}

#[test]
fn marks_are_named_with_country_and_number() {
    let town = drawn("ort=dubrovnik", 600.0);
    assert!(town.iter().any(|mark| mark.name == "Dubrovnik, Kroatien – 1\u{A0}samarbete"));
    let ring = drawn("land=KE", 600.0);
    assert!(ring.iter().any(|mark| mark.name.contains("ungefärligt läge, vid Eldoret")));
}

#[test]
fn a_mark_keeps_its_key_while_only_its_position_changes() {
    let places = places("");
    let keys = |jump, width| -> BTreeMap<String, u32> {
        let marks =
            marks(catalogue(), &places, &view(jump, width), "", &Query::default(), Lang::Sv);
        marks.into_iter().map(|mark| (mark.places, mark.key)).collect()
    };
    let (far, near) = (keys(Jump::All, 700.0), keys(Jump::Europe, 700.0));
    assert_eq!(near.values().collect::<BTreeSet<_>>().len(), near.len());
    let alone: Vec<&String> = near.keys().filter(|id| !id.contains(' ')).collect();
    let kept = alone.iter().filter(|id| far.get(**id) == near.get(**id)).count();
    assert!(kept >= 4, "{far:?} {near:?}");
    let english =
        marks(catalogue(), &places, &view(Jump::Europe, 700.0), "", &Query::default(), Lang::En);
    assert!(english.iter().all(|mark| near.get(&mark.places) != Some(&mark.key)));
}

#[test]
fn a_cluster_names_its_places_and_leads_to_them() {
    let all = view(Jump::All, 600.0);
    let marks = marks(catalogue(), &places(""), &all, "", &Query::default(), Lang::Sv);
    let clusters: Vec<&Mark> = marks.iter().filter(|mark| mark.number.is_some()).collect();
    assert!(!clusters.is_empty());
    for cluster in clusters {
        let count = cluster.places.split(' ').count();
        assert_eq!(cluster.number, Some(count));
        assert!(cluster.name.starts_with(&format!("{count} platser: ")), "{}", cluster.name);
        let Target::Frame(frame) = cluster.target else { panic!("{cluster:?}") };
        let near = partneratlas::map::marks(
            catalogue(),
            &places(""),
            &View::new(frame, 600.0),
            "",
            &Query::default(),
            Lang::Sv,
        );
        let again = near.iter().find(|mark| mark.places == cluster.places);
        assert!(again.is_none(), "{again:?}");
        for id in cluster.places.split(' ') {
            let shown = near.iter().any(|mark| mark.places.split(' ').any(|other| other == id));
            assert!(shown, "{id} is in sight");
        }
    }
}

#[test]
fn the_list_has_the_places_by_country_in_swedish_order() {
    let countries = listed(catalogue(), &places(""), Lang::Sv);
    let named: Vec<&str> = countries.iter().map(|country| country.name.as_str()).collect();
    assert_eq!(named.first(), Some(&"Finland"));
    assert_eq!(named.last(), Some(&"Österrike"));
    for country in &countries {
        let is_home = country.name == "Sverige";
        assert_eq!(country.target == Target::Nowhere, is_home, "{}", country.name);
    }
}

/// What lies in the country of a code.
fn of_country(place: &Place, code: &str) -> bool {
    place.country.as_ref().is_some_and(|country| country.as_str() == code)
}

#[test]
fn a_panel_tells_who_works_in_a_country_and_with_whom() {
    let codes: BTreeSet<String> = catalogue()
        .places()
        .filter(|(_, place)| place.is_abroad())
        .filter_map(|(_, place)| Some(place.country.as_ref()?.as_str().to_owned()))
        .collect();
    let mut answered = 0;
    for code in codes {
        let query = question(&format!("land={code}"));
        let results = run(&query);
        let found = panels(catalogue(), engine(), &query, &results.hits, Lang::Sv);
        let [panel] = found.as_slice() else { panic!("{code}: {found:?}") };
        // Told anew, record by record.
        let records: BTreeSet<RecordIx> = results.hits.iter().collect();
        assert_eq!(panel.records.iter().copied().collect::<BTreeSet<_>>(), records, "{code}");
        let (mut homes, mut partners) = (BTreeMap::<&str, usize>::new(), BTreeSet::new());
        for record in records.iter().filter_map(|record| catalogue().record(*record)) {
            for home in &record.municipalities {
                *homes.entry(home.as_str()).or_default() += 1;
            }
            let there = catalogue()
                .partners(record)
                .filter(|(_, place)| place.is_some_and(|place| of_country(place, &code)));
            partners.extend(there.map(|(partner, _)| partner.name.text(Lang::Sv).to_owned()));
        }
        let told: BTreeMap<&str, usize> =
            panel.municipalities.iter().map(|(value, _, count)| (value.as_str(), *count)).collect();
        assert_eq!(told, homes, "{code}");
        let told: BTreeSet<String> = panel.partners.iter().map(|(name, _)| name.clone()).collect();
        assert_eq!(told, partners, "{code}");
        answered += usize::from(!homes.is_empty());
    }
    assert!(answered > 12, "{answered}");
}

#[test]
fn a_panel_of_a_town_has_only_what_is_there() {
    let query = question("ort=wien");
    let results = run(&query);
    let panels = panels(catalogue(), engine(), &query, &results.hits, Lang::Sv);
    let [panel] = panels.as_slice() else { panic!("{panels:?}") };
    assert_eq!(panel.title, "Wien, Österrike");
    assert_eq!(panel.partners.len(), 2, "two parties share one pin: {:?}", panel.partners);
    assert_eq!(panel.municipalities.len(), 1);
    // Another filter narrows it.
    let query = question("ort=wien&status=pagaende");
    let none =
        partneratlas::map::panels(catalogue(), engine(), &query, &run(&query).hits, Lang::Sv);
    assert!(none.iter().all(|panel| panel.records.is_empty() && panel.partners.is_empty()));
}

#[test]
fn arcs_go_to_towns_solid_and_to_what_is_vague_dashed() {
    let arcs = |text: &str| {
        let hits = run(&question(text)).hits;
        arcs(catalogue(), &ground().basemap, hits.iter(), &View::of_sheet())
    };
    let kenya = arcs("land=KE");
    assert_eq!((kenya.sure.as_str(), kenya.vague.matches('M').count()), ("", 1));
    let dubrovnik = arcs("ort=dubrovnik");
    assert!(dubrovnik.sure.matches('M').count() >= 1);
    assert_eq!(arcs("q=xyzxyz"), Default::default());
    // The way to Kenya begins in Norrköping and ends at the point that stands in.
    let end = |id: &str| {
        let point = catalogue().place(&id.parse().expect("an id")).and_then(|place| place.point);
        View::of_sheet().screen(projection().project(point.expect("a point")))
    };
    let [first, last] = ends(&kenya.vague);
    for (found, expected) in [(first, end("norrkoping")), (last, end("uasin-gishu"))] {
        assert!(found.distance(expected) < 0.2, "{found:?} is not {expected:?}");
    }
}

/// The first and the last point of a path of relative lines.
fn ends(data: &str) -> [Screen; 2] {
    let (start, steps) = data.trim_start_matches('M').split_once('l').expect("a line");
    let numbers = |text: &str| -> Vec<f64> {
        let apart = text.replace('-', " -");
        apart.split_whitespace().map(|number| number.parse().expect("a number")).collect()
    };
    let point = |numbers: &[f64]| match numbers {
        [x, y] => Screen { x: *x, y: *y },
        _ => panic!("{data}"),
    };
    let start = point(&numbers(start));
    let last = numbers(steps).chunks(2).fold(start, |at, step| {
        let step = point(step);
        Screen { x: at.x + step.x, y: at.y + step.y }
    });
    [start, last]
}

#[test]
fn fitting_shows_all_places_of_a_selection_and_little_else() {
    let basemap = ground().basemap;
    for text in ["", "land=KE", "land=ZA", "land=FI", "ort=dubrovnik", "q=gemis"] {
        let places = places(text);
        let frame = fitted(catalogue(), &basemap, &places, ASPECT).expect("something to show");
        let all = Frame { x: -1e5, y: -1e5, width: 2e5, height: 2e5 };
        let count = count_within(catalogue(), &places, &frame);
        assert_eq!(count, count_within(catalogue(), &places, &all), "{text}");
        assert!((frame.width / frame.height - ASPECT).abs() < 1e-9, "{text}: {frame:?}");
    }
    assert_eq!(fitted(catalogue(), &basemap, &places("land=IN&q=xyzxyz"), ASPECT), None);
    let finland = fitted(catalogue(), &basemap, &places("land=FI"), ASPECT).expect("Finland");
    assert!(finland.height < Jump::Europe.frame(ASPECT).height, "{finland:?}");
}

/// What is drawn of a question in a frame: names with the boxes that they take, by the width of letters
/// that the page reckons with.
fn named(text: &str, view: &View) -> (Vec<Mark>, Vec<Name>) {
    let places = places(text);
    let country = |code: &CountryCode| {
        let known = catalogue().country(code).map(|country| country.name.text(Lang::Sv).to_owned());
        Some(known.unwrap_or_else(|| format!("{code}-landet")))
    };
    let marks = marks(catalogue(), &places, view, "", &Query::default(), Lang::Sv);
    let words = NameWords { country: &country, measure: &measure };
    let names = names(catalogue(), &places, &marks, &ground(), view, words);
    (marks, names)
}

#[test]
fn names_cover_neither_each_other_nor_a_mark() {
    for jump in Jump::ALL {
        for width in [280.0, 345.0, 700.0, 1000.0] {
            let view = view(jump, width);
            let (marks, names) = named("", &view);
            let mut taken: Vec<(String, TextBox)> = marks
                .iter()
                .map(|mark| (mark.name.clone(), TextBox::around(mark.on(&view), mark.radius)))
                .collect();
            for name in names {
                let size = if name.is_quiet { 11.5 } else { 12.5 };
                let long = measure(&name.text) * size / 13.0;
                let left = match name.anchor {
                    Anchor::Start => name.x,
                    Anchor::Middle => name.x - long / 2.0,
                    Anchor::End => name.x - long,
                };
                let own = TextBox { left, right: left + long, top: name.y - 8.0, bottom: name.y };
                assert!(own.left >= 0.0 && own.right <= width, "{name:?} leaves the map");
                for (other, there) in &taken {
                    let apart = own.right <= there.left
                        || there.right <= own.left
                        || own.bottom <= there.top
                        || there.bottom <= own.top;
                    assert!(apart, "{} lies over {other} at {width} px", name.text);
                }
                taken.push((name.text, own));
            }
        }
    }
}

#[test]
fn countries_are_named_quietly_where_there_is_room() {
    let (_, near) = named("land=KE", &view(Jump::Kenya, 700.0));
    let kenya = near.iter().find(|name| name.text == "Kenya").expect("Kenya's name");
    assert!(kenya.is_quiet);
    let (_, far) = named("", &view(Jump::All, 345.0));
    assert!(far.iter().all(|name| name.text != "LI-landet"), "Liechtenstein has no room");
    assert!(far.iter().any(|name| name.text == "DZ-landet"), "Algeria has");
    let (_, hatched) = named("q=gemis", &view(Jump::Europe, 700.0));
    let poland = hatched.iter().find(|name| name.text == "Polen").expect("Poland's name");
    assert!(!poland.is_quiet);
}

#[test]
fn arrows_lead_from_any_mark_to_any_other() {
    for jump in Jump::ALL {
        let view = view(jump, 700.0);
        let marks = marks(catalogue(), &places(""), &view, "", &Query::default(), Lang::Sv);
        let points: Vec<Screen> = marks.iter().map(|mark| mark.on(&view)).collect();
        for start in 0..points.len() {
            let mut reached = BTreeSet::from([start]);
            let mut next = vec![start];
            while let Some(at) = next.pop() {
                let steps = Direction::ALL
                    .into_iter()
                    .filter_map(|direction| walk(*points.get(at)?, &points, direction));
                next.extend(steps.filter(|to| reached.insert(*to)));
            }
            assert_eq!(reached.len(), points.len(), "{jump:?} from {:?}", marks.get(start));
        }
    }
}

#[test]
fn the_saved_map_is_whole_and_stands_alone() {
    for (text, hidden) in [("", false), ("land=KE", true)] {
        let results = run(&question(text));
        let places = engine().places(&results.hits);
        let poster = MapPoster {
            title: "Karta",
            selection: "Urval: vatten & <avlopp>",
            source: "Källa: Partneratlas, 21 november 2026. Kartunderlag: Natural Earth.",
            catalogue: catalogue(),
            ground: &ground(),
            hits: &results.hits,
            places: &places,
            query: &Query::default(),
            frame: Jump::All.frame(ASPECT),
            fanned: "",
            lang: Lang::Sv,
            country: &|code| Some(code.as_str().to_owned()),
            legend: vec![
                (Sample::Mark(Group::City), "Partnerort"),
                (Sample::Country, "Land"),
                (Sample::Arc, "Väg"),
            ],
            off_the_map: ["Utanför kartan", "Större områden"],
        };
        let picture = poster.picture(&measure);
        assert_within(&picture);
        let svg = document(&picture);
        assert!(is_well_formed(&svg), "{svg}");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        for told in ["Karta", "vatten &amp; &lt;avlopp&gt;", "Natural Earth", "Partnerort", "Väg"]
        {
            assert!(svg.contains(told), "{told}");
        }
        assert_eq!(prose(&picture, "prose").contains("Indien (1)"), !hidden);
        // All marks are there, and the numbers of clusters.
        let view = View::new(Jump::All.frame(ASPECT), 1000.0);
        let marks = marks(catalogue(), &places, &view, "", &Query::default(), Lang::Sv);
        let numbers: Vec<String> =
            marks.iter().filter_map(|mark| mark.number).map(|number| number.to_string()).collect();
        let texts = texts(&picture);
        let told: Vec<&str> =
            texts.iter().filter(|text| text.0.starts_with("number")).map(|text| text.1).collect();
        assert_eq!(told, numbers);
        let inside = picture.groups.iter().find(|group| group.window.is_some()).expect("a map");
        let hits = inside.marks.iter().filter(|mark| mark.class == "hit").count();
        assert_eq!(hits, marks.len());
        assert!(inside.marks.iter().any(|mark| mark.class == "arc vague"));
    }
}

/// A catalogue with one record that has a partner in each of some towns in Finland.
fn world(points: &[(f64, f64)]) -> Catalogue {
    let place = |(index, (lon, lat)): (usize, &(f64, f64))| {
        json!({
            "id": format!("ort-{index}"), "name": { "sv": format!("Ort {index}") },
            "country": "FI", "precision": "city", "point": [lon, lat],
        })
    };
    let partner = |index| json!({ "name": { "sv": "P" }, "place": format!("ort-{index}") });
    let document = json!({
        "schemaVersion": 1,
        "countries": [{ "code": "FI", "name": { "sv": "Finland" } }],
        "places": points.iter().enumerate().map(place).collect::<Vec<_>>(),
        "records": [{
            "id": "r", "form": "project", "title": { "sv": "R" }, "summary": { "sv": "" },
            "sources": [], "partners": (0..points.len()).map(partner).collect::<Vec<_>>(),
        }],
    });
    let document: Document = serde_json::from_value(document).expect("a document");
    catalogue_of(document)
}

/// The places of the only record of [`world`].
fn all_places(catalogue: &Catalogue) -> Places {
    let engine = Engine::new(catalogue, today());
    engine.places(&engine.set_of(&[RecordIx(0)]))
}

#[test]
fn places_that_share_a_point_are_fanned_out() {
    let catalogue = world(&[(25.0, 61.0), (25.0, 61.0), (25.0, 61.0), (20.0, 50.0)]);
    let places = all_places(&catalogue);
    let view = view(Jump::Europe, 345.0);
    let folded = marks(&catalogue, &places, &view, "", &Query::default(), Lang::Sv);
    let cluster = folded.iter().find(|mark| mark.number == Some(3)).expect("a cluster");
    assert!(matches!(cluster.target, Target::Fan(_)), "{cluster:?}");
    let fanned = marks(&catalogue, &places, &view, &cluster.places, &Query::default(), Lang::Sv);
    let ids: BTreeSet<&str> = fanned.iter().map(|mark| mark.places.as_str()).collect();
    assert_eq!(ids, BTreeSet::from(["ort-0", "ort-1", "ort-2", "ort-3"]));
    let out: Vec<&Mark> = fanned.iter().filter(|mark| mark.places != "ort-3").collect();
    for (index, mark) in out.iter().enumerate() {
        assert!(matches!(mark.target, Target::Value(Facet::Place, _)), "{mark:?}");
        for other in out.iter().skip(index + 1) {
            let gap = mark.on(&view).distance(other.on(&view)) - mark.radius - other.radius;
            assert!(gap > 4.0, "{gap}");
        }
    }
}

proptest! {
    /// Whatever lies where, and however near one looks: what is in sight is there once, folded or fanned.
    #[test]
    fn clusters_lose_nobody(
        points in prop::collection::vec((-20.0..40.0_f64, -30.0..70.0_f64), 1..40),
        near in 0.01..1.0_f64,
        width in 200.0..1400.0_f64,
        doubled in any::<bool>(),
    ) {
        let mut points = points;
        if doubled {
            points.extend(points.clone());
        }
        let catalogue = world(&points);
        let places = all_places(&catalogue);
        let all = Jump::All.frame(ASPECT);
        let view = View::new(all.zoomed(near, [0.5, 0.4], &all), width);
        let folded = marks(&catalogue, &places, &view, "", &Query::default(), Lang::Sv);
        let fanned = folded.iter().find(|mark| matches!(mark.target, Target::Fan(_)));
        let fanned = fanned.map(|mark| mark.places.clone()).unwrap_or_default();
        for marks in [marks(&catalogue, &places, &view, &fanned, &Query::default(), Lang::Sv), folded] {
            let mut ids: Vec<&str> = marks.iter().flat_map(|mark| mark.places.split(' ')).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), count);
            for (index, (lon, lat)) in points.iter().enumerate() {
                let point = partneratlas::catalogue::Point { lon: *lon, lat: *lat };
                let at = view.screen(projection().project(point));
                let is_inside = (0.0..view.width()).contains(&at.x)
                    && (0.0..view.height()).contains(&at.y);
                // What lies at the edge may belong to a cluster whose middle is beyond it.
                let is_clear = (60.0..view.width() - 60.0).contains(&at.x)
                    && (60.0..view.height() - 60.0).contains(&at.y);
                let is_drawn = ids.contains(&format!("ort-{index}").as_str());
                prop_assert!(is_drawn || !is_inside || !is_clear, "ort-{} is lost", index);
            }
        }
    }
}
