//! What to copy, for each way to publish.

use leptos::prelude::*;

use super::builder::Builder;
use super::copy::Copyable;
use super::fields::{Line, Pick};
use crate::snippets::Way;

#[component]
pub(super) fn Code(builder: Builder) -> impl IntoView {
    let offer = Memo::new(move |_| builder.offer());
    let steps = move || {
        offer
            .get()
            .map(|offer| offer.steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view())
    };
    // By their number, so that a block whose code changes keeps its place, and its button the focus.
    let count = Memo::new(move |_| {
        offer.with(|offer| offer.as_ref().map_or(0, |offer| offer.blocks.len()))
    });
    let letter = Signal::derive(move || offer.get().map(|offer| offer.letter).unwrap_or_default());
    view! {
        <section class="code" aria-labelledby="kopiera">
            <h2 id="kopiera">"2. Kopiera"</h2>
            <fieldset class="ways">
                <legend>"Hur publicerar ni?"</legend>
                <div class="row">
                    {Way::ALL.map(|way| view! {
                        <Pick
                            name="way" value=way.key() label=way.name()
                            on=Signal::derive(move || builder.way.get() == way) set=move || builder.way.set(way)
                        />
                    })}
                </div>
            </fieldset>
            <Place builder />
            <div class="columns">
                <div>
                    <h3>"Gör så här"</h3>
                    <ol class="steps">{steps}</ol>
                    <div class="blocks">
                        {move || (0..count.get()).map(|index| view! { <Block builder offer index /> }).collect_view()}
                    </div>
                </div>
                <div>
                    <h3>"Att be it-avdelningen om"</h3>
                    <p class="help">"Skicka texten som den är. Raderna om CSP är exakta."</p>
                    <Copyable builder name="brevet" text=letter />
                </div>
            </div>
        </section>
    }
}

#[component]
fn Block(
    builder: Builder,
    offer: Memo<Option<crate::snippets::Offer>>,
    index: usize,
) -> impl IntoView {
    let block = Memo::new(move |_| offer.with(|offer| offer.as_ref()?.blocks.get(index).cloned()));
    let title =
        Memo::new(move |_| block.with(|block| block.as_ref().map_or("", |block| block.title)));
    let note = move || {
        let note = block.with(|block| block.as_ref().map_or("", |block| block.note));
        (!note.is_empty()).then(|| view! { <p class="help">{note}</p> })
    };
    let code = Signal::derive(move || block.get().map(|block| block.code).unwrap_or_default());
    view! {
        <h4>{title}</h4>
        {note}
        {move || view! { <Copyable builder name=lowered(title.get()) text=code /> }}
    }
}

/// A title within a sentence, up to its first comma.
fn lowered(title: &str) -> String {
    let title = title.split(',').next().unwrap_or_default();
    let mut letters = title.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

/// Where the catalogue lies.
#[component]
fn Place(builder: Builder) -> impl IntoView {
    let fault = move || match builder.folder() {
        None => Some("Skriv hela adressen, med https:// först.".to_owned()),
        Some(folder) if folder.origin().is_local() => {
            Some("Det är en adress på din egen dator. Andra kommer inte åt den.".to_owned())
        }
        Some(folder) if !folder.origin().is_secure() => Some(
            "Adressen har http. En webbplats med https kan inte visa den. Använd https.".to_owned(),
        ),
        Some(_) => None,
    };
    view! {
        <Line
            id="adress" label="Katalogens adress"
            help="Mappen där katalogen ligger. Ändra bara om ni har en egen kopia på er server."
            value=builder.place set=move |text| builder.place.set(text) fault=Signal::derive(fault)
        />
    }
}
