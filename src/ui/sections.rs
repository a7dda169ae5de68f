//! The sections of a record's page, as [`crate::facts`] tells them; one without anything to say is left out.

use leptos::prelude::*;

use super::link::StateLink;
use super::model::{Model, Shared};
use crate::catalogue::{Lang, Localized, Record, RecordIx};
use crate::facts::{self, FundingLine, Links, PartnerLine, Said, record_line};
use crate::i18n::messages;
use crate::url::State;

/// A text with its own language, where that is not the one shown.
fn localized(text: &Localized, lang: Lang) -> impl IntoView + use<> {
    let (text, own) = text.in_lang(lang);
    let own = (own != lang).then(|| own.tag());
    view! { <span lang=own>{text.to_owned()}</span> }
}

/// A small text under another.
fn note(text: Option<&Localized>, lang: Lang) -> impl IntoView + use<> {
    text.map(|text| view! { <span class="note">{localized(text, lang)}</span> })
}

fn section(title: &'static str, body: impl IntoView + 'static) -> impl IntoView {
    view! {
        <section>
            <h3 {..Model::here().level(1)}>{title}</h3>
            {body}
        </section>
    }
}

/// A section of plain lines.
fn texts(title: &'static str, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        section(title, view! { <ul class="lines">{items}</ul> })
    })
}

/// Time, owner, municipality, themes and other names, as pairs.
pub(super) fn facts_list(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let pairs = facts::facts(&shared.catalogue, record, lang).into_iter().map(|fact| {
        let said = match fact.said {
            Said::Plain(text) => text.into_any(),
            Said::Given(text) => localized(text, lang).into_any(),
        };
        view! { <div><dt>{fact.title}</dt><dd>{said} {note(fact.note, lang)}</dd></div> }
    });
    view! { <dl class="pairs">{pairs.collect_view()}</dl> }
}

/// Who takes part, where, and how they stand to it.
pub(super) fn partners(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    let lines = facts::partners(&shared.catalogue, record, lang);
    if lines.is_empty() {
        return section(words.partners, view! { <p>{words.no_partners}</p> }).into_any();
    }
    let items =
        lines.into_iter().map(|line| view! { <li>{partner_line(line, lang)}</li> }).collect_view();
    section(words.partners, view! { <ul class="lines">{items}</ul> }).into_any()
}

fn partner_line(line: PartnerLine<'_>, lang: Lang) -> impl IntoView + use<> {
    let about = (!line.about.is_empty()).then(|| view! { <span class="about">{line.about}</span> });
    view! {
        <span class="partner" data-named=line.is_named.to_string()>{localized(line.name, lang)}</span>
        {about}
        {note(line.note, lang)}
    }
}

/// With whose money, and the words that they ask for.
pub(super) fn funding(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    let lines = facts::funding(&shared.catalogue, record, lang);
    if lines.is_empty() {
        return section(words.funding, view! { <p>{words.funding_missing}</p> }).into_any();
    }
    let items =
        lines.into_iter().map(|line| view! { <li>{funding_line(line, lang)}</li> }).collect_view();
    section(words.funding, view! { <ul class="lines">{items}</ul> }).into_any()
}

fn funding_line(line: FundingLine<'_>, lang: Lang) -> impl IntoView + use<> {
    let about = line.money.into_iter().chain(line.thanks);
    let about = about.map(|text| view! { <span class="about">{text}</span> }).collect_view();
    view! {
        <span class="partner">{line.name}</span>
        {about}
        {note(line.note, lang)}
    }
}

/// What came out of it, what was done, numbers, spots, and municipalities that it covers.
pub(super) fn lists(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let lists = facts::lists(&shared.catalogue, record, lang);
    lists.map(|(title, lines)| texts(title, lines)).collect_view()
}

/// Parts under this record, then ties in both directions.
pub(super) fn related(
    model: Model,
    shared: &Shared,
    record: &Record,
    lang: Lang,
) -> impl IntoView + use<> {
    let words = messages(lang);
    let parts = facts::parts(&shared.catalogue, record);
    let parts = (!parts.is_empty()).then(|| {
        let items =
            parts.into_iter().map(|part| record_item(model, None, part, lang)).collect_view();
        section(words.parts, view! { <ul class="lines">{items}</ul> })
    });
    let ties = facts::ties(&shared.catalogue, record, lang);
    let ties = (!ties.is_empty()).then(|| {
        let items = ties
            .into_iter()
            .map(|(tie, other)| record_item(model, Some(tie), other, lang))
            .collect_view();
        section(words.related, view! { <ul class="lines">{items}</ul> })
    });
    view! {
        {parts}
        {ties}
    }
}

/// A record as a line with a link, its outcome or period, and for a part its summary.
fn record_item(
    model: Model,
    tie: Option<&'static str>,
    index: RecordIx,
    lang: Lang,
) -> impl IntoView {
    model.with_record(index, |_, record| {
        let target = record.id.clone();
        let line = record_line(record, tie.is_some(), lang);
        let title = line.title.text(lang).to_owned();
        view! {
            <li>
                {tie.map(|tie| format!("{tie} "))}
                <StateLink to=move |state: &mut State| state.record = Some(target.clone())>{title}</StateLink>
                <span class="about">{line.about}</span>
                {note(line.summary, lang)}
            </li>
        }
    })
}

/// Links that can be followed, and those of which only the words are left.
pub(super) fn links(record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    facts::links(record).map(|Links { live, lost }| {
        let live = live.into_iter().map(|(label, url)| {
            view! { <li><a href=url.to_string() rel="noreferrer">{localized(label, lang)}</a></li> }
        });
        let live = live.collect_view();
        let lost: Vec<_> =
            lost.into_iter().map(|label| view! { <li>{localized(label, lang)}</li> }).collect();
        let lost = (!lost.is_empty())
            .then(|| view! { <p>{words.links_lost}</p><ul class="lines">{lost}</ul> });
        section(words.links, view! { <ul class="lines">{live}</ul> {lost} })
    })
}

/// The documents that it rests on, and how old they are.
pub(super) fn sources(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let items = facts::sources(&shared.catalogue, record, lang)
        .into_iter()
        .map(|source| {
            let title = localized(source.title, lang);
            let title = match source.url {
                Some(url) => {
                    view! { <a href=url.to_string() rel="noreferrer">{title}</a> }.into_any()
                }
                None => title.into_any(),
            };
            view! { <li>{title} ", " {source.dated} {note(source.dating, lang)}</li> }
        })
        .collect_view();
    let checked = facts::checked_text(record, lang);
    section(
        messages(lang).sources,
        view! { <ul class="lines">{items}</ul> <p class="note">{checked}</p> },
    )
}

/// What was mended on the way from the source.
pub(super) fn corrections(record: &Record, lang: Lang) -> impl IntoView + use<> {
    texts(messages(lang).corrections, facts::corrections(record, lang))
}

/// Whom to ask.
pub(super) fn contacts(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    let items: Vec<_> = facts::contacts(&shared.catalogue, record, lang)
        .into_iter()
        .map(|contact| {
            let mailbox = contact.mailbox.map(|mailbox| {
                view! { ", " <a href=format!("mailto:{mailbox}")>{mailbox.to_string()}</a> }
            });
            view! { <li><a href=contact.page.to_string() rel="noreferrer">{contact.text}</a>{mailbox}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| section(words.contact, view! { <ul class="lines">{items}</ul> }))
}

/// The address of the record alone, without the search that led to it.
pub(super) fn share(model: Model, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let id = record.id.clone();
    let address = move || {
        model.href(|state| {
            let foreign = std::mem::take(&mut state.foreign);
            *state =
                State { record: Some(id.clone()), lang: state.lang, foreign, ..State::default() };
        })
    };
    section(
        messages(lang).share,
        view! { <p><a href=address>{record.title.text(lang).to_owned()}</a></p> },
    )
}
