//! The list: one entry a record, one page of them at a time.

use leptos::html::Ul;
use leptos::prelude::*;

use super::each::EachRecord;
use super::focus::focus_later;
use super::link::StateLink;
use super::mark::marked;
use super::model::{Model, Shared};
use super::save::{paper, selection_sentence};
use super::tags::tags;
use crate::catalogue::{Lang, Listing, Record, RecordIx};
use crate::facts::where_text;
use crate::query::Query;

/// How many entries are in the document at once.
const PAGE: usize = 24;

/// How many are drawn at a time when the element is mounted.
const IN_PART: usize = 4;

/// How many are printed at most: some hundred sheets, so that a large catalogue stops neither page nor printer.
const PAPER: usize = 1000;

/// The entries of the selection.
#[component]
pub(super) fn EntryList() -> impl IntoView {
    let model = Model::here();
    let shared = model.shared();
    let list = NodeRef::<Ul>::new();
    // Another selection begins on its first page: the page belongs to the one that it was turned in.
    let turned = RwSignal::new((0_usize, Query::default()));
    let printing = (model.platform.printing)();
    let page = Memo::new(move |_| {
        let query = model.query.get();
        turned.with(|(page, of)| if *of == query && !printing.get() { *page } else { 0 })
    });
    let most = move || if printing.get() { PAPER } else { PAGE };
    let entries = Memo::new(move |_| {
        let start = page.get() * PAGE;
        let end = start + model.growth.rows(IN_PART, most());
        model.results.with(|results| shared.engine.page(results, start..end))
    });
    let turn = move |to: usize| {
        turned.set((to, model.query.get_untracked()));
        if let Some(list) = list.get() {
            focus_later((*list).clone().into(), vec!["a".to_owned()]);
        }
    };
    let count = Memo::new(move |_| model.count());
    let pager = move || {
        let (count, page, most) = (count.get(), page.get(), most());
        (count > most).then(|| {
            let words = model.words();
            let last = (count - 1) / PAGE;
            view! {
                <nav class="pager" aria-label=words.pages>
                    <button type="button" disabled=page == 0 on:click=move |_| turn(page.saturating_sub(1))>{words.previous_page}</button>
                    <span>{(words.page_of)(page * PAGE + 1, (page * PAGE + most).min(count), count)}</span>
                    <button type="button" disabled=page == last on:click=move |_| turn(page + 1)>{words.next_page}</button>
                </nav>
            }
        })
    };
    let colophon = move || {
        let list = list.get_untracked();
        printing.get().then(|| paper(model, &selection_sentence(model), list.as_deref()))
    };
    view! {
        <div class="list">
            {colophon}
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
        let place = searched(model, where_text(&shared.catalogue, record, lang));
        let facts = tags(shared, record, lang, true);
        let part = (record.listing == Listing::Part).then_some("");
        view! {
            <li class="entry" part="entry" data-project=id.to_string() data-part=part>
                <h3 class="entry-title" {..model.level(1)} lang=title_lang.tag()>
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
