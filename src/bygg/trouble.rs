//! "Fungerar det inte?": an editor pastes what there is, and is told what is wrong.

use leptos::html::H3;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::builder::Builder;
use super::fetch::{Question, inspect};
use super::fields::{Line, Lines};
use super::findings::Findings;
use crate::snippets::pasted::Pasted;
use crate::snippets::policy::Policies;
use crate::snippets::{Address, Finding, Level};

/// How far it is.
#[derive(Clone, PartialEq, Eq)]
enum Progress {
    Idle,
    Busy,
    Done(Vec<Finding>),
}

/// What was pasted.
#[derive(Clone, Copy)]
struct Evidence {
    page: RwSignal<String>,
    html: RwSignal<String>,
    policy: RwSignal<String>,
}

#[component]
pub(super) fn Trouble(builder: Builder) -> impl IntoView {
    let [page, html, policy] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let evidence = Evidence { page, html, policy };
    let progress = RwSignal::new(Progress::Idle);
    let heading = NodeRef::<H3>::new();
    let examine = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if progress.get_untracked() == Progress::Busy {
            return;
        }
        progress.set(Progress::Busy);
        builder.say("Undersöker …");
        spawn_local(async move {
            let found = evidence.examine(builder).await;
            builder.say(&summary(&found));
            progress.set(Progress::Done(found));
            // Once it is drawn.
            request_animation_frame(move || {
                if let Some(heading) = heading.get_untracked() {
                    let _ = heading.focus();
                }
            });
        });
    };
    let is_busy = move || (progress.get() == Progress::Busy).then_some("true");
    let shown = move || match progress.get() {
        Progress::Done(found) => Some(view! {
            <h3 node_ref=heading tabindex="-1">{summary(&found)}</h3>
            <Findings builder found />
        }),
        Progress::Idle | Progress::Busy => None,
    };
    view! {
        <section class="trouble" aria-labelledby="fungerar">
            <h2 id="fungerar">"3. Fungerar det inte?"</h2>
            <p class="lead">
                "Klistra in det du har. Byggaren letar efter felet och säger vad du kan göra och vad it-avdelningen behöver \
                 göra. Byggaren frågar bara de servrar som koden nämner. Annars skickas inget."
            </p>
            <form on:submit=examine>
                <Line
                    id="sida" label="Sidans adress" value=page set=move |text| page.set(text)
                    help="Adressen till sidan där du klistrade in koden. Kan lämnas tom."
                />
                <div class="columns">
                    <Lines
                        id="html" label="Sidans HTML-kod" value=html
                        help="Öppna sidan som besökare, tryck Ctrl + U, markera allt och kopiera hit."
                    />
                    <Lines
                        id="csp" label="Content-Security-Policy" value=policy
                        help="Fråga it-avdelningen, eller: tryck F12, välj Nätverk, ladda om, klicka på sidan överst och \
                              kopiera svarshuvudena hit. Kan lämnas tom."
                    />
                </div>
                <button type="submit" class="primary" aria-disabled=is_busy>
                    {move || if is_busy().is_some() { "Undersöker …" } else { "Undersök" }}
                </button>
            </form>
            <div class="result">{shown}</div>
        </section>
    }
}

impl Evidence {
    async fn examine(self, builder: Builder) -> Vec<Finding> {
        let (html, policy) = (self.html.get_untracked(), self.policy.get_untracked());
        let page = Address::parse(&self.page.get_untracked());
        let wishes = builder.wishes.get_untracked();
        let Some(folder) = untrack(|| builder.folder()) else { return Vec::new() };
        let mut policies = Policies::read(&policy);
        let mut findings = Vec::new();
        let (mut part, mut catalogues) =
            (builder.way.get_untracked().part(), wishes.catalogues.clone());
        let (mut from, mut has_nonce) = (folder.clone(), false);
        if !html.trim().is_empty() {
            let pasted = Pasted::read(&html, page.clone());
            findings.extend(pasted.check(&wishes, &folder));
            pasted.add_policies(&mut policies);
            if let Some(found) = pasted.part() {
                (part, catalogues) = (found, pasted.catalogues());
                from = pasted.folder().unwrap_or(from);
                has_nonce = pasted.has_nonce();
            }
        }
        let origin = page.as_ref().map(|page| &page.origin);
        findings.extend(policies.check(part, origin, &from, &catalogues, has_nonce));
        let is_elsewhere = origin.is_none_or(|origin| origin != from.origin());
        let question = Question { part, folder: from, catalogues, is_elsewhere };
        findings.extend(inspect(question).await);
        findings.sort_by_key(|finding| finding.level);
        findings
    }
}

/// How much was found, in a sentence.
fn summary(found: &[Finding]) -> String {
    let count = |level| found.iter().filter(|finding| finding.level == level).count();
    match (count(Level::Fault), count(Level::Doubt)) {
        (0, 0) => "Inga fel hittades.".to_owned(),
        (0, 1) => "Inga fel, en sak att se över.".to_owned(),
        (0, doubts) => format!("Inga fel, {doubts} saker att se över."),
        (1, _) => "Ett fel hittades.".to_owned(),
        (faults, _) => format!("{faults} fel hittades."),
    }
}
