//! Marks of the core as nodes.

use leptos::prelude::*;

use crate::svg::{Ink, Mark, length};

/// Draws marks, one after the other. They belong inside an SVG element.
pub(super) fn drawn(marks: Vec<Mark>) -> AnyView {
    marks.into_iter().map(node).collect_view().into_any()
}

fn node(mark: Mark) -> AnyView {
    let place = mark.translation();
    match mark.ink {
        Ink::Path(data) => {
            view! { <path class=mark.class transform=place d=data.into_owned()></path> }.into_any()
        }
        Ink::Text(anchor, text) => view! {
            <text class=mark.class x=length(mark.x) y=length(mark.y) text-anchor=anchor.key()>
                {text}
            </text>
        }
        .into_any(),
    }
}
