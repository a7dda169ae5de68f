//! The list: one entry a record, one page of them at a time.

use leptos::html::Ul;
use leptos::prelude::*;

use super::each::EachRecord;
use super::facts::{abroad_text, home_text};
use super::focus::focus_later;
use super::link::StateLink;
use super::mark::marked;
use super::model::{Model, Shared};
use super::tags::tags;
use crate::catalogue::{Lang, Listing, Record, RecordIx};
use crate::i18n::messages;
use crate::query::Query;

/// How many entries are in the document at once.
const PAGE: usize = 24;

/// The entries of the selection.
#[component]
pub(super) fn EntryList() -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let list = NodeRef::<Ul>::new();
    // Another selection begins on its first page: the page belongs to the one that it was turned in.
    let turned = RwSignal::new((0_usize, Query::default()));
    let page = Memo::new(move |_| {
        let query = model.query.get();
        turned.with(|(page, of)| if *of == query { *page } else { 0 })
    });
    let entries = Memo::new(move |_| {
        let start = page.get() * PAGE;
        model.results.with(|results| shared.engine.page(results, start..start + PAGE))
    });
    let turn = move |to: usize| {
        turned.set((to, model.query.get_untracked()));
        if let Some(list) = list.get() {
            focus_later((*list).clone().into(), vec!["a".to_owned()]);
        }
    };
    let count = Memo::new(move |_| model.count());
    let pager = move || {
        let (count, page) = (count.get(), page.get());
        (count > PAGE).then(|| {
            let words = model.words();
            let last = (count - 1) / PAGE;
            view! {
                <nav class="pager" aria-label=words.pages>
                    <button type="button" disabled=page == 0 on:click=move |_| turn(page.saturating_sub(1))>{words.previous_page}</button>
                    <span>{(words.page_of)(page * PAGE + 1, ((page + 1) * PAGE).min(count), count)}</span>
                    <button type="button" disabled=page == last on:click=move |_| turn(page + 1)>{words.next_page}</button>
                </nav>
            }
        })
    };
    view! {
        <div class="list">
            <ul class="entries" role="list" node_ref=list>
                <EachRecord records=entries row=|(index, lang)| view! { <Entry index lang /> }.into_any() />
            </ul>
            {pager}
        </div>
    }
}

/// One record in short.
#[component]
fn Entry(
    /// The record.
    index: RecordIx,
    /// The language of its words.
    lang: Lang,
) -> impl IntoView {
    let model = Model::here();
    let entry = |shared: &Shared, record: &Record| {
        let id = record.id.clone();
        let target = Some(id.clone());
        let ((title, title_lang), (summary, summary_lang)) =
            (record.title.in_lang(lang), record.summary.in_lang(lang));
        let (title, summary) = (searched(model, title.into()), searched(model, summary.into()));
        let place = searched(model, where_text(shared, record, lang));
        let facts = tags(shared, record, lang, true);
        let part = (record.listing == Listing::Part).then_some("");
        view! {
            <li class="entry" part="entry" data-project=id.to_string() data-part=part>
                <h3 class="entry-title" lang=title_lang.tag()>
                    <StateLink to=move |state| state.record.clone_from(&target)>{title}</StateLink>
                </h3>
                <p class="entry-facts">{facts}</p>
                <p class="entry-where">{place}</p>
                <p class="entry-summary" lang=summary_lang.tag()>{summary}</p>
            </li>
        }
    };
    model.with_record(index, entry)
}

/// A text with its hits marked.
fn searched(model: Model, text: String) -> impl Fn() -> AnyView + use<> {
    move || model.with_wanted(|wanted| marked(&text, wanted).into_any())
}

/// "Norrköping med Linz (Österrike) och Cervia (Italien)"; for a part, what it is a part of.
fn where_text(shared: &Shared, record: &Record, lang: Lang) -> String {
    let words = messages(lang);
    let home = home_text(shared, record, lang);
    let abroad = abroad_text(shared, record, lang);
    let whole = record
        .parent()
        .filter(|_| record.listing == Listing::Part)
        .and_then(|id| shared.catalogue.find(id))
        .and_then(|index| shared.catalogue.record(index));
    if let Some(whole) = whole {
        return (words.part_of)(whole.title.text(lang));
    }
    match (home.is_empty(), abroad.is_empty()) {
        (false, false) => format!("{home} {} {abroad}", words.with),
        (_, true) => home,
        (true, false) => abroad,
    }
}
