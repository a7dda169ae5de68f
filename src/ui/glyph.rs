//! Small signs beside words: a shape for each status and form, so that colour is never alone.

use leptos::prelude::*;

use crate::catalogue::{Form, Status};
use crate::facts::{form_sign, status_sign};

fn glyph(path: &'static str) -> impl IntoView {
    view! {
        <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}

/// A status in words with its sign.
pub(super) fn status_tag(status: Status, word: &'static str) -> impl IntoView {
    view! {
        <span class="tag status" data-status=status.key()>
            {glyph(status_sign(status))}
            {word}
        </span>
    }
}

/// A form of cooperation in words with its sign.
pub(super) fn form_tag(form: Form, word: &'static str) -> impl IntoView {
    view! {
        <span class="tag form" data-form=form.key()>
            {glyph(form_sign(form))}
            {word}
        </span>
    }
}
