//! English, as a native writes it.

use super::Messages;
use crate::atlas::Jump;
use crate::catalogue::{ClaimedStatus, Form, Outcome, RelationKind, Standing, Status};
use crate::query::{Facet, Sort};

pub(super) static MESSAGES: Messages = Messages {
    and: "and",
    about: "about",
    probably: "probably",
    year: "year",
    years_many: "years",
    month: "month",
    months_many: "months",
    until_further_notice: "until further notice",
    end_unknown: "end date missing",
    start_unknown: "start date missing",
    dates_missing: "dates missing",
    period_missing: "dates not stated",
    submitted: "submitted",
    sometime_in: "sometime within",
    round: "application round",
    missing: "Not stated",

    facet: |facet| match facet {
        Facet::Form => "Form of cooperation",
        Facet::Status => "Status",
        Facet::Municipality => "Municipality",
        Facet::Country => "Country",
        Facet::Place => "Place",
        Facet::Theme => "Theme",
        Facet::Money => "Programme and funder",
    },
    form: |form| match form {
        Form::Project => "Project",
        Form::MunicipalPartnership => "Municipal partnership",
        Form::TwinTown => "Twin town",
        Form::Application => "Application",
        Form::ProgrammeParticipation => "Programme participation",
        Form::Network => "Network",
    },
    status: |status| match status {
        Status::Upcoming => "Upcoming",
        Status::Ongoing => "Ongoing",
        Status::Ended => "Ended",
        Status::Unknown => "Unknown",
        Status::Cancelled => "Cancelled",
        Status::Paused => "Paused",
    },
    outcome: |outcome| match outcome {
        Outcome::Granted => "Granted",
        Outcome::Rejected => "Rejected",
        Outcome::Planned => "Planned",
    },
    standing: |standing| match standing {
        Standing::Partner => None,
        Standing::Approached => Some("approached"),
        Standing::Intended => Some("intended partner"),
        Standing::Contributor => Some("contributes without being a partner"),
    },
    relation: |kind, inverse| match (kind, inverse) {
        (RelationKind::PartOf, false) => "Part of",
        (RelationKind::PartOf, true) => "Includes",
        (RelationKind::FollowUpOf, false) => "Follows",
        (RelationKind::FollowUpOf, true) => "Followed by",
        (RelationKind::Via, false) => "Through",
        (RelationKind::Via, true) => "Leads to",
        (RelationKind::CoordinatedBy, false) => "Coordinated by",
        (RelationKind::CoordinatedBy, true) => "Coordinates",
        (RelationKind::InitiatedWithin, false) => "Began within",
        (RelationKind::InitiatedWithin, true) => "Gave rise to",
        (RelationKind::SubmittedTo, false) => "Application to",
        (RelationKind::SubmittedTo, true) => "Received the application",
        (RelationKind::WorksWith, _) => "Works with",
        (RelationKind::BuildsOn, false) => "Builds on",
        (RelationKind::BuildsOn, true) => "Laid the ground for",
        (RelationKind::RelatedTo, _) => "Related to",
    },
    sort: |sort| match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Latest start",
        Sort::Oldest => "Earliest start",
        Sort::Title => "Title",
    },
    jump: |jump| match jump {
        Jump::All => "All",
        Jump::Europe => "Europe",
        Jump::Kenya => "Kenya",
        Jump::SouthAfrica => "South Africa",
    },
    claimed: |claimed, years| match claimed {
        ClaimedStatus::Planned => format!("planned according to the source, {years}"),
        ClaimedStatus::Ongoing => format!("ongoing according to the source, {years}"),
        ClaimedStatus::Completed => format!("ended according to the source, {years}"),
        ClaimedStatus::Unstated => format!("mentioned in the source, {years}"),
    },

    app_label: "International projects",
    search_label: "Search",
    search_hint: "Project, place, country, theme or partner",
    filters: "Filters",
    filters_on: |on| {
        if on == 0 {
            "Filters".to_owned()
        } else {
            format!("Filters ({on} in use)")
        }
    },
    show_results: |count| format!("Show {}", results(count)),
    filters_live: "The list changes as you choose.",
    years: "Years",
    from_year: "From year",
    to_year: "To year",
    undated: "Undated",
    chosen: "Filters in use",
    remove: |what| format!("Remove {what}"),
    clear_all: "Clear all",
    clear_search: "Clear the search",
    sort_by: "Order",
    more_values: |count| format!("Show {count} more"),
    fewer_values: "Show fewer",

    results,
    results_of: |shown, all| format!("Showing {shown} of {all}"),
    results_heading: "Results",
    nothing: "Nothing matches everything you chose",
    nothing_help: "Remove a filter, or search for a shorter word.",
    part_of: |title| format!("Part of {title}"),
    show_more: |count| format!("Show {count} more"),
    with: "with",

    views: "Show as",
    list: "List",
    timeline: "Timeline",
    map: "Map",
    language: "Language",
    other_language: "På svenska",

    timeline_summary: |dated, undated| {
        let dated = match dated {
            0 => "No collaboration is dated.".to_owned(),
            1 => "One collaboration is dated.".to_owned(),
            n => format!("{n} collaborations are dated."),
        };
        match undated {
            0 => dated,
            1 => format!("{dated} One is undated and stands last."),
            n => format!("{dated} {n} are undated and stand last."),
        }
    },
    today: |date| format!("Today, {date}"),
    undated_lane: "Undated",
    undated_lane_help: "The source does not say when they began or ended.",
    as_table: "Show as table",
    as_chart: "Show as chart",
    legend: "How to read the timeline",
    legend_exact: "Filled bar: from start to end. Faded edge: only the month or the year is known, not the day.",
    legend_open: "Arrow: no end has been set.",
    legend_unknown: "Broken edge: the end or the start is not known.",
    legend_approximate: "Dashed edge: the date is uncertain or approximate.",
    legend_point: "Diamond: an event, such as an application.",
    column_project: "Collaboration",
    column_period: "Dates",
    column_status: "Status",
    column_partner: "Country",
    nothing_dated: "Nothing in the selection has dates.",

    map_label: "Map of partner places",
    map_jumps: "Go to area",
    map_skip: "Skip the map",
    map_list: "The places as a list",
    map_legend_city: "Partner town",
    map_legend_region: "Region or municipality, approximate position",
    map_legend_country: "Country, town not stated",
    map_legend_home: "Swedish municipality that owns or takes part",
    map_outside: "Outside the map",
    map_areas: "Wider areas",
    map_unknown: "No place abroad",
    map_home: |name| format!("{name}, Swedish municipality"),
    map_place: |place, country, count| {
        let count = count_text(count, "collaboration", "collaborations");
        if country.is_empty() {
            format!("{place} – {count}")
        } else {
            format!("{place}, {country} – {count}")
        }
    },
    map_cluster: |names, count| format!("{count} places: {names}"),
    map_country_only: "town not stated",
    approximate_place: |town| format!("approximate position, at {town}"),
    filter_by: |what| format!("Show only {what}"),
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",

    back: "Back to the list",
    period: "Dates",
    status_heading: "Status",
    form_heading: "Form of cooperation",
    owner: "Owner",
    owner_missing: "The source does not name the owner.",
    municipality: "Municipality",
    partners: "Partners",
    partner_count: |count| format!("{count} of them"),
    no_partners: "The source names no partner.",
    funding: "Funding",
    funding_missing: "The source names no funding.",
    funded_by: "Funded by",
    via: "through",
    grant: "Grant",
    budget: "Total budget",
    themes: "Themes",
    activities: "Activities",
    outputs: "Results",
    figures: "Figures",
    sites: "Sites",
    covers: "Municipalities covered",
    related: "Related",
    parts: "Parts",
    links: "Links",
    links_lost: "The source also refers to these, but the addresses can no longer be trusted:",
    sources: "Sources",
    source_dated: |years| format!("from {years}"),
    corrections: "Corrected and interpreted",
    aliases: "Also called",
    checked: |date| format!("The facts were checked on {date}."),
    never_checked: "The facts come from the source and have not been confirmed with the owner since.",
    contact: "Ask about the project",
    contact_page: |name| format!("Website of {name} municipality"),
    share: "Link to share",
    on_map: "On the map",
    in_time: "In time",
    not_found: "There is no collaboration at that address.",
};

fn results(count: usize) -> String {
    count_text(count, "collaboration", "collaborations")
}

fn count_text(count: usize, one: &str, many: &str) -> String {
    format!("{count}\u{A0}{}", if count == 1 { one } else { many })
}
