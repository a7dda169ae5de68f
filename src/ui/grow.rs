//! Lists that show their beginning, and more on demand.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::focus::focus_later;
use super::model::Model;

/// How many are shown at first, and how many more each time.
const STEP: usize = 50;

/// How much of a list is shown.
#[derive(Clone, Copy)]
pub(super) struct Growing {
    most: RwSignal<usize>,
    all: Memo<usize>,
}

impl Growing {
    /// Of a list with so many items.
    pub(super) fn new(all: impl Fn() -> usize + Send + Sync + 'static) -> Self {
        Self { most: RwSignal::new(STEP), all: Memo::new(move |_| all()) }
    }

    /// How many items are shown at most; follows it inside of reactive closures.
    pub(super) fn shown(self) -> usize {
        self.most.get()
    }
}

/// The button that shows more of the list before it, and leads on to the first of them.
#[component]
pub(super) fn More(growing: Growing) -> impl IntoView {
    let model = Model::here();
    let Growing { most, all } = growing;
    let grow = move |event: MouseEvent| {
        let next = most.get_untracked() + 1;
        most.update(|most| *most += STEP);
        let button = event.current_target().and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(list) = button.and_then(|button| button.parent_element()) {
            focus_later(list, vec![format!("li:nth-child({next}) a, tr:nth-child({next}) a")]);
        }
    };
    move || {
        (all.get() > most.get()).then(|| {
            view! {
                <button type="button" class="more" on:click=grow>
                    {move || (model.words().show_more)(most.get(), all.get())}
                </button>
            }
        })
    }
}
