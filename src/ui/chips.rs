//! What is chosen, as chips that take it back.

use leptos::html::{Button, Ul};
use leptos::prelude::*;

use super::focus::{around, focus_later};
use super::model::Model;
use crate::facts::value_label;
use crate::i18n::within_sentence;
use crate::query::{Facet, Query, Value, Years};

/// Something that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Choice {
    Value(Facet, Value),
    Years,
}

impl Choice {
    fn take_back(&self, query: &mut Query) {
        match self {
            Self::Value(facet, value) => query.remove(*facet, value),
            Self::Years => query.years = Years::default(),
        }
    }
}

/// A chip for each choice, and a button that takes back all.
#[component]
pub(super) fn Chips() -> impl IntoView {
    let model = Model::here();
    let list = NodeRef::<Ul>::new();
    let chips = Memo::new(move |_| choices(model));
    // The next chip moves to the place of the one taken away; without one, the heading is next.
    let take_back = move |choice: &Choice| {
        let position =
            chips.with_untracked(|chips| chips.iter().position(|(other, _)| other == choice));
        model.ask(|query| choice.take_back(query));
        let left = chips.with_untracked(Vec::len);
        let next = position
            .filter(|_| left > 0)
            .map(|position| format!(".chips li:nth-child({}) button", position.min(left - 1) + 1));
        if let Some(root) = list.get_untracked().and_then(|list| around(&list, ".results")) {
            focus_later(root, next.into_iter().chain(["h2".to_owned()]).collect());
        }
    };
    let chip = move |(choice, label): (Choice, String)| {
        let name = (model.words().remove)(&label);
        view! {
            <li>
                <button type="button" class="chip" aria-label=name on:click=move |_| take_back(&choice)>
                    <bdi>{label}</bdi>
                    <span aria-hidden="true">" ×"</span>
                </button>
            </li>
        }
    };
    view! {
        <div class="chosen" hidden=move || model.query.with(|query| !query.is_narrow())>
            <ul class="chips" role="list" node_ref=list aria-label=model.said(|words| words.chosen)>
                <For each=move || chips.get() key=Clone::clone children=chip />
            </ul>
            <ClearAll class="clear" />
        </div>
    }
}

/// A button that takes back all, and leaves the focus on the heading of what is found then.
#[component]
pub(super) fn ClearAll(class: &'static str) -> impl IntoView {
    let model = Model::here();
    let button = NodeRef::<Button>::new();
    let clear = move |_| {
        if let Some(root) = button.get_untracked().and_then(|button| around(&button, ".results")) {
            focus_later(root, vec!["h2".to_owned()]);
        }
        model.ask(Query::clear);
    };
    view! {
        <button type="button" class=class node_ref=button on:click=clear>
            {model.said(|words| words.clear_all)}
        </button>
    }
}

/// Every choice with its words.
fn choices(model: Model) -> Vec<(Choice, String)> {
    let shared = model.shared();
    let (lang, words) = (model.lang.get(), model.words());
    model.query.with(|query| {
        let values = query.chosen().map(|(facet, value)| {
            let label = value_label(&shared.catalogue, facet, value, lang);
            // "Ej angivet" alone would not say what.
            let label = match value {
                Value::Id(_) => label,
                Value::Missing => format!("{}: {label}", (words.facet)(facet)),
            };
            (Choice::Value(facet, value.clone()), label)
        });
        let years =
            (!query.years.is_any()).then(|| (Choice::Years, years_label(model, query.years)));
        values.chain(years).collect()
    })
}

/// What is asked, in a line: "vatten, Kenya, 2010–2018"; `None` where nothing is.
pub(super) fn selection_text(model: Model) -> Option<String> {
    let words = model.query.with(|query| query.text.trim().to_owned());
    let words = (!words.is_empty()).then(|| format!("”{words}”"));
    let chosen = choices(model).into_iter().map(|(_, label)| label);
    let all: Vec<String> = words.into_iter().chain(chosen).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// "2010–2018", "2010–", "Utan datum", or both.
fn years_label(model: Model, years: Years) -> String {
    let undated = model.words().undated;
    let year = |year: Option<i16>| year.map(|year| year.to_string()).unwrap_or_default();
    let span = match (years.from, years.to) {
        (None, None) => return undated.to_owned(),
        (from, to) => format!("{}–{}", year(from), year(to)),
    };
    if years.undated { format!("{span}, {}", within_sentence(undated)) } else { span }
}
