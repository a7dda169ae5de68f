//! What was found, worst first.

use leptos::prelude::*;

use super::builder::Builder;
use super::copy::Copyable;
use crate::snippets::{Finding, Level};

#[component]
pub(super) fn Findings(builder: Builder, found: Vec<Finding>) -> impl IntoView {
    let (sound, rest): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|finding| finding.level == Level::Sound);
    let (is_all, count) = (rest.is_empty(), sound.len());
    let sound = (count > 0).then(|| {
        view! {
            <details class="group" open=is_all>
                <summary>"Det som är bra" <span class="chosen">{count}</span></summary>
                {list(builder, sound)}
            </details>
        }
    });
    view! {
        {list(builder, rest)}
        {sound}
    }
}

fn list(builder: Builder, found: Vec<Finding>) -> impl IntoView {
    let items = found.into_iter().map(|finding| view! { <li><Found builder finding /></li> });
    view! { <ol class="findings">{items.collect_view()}</ol> }
}

#[component]
fn Found(builder: Builder, finding: Finding) -> impl IntoView {
    let Finding { level, said, remedy, who, copy } = finding;
    let key = match level {
        Level::Fault => "fault",
        Level::Doubt => "doubt",
        Level::Sound => "sound",
    };
    let remedy = (!remedy.is_empty()).then(|| {
        view! {
            <p class="remedy"><strong>{who.words()} ": "</strong> {remedy}</p>
        }
    });
    let copy =
        copy.map(|text| view! { <Copyable builder name="texten" text=Signal::stored(text) /> });
    view! {
        <div class="finding" data-level=key>
            <p class="said"><span class="level">{level.word()}</span> " " {said}</p>
            {remedy}
            {copy}
        </div>
    }
}
