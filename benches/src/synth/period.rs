//! When: every form that a source can give a period.

use partneratlas::catalogue::{Edtf, Form, Meaning, Period};

use super::parse::{date, edtf};
use crate::random::Random;

/// How a period is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Months,
    Years,
    Days,
    OneYear,
    OneMonth,
    Season,
    Approximate,
    Uncertain,
    Open,
    UnknownEnd,
    UnknownStart,
    AlwaysBefore,
    Bounded,
    Length,
    Nothing,
}

/// Of a thousand projects.
const PROJECTS: [(u64, Shape); 15] = [
    (395, Shape::Months),
    (165, Shape::Years),
    (120, Shape::Days),
    (50, Shape::OneYear),
    (25, Shape::OneMonth),
    (10, Shape::Season),
    (35, Shape::Approximate),
    (20, Shape::Uncertain),
    (45, Shape::Open),
    (30, Shape::UnknownEnd),
    (15, Shape::UnknownStart),
    (5, Shape::AlwaysBefore),
    (10, Shape::Bounded),
    (20, Shape::Length),
    (55, Shape::Nothing),
];

/// Of a hundred twin towns and networks, which nobody means to end.
const LASTING: [(u64, Shape); 5] = [
    (60, Shape::Open),
    (15, Shape::Uncertain),
    (8, Shape::UnknownEnd),
    (5, Shape::Years),
    (12, Shape::Nothing),
];

/// The period of a record of this form.
pub(super) fn period(random: &mut Random, form: Form) -> Period {
    match form {
        Form::TwinTown | Form::Network => {
            let year = random.between(1946, 2023);
            shaped(random, &LASTING, year)
        }
        Form::Application => application(random),
        Form::ProgrammeParticipation => {
            let year = start_year(random);
            let meaning = if random.chance(300) { Meaning::Round } else { Meaning::Span };
            Period { meaning, ..shaped(random, &PROJECTS, year) }
        }
        Form::Project | Form::MunicipalPartnership => {
            let year = start_year(random);
            shaped(random, &PROJECTS, year)
        }
    }
}

/// Projects are newer than they are old: the later of two years.
fn start_year(random: &mut Random) -> u64 {
    random.between(1996, 2027).max(random.between(1996, 2027))
}

/// An application was handed in on a day, or some day in between, or nobody wrote when.
fn application(random: &mut Random) -> Period {
    let year = start_year(random);
    let (month, day) = (random.between(1, 12), random.between(1, 28));
    let (meaning, text) = random.weighted(&[
        (450, (Meaning::Submission, "day")),
        (250, (Meaning::Submission, "month")),
        (150, (Meaning::Window, "window")),
        (150, (Meaning::Span, "")),
    ]);
    let text = match text {
        "day" => format!("{year}-{month:02}-{day:02}"),
        "month" => format!("{year}-{month:02}"),
        "window" => format!("{year}/{}", year + 1),
        _ => return Period::default(),
    };
    Period { edtf: Some(edtf(&text)), meaning, ..Period::default() }
}

fn shaped(random: &mut Random, table: &[(u64, Shape)], year: u64) -> Period {
    let shape = random.weighted(table);
    let mut period = Period { edtf: dates(random, shape, year), ..Period::default() };
    match shape {
        Shape::Length => {
            let length = random.weighted(&[(4, "P2Y"), (2, "P18M"), (2, "P3Y"), (1, "P1Y6M")]);
            period.duration = length.to_owned().try_into().ok();
        }
        Shape::Bounded => {
            period.not_before = Some(date(&format!("{year}")));
            period.not_after = Some(date(&format!("{}-06", year + 2)));
        }
        Shape::UnknownEnd if random.chance(300) => {
            period.duration = "P3Y".to_owned().try_into().ok();
        }
        _ => {}
    }
    period
}

fn dates(random: &mut Random, shape: Shape, year: u64) -> Option<Edtf> {
    let (month, day) = (random.between(1, 12), random.between(1, 28));
    // Half a year to four years.
    let last = year * 12 + month - 1 + random.between(6, 48);
    let (end, end_month) = (last / 12, last % 12 + 1);
    Some(edtf(&match shape {
        Shape::Months => format!("{year}-{month:02}/{end}-{end_month:02}"),
        Shape::Years => format!("{year}/{end}"),
        Shape::Days => format!("{year}-{month:02}-{day:02}/{end}-{end_month:02}-{day:02}"),
        Shape::OneYear => format!("{year}"),
        Shape::OneMonth => format!("{year}-{month:02}"),
        Shape::Season => format!("{year}-{}", random.between(21, 24)),
        Shape::Approximate if random.chance(500) => format!("{year}~"),
        Shape::Approximate => format!("{year}~/{end}"),
        Shape::Uncertain if random.chance(200) => format!("{year}%"),
        Shape::Uncertain => format!("{year}?/.."),
        Shape::Open => format!("{year}/.."),
        Shape::UnknownEnd => format!("{year}-{month:02}/"),
        Shape::UnknownStart => format!("/{year}"),
        Shape::AlwaysBefore => format!("../{year}"),
        Shape::Bounded | Shape::Length | Shape::Nothing => return None,
    }))
}
