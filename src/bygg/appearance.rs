//! How it looks, and what it is called.

use leptos::prelude::*;

use super::builder::Builder;
use super::fields::{Line, Pick};
use crate::snippets::{Accent, Theme};

#[component]
pub(super) fn Appearance(builder: Builder) -> impl IntoView {
    let themes = [(Theme::Auto, "Som sidan"), (Theme::Light, "Ljust"), (Theme::Dark, "Mörkt")];
    view! {
        <fieldset>
            <legend>"Utseende"</legend>
            <div class="row">
                {themes.map(|(theme, label)| view! {
                    <Pick
                        name="theme" value=theme.key() label
                        on=Signal::derive(move || builder.wishes.read().theme == theme)
                        set=move || builder.wishes.update(|wishes| wishes.theme = theme)
                    />
                })}
            </div>
            <p class="help">"En ram blir ljus om du inte väljer något annat: den ser inte sidan omkring sig."</p>
            <Colour builder />
        </fieldset>
        <fieldset>
            <legend>"På sidan"</legend>
            <Line
                id="namn" label="Namn"
                help="Till exempel ”Norrköpings internationella projekt”. Läses upp för den som lyssnar och står i länken."
                value=Signal::derive(move || builder.wishes.read().label.clone())
                set=move |text| builder.wishes.update(|wishes| wishes.label = text)
            />
            <div class="line">
                <label for="rubrik">"Rubriknivå"</label>
                <p class="help" id="rubrik-hjalp">"Nivån under sidans närmaste rubrik. Oftast 2."</p>
                <select
                    id="rubrik" aria-describedby="rubrik-hjalp"
                    on:change=move |event| {
                        let level = event_target_value(&event).parse().unwrap_or(2);
                        builder.wishes.update(|wishes| wishes.heading = level);
                    }
                >
                    {(1..=5_u8).map(|level| view! {
                        <option value=level.to_string() selected=level == 2>{format!("Rubrik {level} (h{level})")}</option>
                    }).collect_view()}
                </select>
            </div>
        </fieldset>
    }
}

/// The accent: typed, as in a graphic manual, or picked.
#[component]
fn Colour(builder: Builder) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let set = move |text: String| {
        builder.wishes.update(|wishes| wishes.accent = Accent::parse(&text));
        typed.set(text);
    };
    let wrong = move || {
        let is_wrong = typed.with(|text| !text.trim().is_empty() && Accent::parse(text).is_none());
        is_wrong.then(|| "Skriv färgen med sex tecken efter #, till exempel #00566b.".to_owned())
    };
    let pale = move || {
        let pale = builder.wishes.read().pale_on();
        let of = |theme| if theme == Theme::Dark { "mörk" } else { "ljus" };
        let told = pale.iter().map(|(theme, contrast)| {
            format!("{} bakgrund ({},{}:1)", of(*theme), contrast / 10, contrast % 10)
        });
        let told = told.collect::<Vec<_>>().join(" och ");
        (!told.is_empty()).then(|| {
            format!("Svår att läsa mot {told}. Lagen kräver 4,5:1. Välj en annan färg, eller bara det tema där den syns.")
        })
    };
    let shown = move || {
        builder
            .wishes
            .read()
            .accent
            .map_or_else(|| "#00566b".to_owned(), |accent| accent.to_string())
    };
    view! {
        <div class="colour">
            <Line
                id="farg" label="Färg på länkar och markeringar"
                help="Er profilfärg som hexkod. Tomt ger katalogens egen färg."
                value=typed set fault=Signal::derive(move || wrong().or_else(pale))
            />
            <input
                type="color" aria-label="Välj färg på länkar och markeringar"
                prop:value=shown on:input=move |event| set(event_target_value(&event))
            />
        </div>
    }
}
