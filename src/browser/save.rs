//! Pictures as files for the visitor.
//!
//! A browser, or a host page in whose frame this one stands, may refuse any step. Then nothing is saved,
//! and nothing else changes: there is nothing that the visitor could do about it.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlImageElement, Url};

use super::canvas::canvas;
use crate::ui::Saved;

/// How long the browser gets to fetch a file that it was given; Safari asks first.
const GRACE: Duration = Duration::from_secs(60);

/// Pixels of a file of pixels for each of the picture.
const SCALE: f64 = 2.0;

/// The largest canvas that is tried: the longest side, and the area. Browsers differ in theirs.
const LONGEST: f64 = 16_000.0;
const LARGEST: f64 = 100e6;

/// Hands a picture to the visitor as a file of that name.
pub(super) fn save(name: &str, picture: Saved) {
    match picture {
        Saved::Svg(document) => save_svg(name, document),
        Saved::Png(document, width, height) => save_png(name, &document, width, height),
    }
}

/// Hands an SVG document to the visitor as a file of that name.
fn save_svg(name: &str, svg: String) {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml;charset=utf-8");
    let parts = Array::of1(&svg.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        download(name, &blob);
    }
}

/// Hands an SVG document of that size in CSS pixels to the visitor as a PNG file of that name.
fn save_png(name: &str, svg: &str, width: f64, height: f64) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let most = (LONGEST / width.max(height)).min((LARGEST / (width * height)).sqrt());
    let (name, drawn) = (name.to_owned(), image.clone());
    let draw = Closure::once_into_js(move || {
        draw(drawn, name, [width, height], SCALE.min(most));
    });
    image.set_onload(Some(draw.unchecked_ref()));
    // Content Security Policies allow `data:` for pictures more often than `blob:`.
    let text = js_sys::encode_uri_component(svg);
    let source = js_sys::JsString::from("data:image/svg+xml;charset=utf-8,").concat(&text);
    image.set_src(&String::from(source));
}

/// Draws a picture so many times as large, and hands it on; smaller if that is too large for the browser.
fn draw(image: HtmlImageElement, name: String, size: [f64; 2], scale: f64) {
    let Some((canvas, context)) = canvas() else { return };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "lengths of a picture, limited above"
    )]
    let [width, height] = size.map(|length| (length * scale).ceil() as u32);
    canvas.set_width(width);
    canvas.set_height(height);
    let [width, height] = [width, height].map(f64::from);
    let drawn =
        context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height);
    let hand_on = Closure::once_into_js(move |blob: Option<Blob>| match blob {
        Some(blob) => download(&name, &blob),
        None if scale > 0.5 => draw(image, name, size, scale / 2.0),
        None => {}
    });
    if drawn.is_ok() {
        let _ = canvas.to_blob(hand_on.unchecked_ref());
    }
}

fn download(name: &str, blob: &Blob) {
    let link = document().create_element("a").ok();
    let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Ok(url)) = (link, Url::create_object_url_with_blob(blob)) else { return };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    set_timeout(move || drop(Url::revoke_object_url(&url)), GRACE);
}
