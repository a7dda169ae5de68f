//! The timeline: everything placed, nothing invented, nothing on top of anything else.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends where its ground is missing"
)]

mod naive;
mod support;
mod worlds;

use std::collections::BTreeSet;

use naive::Naive;
use partneratlas::catalogue::{Catalogue, Day, Lang, RecordIx};
use partneratlas::query::{Engine, Facet, Memory, Query, Sort};
use partneratlas::svg::Mark;
use partneratlas::timeline::{
    Axis, AxisWords, Bar, End, Ends, Extent, FRAMEWORKS, Label, ROW, Row, Run, Side, Terms, Tick,
    Ticks, TimeScale, axis, bands, by_run, by_value, density, grid, row,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::marks::{edges, measure};
use support::{catalogue, engine, id, terms, today};

/// The sign of something that is over.
const SIGN: &str = "M1.5 1.5h9v9h-9z";

fn whole(width: f64) -> TimeScale {
    let Extent { first, end } = terms().whole;
    TimeScale::new(first, end, width)
}

fn bar(wanted: &str, width: f64) -> Bar {
    let mut records = catalogue().records();
    let found = records.find(|(_, record)| record.id.as_str() == wanted);
    let (index, _) = found.expect("the catalogue has it");
    Bar::of(terms().get(index).expect("it has dates"), &whole(width))
}

#[test]
fn every_record_is_a_row_or_in_the_lane_of_the_undated() {
    let hits = support::run(&Query::default()).hits;
    let undated = engine().undated(&hits, Lang::Sv, usize::MAX);
    let dated = engine().dated(&hits, Sort::Oldest, Lang::Sv, usize::MAX);
    assert_eq!(dated.len() + undated.len(), 20);
    assert_eq!(dated.len(), engine().count_dated(&hits));
    assert!(dated.iter().all(|record| terms().get(*record).is_some()));
    let undated: Vec<String> = undated.iter().map(|record| id(catalogue(), *record)).collect();
    // Seven without any date, and two of which only an open end is known.
    assert_eq!(undated.len(), 9, "{undated:?}");
    assert!(undated.contains(&"vanort-cesis".to_owned()));
}

#[test]
fn ends_tell_what_is_known_of_them() {
    let ends = |id: &str| match bar(id, 1000.0).ends {
        Ends::Span(start, end) => Some((start, end)),
        Ends::Event => None,
    };
    assert_eq!(ends("evolaq"), Some((End::Exact, End::Exact)));
    assert!(matches!(ends("gemis"), Some((End::Soft(_), End::Soft(_)))));
    assert!(matches!(
        ends("vanort-savigny-le-temple"),
        Some((End::Approximate(_), End::Lapsed(_)))
    ));
    assert!(matches!(ends("young-entrepreneurs"), Some((End::Unknown, End::Soft(_)))));
    assert!(matches!(ends("theewaterskloof"), Some((End::Soft(_), End::Lapsed(_)))));
}

#[test]
fn names_stand_where_there_is_room() {
    let side = |id: &str, width: f64| {
        let found = catalogue().records().find(|(_, record)| record.id.as_str() == id);
        let title = found.expect("the catalogue has it").1.title.text(Lang::Sv);
        Label::of(bar(id, width), 17.0 + measure(title), width).side
    };
    assert_eq!(side("vanort-savigny-le-temple", 1000.0), Side::Inside);
    assert_eq!(side("evolaq", 1000.0), Side::Before);
    assert_eq!(side("evolaq", 9000.0), Side::Inside);
    assert_eq!(side("young-entrepreneurs", 1000.0), Side::Before);
    assert_eq!(side("theewaterskloof", 1000.0), Side::Before);
    assert_eq!(side("gemis", 1000.0), Side::Before);
}

#[test]
fn what_an_old_source_called_ongoing_is_solid_no_further_than_the_source() {
    let Bar { x1, ends: Ends::Span(_, End::Lapsed(width)), .. } = bar("theewaterskloof", 1000.0)
    else {
        unreachable!("it has lapsed")
    };
    assert_eq!(whole(1000.0).day(x1 - width).year(), 2016);
}

#[test]
fn an_application_is_an_event_and_not_a_span() {
    for id in ["icld-ansokan-renhallning-2016", "nordplus-gymnasiet"] {
        assert_eq!(bar(id, 800.0).ends, Ends::Event, "{id}");
    }
}

#[test]
fn the_axis_has_all_records_whatever_is_selected() {
    assert_eq!(terms().whole.first, Day::new(1986, 1, 1));
    assert!(terms().whole.end > today());
    let scale = whole(1000.0);
    for (index, _) in catalogue().records() {
        let Some(term) = terms().get(index) else { continue };
        assert!(scale.x(term.first) >= 0.0 && scale.x(term.past) <= 1000.0, "{term:?}");
    }
}

#[test]
fn programming_periods_meet_and_are_those_of_the_eu() {
    let drawn = bands(&whole(900.0));
    assert_eq!(drawn.iter().map(|band| band.years).collect::<Vec<_>>(), FRAMEWORKS);
    assert!(drawn.windows(2).all(|pair| (pair[0].x1 - pair[1].x0).abs() < 0.001));
}

/// A part of an axis: zoomed and moved, step by step.
fn moves() -> impl Strategy<Value = Vec<(f64, f64, f64)>> {
    vec((0.05_f64..2.5, -0.2_f64..1.2, -1.5_f64..1.5), 0..5)
}

fn moved(whole: Extent, moves: &[(f64, f64, f64)]) -> Extent {
    moves.iter().fold(whole, |extent, (factor, at, share)| {
        extent.zoomed(*factor, *at, whole).panned(*share, whole)
    })
}

fn scale(extent: Extent, width: f64) -> TimeScale {
    TimeScale::new(extent.first, extent.end, width)
}

/// Left and right edge of some marks together.
fn across(marks: &[Mark]) -> (f64, f64) {
    marks.iter().map(edges).fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), edges| {
        (left.min(edges[0]), right.max(edges[2]))
    })
}

/// Everything that is dated and listed, in an order.
fn dated(catalogue: &Catalogue, sort: Sort, lang: Lang) -> (Engine, Vec<RecordIx>) {
    let engine = Engine::new(catalogue, today());
    let hits = engine.run(&Query::default(), lang, &mut Memory::default()).hits;
    let dated = engine.dated(&hits, sort, lang, usize::MAX);
    (engine, dated)
}

fn assert_apart(line: &[Tick], width: f64) {
    for tick in line {
        // "2016", "kv 2", "apr".
        let end = tick.x + 4.0 + 4.0 * 6.5;
        assert!(tick.x >= 0.0 && end <= width, "{tick:?}");
    }
    assert!(line.windows(2).all(|pair| pair[0].x + 4.0 + 4.0 * 6.5 < pair[1].x), "{line:?}");
}

proptest! {
    #[test]
    fn bars_stay_on_the_axis_at_every_width(width in 200.0_f64..3000.0) {
        let scale = whole(width);
        for record in support::hits(&Query::default()) {
            let Some(term) = terms().get(record) else { continue };
            let Bar { x0, x1, .. } = Bar::of(term, &scale);
            prop_assert!(x0 < x1 && x0 > -40.0 && x1 < width + 40.0, "{:?}", term);
        }
        prop_assert!((0.0..=width).contains(&scale.x(today())));
    }

    #[test]
    fn a_day_and_its_position_are_inverse(day in 0_i32..30_000, width in 100.0_f64..3000.0) {
        let scale = whole(width);
        let day = Day::from_count(day);
        prop_assert!((scale.day(scale.x(day)).count() - day.count()).abs() <= 1);
    }

    #[test]
    fn an_axis_never_leaves_the_whole(catalogue in worlds::catalogues(), moves in moves()) {
        let whole = Terms::new(&catalogue, today()).whole;
        let extent = moved(whole, &moves);
        prop_assert!(extent.first >= whole.first && extent.end <= whole.end);
        prop_assert!(extent.days() >= 184.min(whole.days()));
    }

    #[test]
    fn ticks_never_meet(
        catalogue in worlds::catalogues(), moves in moves(), width in 200.0_f64..3000.0,
    ) {
        let extent = moved(Terms::new(&catalogue, today()).whole, &moves);
        let ticks = Ticks::of(&scale(extent, width));
        assert_apart(&ticks.years, width);
        assert_apart(&ticks.parts, width);
        let shown = Axis { scale: scale(extent, width), today: today(), with_bands: true };
        let words = AxisWords { today: "I dag, 21 november 2026", unit: &|_| "2016".to_owned() };
        // Narrower, there is no axis with words.
        let named = if width < 540.0 { Vec::new() } else { axis(&shown, 300.0, words) };
        for mark in named.into_iter().chain(grid(&shown, 300.0)) {
            let [x0, y0, x1, y1] = edges(&mark);
            prop_assert!(x0 > x1 || x0 >= 0.0 && x1 <= width + 0.1, "{:?}", mark);
            prop_assert!(y0 > y1 || y0 >= 0.0 && y1 <= 300.0, "{:?}", mark);
        }
    }

    #[test]
    fn a_name_meets_neither_its_bar_nor_the_edge(
        catalogue in worlds::catalogues(), moves in moves(), width in 200.0_f64..3000.0,
        lang in worlds::lang(),
    ) {
        let terms = Terms::new(&catalogue, today());
        let scale = scale(moved(terms.whole, &moves), width);
        for (index, record) in catalogue.records() {
            let Some(term) = terms.get(index) else { continue };
            let bar = Bar::of(term, &scale);
            let name = record.title.text(lang);
            let (bars, names) = row(Row { bar, name, sign: SIGN }, width, &measure);
            for mark in bars.iter().chain(&names) {
                let [_, y0, _, y1] = edges(mark);
                prop_assert!(y0 >= 0.0 && y1 <= ROW, "{:?}", mark);
            }
            let (left, right) = across(&bars);
            // Marks are written in tenths of a pixel: what touches the edge may lie on either side of it.
            let outside = (-right).max(left - width);
            let is_away = names.iter().any(|mark| mark.class == "away");
            prop_assert!(if is_away { outside > -0.1 } else { outside < 0.1 }, "{:?}", bar);
            if names.is_empty() || is_away {
                continue;
            }
            let name = across(&names);
            prop_assert!(name.0 >= 0.0 && name.1 <= width, "{:?} {:?}", bar, names);
            let is_inside = names.iter().all(|mark| mark.class.ends_with(" inside"));
            let (from, to) = bar.solid();
            prop_assert!(
                if is_inside { from < name.0 && name.1 < to } else { name.1 < left || right < name.0 },
                "{:?} {:?} {:?}", bar, bars, names
            );
        }
    }

    #[test]
    fn sections_of_a_facet_hold_who_has_the_value(
        catalogue in worlds::catalogues(), facet in select(Facet::ALL.to_vec()),
        sort in select(Sort::ALL.to_vec()), lang in worlds::lang(),
    ) {
        let (engine, ordered) = dated(&catalogue, sort, lang);
        let naive = Naive::new(&catalogue, today());
        let column = engine.column(facet).expect("every facet has one");
        let sections = by_value(column, &ordered);
        prop_assert_eq!(sections.len(), column.values.len());
        for (value, rows) in column.values.iter().zip(sections) {
            let has = |record: &RecordIx| {
                let record = catalogue.record(*record).expect("a record of this catalogue");
                naive.values(record, facet).contains(value)
            };
            let expected: Vec<_> = ordered.iter().copied().filter(has).collect();
            prop_assert_eq!(rows, expected, "{:?}", value);
        }
    }

    #[test]
    fn stretches_lose_nobody_and_keep_the_order(
        catalogue in worlds::catalogues(), sort in select(Sort::ALL.to_vec()), lang in worlds::lang(),
    ) {
        let (_, ordered) = dated(&catalogue, sort, lang);
        let terms = Terms::new(&catalogue, today());
        let runs = by_run(&catalogue, &terms, &ordered, sort, lang);
        let kinds: BTreeSet<Run> = runs.iter().map(|(run, _)| *run).collect();
        prop_assert_eq!(kinds.len(), runs.len(), "one stretch of a kind");
        let place = |record: &RecordIx| ordered.iter().position(|other| other == record);
        let mut all = Vec::new();
        for (run, rows) in &runs {
            let places: Vec<_> = rows.iter().map(place).collect();
            prop_assert!(places.is_sorted(), "{:?}", run);
            all.extend(rows.iter().copied());
        }
        // A title that begins with a sign stands with its letter, and no longer with the signs.
        if sort != Sort::Title {
            prop_assert_eq!(&all, &ordered);
        }
        let (all, ordered): (BTreeSet<_>, BTreeSet<_>) =
            (all.into_iter().collect(), ordered.into_iter().collect());
        prop_assert_eq!(all, ordered);
    }

    #[test]
    fn a_strip_counts_what_goes_on(
        catalogue in worlds::catalogues(), moves in moves(), width in 200.0_f64..1500.0,
    ) {
        let terms = Terms::new(&catalogue, today());
        let scale = scale(moved(terms.whole, &moves), width);
        let (_, records) = dated(&catalogue, Sort::Oldest, Lang::Sv);
        let counts = density(&terms, &records, &scale);
        let mut left = 0.0;
        for count in counts {
            let goes_on = |record: &&RecordIx| {
                let term = terms.get(**record).expect("it is dated");
                let (x0, x1) = (scale.x(term.first), scale.x(term.vouched()));
                x1 > 0.0 && x0 < width && x0 < left + 4.0 && x1 >= left
            };
            prop_assert_eq!(count, records.iter().filter(goes_on).count(), "at {}", left);
            left += 4.0;
        }
        prop_assert!(left > width, "to the right edge");
    }
}
