//! One record's bar on an axis of its own: on a card, and on the record's page.

use leptos::html::Div;
use leptos::prelude::*;

use super::super::drawn::drawn;
use super::super::model::Model;
use super::text::Kind;
use crate::catalogue::RecordIx;
use crate::svg::length;
use crate::timeline::{Axis, Bar, TimeScale, bar_marks, short_axis};

/// The height of a track, in CSS pixels.
const HEIGHT: f64 = 34.0;

/// The bar of a record on the axis of the whole catalogue; nothing for one that no dates place.
#[component]
pub(in super::super) fn Track(
    /// The record.
    record: RecordIx,
    /// Whether the selection does not have it: then it is no bar to be counted on.
    #[prop(optional, into)]
    is_ghost: Signal<bool>,
) -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let node = NodeRef::<Div>::new();
    let width = (model.platform.width_of)(node);
    let term = shared.terms.get(record);
    let kind = Kind::of(model, record);
    let id = model.with_record(record, |_, found| found.id.to_string());
    let (whole, today) = (shared.terms.whole, shared.today);
    let scale = move || TimeScale::new(whole.first, whole.end, width.get().max(100.0));
    let ground =
        move || drawn(short_axis(&Axis { scale: scale(), today, with_bands: false }, HEIGHT));
    let bar =
        move || term.map(|term| drawn(bar_marks(Bar::of(term, &scale()), [3.0, HEIGHT - 15.0])));
    term.map(|_| {
        view! {
            <div node_ref=node class="track-box">
                <svg class="track" height=length(HEIGHT) width="100%" aria-hidden="true" focusable="false">
                    {ground}
                    <g data-bar=move || id.clone().filter(|_| !is_ghost.get()) data-status=kind.map(|kind| kind.status.key()) data-form=kind.map(|kind| kind.form.key())>
                        {bar}
                    </g>
                </svg>
            </div>
        }
    })
}
