//! Which page of the site an address of a state is on.
//!
//! The site has a page of its own for some states: the start page for the empty one, others for a record or
//! for what a municipality does. A state of which the present document is the page keeps that page's
//! address; every other state is a query on the start page.

use super::{State, own_pairs, parse, with_foreign};
use crate::query::Query;

/// Where the states of one element live.
///
/// In a page of somebody else there is only that page: both paths are empty, and addresses are queries on
/// whatever its path is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    prefix: String,
    home: String,
    own: String,
    page: State,
    page_query: String,
    /// What the addresses ask for besides, since only this element knows it.
    preset: Query,
    is_fragment: bool,
}

impl Pages {
    /// The document at the path `own` stands for the state `page`, written as a query string; every state
    /// can be asked of the path `home`, which stands for the empty one. Own keys of addresses carry `prefix`;
    /// those of `page` do not.
    #[must_use]
    pub fn new(prefix: String, home: String, own: String, page: &str) -> Self {
        // An element that is mounted anew may be at home by now, whatever its document stood for.
        let mut page = parse(if own == home { "" } else { page }, "");
        page.foreign.clear();
        let page_query = own_pairs(&page, &prefix).join("&");
        Self { prefix, home, own, page, page_query, ..Self::default() }
    }

    /// In the fragment of the address of somebody else's page.
    #[must_use]
    pub fn in_fragment(prefix: String) -> Self {
        Self { prefix, is_fragment: true, ..Self::default() }
    }

    /// On the start page `home` of this site, for an element in a page whose address stays as it is. There, the
    /// element's `preset` is a choice like any other.
    #[must_use]
    pub fn on_the_site(home: String, preset: Query) -> Self {
        Self { home, preset, ..Self::default() }
    }

    /// Whether addresses are written in the fragment.
    #[must_use]
    pub const fn is_in_fragment(&self) -> bool {
        self.is_fragment
    }

    /// The state of an address. Only the document itself stands for more than its query says.
    #[must_use]
    pub fn read(&self, path: &str, query: &str) -> State {
        let mut state = parse(query, &self.prefix);
        if path != self.home && own_pairs(&state, &self.prefix).is_empty() {
            state = State { foreign: state.foreign, ..self.page.clone() };
        }
        state
    }

    /// The address of a state: a path, where the site has pages of its own, and a query.
    #[must_use]
    pub fn address(&self, state: &State) -> String {
        let mut asked = state.clone();
        asked.query.join(&self.preset);
        let mut pairs = own_pairs(&asked, &self.prefix);
        if self.is_fragment {
            // What is there is the host's, and may have to stand first.
            return format!("#{}", [state.foreign.clone(), pairs].concat().join("&"));
        }
        let path = if pairs.join("&") == self.page_query {
            pairs.clear();
            &self.own
        } else {
            &self.home
        };
        let query = with_foreign(pairs, state);
        // A question mark alone asks for nothing, and is still a link.
        if query.is_empty() && !path.is_empty() { path.clone() } else { format!("{path}?{query}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alba() -> Pages {
        let (home, own) = ("/atlas/".to_owned(), "/atlas/projekt/alba/".to_owned());
        Pages::new(String::new(), home, own, "projekt=alba")
    }

    fn start() -> Pages {
        Pages::new(String::new(), "/atlas/".to_owned(), "/atlas/".to_owned(), "")
    }

    #[test]
    fn the_page_of_a_record_opens_it_and_keeps_what_is_not_ours() {
        assert_eq!(alba().read("/atlas/projekt/alba/", ""), parse("projekt=alba", ""));
        let from_a_letter = alba().read("/atlas/projekt/alba/", "utm_source=brev");
        assert_eq!(from_a_letter, parse("projekt=alba&utm_source=brev", ""));
        let address = alba().address(&from_a_letter);
        assert_eq!(address, "/atlas/projekt/alba/?utm_source=brev");
    }

    #[test]
    fn a_query_says_more_than_the_page() {
        let asked = alba().read("/atlas/projekt/alba/", "land=KE");
        assert_eq!(asked, parse("land=KE", ""));
        assert_eq!(alba().address(&asked), "/atlas/?land=KE");
    }

    #[test]
    fn after_a_step_to_the_start_page_the_query_alone_counts() {
        let all = alba().read("/atlas/", "");
        assert_eq!(all, State::default());
        assert_eq!(alba().address(&all), "/atlas/");
        let back = parse("projekt=alba", "");
        assert_eq!(alba().address(&back), "/atlas/projekt/alba/", "the document's own state");
        let other = parse("projekt=noreld", "");
        assert_eq!(alba().address(&other), "/atlas/?projekt=noreld");
        let english = parse("lang=en&projekt=alba", "");
        assert_eq!(alba().address(&english), "/atlas/?lang=en&projekt=alba");
    }

    #[test]
    fn the_start_page_stands_for_the_empty_question() {
        assert_eq!(start().address(&State::default()), "/atlas/");
        assert_eq!(start().address(&parse("x=1", "")), "/atlas/?x=1");
        assert_eq!(start().read("/atlas/", "land=KE"), parse("land=KE", ""));
        let by_its_file =
            Pages::new(String::new(), "/atlas/".to_owned(), "/atlas/index.html".to_owned(), "");
        assert_eq!(by_its_file.address(&State::default()), "/atlas/index.html");
        assert_eq!(by_its_file.address(&parse("land=KE", "")), "/atlas/?land=KE");
    }

    #[test]
    fn mounted_anew_at_home_the_document_stands_for_nothing_else() {
        let path = "/atlas/".to_owned();
        assert_eq!(Pages::new(String::new(), path.clone(), path, "projekt=alba"), start());
    }

    #[test]
    fn in_a_page_of_somebody_else_addresses_are_queries() {
        let host = Pages::new("pa.".to_owned(), String::new(), String::new(), "");
        let state = host.read("/om-oss/", "pa.land=KE&sida=2");
        assert_eq!(state, parse("land=KE&sida=2", ""));
        assert_eq!(host.address(&state), "?pa.land=KE&sida=2");
        assert_eq!(host.address(&State::default()), "?");
        assert_eq!(host.read("/", ""), State::default());
    }

    #[test]
    fn in_a_fragment_what_is_the_hosts_stays_first() {
        let host = Pages::in_fragment("pa.".to_owned());
        let state = host.read("", "/om-oss&pa.land=KE");
        assert_eq!(state, parse("land=KE&/om-oss", ""));
        assert_eq!(host.address(&state), "#/om-oss&pa.land=KE");
        assert_eq!(host.address(&State::default()), "#");
    }

    #[test]
    fn where_the_address_stays_links_lead_to_the_site_with_the_preset() {
        let home = "https://example.se/atlas/".to_owned();
        let pages = Pages::on_the_site(home, parse("kommun=0581&till=2020", "").query);
        let address = |query: &str| pages.address(&parse(query, ""));
        assert_eq!(address(""), "https://example.se/atlas/?kommun=0581&till=2020");
        assert_eq!(
            address("land=KE&fran=2010"),
            "https://example.se/atlas/?kommun=0581&land=KE&fran=2010"
        );
    }

    #[test]
    fn every_state_is_read_back_from_its_address() {
        for pages in [alba(), start()] {
            for query in ["", "x=1", "projekt=alba", "land=KE&projekt=alba&x=1", "kommun=0581"] {
                let state = parse(query, "");
                let address = pages.address(&state);
                let (path, query) = address.split_once('?').unwrap_or((&address, ""));
                assert_eq!(pages.read(path, query), state, "{address}");
            }
        }
    }
}
