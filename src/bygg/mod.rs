//! The builder of snippets, the page `bygg/`: an editor chooses, sees the result, copies code, and finds out
//! why it does not work. What is chosen and what it means is [`crate::snippets`]; this draws, copies and fetches.
//!
//! It is a program of its own, in Swedish only; nobody who reads the catalogue downloads it.

#![expect(unreachable_pub, reason = "the component macro makes its functions `pub`")]

mod appearance;
mod builder;
mod code;
mod copy;
mod fetch;
mod fields;
mod findings;
mod options;
mod preview;
mod selection;
mod trouble;
mod visitors;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use builder::Builder;

/// Takes the place of what the page says without the program.
pub fn start() {
    let document = document();
    let Some(main) = document.get_element_by_id("bygg").and_then(|main| main.dyn_into().ok())
    else {
        return;
    };
    let main: web_sys::HtmlElement = main;
    main.replace_children_with_node_0();
    let handle = mount_to(main, || view! { <Page builder=Builder::new() /> });
    handle.forget(); // as long as the page
}

#[component]
fn Page(builder: Builder) -> impl IntoView {
    view! {
        <div class="build">
            <section class="choices" aria-labelledby="val">
                <h2 id="val">"1. Välj"</h2>
                <selection::Selection builder />
                <visitors::Visitors builder />
                <appearance::Appearance builder />
            </section>
            <preview::Preview builder />
        </div>
        <code::Code builder />
        <trouble::Trouble builder />
        <p class="unseen" role="status">{move || builder.said.get()}</p>
    }
}
