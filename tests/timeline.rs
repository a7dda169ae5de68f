//! The timeline on the real catalogue: everything placed, nothing invented.

mod support;

use partneratlas::catalogue::{Catalogue, Lang, RecordIx};
use partneratlas::query::Query;
use partneratlas::timeline::{Bar, End, Extent, Layout};
use proptest::prelude::*;
use support::{catalogue, id, today};

fn layout(catalogue: &Catalogue, width: f64) -> Layout {
    lay_out(catalogue, &support::hits(&Query::default()), width)
}

fn lay_out(catalogue: &Catalogue, records: &[RecordIx], width: f64) -> Layout {
    Layout::new(catalogue, records, Extent::of(catalogue, today()), today(), width)
}

fn bar(catalogue: &Catalogue, layout: &Layout, wanted: &str) -> Option<Bar> {
    layout.rows.iter().find(|row| id(catalogue, row.record) == wanted).map(|row| row.bar)
}

#[test]
fn every_record_is_a_row_or_in_the_lane_of_the_undated() {
    let catalogue = catalogue();
    let hits = support::run(&Query::default()).hits;
    let undated = support::engine().undated(&hits, Lang::Sv, usize::MAX);
    let layout = layout(catalogue, 600.0);
    assert_eq!(layout.rows.len() + undated.len(), 20);
    assert_eq!(layout.rows.len(), support::engine().count_dated(&hits));
    let undated: Vec<String> = undated.iter().map(|record| id(catalogue, *record)).collect();
    // Seven without any date, and two of which only an open end is known.
    assert_eq!(undated.len(), 9, "{undated:?}");
    assert!(undated.contains(&"vanort-cesis".to_owned()));
}

#[test]
fn ends_tell_what_is_known_of_them() {
    let catalogue = catalogue();
    let layout = layout(catalogue, 1000.0);
    let ends = |id: &str| match bar(catalogue, &layout, id) {
        Some(Bar::Span { start, end, .. }) => Some((start, end)),
        _ => None,
    };
    assert_eq!(ends("evolaq"), Some((End::Exact, End::Exact)));
    assert!(matches!(ends("gemis"), Some((End::Soft(_), End::Soft(_)))));
    assert!(matches!(
        ends("vanort-savigny-le-temple"),
        Some((End::Approximate(_), End::Lapsed(_)))
    ));
    assert!(matches!(ends("young-entrepreneurs"), Some((End::Unknown, End::Soft(_)))));
}

#[test]
fn what_an_old_source_called_ongoing_is_solid_no_further_than_the_source() {
    let catalogue = catalogue();
    let layout = layout(catalogue, 1000.0);
    let found = bar(catalogue, &layout, "theewaterskloof");
    let Some(Bar::Span { x1, end: End::Lapsed(width), .. }) = found else {
        unreachable!("{found:?}")
    };
    assert_eq!(layout.scale.day(x1 - width).year(), 2016);
}

#[test]
fn an_application_is_a_point_and_not_a_span() {
    let catalogue = catalogue();
    let all: Vec<RecordIx> = catalogue.records().map(|(index, _)| index).collect();
    let layout = lay_out(catalogue, &all, 800.0);
    for id in ["icld-ansokan-renhallning-2016", "nordplus-gymnasiet"] {
        assert!(matches!(bar(catalogue, &layout, id), Some(Bar::Point { .. })), "{id}");
    }
}

#[test]
fn the_axis_does_not_move_with_the_selection() {
    let catalogue = catalogue();
    let one = lay_out(catalogue, &[RecordIx(3)], 500.0);
    assert_eq!(one.scale, layout(catalogue, 500.0).scale);
}

proptest! {
    #[test]
    fn bars_stay_on_the_axis_at_every_width(width in 200.0_f64..3000.0) {
        let catalogue = catalogue();
        let layout = layout(catalogue, width);
        for row in &layout.rows {
            let (x0, x1) = row.bar.extent();
            prop_assert!(x0 < x1 && x0 > -40.0 && x1 < width + 40.0, "{:?}", row);
        }
        prop_assert!((0.0..=width).contains(&layout.today));
    }

    #[test]
    fn a_day_and_its_position_are_inverse(day in 0_i32..30_000, width in 100.0_f64..3000.0) {
        let scale = layout(catalogue(), width).scale;
        let day = partneratlas::catalogue::Day::from_count(day);
        prop_assert!((scale.day(scale.x(day)).count() - day.count()).abs() <= 1);
    }
}
