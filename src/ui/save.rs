//! What is shown as a file: the buttons, and the words that every such picture has.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::chips::selection_text;
use super::model::{Model, Saved};
use crate::i18n::messages;
use crate::svg::{Picture, document};

/// Buttons that give the visitor a picture as a file.
#[component]
pub(super) fn SaveButtons(
    /// The names of the files: as SVG and as PNG.
    files: [&'static str; 2],
    /// The picture as it is now.
    #[prop(into)]
    picture: Callback<(), Option<Picture>>,
) -> impl IntoView {
    let model = Model::here();
    let [svg, png] = files;
    let save = move |as_pixels: bool| {
        let Some(picture) = picture.run(()) else { return };
        let document = document(&picture);
        if as_pixels {
            (model.platform.save)(png, Saved::Png(document, picture.width, picture.height));
        } else {
            (model.platform.save)(svg, Saved::Svg(document));
        }
    };
    view! {
        <div class="saves">
            <button type="button" on:click=move |_| save(false)>{model.said(|words| words.save_svg)}</button>
            <button type="button" on:click=move |_| save(true)>{model.said(|words| words.save_png)}</button>
        </div>
    }
}

/// What paper needs beside what the screen shows, in lines: what was asked, the source with its day, and the
/// address of all this, as a node that is drawn knows it.
pub(super) fn paper(model: Model, selection: &str, node: Option<&HtmlElement>) -> AnyView {
    let address = node.and_then(|node| node.owner_document()?.url().ok()).unwrap_or_default();
    let text = [selection, "\n", &source_sentence(model), "\n", &address].concat();
    view! { <p class="paper">{text.trim_start().to_owned()}</p> }.into_any()
}

/// What was asked, in a sentence.
pub(super) fn selection_sentence(model: Model) -> String {
    let words = messages(model.lang.get_untracked());
    match untrack(|| selection_text(model)) {
        Some(selection) => (words.saved_selection)(&selection),
        None => words.saved_all.to_owned(),
    }
}

/// Where the facts come from, and the day, in a sentence.
pub(super) fn source_sentence(model: Model) -> String {
    let words = messages(model.lang.get_untracked());
    (words.saved_source)(&untrack(|| model.day_text()))
}
