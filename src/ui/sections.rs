//! The sections of a record's page. Each is a function of the record; one without anything to say
//! is left out.

use leptos::prelude::*;

use super::facts::municipalities_text;
use super::link::StateLink;
use super::model::{Model, Shared};
use crate::catalogue::{
    Funding, Lang, Link, Listing, Localized, Outcome, Partner, Period, Place, Record, RecordIx,
    RelationKind,
};
use crate::i18n::{
    date_text, decimal_text, duration_text, messages, money_text, period_text, years_text,
};
use crate::map::place_name;
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
            <h3>{title}</h3>
            {body}
        </section>
    }
}

/// A section of plain lines.
pub(super) fn texts(title: &'static str, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        section(title, view! { <ul class="lines">{items}</ul> })
    })
}

/// Time, owner, municipality, themes and other names, as pairs.
pub(super) fn facts_list(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    let duration = record.period.duration.filter(|_| record.period.edtf.is_some());
    let when = match duration {
        Some(duration) => {
            format!("{} ({})", period_text(&record.period, lang), duration_text(duration, lang))
        }
        None => period_text(&record.period, lang),
    };
    let owner = match &record.owner {
        Some(owner) => {
            view! { {localized(&owner.name, lang)} {note(owner.note.as_ref(), lang)} }.into_any()
        }
        None => words.owner_missing.into_any(),
    };
    let themes: Vec<&str> = shared
        .catalogue
        .document()
        .themes
        .iter()
        .filter(|theme| record.themes.contains(&theme.id))
        .map(|theme| theme.name.text(lang))
        .collect();
    let pair = |title: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <div><dt>{title}</dt><dd>{text}</dd></div> })
    };
    let claim = claim_text(record, lang);
    let bounds = bounds_text(&record.period, lang);
    view! {
        <dl class="pairs">
            <div>
                <dt>{words.period}</dt>
                <dd>{when} {note(record.period.note.as_ref(), lang)}</dd>
            </div>
            {pair(words.bounds, bounds)}
            {pair(words.claimed_heading, claim)}
            <div><dt>{words.owner}</dt><dd>{owner}</dd></div>
            {pair(words.municipality, municipalities_text(shared, record, lang))}
            {pair(words.themes, themes.join(" · "))}
            {pair(words.aliases, record.aliases.join(", "))}
        </dl>
    }
}

/// What the source says of the state, when it said so, and what makes that doubtful.
fn claim_text(record: &Record, lang: Lang) -> String {
    let Some(claim) = &record.claim else { return String::new() };
    let said = (messages(lang).claimed_state)(claim.status, &years_text(claim.as_of));
    match &claim.note {
        Some(note) => format!("{said} {}", note.text(lang)),
        None => said,
    }
}

/// The dates that it lies between, where the source has no better ones: "2014–2023".
fn bounds_text(period: &Period, lang: Lang) -> String {
    let words = messages(lang);
    let after = period.not_before.map(|date| (words.earliest)(&date_text(date, lang)));
    let before = period.not_after.map(|date| (words.latest)(&date_text(date, lang)));
    after.into_iter().chain(before).collect::<Vec<_>>().join(", ")
}

/// Who takes part, where, and how they stand to it.
pub(super) fn partners(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    if record.partners.is_empty() {
        return section(words.partners, view! { <p>{words.no_partners}</p> }).into_any();
    }
    let items = shared
        .catalogue
        .partners(record)
        .map(|(partner, place)| view! { <li>{partner_line(shared, partner, place, lang)}</li> })
        .collect_view();
    section(words.partners, view! { <ul class="lines">{items}</ul> }).into_any()
}

fn partner_line(
    shared: &Shared,
    partner: &Partner,
    place: Option<&Place>,
    lang: Lang,
) -> impl IntoView + use<> {
    let words = messages(lang);
    let place = place.and_then(|place| partner_place(shared, partner, place, lang));
    let mut about: Vec<String> = Vec::new();
    about.extend(partner.count.map(|count| (words.partner_count)(u64::from(count))));
    about.extend(place);
    about.extend((words.standing)(partner.standing).map(str::to_owned));
    about.extend(partner.role.as_ref().map(|role| role.text(lang).to_owned()));
    let about =
        (!about.is_empty()).then(|| view! { <span class="about">{about.join(" · ")}</span> });
    view! {
        <span class="partner" data-named=partner.named.to_string()>{localized(&partner.name, lang)}</span>
        {about}
        {note(partner.note.as_ref(), lang)}
    }
}

/// Where a party is, unless its name says so already: of a town that is its own name, the country.
fn partner_place(shared: &Shared, partner: &Partner, place: &Place, lang: Lang) -> Option<String> {
    let name = partner.name.text(lang);
    let full = place_name(&shared.catalogue, place, lang);
    let country = place.country.as_ref().and_then(|code| shared.catalogue.country(code));
    let shown = if place.name.text(lang) == name {
        country.filter(|_| place.is_abroad())?.name.text(lang).to_owned()
    } else {
        full
    };
    // "En kommun i Frankrike" has said it.
    if name.contains(&shown) {
        return None;
    }
    Some(match &place.stand_in {
        Some(town) if place.is_abroad() => {
            format!("{shown} ({})", (messages(lang).approximate_place)(town))
        }
        _ => shown,
    })
}

/// With whose money, and the words that they ask for.
pub(super) fn funding(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    if record.funding.is_empty() {
        return section(words.funding, view! { <p>{words.funding_missing}</p> }).into_any();
    }
    let lines = record
        .funding
        .iter()
        .map(|line| view! { <li>{funding_line(shared, record, line, lang)}</li> })
        .collect_view();
    section(words.funding, view! { <ul class="lines">{lines}</ul> }).into_any()
}

fn funding_line(
    shared: &Shared,
    record: &Record,
    line: &Funding,
    lang: Lang,
) -> impl IntoView + use<> {
    let words = messages(lang);
    let document = shared.catalogue.document();
    let programme =
        document.programmes.iter().find(|known| Some(&known.id) == line.programme.as_ref());
    let funder_id =
        line.funder.as_ref().or(programme.and_then(|programme| programme.funder.as_ref()));
    let funder = document.funders.iter().find(|known| Some(&known.id) == funder_id);
    let mut name: Vec<String> = Vec::new();
    name.extend(programme.map(|programme| programme.name.text(lang).to_owned()));
    name.extend(line.strand.as_ref().map(|strand| strand.text(lang).to_owned()));
    if programme.is_none() {
        name.extend(funder.map(|funder| funder.name.text(lang).to_owned()));
    }
    let money = [(words.grant, line.grant), (words.budget, line.budget)].map(|(title, money)| {
        money.map(|money| view! { <span class="about">{title}": "{money_text(money, lang)}</span> })
    });
    // Money that was applied for in vain is nobody's to acknowledge.
    let in_vain = matches!(record.outcome, Some(Outcome::Rejected | Outcome::Planned));
    let acknowledgement =
        funder.and_then(|funder| funder.acknowledgement.as_ref()).filter(|_| !in_vain);
    let via = programme.and_then(|programme| programme.via.as_ref());
    let thanks = acknowledgement.map(|thanks| match via {
        Some(via) => format!("{} {} {}", thanks.text(lang), words.via, via.text(lang)),
        None => thanks.text(lang).to_owned(),
    });
    view! {
        <span class="partner">{name.join(", ")}</span>
        {money.into_iter().collect_view()}
        {thanks.map(|thanks| view! { <span class="about">{thanks}</span> })}
        {note(line.note.as_ref(), lang)}
    }
}

/// What was done, and when.
pub(super) fn activities(record: &Record, lang: Lang) -> Vec<String> {
    let lines = record.activities.iter().map(|activity| {
        let what = activity.what.text(lang);
        match activity.when {
            Some(when) => {
                let period = Period { edtf: Some(when), ..Default::default() };
                format!("{what} ({})", period_text(&period, lang))
            }
            None => what.to_owned(),
        }
    });
    lines.collect()
}

/// Numbers with their labels and units.
pub(super) fn figures(record: &Record, lang: Lang) -> Vec<String> {
    let lines = record.figures.iter().map(|figure| {
        let unit = figure
            .unit
            .as_ref()
            .map(|unit| format!("\u{A0}{}", unit.text(lang)))
            .unwrap_or_default();
        let note = figure
            .note
            .as_ref()
            .map(|note| format!(" ({})", note.text(lang).trim_end_matches('.')))
            .unwrap_or_default();
        format!("{}: {}{unit}{note}", figure.label.text(lang), decimal_text(figure.value, lang))
    });
    lines.collect()
}

/// Spots.
pub(super) fn sites(record: &Record, lang: Lang) -> Vec<String> {
    let lines = record.sites.iter().map(|site| match &site.note {
        Some(note) => format!("{}: {}", site.name.text(lang), note.text(lang)),
        None => site.name.text(lang).to_owned(),
    });
    lines.collect()
}

/// Municipalities that it covers, in a single line.
pub(super) fn covered(shared: &Shared, record: &Record) -> Vec<String> {
    let names: Vec<&str> = record
        .covers
        .iter()
        .filter_map(|code| shared.catalogue.municipality(code))
        .map(|municipality| municipality.name.as_str())
        .collect();
    (!names.is_empty()).then(|| names.join(", ")).into_iter().collect()
}

/// Parts under this record, then ties in both directions.
pub(super) fn related(
    model: Model,
    shared: &Shared,
    record: &Record,
    lang: Lang,
) -> impl IntoView + use<> {
    let words = messages(lang);
    let parts: Vec<RecordIx> = shared.catalogue.parts(&record.id).map(|(index, _)| index).collect();
    let parts = (!parts.is_empty()).then(|| {
        let items =
            parts.into_iter().map(|part| record_item(model, None, part, lang)).collect_view();
        section(words.parts, view! { <ul class="lines">{items}</ul> })
    });
    let own = record.relations.iter().filter_map(|relation| {
        shared
            .catalogue
            .find(&relation.target)
            .map(|target| ((words.relation)(relation.kind, false), target))
    });
    let others = shared.catalogue.records().flat_map(|(index, other)| {
        let ties = other.relations.iter().filter(|relation| relation.target == record.id);
        // What stands under this record has its own section.
        let ties = ties
            .filter(|relation| !matches!(relation.kind, RelationKind::PartOf | RelationKind::Via));
        ties.map(move |relation| ((words.relation)(relation.kind, true), index)).collect::<Vec<_>>()
    });
    let ties: Vec<_> = own.chain(others).collect();
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
    let words = messages(lang);
    model.with_record(index, |_, record| {
        let target = record.id.clone();
        let title = record.title.text(lang).to_owned();
        let outcome = record.outcome.map(|outcome| (words.outcome)(outcome).to_owned());
        let when = record.period.edtf.map(|_| period_text(&record.period, lang));
        let about: Vec<String> = outcome.into_iter().chain(when).collect();
        let summary = (record.listing == Listing::Part && tie.is_none())
            .then(|| view! { <span class="note">{localized(&record.summary, lang)}</span> });
        view! {
            <li>
                {tie.map(|tie| format!("{tie} "))}
                <StateLink to=move |state: &mut State| state.record = Some(target.clone())>{title}</StateLink>
                <span class="about">{about.join(" · ")}</span>
                {summary}
            </li>
        }
    })
}

/// Links that can be followed, and those of which only the words are left.
pub(super) fn links(record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    let live = record.links.iter().filter_map(|Link { label, url }| {
        let url = url.as_ref()?.to_string();
        Some(view! { <li><a href=url rel="noreferrer">{localized(label, lang)}</a></li> })
    });
    let live = live.collect_view();
    let lost: Vec<_> = record
        .links
        .iter()
        .filter(|link| link.url.is_none())
        .map(|link| view! { <li>{localized(&link.label, lang)}</li> })
        .collect();
    let lost = (!lost.is_empty())
        .then(|| view! { <p>{words.links_lost}</p><ul class="lines">{lost}</ul> });
    (!record.links.is_empty())
        .then(|| section(words.links, view! { <ul class="lines">{live}</ul> {lost} }))
}

/// The documents that it rests on, and how old they are.
pub(super) fn sources(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    let items = record
        .sources
        .iter()
        .filter_map(|id| shared.catalogue.source(id))
        .map(|source| {
            let dated = (words.source_dated)(&years_text(source.as_of));
            let title = localized(&source.title, lang);
            let title = match &source.url {
                Some(url) => {
                    view! { <a href=url.to_string() rel="noreferrer">{title}</a> }.into_any()
                }
                None => title.into_any(),
            };
            view! { <li>{title} ", " {dated} {note(source.dating.as_ref(), lang)}</li> }
        })
        .collect_view();
    let checked = match record.checked {
        Some(date) => (words.checked)(&date_text(date, lang)),
        None => words.never_checked.to_owned(),
    };
    section(words.sources, view! { <ul class="lines">{items}</ul> <p class="note">{checked}</p> })
}

/// What was mended on the way from the source.
pub(super) fn corrections(record: &Record, lang: Lang) -> impl IntoView + use<> {
    texts(
        messages(lang).corrections,
        record.corrections.iter().map(|text| text.text(lang).to_owned()).collect(),
    )
}

/// Whom to ask.
pub(super) fn contacts(shared: &Shared, record: &Record, lang: Lang) -> impl IntoView + use<> {
    let words = messages(lang);
    let items: Vec<_> = record
        .municipalities
        .iter()
        .filter_map(|code| shared.catalogue.contact(code).zip(shared.catalogue.municipality(code)))
        .map(|(contact, municipality)| {
            let mailbox = contact.mailbox.as_ref().map(|mailbox| {
                view! { ", " <a href=format!("mailto:{mailbox}")>{mailbox.to_string()}</a> }
            });
            let page = (words.contact_page)(&municipality.name);
            view! { <li><a href=contact.page.to_string() rel="noreferrer">{page}</a>{mailbox}</li> }
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
