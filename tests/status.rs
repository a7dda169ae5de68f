//! The computed status: what a source once said is not what holds today.
#![expect(clippy::expect_used, reason = "a test ends where its ground is missing")]

use partneratlas::catalogue::{Day, Document, Edtf, Record, Status};

/// A record of form project with the given fields besides the required ones.
fn record(fields: &str) -> Record {
    let json = format!(
        r#"{{"schemaVersion": 1, "records": [{{"id": "x", "form": "project",
            "title": {{"sv": "X"}}, "summary": {{"sv": "X"}}, "sources": ["s"] {fields}}}]}}"#
    );
    let document: Document = serde_json::from_str(&json).expect("a sound record");
    document.records.into_iter().next().expect("one record")
}

fn status(fields: &str, source: &str, today: (i16, u8, u8)) -> Status {
    let source = Edtf::parse(source).expect("a sound date");
    Status::of(&record(fields), &[source], Day::new(today.0, today.1, today.2))
}

#[test]
fn dates_decide() {
    let fields = r#", "period": {"edtf": "2021-03/2023-03"}"#;
    assert_eq!(status(fields, "2021", (2021, 2, 28)), Status::Upcoming);
    assert_eq!(status(fields, "2021", (2021, 3, 1)), Status::Ongoing);
    assert_eq!(status(fields, "2021", (2023, 3, 31)), Status::Ongoing);
    assert_eq!(status(fields, "2021", (2023, 4, 1)), Status::Ended);
}

#[test]
fn an_open_end_is_believed_for_24_months() {
    let fields =
        r#", "period": {"edtf": "2011/.."}, "claim": {"status": "ongoing", "asOf": "2016-07"}"#;
    assert_eq!(status(fields, "2016-07", (2018, 7, 31)), Status::Ongoing);
    assert_eq!(status(fields, "2016-07", (2018, 8, 1)), Status::Unknown);
}

#[test]
fn a_newer_check_vouches_again() {
    let fields = r#", "period": {"edtf": "2011/.."}, "checked": "2025-06-01",
                     "claim": {"status": "ongoing", "asOf": "2016-07"}"#;
    assert_eq!(status(fields, "2016-07", (2026, 11, 21)), Status::Ongoing);
    assert_eq!(status(fields, "2016-07", (2027, 6, 2)), Status::Unknown);
}

#[test]
fn an_unknown_end_is_never_taken_for_an_open_one() {
    assert_eq!(
        status(r#", "period": {"edtf": "2017/"}"#, "2026-11", (2026, 11, 21)),
        Status::Unknown
    );
    let claimed =
        r#", "period": {"edtf": "2017/"}, "claim": {"status": "ongoing", "asOf": "2026-11"}"#;
    assert_eq!(status(claimed, "2026-11", (2026, 11, 21)), Status::Ongoing);
}

#[test]
fn a_plan_says_nothing_once_its_start_has_passed() {
    let fields =
        r#", "period": {"edtf": "2024/.."}, "claim": {"status": "planned", "asOf": "2024-06"}"#;
    assert_eq!(status(fields, "2024-06", (2025, 6, 1)), Status::Unknown);
    assert_eq!(status(fields, "2024-06", (2023, 6, 1)), Status::Upcoming);
}

#[test]
fn completed_stays_completed_without_dates() {
    let fields = r#", "claim": {"status": "completed", "asOf": "2001"}"#;
    assert_eq!(status(fields, "2001", (2026, 11, 21)), Status::Ended);
}

#[test]
fn an_override_decides_first() {
    let fields = r#", "period": {"edtf": "2020/2030"}, "override": "cancelled""#;
    assert_eq!(status(fields, "2021", (2026, 11, 21)), Status::Cancelled);
}

#[test]
fn a_rejected_application_is_over_and_an_old_plan_is_unknown() {
    let application = |outcome: &str| {
        let fields = format!(
            r#", "outcome": "{outcome}", "period": {{"edtf": "2016-09-15/2016-10-15", "meaning": "round"}}"#
        );
        let mut record = record(&fields);
        record.form = partneratlas::catalogue::Form::Application;
        move |year| Status::of(&record, &[], Day::new(year, 1, 1))
    };
    assert_eq!(application("rejected")(2026), Status::Ended);
    assert_eq!(application("planned")(2026), Status::Unknown);
    assert_eq!(application("planned")(2016), Status::Upcoming);
    assert_eq!(application("granted")(2026), Status::Unknown);
}
