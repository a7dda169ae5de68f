//! What is generated is a catalogue: sound, always the same, and with all that a catalogue can say.
#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::collections::BTreeSet;

use partneratlas::catalogue::{
    DatePrecision, Document, Edtf, Endpoint, Form, Listing, Meaning, Precision, Qualifier, Record,
};
use partneratlas::seeds::{File, load};
use partneratlas_benches::synth::catalogue;

fn json(document: &Document) -> String {
    serde_json::to_string(document).unwrap()
}

/// FNV-1a, 64 bits.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    })
}

#[test]
fn the_products_own_checks_find_no_fault() {
    for count in [100, 1000] {
        let text = json(&catalogue(count));
        let (read, findings) = load(&[File { name: "synth.json".into(), text }], None);
        assert_eq!(findings, [], "{count}");
        assert_eq!(read.records.len(), count);
    }
}

/// Another number here means that figures measured before cannot be compared with new ones.
#[test]
fn the_same_catalogue_comes_out_everywhere() {
    assert_eq!(hash(&json(&catalogue(300))), 8_217_046_147_677_933_149);
}

#[test]
fn a_smaller_catalogue_is_the_beginning_of_a_larger_one() {
    let (small, large) = (catalogue(100), catalogue(400));
    assert_eq!(small.records, large.records[..100]);
    assert_eq!(
        Document { records: Vec::new(), ..small },
        Document { records: Vec::new(), ..large }
    );
}

#[test]
fn a_record_takes_about_a_kilobyte() {
    let records = catalogue(1000).records;
    let bytes = serde_json::to_string(&records).unwrap().len() / records.len();
    assert!((1000..1300).contains(&bytes), "{bytes}");
}

#[test]
fn every_form_listing_and_precision_of_place_occurs() {
    let document = catalogue(1000);
    let some = |belongs: &dyn Fn(&Record) -> bool| document.records.iter().any(belongs);
    for form in Form::ALL {
        assert!(some(&|record| record.form == form), "{form:?}");
    }
    for listing in [Listing::Entry, Listing::Part, Listing::Reference] {
        assert!(some(&|record| record.listing == listing), "{listing:?}");
    }
    let touched: BTreeSet<_> = document
        .records
        .iter()
        .flat_map(|record| &record.partners)
        .filter_map(|partner| partner.place.as_ref())
        .collect();
    let places = document.places.iter().filter(|place| touched.contains(&place.id));
    let precisions: BTreeSet<_> =
        places.map(|place| (place.precision, place.point.is_some())).collect();
    let wanted = [
        (Precision::City, true),
        (Precision::Region, false),
        (Precision::Region, true),
        (Precision::Country, false),
        (Precision::Area, false),
    ];
    assert_eq!(precisions, BTreeSet::from(wanted));
}

#[test]
fn every_way_to_write_a_period_occurs() {
    let document = catalogue(1000);
    let periods: Vec<_> = document.records.iter().map(|record| &record.period).collect();
    let dates: Vec<_> = periods
        .iter()
        .filter_map(|period| period.edtf)
        .flat_map(|edtf| [edtf.start(), edtf.end()])
        .filter_map(Endpoint::date)
        .collect();
    let precise = |is: fn(DatePrecision) -> bool| dates.iter().any(|date| is(date.precision));
    assert!(precise(|precision| precision == DatePrecision::Year));
    assert!(precise(|precision| matches!(precision, DatePrecision::Season(_))));
    assert!(precise(|precision| matches!(precision, DatePrecision::Month(_))));
    assert!(precise(|precision| matches!(precision, DatePrecision::Day(..))));
    for doubt in [Qualifier::Uncertain, Qualifier::Approximate, Qualifier::Both] {
        assert!(dates.iter().any(|date| date.qualifier == Some(doubt)), "{doubt:?}");
    }
    let some = |is: fn(Edtf) -> bool| periods.iter().filter_map(|period| period.edtf).any(is);
    assert!(some(|edtf| edtf.end() == Endpoint::Open));
    assert!(some(|edtf| edtf.start() == Endpoint::Open));
    assert!(some(|edtf| edtf.end() == Endpoint::Unknown));
    assert!(some(|edtf| edtf.start() == Endpoint::Unknown));
    assert!(periods.iter().any(|period| period.edtf.is_none() && period.duration.is_some()));
    assert!(periods.iter().any(|period| period.edtf.is_none() && period.not_before.is_some()));
    for meaning in [Meaning::Span, Meaning::Submission, Meaning::Window, Meaning::Round] {
        assert!(periods.iter().any(|period| period.meaning == meaning), "{meaning:?}");
    }
}

#[test]
fn some_records_say_nothing_of_a_field() {
    let records = catalogue(1000).records;
    let some = |lacks: fn(&Record) -> bool| records.iter().any(lacks);
    assert!(some(|record| record.municipalities.is_empty()));
    assert!(some(|record| record.themes.is_empty()));
    assert!(some(|record| record.funding.is_empty()));
    assert!(some(|record| record.partners.is_empty()));
    assert!(some(|record| record.title.en.is_none()));
    assert!(some(|record| record.partners.iter().any(|partner| partner.count.is_some())));
}
