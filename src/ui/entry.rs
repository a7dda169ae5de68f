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
const PAGE: usize = 40;

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
                <EachRecord records=entries row=|index| view! { <Entry index /> }.into_any() />
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
) -> impl IntoView {
    let model = Model::here();
    let id = model.with_record(index, |_, record| record.id.clone());
    let target = id.clone();
    let part =
        model.with_record(index, |_, record| record.listing == Listing::Part).unwrap_or(false);
    let text = move |read: fn(&Record) -> &crate::catalogue::Localized| {
        model.with_record(index, |_, record| {
            let (text, lang) = read(record).in_lang(model.lang.get());
            let text = model.wanted.with(|wanted| marked(text, wanted));
            view! { <span lang=lang.tag()>{text}</span> }
        })
    };
    let line = move |write: fn(&Shared, &Record, Lang) -> String| {
        let line =
            model.with_record(index, |shared, record| write(shared, record, model.lang.get()));
        line.filter(|line| !line.is_empty())
            .map(|line| model.wanted.with(|wanted| marked(&line, wanted)))
    };
    view! {
        <li class="entry" part="entry" data-project=id.map(|id| id.to_string()) data-part=part.then_some("")>
            <h3 class="entry-title">
                <StateLink to=move |state| state.record.clone_from(&target)>{move || text(|record| &record.title)}</StateLink>
            </h3>
            <p class="entry-facts">{move || model.with_record(index, |shared, record| tags(shared, record, model.lang.get(), true))}</p>
            <p class="entry-where">{move || line(where_text)}</p>
            <p class="entry-summary">{move || text(|record| &record.summary)}</p>
        </li>
    }
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
