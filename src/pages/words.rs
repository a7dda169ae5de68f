//! What only the static pages say, in both languages; the rest is in [`crate::i18n`].

use crate::catalogue::Lang;
use crate::query::Facet;

/// The texts of one language.
pub(super) struct Words {
    /// The heading of the site.
    pub(super) site: &'static str,
    /// The sentence under it.
    pub(super) intro: &'static str,
    /// What a search engine shows.
    pub(super) description: &'static str,
    /// Where the facts come from, and what the page does not do.
    pub(super) origin: &'static str,
    /// Before and after the name of the file with the data.
    pub(super) data: [&'static str; 2],
    /// What the picture for other sites shows.
    pub(super) picture: &'static str,
    /// "Status den 22 november 2026."
    pub(super) status: fn(&str) -> String,
    /// The name of the links to other lists.
    pub(super) browse: &'static str,
    /// The link to the whole list.
    pub(super) all: &'static str,
    /// What a page of one value is about, for titles: "Kenya: svenska kommuners samarbeten".
    pub(super) about: fn(Facet, &str) -> String,
    /// Over the records that are parts of others.
    pub(super) parts: &'static str,
    /// Over the records that others only point to.
    pub(super) mentioned: &'static str,
    /// Over links to lists in which a record stands.
    pub(super) more: &'static str,
    /// Before the link from a frame to the site.
    pub(super) whole: &'static str,
    /// After that link, where it opens another tab.
    pub(super) new_tab: &'static str,
}

/// Those of a language.
pub(super) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Sv => &SV,
        Lang::En => &EN,
    }
}

static SV: Words = Words {
    site: "Svenska kommuners internationella projekt",
    intro: "Vad kommunerna gör och har gjort med partner i andra länder – vilka som är med, när det sker och vem som betalar.",
    description: "Vad svenska kommuner gör och har gjort med partner i andra länder: vilka som är med, när det sker och vem som betalar.",
    origin: "Uppgifterna kommer från kommunernas egna sidor och andra offentliga källor. Varje samarbete visar sin källa och hur gammal den är. Sidan sparar ingenting om dig och hämtar ingenting från andra webbplatser.",
    data: [
        "Öppna data: ",
        " (CC0). Orternas lägen: GeoNames (CC BY 4.0). Kartunderlag: Natural Earth.",
    ],
    picture: "Partneratlas: svenska kommuners internationella projekt på en karta",
    status: |day| format!("Status den {day}."),
    browse: "Bläddra",
    all: "Alla samarbeten",
    about: |facet, name| match facet {
        Facet::Municipality => format!("{name}: kommunens internationella samarbeten"),
        Facet::Country => format!("{name}: svenska kommuners samarbeten"),
        _ => format!("{name}: svenska kommuners internationella samarbeten"),
    },
    parts: "Delar av samarbeten",
    mentioned: "Nämns i samarbetena",
    more: "Fler samarbeten",
    whole: "Hela katalogen:",
    new_tab: " (öppnas i en ny flik)",
};

static EN: Words = Words {
    site: "International projects of Swedish municipalities",
    intro: "What the municipalities do, and have done, with partners in other countries – who takes part, when, and who pays.",
    description: "What Swedish municipalities do, and have done, with partners in other countries: who takes part, when, and who pays.",
    origin: "The facts come from the municipalities’ own pages and other public sources. Each collaboration shows its source and how old it is. This page stores nothing about you and fetches nothing from other sites.",
    data: [
        "Open data: ",
        " (CC0). Positions of places: GeoNames (CC BY 4.0). Base map: Natural Earth.",
    ],
    picture: "Partneratlas: international projects of Swedish municipalities on a map",
    status: |day| format!("Status as of {day}."),
    browse: "Browse",
    all: "All collaborations",
    about: |facet, name| match facet {
        Facet::Municipality => format!("{name}: international collaborations of the municipality"),
        Facet::Country => format!("{name}: collaborations with Swedish municipalities"),
        _ => format!("{name}: international collaborations of Swedish municipalities"),
    },
    parts: "Parts of collaborations",
    mentioned: "Mentioned in the collaborations",
    more: "More collaborations",
    whole: "The whole catalogue:",
    new_tab: " (opens in a new tab)",
};
