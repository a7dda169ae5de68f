//! How it will look: the element itself, as wide as on a phone or on a desktop.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ResizeObserver};

use super::builder::Builder;
use crate::decimal;
use crate::snippets::Wishes;

/// A width to look at it in, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Screen {
    Phone,
    Desktop,
}

impl Screen {
    fn width(self) -> f64 {
        match self {
            Self::Phone => 375.0,
            Self::Desktop => 1100.0,
        }
    }
}

/// How high the window onto it is.
const HEIGHT: f64 = 640.0;

#[component]
pub(super) fn Preview(builder: Builder) -> impl IntoView {
    let screen = RwSignal::new(Screen::Phone);
    let room = RwSignal::new(0.0);
    let (frame, stage) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    watch_width(frame, room);
    show(builder, stage);
    // Smaller where there is less room, never larger.
    let scale = move || {
        let room = room.get();
        if room > 0.0 { (room / screen.get().width()).min(1.0) } else { 1.0 }
    };
    let button = move |own: Screen, label| {
        view! {
            <button type="button" aria-pressed=move || (screen.get() == own).to_string() on:click=move |_| screen.set(own)>
                {label}
            </button>
        }
    };
    let theme = move || builder.wishes.read().theme.key();
    let shrunk = move || {
        let percent = percent_of(scale());
        (percent < 100).then(|| format!("Förminskad till {percent} %."))
    };
    view! {
        <section class="preview" aria-labelledby="forhandsvisning">
            <div class="preview-head">
                <h2 id="forhandsvisning">"Så blir det"</h2>
                <div class="switch" role="group" aria-label="Skärm">
                    {button(Screen::Phone, "Telefon, 375 px")}
                    {button(Screen::Desktop, "Dator, 1100 px")}
                </div>
            </div>
            <div class="room" node_ref=frame>
                <div
                    class="screen" data-theme=theme tabindex="0" role="region" aria-label="Förhandsvisning"
                    style:width=move || pixels(screen.get().width())
                    style:height=move || pixels(HEIGHT / scale())
                    style:transform=move || format!("scale({})", decimal::millionths(scale()))
                >
                    <div class="stage" node_ref=stage></div>
                </div>
            </div>
            <p class="help">
                "Typsnittet blir er webbplats eget. " {shrunk}
            </p>
        </section>
    }
}

#[expect(clippy::cast_possible_truncation, reason = "between 0 and 100")]
fn percent_of(share: f64) -> i32 {
    (share * 100.0).round() as i32
}

fn pixels(length: f64) -> String {
    format!("{}px", decimal::tenths(length))
}

/// Keeps the room's width up with the window.
fn watch_width(frame: NodeRef<Div>, room: RwSignal<f64>) {
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        let watched = frame.clone();
        let measure = Closure::<dyn FnMut()>::new(move || {
            room.try_set(f64::from(watched.client_width()));
        });
        if let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) {
            observer.observe(&frame);
        }
        measure.forget(); // as long as the page
    });
}

/// Keeps the element's attributes up with the wishes.
fn show(builder: Builder, stage: NodeRef<Div>) {
    let shown = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |_| {
        let Some(stage) = stage.get() else { return };
        let wishes = builder.wishes.get();
        let known = shown.get_value();
        let Some(element) = known.clone().or_else(make) else { return };
        dress(&element, &wishes);
        if known.is_none() {
            let _ = stage.append_child(&element);
            shown.set_value(Some(element));
        }
    });
}

fn make() -> Option<HtmlElement> {
    document().create_element("partner-atlas").ok()?.dyn_into().ok()
}

fn dress(element: &HtmlElement, wishes: &Wishes) {
    let wanted = wishes.attributes();
    for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if !wanted.iter().any(|(known, _)| *known == name) {
            let _ = element.remove_attribute(&name);
        }
    }
    for (name, value) in wanted {
        if element.get_attribute(name).as_deref() != Some(&value) {
            let _ = element.set_attribute(name, &value);
        }
    }
    let style = element.style();
    let _ = match wishes.accent {
        Some(accent) => style.set_property("--pa-accent", &accent.to_string()),
        None => style.remove_property("--pa-accent").map(drop),
    };
    fallback(element, wishes);
}

/// The link that the snippet holds as well.
fn fallback(element: &HtmlElement, wishes: &Wishes) {
    let link: Option<Element> =
        element.first_element_child().or_else(|| document().create_element("a").ok());
    if let Some(link) = link {
        link.set_text_content(Some(&wishes.name()));
        let _ = link.set_attribute("href", &format!("../{}", wishes.page()));
        let _ = element.append_child(&link);
    }
}
