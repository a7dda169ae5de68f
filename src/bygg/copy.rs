//! Code with a button that copies it.

use leptos::html::Code as CodeElement;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::builder::Builder;

/// A text to copy. `name` is what is copied, after "Kopiera".
#[component]
pub(super) fn Copyable(
    builder: Builder,
    #[prop(into)] name: String,
    #[prop(into)] text: Signal<String>,
) -> impl IntoView {
    let code = NodeRef::<CodeElement>::new();
    let label = format!("Kopiera {name}");
    let group = format!("Kod: {name}");
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = write(&text.get_untracked()).await;
            if !is_copied {
                select(code);
            }
            builder.say(if is_copied {
                "Kopierat."
            } else {
                "Texten är markerad. Kopiera den med Ctrl + C."
            });
        });
    };
    view! {
        <div class="copyable">
            <pre tabindex="0" role="group" aria-label=group><code node_ref=code>{text}</code></pre>
            <button type="button" class="copy" on:click=copy>{label}</button>
        </div>
    }
}

/// Hands a text to the clipboard; false where the browser has none for this page.
async fn write(text: &str) -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false; // by http there is none
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}

/// Marks the text, so that a key copies it.
fn select(code: NodeRef<CodeElement>) {
    let Some(code) = code.get_untracked() else { return };
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.select_all_children(&code);
    }
}
