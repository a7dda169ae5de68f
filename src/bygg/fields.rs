//! The controls of the forms: native ones with a label.

use leptos::prelude::*;

/// A box to tick.
#[component]
pub(super) fn Tick(
    #[prop(into)] label: String,
    #[prop(into, optional)] count: String,
    #[prop(into)] on: Signal<bool>,
    set: impl Fn(bool) + 'static,
) -> impl IntoView {
    let count = (!count.is_empty()).then(|| view! { <span class="count">{count}</span> });
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=on on:change=move |event| set(event_target_checked(&event)) />
            <span>{label}</span>
            {count}
        </label>
    }
}

/// One of several.
#[component]
pub(super) fn Pick(
    name: &'static str,
    value: &'static str,
    label: &'static str,
    #[prop(into)] on: Signal<bool>,
    set: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="radio" name=name value=value prop:checked=on on:change=move |_| set() />
            <span>{label}</span>
        </label>
    }
}

/// A line of text, with a sentence of help, and one about what is wrong with it.
#[component]
pub(super) fn Line(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    #[prop(into)] value: Signal<String>,
    set: impl Fn(String) + 'static,
    #[prop(into, optional)] fault: Signal<Option<String>>,
) -> impl IntoView {
    let (help_id, fault_id) = (format!("{id}-hjalp"), format!("{id}-fel"));
    let described = format!("{help_id} {fault_id}");
    view! {
        <div class="line">
            <label for=id>{label}</label>
            <p class="help" id=help_id>{help}</p>
            <input
                type="text" id=id autocomplete="off" spellcheck="false" aria-describedby=described
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                prop:value=value on:input=move |event| set(event_target_value(&event))
            />
            <p class="fault" id=fault_id>{fault}</p>
        </div>
    }
}

/// Several lines of text.
#[component]
pub(super) fn Lines(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    value: RwSignal<String>,
) -> impl IntoView {
    let help_id = format!("{id}-hjalp");
    view! {
        <div class="line">
            <label for=id>{label}</label>
            <p class="help" id=help_id.clone()>{help}</p>
            <textarea
                id=id rows="6" autocomplete="off" spellcheck="false" aria-describedby=help_id
                prop:value=value on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        </div>
    }
}
