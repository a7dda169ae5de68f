//! Countries that a selection touches.

use super::place_name;
use super::seen::{Seen, seen};
use super::target::Target;
use crate::atlas::{Basemap, View, outline};
use crate::catalogue::{Catalogue, CountryCode, Lang};
use crate::i18n::messages;
use crate::query::Places;

/// A country with partners.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryMark {
    /// Which.
    pub code: CountryCode,
    /// Its name.
    pub name: String,
    /// SVG path data of a view.
    pub outline: String,
    /// What is known of it alone, if some partners are known by nothing finer.
    pub whole: Option<Whole>,
}

/// A country that partners are known by and nothing finer: it is hatched.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// What a screen reader says.
    pub name: String,
    /// The ids of its places, with spaces between: the country, or regions without a point.
    pub places: String,
    /// Where it leads.
    pub target: Target,
}

impl CountryMark {
    /// Where a click on it leads.
    #[must_use]
    pub fn target(&self) -> Target {
        Target::country(&self.code)
    }
}

/// The countries abroad that a selection touches, as far as the base map has them.
#[must_use]
pub fn countries(
    catalogue: &Catalogue,
    basemap: &Basemap,
    places: &Places,
    view: &View,
    lang: Lang,
) -> Vec<CountryMark> {
    let mut countries: Vec<(&CountryCode, Vec<Seen<'_>>)> = Vec::new();
    for touched in seen(catalogue, places) {
        let Some(code) = touched.place.country.as_ref().filter(|code| !code.is_sweden()) else {
            continue;
        };
        let at = countries.iter().position(|(known, _)| *known == code).unwrap_or_else(|| {
            countries.push((code, Vec::new()));
            countries.len() - 1
        });
        if let Some((_, wide)) = countries.get_mut(at).filter(|_| touched.place.point.is_none()) {
            wide.push(touched);
        }
    }
    let drawn = countries.into_iter().filter_map(|(code, wide)| {
        Some(CountryMark {
            code: code.clone(),
            name: catalogue.country(code)?.name.text(lang).to_owned(),
            outline: outline(basemap.country(code)?.main(), view),
            whole: whole(catalogue, places, code, &wide, lang),
        })
    });
    drawn.filter(|country| !country.outline.is_empty()).collect()
}

/// One outline is drawn for all places of a country that no point stands for.
fn whole(
    catalogue: &Catalogue,
    places: &Places,
    code: &CountryCode,
    wide: &[Seen<'_>],
    lang: Lang,
) -> Option<Whole> {
    let first = wide.first()?;
    let words = messages(lang);
    let names: Vec<String> = match wide {
        [alone] => vec![place_name(catalogue, alone.place, lang)],
        _ => wide.iter().map(|touched| touched.place.name.text(lang).to_owned()).collect(),
    };
    let ids: Vec<&str> = wide.iter().map(|touched| touched.place.id.as_str()).collect();
    let is_here =
        |place| catalogue.place_at(place).is_some_and(|place| place.country.as_ref() == Some(code));
    let count = places.outlined.iter().find(|(place, _)| is_here(*place));
    let names = format!("{} ({})", names.join(", "), words.map_country_only);
    Some(Whole {
        name: (words.map_place)(&names, count.map_or(0, |(_, count)| *count)),
        places: ids.join(" "),
        target: if wide.len() == 1 { Target::of(first) } else { Target::country(code) },
    })
}
