//! Text with the words that were searched for marked.

use leptos::either::Either;
use leptos::prelude::*;

use crate::query::Wanted;

/// `text` in parts, those that the words asked for meet inside `<mark>`.
pub(super) fn marked(text: &str, wanted: &Wanted) -> impl IntoView + use<> {
    let mut parts = Vec::new();
    let mut done = 0;
    for range in wanted.ranges(text) {
        parts.extend(text.get(done..range.start).map(|plain| (plain.to_owned(), false)));
        parts.extend(text.get(range.clone()).map(|hit| (hit.to_owned(), true)));
        done = range.end;
    }
    parts.extend(text.get(done..).map(|rest| (rest.to_owned(), false)));
    parts
        .into_iter()
        .filter(|(part, _)| !part.is_empty())
        .map(
            |(part, hit)| {
                if hit { Either::Left(view! { <mark>{part}</mark> }) } else { Either::Right(part) }
            },
        )
        .collect_view()
}
