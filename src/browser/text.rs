//! Words that the browser knows more about: how wide they are before they are drawn, and what countries are
//! called.

use std::cell::RefCell;

use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element};

use super::canvas::canvas;
use crate::catalogue::{CountryCode, Lang};

/// What a character is taken for where nothing can be measured, in CSS pixels.
const CHARACTER: f64 = 7.0;

thread_local! {
    /// A canvas that is never shown, and the font that it was given last.
    static RULER: RefCell<(Option<CanvasRenderingContext2d>, String)> =
        RefCell::new((canvas().map(|(_, context)| context), String::new()));

    /// What countries are called, in the language that was asked for last.
    static COUNTRIES: RefCell<Option<(Lang, Intl::DisplayNames)>> = const { RefCell::new(None) };
}

/// The width of a text in a font, the latter as in CSS; in CSS pixels.
pub(super) fn text_width(font: &str, text: &str) -> f64 {
    RULER.with_borrow_mut(|(context, set)| {
        let measured = context.as_ref().and_then(|context| {
            // To read a font costs more than to measure a text.
            if set != font {
                context.set_font(font);
                font.clone_into(set);
            }
            context.measure_text(text).ok()
        });
        let estimate = || text.chars().fold(0.0, |sum, _| sum + CHARACTER);
        measured.map_or_else(estimate, |metrics| metrics.width())
    })
}

/// The font of names on a chart, as in CSS: 13 pixels in the family of an element.
pub(super) fn font_of(element: &Element) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    let family = style.and_then(|style| style.get_property_value("font-family").ok());
    let family = family.filter(|family| !family.is_empty());
    format!("500 13px {}", family.as_deref().unwrap_or("sans-serif"))
}

/// What a country is called in a language, if the browser knows.
pub(super) fn country_name(code: &CountryCode, lang: Lang) -> Option<String> {
    COUNTRIES.with_borrow_mut(|known| {
        if known.as_ref().is_none_or(|(of, _)| *of != lang) {
            *known = Some((lang, display_names(lang)?));
        }
        let (_, names) = known.as_ref()?;
        names.of(code.as_str()).map(String::from)
    })
}

fn display_names(lang: Lang) -> Option<Intl::DisplayNames> {
    let options = Object::new();
    // A code that the browser has no name for is better than none, but not on a map.
    for (key, value) in [("type", "region"), ("style", "short"), ("fallback", "none")] {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    Some(Intl::DisplayNames::new(&Array::of1(&lang.tag().into()), &options))
}
