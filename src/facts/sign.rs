//! A shape for each status and form, so that colour is never alone.

use crate::catalogue::{Form, Status};

/// The outline of a status' sign in a square of 12 by 12.
#[must_use]
pub fn status_sign(status: Status) -> &'static str {
    match status {
        // A ring, a disc, a square, a ring with gaps, a cross, two bars.
        Status::Upcoming => {
            "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM6 3.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6z"
        }
        Status::Ongoing => "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
        Status::Ended => "M1.5 1.5h9v9h-9z",
        Status::Unknown => "M5 0.8v2.4h2v-2.4zM5 8.8v2.4h2v-2.4zM0.8 5v2h2.4v-2zM8.8 5v2h2.4v-2z",
        Status::Cancelled => {
            "M2.6 1L6 4.4L9.4 1L11 2.6L7.6 6L11 9.4L9.4 11L6 7.6L2.6 11L1 9.4L4.4 6L1 2.6z"
        }
        Status::Paused => "M2 1.5h3v9h-3zM7 1.5h3v9h-3z",
    }
}

/// The outline of a form's sign in a square of 12 by 12.
#[must_use]
pub fn form_sign(form: Form) -> &'static str {
    match form {
        // A flag, two overlapping discs, two houses, a sheet, a ring of arrows, three joined dots.
        Form::Project => "M2 0.8h1.4v10.4h-1.4zM4.2 1.4h6.4l-1.8 2.6l1.8 2.6h-6.4z",
        Form::MunicipalPartnership => {
            "M4 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM8 3.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2zM8 2a4 4 0 0 0-1.6 7.66l0.9-1.2a2.6 2.6 0 0 1 0-4.92l-0.9-1.2A4 4 0 0 1 8 2z"
        }
        Form::TwinTown => "M0.6 6L3.1 3L5.6 6v5h-5zM6.4 6L8.9 3L11.4 6v5h-5z",
        Form::Application => "M2 0.8h5.4l2.6 2.6v7.8h-8zM3.6 5v1.2h4.8v-1.2zM3.6 7.6v1.2h4.8v-1.2z",
        Form::ProgrammeParticipation => {
            "M6 0.8l1.5 3.4l3.7 0.4l-2.8 2.5l0.8 3.7l-3.2-1.9l-3.2 1.9l0.8-3.7l-2.8-2.5l3.7-0.4z"
        }
        Form::Network => {
            "M6 0.6a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM2.4 7a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM9.6 7a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM5.4 4l1.2 0v1.6l2 2l-0.9 0.9l-1.7-1.7l-1.7 1.7l-0.9-0.9l2-2z"
        }
    }
}
