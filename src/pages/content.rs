//! What stands in the element until the app does.

use super::here::Here;
use super::html::Html;
use super::list;
use super::record;
use super::site::Page;
use crate::catalogue::{Form, Status};
use crate::catalogue::{Lang, Localized};
use crate::facts::{form_sign, status_sign};
use crate::i18n::messages;

/// The content of a page.
pub(super) fn content(html: &mut Html, here: Here<'_>) {
    signs(html);
    match (here.page, here.record()) {
        (Page::Record(index), Some(found)) => record::record(html, here, *index, found),
        _ => list::list(html, here),
    }
    html.line();
}

/// A text of the catalogue in an element, with its language where that is not the page's.
pub(super) fn localized(
    html: &mut Html,
    name: &'static str,
    class: &'static str,
    text: &Localized,
    lang: Lang,
) {
    let (text, own) = text.in_lang(lang);
    html.words(name, &attributes(class, own, lang), text);
}

/// The same without an element where none is needed.
pub(super) fn inline(html: &mut Html, text: &Localized, lang: Lang) {
    match text.in_lang(lang) {
        (text, own) if own == lang => html.text(text),
        (text, own) => html.words("span", &[("lang", own.tag())], text),
    }
}

fn attributes(class: &'static str, own: Lang, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let class = (!class.is_empty()).then_some(("class", class));
    class.into_iter().chain((own != lang).then(|| ("lang", own.tag()))).collect()
}

/// The link to the same page in the other language.
pub(super) fn language(html: &mut Html, here: Here<'_>) {
    let (other, href) = (here.other().tag(), here.link_in(here.page, here.other()));
    html.words(
        "a",
        &[("class", "language"), ("href", &href), ("lang", other), ("hreflang", other)],
        messages(here.lang).other_language,
    );
}

/// The outlines of all signs, which entries refer to.
fn signs(html: &mut Html) {
    let forms = Form::ALL.map(|form| (form.key(), form_sign(form)));
    let statuses = Status::ALL.map(|status| (status.key(), status_sign(status)));
    let nothing = [("class", "signs"), ("width", "0"), ("height", "0"), ("aria-hidden", "true")];
    html.element("svg", &nothing, |html| {
        for (key, path) in forms.into_iter().chain(statuses) {
            html.element("symbol", &[("id", key), ("viewBox", "0 0 12 12")], |html| {
                html.element("path", &[("d", path)], |_| {});
            });
        }
    });
}

/// A sign.
pub(super) fn sign(html: &mut Html, key: &'static str) {
    let target = format!("#{key}");
    html.element("svg", &[("class", "glyph"), ("aria-hidden", "true")], |html| {
        html.element("use", &[("href", &target)], |_| {});
    });
}
