//! From the attributes of the element to what the app needs: relaxed in, strict out.

use web_sys::HtmlElement;

use super::day;
use crate::catalogue::{Day, Lang};
use crate::ui::Settings;
use crate::url::View;

/// The host's wishes.
pub(super) struct Config {
    /// Language, view and names.
    pub(super) settings: Settings,
    /// Whether the page's address follows the state.
    pub(super) url_state: bool,
    /// The visitor's day, or the one that the host set.
    pub(super) today: Day,
}

impl Config {
    /// Reads the attributes; one that makes no sense is taken as missing.
    pub(super) fn of(element: &HtmlElement, instance: u32) -> Self {
        let attribute = |name: &str| element.get_attribute(name);
        let settings = Settings {
            lang: attribute("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default(),
            view: attribute("view").and_then(|key| View::from_key(&key)).unwrap_or_default(),
            prefix: attribute("url-prefix").unwrap_or_else(|| "pa.".to_owned()),
            instance,
        };
        Self {
            settings,
            url_state: attribute("url-state").is_some_and(|state| state == "query"),
            today: attribute("today").and_then(|text| day::fixed(&text)).unwrap_or_else(day::today),
        }
    }
}
