//! Swedish: klarspråk, as a careful communications officer writes.

use super::Messages;
use crate::atlas::Jump;
use crate::catalogue::{ClaimedStatus, Form, Outcome, RelationKind, Standing, Status};
use crate::query::{Facet, Sort};

pub(super) static MESSAGES: Messages = Messages {
    and: "och",
    about: "omkring",
    probably: "troligen",
    year: "år",
    years_many: "år",
    month: "månad",
    months_many: "månader",
    until_further_notice: "tills vidare",
    end_unknown: "slutdatum saknas",
    start_unknown: "startdatum saknas",
    dates_missing: "datum saknas",
    period_missing: "tid inte angiven",
    submitted: "inlämnad",
    sometime_in: "någon gång under",
    round: "ansökningsomgång",
    missing: "Ej angivet",

    facet: |facet| match facet {
        Facet::Form => "Samarbetsform",
        Facet::Status => "Status",
        Facet::Municipality => "Kommun",
        Facet::Country => "Land",
        Facet::Place => "Ort",
        Facet::Theme => "Tema",
        Facet::Money => "Program och finansiär",
    },
    form: |form| match form {
        Form::Project => "Projekt",
        Form::MunicipalPartnership => "Kommunalt partnerskap",
        Form::TwinTown => "Vänort",
        Form::Application => "Ansökan",
        Form::ProgrammeParticipation => "Programdeltagande",
        Form::Network => "Nätverk",
    },
    status: |status| match status {
        Status::Upcoming => "Kommande",
        Status::Ongoing => "Pågående",
        Status::Ended => "Avslutat",
        Status::Unknown => "Okänd",
        Status::Cancelled => "Avbrutet",
        Status::Paused => "Pausat",
    },
    outcome: |outcome| match outcome {
        Outcome::Granted => "Beviljad",
        Outcome::Rejected => "Avslag",
        Outcome::Planned => "Planerad",
    },
    standing: |standing| match standing {
        Standing::Partner => None,
        Standing::Approached => Some("tillfrågad"),
        Standing::Intended => Some("tänkt partner"),
        Standing::Contributor => Some("medverkar utan att vara partner"),
    },
    relation: |kind, inverse| match (kind, inverse) {
        (RelationKind::PartOf, false) => "Ingår i",
        (RelationKind::PartOf, true) => "Omfattar",
        (RelationKind::FollowUpOf, false) => "Fortsättning på",
        (RelationKind::FollowUpOf, true) => "Följdes av",
        (RelationKind::Via, false) => "Genom",
        (RelationKind::Via, true) => "Leder vidare till",
        (RelationKind::CoordinatedBy, false) => "Samordnas av",
        (RelationKind::CoordinatedBy, true) => "Samordnar",
        (RelationKind::InitiatedWithin, false) => "Har kommit till inom",
        (RelationKind::InitiatedWithin, true) => "Har gett upphov till",
        (RelationKind::SubmittedTo, false) => "Ansökan till",
        (RelationKind::SubmittedTo, true) => "Har tagit emot ansökan",
        (RelationKind::WorksWith, _) => "Samarbetar med",
        (RelationKind::BuildsOn, false) => "Bygger på",
        (RelationKind::BuildsOn, true) => "Ligger till grund för",
        (RelationKind::RelatedTo, _) => "Hör ihop med",
    },
    sort: |sort| match sort {
        Sort::Relevance => "Bästa träff",
        Sort::Newest => "Senast startat",
        Sort::Oldest => "Först startat",
        Sort::Title => "Titel",
    },
    jump: |jump| match jump {
        Jump::All => "Alla",
        Jump::Europe => "Europa",
        Jump::Kenya => "Kenya",
        Jump::SouthAfrica => "Sydafrika",
    },
    claimed: |claimed, years| match claimed {
        ClaimedStatus::Planned => format!("planerades enligt källan {years}"),
        ClaimedStatus::Ongoing => format!("pågick enligt källan {years}"),
        ClaimedStatus::Completed => format!("avslutat enligt källan {years}"),
        ClaimedStatus::Unstated => format!("nämns i källan {years}"),
    },

    app_label: "Internationella projekt",
    search_label: "Sök",
    search_hint: "Projekt, ort, land, tema eller partner",
    filters: "Filter",
    filters_on: |on| {
        if on == 0 {
            "Filter".to_owned()
        } else {
            format!("Filter ({on} valda)")
        }
    },
    show_results: |count| format!("Visa {}", results(count)),
    filters_live: "Listan ändras genast när du väljer.",
    years: "År",
    from_year: "Från år",
    to_year: "Till år",
    undated: "Utan datum",
    chosen: "Valda filter",
    remove: |what| format!("Ta bort {what}"),
    clear_all: "Rensa alla",
    clear_search: "Rensa sökningen",
    sort_by: "Ordning",
    more_values: |count| format!("Visa {count} till"),
    fewer_values: "Visa färre",

    results,
    results_of: |shown, all| format!("Visar {shown} av {all}"),
    results_heading: "Träffar",
    nothing: "Inget stämmer med allt du har valt",
    nothing_help: "Ta bort ett filter eller sök på ett kortare ord.",
    part_of: |title| format!("Del av {title}"),
    show_more: |count| format!("Visa {count} till"),
    with: "med",

    views: "Visa som",
    list: "Lista",
    timeline: "Tidslinje",
    map: "Karta",
    language: "Språk",
    other_language: "In English",

    timeline_summary: |dated, undated| {
        let dated = match dated {
            0 => "Inget samarbete har datum.".to_owned(),
            1 => "Ett samarbete med datum.".to_owned(),
            n => format!("{n} samarbeten med datum."),
        };
        match undated {
            0 => dated,
            1 => format!("{dated} Ett saknar datum och står sist."),
            n => format!("{dated} {n} saknar datum och står sist."),
        }
    },
    today: |date| format!("I dag, {date}"),
    undated_lane: "Utan datum",
    undated_lane_help: "Källan säger inte när de började eller slutade.",
    as_table: "Visa som tabell",
    as_chart: "Visa som diagram",
    legend: "Så läser du tidslinjen",
    legend_exact: "Fylld stapel: från start till slut. Tonad kant: dagen är inte känd, bara månaden eller året.",
    legend_open: "Pil: inget slut är bestämt.",
    legend_unknown: "Bruten kant: slutet eller starten är okänd.",
    legend_approximate: "Streckad kant: datumet är osäkert eller ungefärligt.",
    legend_point: "Romb: en händelse, till exempel en ansökan.",
    column_project: "Samarbete",
    column_period: "Tid",
    column_status: "Status",
    column_partner: "Land",
    nothing_dated: "Inget i urvalet har datum.",

    map_label: "Karta över partnerorter",
    map_jumps: "Gå till område",
    map_skip: "Hoppa över kartan",
    map_list: "Orterna som lista",
    map_legend_city: "Partnerort",
    map_legend_region: "Region eller kommun, ungefärligt läge",
    map_legend_country: "Land, ort inte angiven",
    map_legend_home: "Svensk kommun som äger eller deltar",
    map_outside: "Utanför kartan",
    map_areas: "Större områden",
    map_unknown: "Utan plats utomlands",
    map_home: |name| format!("{name}, svensk kommun"),
    map_place: |place, country, count| {
        let count = count_text(count, "samarbete", "samarbeten");
        if country.is_empty() {
            format!("{place} – {count}")
        } else {
            format!("{place}, {country} – {count}")
        }
    },
    map_cluster: |names, count| format!("{count} platser: {names}"),
    map_country_only: "ort inte angiven",
    approximate_place: |town| format!("ungefärligt läge, vid {town}"),
    filter_by: |what| format!("Visa bara {what}"),
    zoom_in: "Zooma in",
    zoom_out: "Zooma ut",

    back: "Tillbaka till listan",
    period: "Tid",
    status_heading: "Status",
    form_heading: "Samarbetsform",
    owner: "Ägare",
    owner_missing: "Ägaren är inte angiven i källan.",
    municipality: "Kommun",
    partners: "Partner",
    partner_count: |count| format!("{count} stycken"),
    no_partners: "Källan nämner ingen partner.",
    funding: "Finansiering",
    funding_missing: "Källan nämner ingen finansiering.",
    funded_by: "Finansieras av",
    via: "genom",
    grant: "Bidrag",
    budget: "Hela budgeten",
    themes: "Tema",
    activities: "Aktiviteter",
    outputs: "Resultat",
    figures: "Siffror",
    sites: "Platser i projektet",
    covers: "Kommuner som omfattas",
    related: "Hör ihop med",
    parts: "Delar",
    links: "Länkar",
    links_lost: "Källan hänvisar också till dessa, men adresserna går inte längre att lita på:",
    sources: "Källor",
    source_dated: |years| format!("från {years}"),
    corrections: "Rättat och tolkat",
    aliases: "Kallas också",
    checked: |date| format!("Uppgifterna kontrollerades {date}."),
    never_checked: "Uppgifterna kommer från källan och har inte kontrollerats med ägaren sedan dess.",
    contact: "Fråga om projektet",
    contact_page: |name| format!("{name}s kommuns webbplats"),
    share: "Länk att dela",
    on_map: "På kartan",
    in_time: "I tiden",
    not_found: "Det finns inget samarbete med den adressen.",
};

fn results(count: usize) -> String {
    count_text(count, "samarbete", "samarbeten")
}

fn count_text(count: usize, one: &str, many: &str) -> String {
    format!("{count}\u{A0}{}", if count == 1 { one } else { many })
}
