//! The status on a given day, computed and never stored.

use super::date::Day;
use super::period::{Edtf, Endpoint};
use super::record::{ClaimedStatus, Form, Outcome, Override, Record};

/// How long a source vouches for something that has no end: after that nobody knows.
pub const STALE_AFTER_MONTHS: i16 = 24;

/// The facet `status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Begins after today.
    Upcoming,
    /// Goes on, and somebody vouches for it.
    Ongoing,
    /// Over.
    Ended,
    /// The source is too old, or says too little, to tell.
    Unknown,
    /// Broken off.
    Cancelled,
    /// Paused.
    Paused,
}

impl Status {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Upcoming, Self::Ongoing, Self::Ended, Self::Unknown, Self::Cancelled, Self::Paused];

    /// The word in the address (`status=pagaende`).
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Upcoming => "kommande",
            Self::Ongoing => "pagaende",
            Self::Ended => "avslutat",
            Self::Unknown => "okand",
            Self::Cancelled => "avbrutet",
            Self::Paused => "pausat",
        }
    }

    /// The status of `record` on `today`.
    ///
    /// `source_dates` are the as-of dates of the documents it rests on. An override decides first,
    /// then dates, then what the source claims. What has no end is believed for
    /// [`STALE_AFTER_MONTHS`] after the newest source or check that vouches for it.
    #[must_use]
    pub fn of(record: &Record, source_dates: &[Edtf], today: Day) -> Self {
        match record.overridden {
            Some(Override::Cancelled) => return Self::Cancelled,
            Some(Override::Paused) => return Self::Paused,
            None => {}
        }
        let claimed = record.claim.as_ref().map(|claim| claim.status);
        let fresh = vouched_until(record, source_dates)
            .is_some_and(|day| today <= day.plus_months(STALE_AFTER_MONTHS));
        if record.form == Form::Application {
            return of_application(record, today);
        }
        if !record.period.meaning.is_span() {
            return of_claim(claimed, fresh);
        }
        match record.period.edtf {
            None => of_claim(claimed, fresh),
            Some(edtf) if edtf.lower().is_some_and(|start| start > today) => Self::Upcoming,
            Some(edtf) => match (edtf.end(), edtf.upper()) {
                (_, Some(end)) if end < today => Self::Ended,
                (_, Some(_)) if edtf.lower().is_some() => Self::Ongoing,
                (Endpoint::Open, _) if claimed.is_none() && fresh => Self::Ongoing,
                // It has begun by its dates: an older "planned" says nothing any more.
                _ if claimed == Some(ClaimedStatus::Planned) && edtf.lower().is_some() => {
                    Self::Unknown
                }
                _ => of_claim(claimed, fresh),
            },
        }
    }
}

/// The last day for which a source or a check vouches. A check counts up to its own day; a source
/// up to the end of the time in which it was written.
pub(super) fn vouched_until(record: &Record, source_dates: &[Edtf]) -> Option<Day> {
    let claim = record.claim.as_ref().and_then(|claim| claim.as_of.upper());
    // A claim carries its own date, which may be older than the page that it stands on.
    let sources = source_dates.iter().filter_map(|date| date.upper()).filter(|_| claim.is_none());
    let checked = record.checked.map(super::date::Date::upper);
    sources.chain(claim).chain(checked).max()
}

/// Without dates, only the source's own word is left: "completed" stays true, the rest grows old.
fn of_claim(claimed: Option<ClaimedStatus>, fresh: bool) -> Status {
    match claimed {
        Some(ClaimedStatus::Completed) => Status::Ended,
        Some(ClaimedStatus::Ongoing) if fresh => Status::Ongoing,
        Some(ClaimedStatus::Planned) if fresh => Status::Upcoming,
        _ => Status::Unknown,
    }
}

/// An application is over when it is turned down, and ahead while its dates are. Whether a granted
/// one was carried out, or a planned one ever handed in, its own dates do not tell.
fn of_application(record: &Record, today: Day) -> Status {
    let ahead = record
        .period
        .edtf
        .is_some_and(|edtf| edtf.upper().or(edtf.lower()).is_some_and(|day| day >= today));
    match record.outcome {
        Some(Outcome::Rejected) => Status::Ended,
        Some(Outcome::Planned) if ahead => Status::Upcoming,
        _ => Status::Unknown,
    }
}
