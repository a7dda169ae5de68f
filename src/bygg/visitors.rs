//! What visitors get to choose: language, views, filters.

use leptos::prelude::*;

use super::builder::Builder;
use super::fields::{Pick, Tick};
use crate::catalogue::Lang;
use crate::i18n::messages;
use crate::snippets::Choice;
use crate::url::View;

#[component]
pub(super) fn Visitors(builder: Builder) -> impl IntoView {
    view! {
        <fieldset>
            <legend>"Språk"</legend>
            <div class="row">
                {[(Lang::Sv, "Svenska"), (Lang::En, "Engelska")].map(|(lang, label)| view! {
                    <Pick
                        name="lang" value=lang.tag() label
                        on=Signal::derive(move || builder.wishes.read().lang == lang)
                        set=move || builder.wishes.update(|wishes| wishes.lang = lang)
                    />
                })}
            </div>
        </fieldset>
        <Views builder />
        <Filters builder />
    }
}

fn name(view: View) -> &'static str {
    let words = messages(Lang::Sv);
    match view {
        View::List => words.list,
        View::Timeline => words.timeline,
        View::Map => words.map,
    }
}

#[component]
fn Views(builder: Builder) -> impl IntoView {
    let is_there = move |view| builder.wishes.read().views.contains(&view);
    let set = move |view: View, on: bool| {
        builder.wishes.update(|wishes| {
            wishes.views.retain(|known| *known != view);
            if on {
                wishes.views.push(view);
            }
        });
    };
    let none = move || {
        builder.wishes.read().views.is_empty().then_some("Välj minst en vy. Annars visas alla.")
    };
    view! {
        <fieldset>
            <legend>"Vyer"</legend>
            <div class="row">
                {View::ALL.map(|view| view! {
                    <Tick label=name(view) on=Signal::derive(move || is_there(view)) set=move |on| set(view, on) />
                })}
            </div>
            <p class="fault">{none}</p>
            <div class="line">
                <label for="forst">"Visas först"</label>
                <select
                    id="forst"
                    on:change=move |event| {
                        let view = View::from_key(&event_target_value(&event)).unwrap_or_default();
                        builder.wishes.update(|wishes| wishes.view = view);
                    }
                >
                    {View::ALL.map(|view| view! {
                        <option value=view.key() disabled=move || !is_there(view)>{name(view)}</option>
                    })}
                </select>
            </div>
        </fieldset>
    }
}

#[component]
fn Filters(builder: Builder) -> impl IntoView {
    let words = messages(Lang::Sv);
    let name = move |choice| match choice {
        Choice::Facet(facet) => (words.facet)(facet),
        Choice::Period => words.years,
    };
    let has = move |choice| {
        let wishes = builder.wishes.read();
        wishes.choices.as_ref().is_none_or(|choices| choices.contains(&choice))
    };
    let set = move |choice: Choice, on: bool| {
        builder.wishes.update(|wishes| {
            let known = wishes.choices.take().unwrap_or_else(Choice::all);
            let keeps = |known: &Choice| if *known == choice { on } else { true };
            let all = Choice::all().into_iter();
            let kept: Vec<_> =
                all.filter(|one| (known.contains(one) || *one == choice) && keeps(one)).collect();
            // All of them is what goes without saying.
            wishes.choices = Some(kept).filter(|kept| kept.len() < Choice::all().len());
        });
    };
    let told = move || match builder.wishes.read().choices.as_deref() {
        None => "alla".to_owned(),
        Some([]) => "inga".to_owned(),
        Some(some) => format!("{} av {}", some.len(), Choice::all().len()),
    };
    view! {
        <fieldset>
            <legend>"Filter"</legend>
            <details class="group">
                <summary>
                    <span>"Filter som besökaren får"</span>
                    <span class="chosen">{told}</span>
                </summary>
                <ul>
                    {Choice::all()
                        .into_iter()
                        .map(|choice| view! {
                            <li>
                                <Tick label=name(choice) on=Signal::derive(move || has(choice)) set=move |on| set(choice, on) />
                            </li>
                        })
                        .collect_view()}
                </ul>
            </details>
        </fieldset>
    }
}
