//! From the attributes of the element to what the app needs.
//!
//! Two attributes are for the pages of this site alone: `home`, the address of the language's start page, and
//! `page`, the query string that the document stands for (`projekt=alba`). `page.js` makes `home` absolute
//! before anything changes what relative addresses count from.

use web_sys::HtmlElement;

use super::{day, here, history};
use crate::catalogue::{Day, Lang};
use crate::ui::Settings;
use crate::url::Pages;
use crate::web::in_document;
use crate::wishes::{UrlState, Wishes};

/// What decides how an element is drawn.
pub(super) struct Config {
    /// The host's wishes, and where the states have their addresses.
    pub(super) settings: Settings,
    /// What the visitor has chosen in an earlier drawing, as a query string; before that, what the document
    /// stands for, where no address tells it.
    pub(super) choice: Option<String>,
}

impl Config {
    /// Reads the attributes.
    pub(super) fn of(element: &HtmlElement, instance: u32) -> Self {
        let wishes = Self::wishes_of(element);
        let lang = wishes.lang.or_else(|| lang_around(element)).unwrap_or_default();
        let pages = pages(element, &wishes, lang);
        let page = (wishes.url_state == UrlState::None).then(|| element.get_attribute("page"));
        let settings = Settings { lang, wishes, pages, instance, begins_whole: true };
        Self { settings, choice: page.flatten() }
    }

    /// What the attributes ask for.
    pub(super) fn wishes_of(element: &HtmlElement) -> Wishes {
        Wishes::read(|name| element.get_attribute(name))
    }

    /// The visitor's day, or the one that the host set.
    pub(super) fn today_of(element: &HtmlElement) -> Day {
        let fixed = element.get_attribute("today").and_then(|text| day::fixed(&text));
        fixed.unwrap_or_else(day::today)
    }
}

/// The language of the page around the element.
fn lang_around(element: &HtmlElement) -> Option<Lang> {
    let named = element.closest("[lang]").ok()??;
    Lang::from_tag(&named.get_attribute("lang")?)
}

/// Where the states of the element have their addresses.
fn pages(element: &HtmlElement, wishes: &Wishes, lang: Lang) -> Pages {
    let prefix = wishes.prefix.clone();
    match wishes.url_state {
        UrlState::Hash => Pages::in_fragment(prefix),
        UrlState::Query => {
            let home = element.get_attribute("home").and_then(|home| in_document(&home));
            let home = home.map(|url| url.pathname());
            // Where the document counts addresses from elsewhere, a question alone would lead there.
            let home = home.or_else(|| has_base(element).then(history::path)).unwrap_or_default();
            let own = if home.is_empty() { String::new() } else { history::path() };
            let page = element.get_attribute("page").unwrap_or_default();
            Pages::new(prefix, home, own, &page)
        }
        // A catalogue from elsewhere has no pages there.
        UrlState::None if wishes.has_src => Pages::default(),
        UrlState::None => {
            let folder = if lang == Lang::En { "../en/" } else { "../" };
            Pages::on_the_site(here::address_of(folder).unwrap_or_default(), wishes.preset.clone())
        }
    }
}

/// Whether the document says what its relative addresses count from.
fn has_base(element: &HtmlElement) -> bool {
    let document = element.owner_document();
    document.is_some_and(|document| matches!(document.query_selector("base[href]"), Ok(Some(_))))
}
