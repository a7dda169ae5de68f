//! Which collaborations are shown.

use leptos::prelude::*;

use super::builder::Builder;
use super::fields::{Line, Tick};
use super::options::Named;
use crate::catalogue::Lang;
use crate::i18n::messages;
use crate::query::{Facet, Value};
use crate::snippets::Address;
use crate::url::parse_year;

/// The facets that most will choose by, and those that few will.
const FIRST: [Facet; 4] = [Facet::Municipality, Facet::Country, Facet::Form, Facet::Theme];
const FURTHER: [Facet; 3] = [Facet::Status, Facet::Place, Facet::Money];

#[component]
pub(super) fn Selection(builder: Builder) -> impl IntoView {
    view! {
        <fieldset>
            <legend>"Samarbeten"</legend>
            <p class="help">"Välj inget för att visa alla. Det du väljer gäller alltid. Besökaren kan inte ta bort det."</p>
            {FIRST.map(|facet| view! { <Values builder facet /> })}
            <details class="group">
                <summary>"Fler sätt att välja"</summary>
                {FURTHER.map(|facet| view! { <Values builder facet /> })}
                <Years builder />
                <Catalogues builder />
            </details>
        </fieldset>
    }
}

/// The values of a facet, folded, with what is chosen told outside.
#[component]
fn Values(builder: Builder, facet: Facet) -> impl IntoView {
    let values = builder.options.with_value(|options| options.of(facet));
    let names = values.clone();
    let chosen = move || {
        let wishes = builder.wishes.read();
        let chosen = wishes.presets.values(facet).map(|value| {
            let known = names.iter().find(|named| named.value == value.as_str());
            known.map_or_else(|| value.to_string(), |named| named.name.clone())
        });
        chosen.collect::<Vec<_>>().join(", ")
    };
    let title = (messages(Lang::Sv).facet)(facet);
    view! {
        <details class="group" data-key=facet.key()>
            <summary>
                <span>{title}</span>
                <span class="chosen">{chosen}</span>
            </summary>
            <ul>
                {values
                    .into_iter()
                    .map(|named| view! { <li>{value(builder, facet, named)}</li> })
                    .collect_view()}
            </ul>
        </details>
    }
}

fn value(builder: Builder, facet: Facet, Named { value, name, count }: Named) -> impl IntoView {
    let value = StoredValue::new(Value::parse(&value));
    let on = move || {
        let wishes = builder.wishes.read();
        value.with_value(|value| wishes.presets.values(facet).any(|chosen| chosen == value))
    };
    let set = move |on: bool| {
        builder.wishes.update(|wishes| {
            let value = value.get_value();
            if on { wishes.presets.add(facet, value) } else { wishes.presets.remove(facet, &value) }
        });
    };
    view! { <Tick label=name count on=Signal::derive(on) set /> }
}

#[component]
fn Years(builder: Builder) -> impl IntoView {
    let typed = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let fault = move |text: RwSignal<String>| {
        Signal::derive(move || {
            let is_wrong = text.with(|text| !text.is_empty() && parse_year(text).is_none());
            is_wrong.then(|| "Skriv året med fyra siffror, till exempel 2021.".to_owned())
        })
    };
    let [from, to] = typed;
    let set = move |text: RwSignal<String>| {
        move |typed: String| {
            text.set(typed.trim().to_owned());
            let year = |text: RwSignal<String>| text.with_untracked(|text| parse_year(text));
            builder.wishes.update(|wishes| wishes.years = [year(from), year(to)]);
        }
    };
    view! {
        <div class="pair">
            <Line id="fran" label="Från år" help="Det som pågick då eller senare." value=from set=set(from) fault=fault(from) />
            <Line id="till" label="Till år" help="Det som pågick då eller tidigare." value=to set=set(to) fault=fault(to) />
        </div>
    }
}

/// Catalogues of one's own.
#[component]
fn Catalogues(builder: Builder) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let fault = Signal::derive(move || {
        let wrong = typed.with(|text| {
            text.split_whitespace().find(|word| Address::parse(word).is_none()).map(str::to_owned)
        });
        wrong.map(|word| {
            format!("”{word}” är ingen adress. Skriv hela adressen, med https:// först.")
        })
    });
    let set = move |text: String| {
        let addresses = text.split_whitespace().filter_map(Address::parse).collect();
        builder.wishes.update(|wishes| wishes.catalogues = addresses);
        typed.set(text);
    };
    view! {
        <Line
            id="katalog" label="Egen katalog"
            help="Adressen till en egen katalogfil (JSON), om ni har en. Den visas då i stället för den här \
                  katalogen. Flera skiljs åt med mellanslag. Gäller bara skript, inte ram."
            value=typed set fault
        />
    }
}
