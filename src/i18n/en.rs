//! English, as a native writes it.

use super::Messages;
use crate::atlas::{Direction, Jump};
use crate::catalogue::{ClaimedStatus, Form, Outcome, RelationKind, Standing, Status};
use crate::query::{Facet, Sort};
use crate::timeline::Run;

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
        Outcome::Planned => "Was planned",
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
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Ending => "Ends first",
        Sort::Title => "Title",
    },
    jump: |jump| match jump {
        Jump::All => "All",
        Jump::Europe => "Europe",
        Jump::Kenya => "Kenya",
        Jump::SouthAfrica => "South Africa",
    },
    claimed: |claimed, years| match claimed {
        ClaimedStatus::Planned => format!("planned according to the source,\u{A0}{years}"),
        ClaimedStatus::Ongoing => format!("ongoing according to the source,\u{A0}{years}"),
        ClaimedStatus::Completed => format!("ended according to the source,\u{A0}{years}"),
        ClaimedStatus::Unstated => format!("mentioned in the source,\u{A0}{years}"),
    },

    app_label: "International projects",
    search_label: "Search",
    search_hint: "Project, place, theme, partner",
    filters: "Filters",
    filters_on: |on| {
        if on == 0 { "Filters".to_owned() } else { format!("Filters ({on} in use)") }
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
    show_all: |count| format!("Show all {count}"),
    show_fewer: "Show fewer",
    sort_by: "Sort by",

    results,
    nothing: "No collaboration matches your choices",
    nothing_help: "Remove a filter, or search for a shorter word.",
    part_of: |title| format!("Part of {title}"),
    pages: "Pages",
    previous_page: "Previous",
    next_page: "Next",
    page_of: |from, to, all| format!("{from}–{to} of {all}"),
    with: "with",
    and_more: |count| format!("{count} more"),

    views: "Show as",
    list: "List",
    timeline: "Timeline",
    map: "Map",
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
    group_by: "Group by",
    no_group: "Nothing",
    colour_by: "Colour by",
    more_choices: "More options",
    with_bands: "EU programming periods",
    with_ghosts: "Also show what your filters hide",
    as_table: "Show as table",
    whole_time: "All years",
    earlier: "Earlier",
    later: "Later",
    extent_shown: |from, to| {
        if from == to { format!("Showing {from}") } else { format!("Showing {from}–{to}") }
    },
    run: |run| match run {
        Run::Begins(year) | Run::Ends(year) => year.to_string(),
        Run::Endless => "No end stated".to_owned(),
        Run::Initial(letter) => letter.to_string(),
    },
    quarter: |number| format!("Q{number}"),
    per_year: "Collaborations per year, open ends included",
    per_year_help: "Drag, or type years:",
    at_most: |count| format!("At most {count}"),
    year_count: |year, count| format!("{year}: {}", results(count)),
    all_years: "Clear years",
    show_more: |shown, all| format!("Show more (now {shown} of {all})"),
    undated_lane: "Undated",
    undated_lane_help: "The source gives no dates to draw.",
    timeline_chart: "The timeline as a chart",
    timeline_table: "The timeline as a table",
    column_project: "Collaboration",
    column_period: "Dates",
    column_status: "Status",
    column_partner: "Country",

    legend: "How to read the timeline",
    legend_exact: "Straight edge: the start or end is known to the day.",
    legend_soft: "Muted part: only the month or the year is known; it covers all of it.",
    legend_open: "Arrow: the source states no end.",
    legend_lapsed: "Dashed arrow: ongoing according to an older source. What has happened since, we do not know.",
    legend_unknown: "Jagged edge: the start or the end is not known.",
    legend_approximate: "Dashed edge: the date is uncertain or approximate.",
    legend_point: "Diamond: an event, such as an application.",
    legend_window: "Diamond on a line: the event took place at some time within it.",
    legend_strip: "Band under a heading: the taller, the more collaborations at the same time.",
    legend_ghost: "Outline only: your filters hide the collaboration.",

    save_svg: "Save as SVG",
    save_png: "Save as PNG",
    saved_title: "International collaborations of Swedish municipalities, timeline",
    saved_selection: |filters| format!("Selection: {filters}"),
    saved_all: "All collaborations in the catalogue",
    saved_source: |date| {
        format!(
            "Source: Partneratlas, {date}. The facts come from the municipalities’ own pages and other public sources."
        )
    },
    saved_rest: |count| format!("and {count} more"),

    map_label: "Map of partner places",
    map_jumps: "Go to area",
    map_skip: "Skip the map",
    map_list: "The places as a list",
    map_legend_city: "Partner town. The larger, the more collaborations",
    map_legend_region: "Region or municipality, approximate position",
    map_legend_country: "Country, town not stated",
    map_legend_cluster: "That many places close together, in the colour of the municipalities if one is among them",
    map_legend_home: "Swedish municipality that owns or takes part in a collaboration",
    map_legend_arc: "From municipality to partner, dashed where the position is approximate",
    map_outside: "Outside the map",
    map_areas: "Wider areas",
    map_home: |name| format!("{name}, Swedish municipality"),
    map_place: |place, count| {
        format!("{place} – {}", count_text(count, "collaboration", "collaborations"))
    },
    map_cluster: |names, count| format!("{count} places: {names}"),
    map_country_only: "town not stated",
    place_unstated: "Town not stated",
    approximate_place: |town| format!("approximate position, at {town}"),
    map_fit: "Fit to selection",
    map_move: "Move and zoom the map",
    map_hint_mouse: "Drag to move the map. Hold Ctrl or ⌘ and scroll to zoom.",
    map_hint_touch: "Move and zoom the map with two fingers.",
    map_hint_keys: "Arrow keys go from place to place, Shift and an arrow move the map, + and − zoom.",
    map_moved: |area, count| format!("{area}: {} shown", count_text(count, "place", "places")),
    map_saved_title: "Map: international collaborations of Swedish municipalities",
    map_credit: "Base map: Natural Earth. Positions of places: GeoNames (CC BY 4.0).",
    panel_homes: "Swedish municipalities",
    panel_records: "Collaborations",
    pan: |to| match to {
        Direction::West => "Move west",
        Direction::North => "Move north",
        Direction::South => "Move south",
        Direction::East => "Move east",
    },
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",

    unread: |count, hosts| {
        let catalogues = if count == 1 { "catalogue" } else { "catalogues" };
        format!("The {catalogues} at {hosts} could not be read.")
    },
    built_in: |date| format!("The built-in information from {date} is shown instead."),
    left_out: |count| {
        let have = if count == 1 { "has" } else { "have" };
        format!(
            "{} {have} errors and {} not shown.",
            count_text(count, "record", "records"),
            if count == 1 { "is" } else { "are" }
        )
    },

    back: "Back to the list",
    period: "Dates",
    owner: "Owner",
    claimed_state: |claimed, years| match claimed {
        ClaimedStatus::Planned => format!("Planned, {years}."),
        ClaimedStatus::Ongoing => format!("Ongoing, {years}."),
        ClaimedStatus::Completed => format!("Ended, {years}."),
        ClaimedStatus::Unstated => format!("Mentioned, {years}."),
    },
    bounds: "Time limits",
    earliest: |date| format!("{date} at the earliest"),
    latest: |date| format!("{date} at the latest"),
    claimed_heading: "According to the source",
    owner_missing: "The source does not name the owner.",
    publisher: "Facts from",
    municipality: "Municipality",
    partners: "Partners",
    partner_count: |count| format!("{count} of them"),
    no_partners: "The source names no partner.",
    funding: "Funding",
    funding_missing: "The source names no funding.",
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
    never_checked: "The facts come from the source. The owner has not confirmed them.",
    contact: "Ask about the project",
    contact_page: |name| format!("Municipal website ({name})"),
    share: "Link to share",
    on_map: "On the map",
    in_time: "On the timeline",
    not_found: "There is no collaboration at that address.",
};

fn results(count: usize) -> String {
    count_text(count, "collaboration", "collaborations")
}

fn count_text(count: usize, one: &str, many: &str) -> String {
    format!("{count}\u{A0}{}", if count == 1 { one } else { many })
}
