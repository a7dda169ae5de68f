//! Asking servers, as a page elsewhere would.

use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::prelude::*;
use web_sys::{
    AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode, ResponseType,
};

use crate::catalogue::Day;
use crate::snippets::answer::{Answer, File, Outcome, Reply, age, assets, compare};
use crate::snippets::policy::Policies;
use crate::snippets::{Address, Finding, Folder, Origin, Part};

/// Milliseconds after which a server counts as silent.
const PATIENCE: u32 = 8_000;

/// How much of a file tells what it is.
const START: usize = 200;

/// What the builder's own policy lets it ask: refused by a browser, a request looks like a silent server, and the console
/// complains.
#[derive(Clone, Default)]
struct Permission {
    page: Option<Origin>,
    policies: Policies,
}

impl Permission {
    /// Asks the server of this page.
    async fn read() -> Self {
        let Ok(here) = window().location().href() else { return Self::default() };
        let page = Address::parse(&here).map(|here| here.origin);
        let own = request(&here, Method::HEAD, RequestMode::SameOrigin, RequestCache::Default);
        let Ok(response) = own.send().await else { return Self { page, ..Self::default() } };
        let policy = response.headers().get("content-security-policy").unwrap_or_default();
        Self { page, policies: Policies::read(&policy) }
    }

    fn has(&self, address: &str) -> bool {
        let (Some(address), Some(page)) = (Address::parse(address), &self.page) else {
            return true;
        };
        self.policies.let_fetch(&address, page)
    }
}

fn request(
    address: &str,
    method: Method,
    mode: RequestMode,
    cache: RequestCache,
) -> RequestBuilder {
    RequestBuilder::new(address)
        .method(method)
        .mode(mode)
        .cache(cache)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)))
}

/// What one file's server answers, and the text of it.
async fn ask(file: File, address: &str, permission: &Permission) -> (Answer, String) {
    let answer = |outcome| Answer { file, address: address.to_owned(), outcome };
    if !permission.has(address) {
        return (answer(Outcome::Refused), String::new());
    }
    // Of the program only the head matters.
    let method = if file == File::Wasm { Method::HEAD } else { Method::GET };
    let asked = request(address, method, RequestMode::Cors, RequestCache::NoStore).send().await;
    if let Ok(response) = asked {
        let (outcome, text) = came(response).await;
        return (answer(outcome), text);
    }
    let unread = request(address, Method::GET, RequestMode::NoCors, RequestCache::NoStore);
    let is_there = unread.send().await.is_ok();
    (answer(if is_there { Outcome::Unreadable } else { Outcome::Silent }), String::new())
}

async fn came(response: Response) -> (Outcome, String) {
    let headers =
        response.headers().entries().map(|(name, value)| (name.to_lowercase(), value)).collect();
    let status = response.status();
    // An answer by CORS says so; one of the same site is "basic".
    let is_own = matches!(response.type_(), ResponseType::Basic);
    let text = response.text().await.unwrap_or_default();
    let start = text.chars().take(START).collect();
    (Outcome::Came(Reply { status, headers, is_own, start }), text)
}

/// What is to be asked.
pub(super) struct Question {
    pub(super) part: Part,
    pub(super) folder: Folder,
    pub(super) catalogues: Vec<Address>,
    /// Whether the page is on another site than the catalogue, as far as is known.
    pub(super) is_elsewhere: bool,
}

/// Asks for everything that a page with the catalogue will ask for.
pub(super) async fn inspect(question: Question) -> Vec<Finding> {
    let permission = &Permission::read().await;
    let Question { part, folder, catalogues, is_elsewhere } = question;
    let mut waiting: Vec<(File, String)> = match part {
        Part::Element => vec![(File::Script, "embed.js".to_owned())],
        Part::Frame => vec![(File::Frame, "iframe.html".to_owned())],
        Part::GrowingFrame => {
            vec![(File::Frame, "iframe.html".to_owned()), (File::Script, "frame.js".to_owned())]
        }
    };
    let mut findings = Vec::new();
    let mut asked: Vec<String> = Vec::new();
    while let Some((file, path)) = waiting.pop() {
        let (answer, text) = ask(file, &folder.of(&path), permission).await;
        findings.extend(answer.check(is_elsewhere));
        asked.push(path);
        if file == File::Script {
            waiting.extend(assets(&text).into_iter().filter(|(_, path)| !asked.contains(path)));
        }
        waiting.dedup();
    }
    let own = [Address::parse(&folder.of("catalogue.json"))];
    let which =
        if catalogues.is_empty() { own.into_iter().flatten().collect() } else { catalogues };
    for catalogue in which {
        findings.extend(inspect_catalogue(&catalogue.to_string(), is_elsewhere, permission).await);
    }
    findings
}

/// Asks for a catalogue: from what the browser has kept, then from the server.
async fn inspect_catalogue(
    address: &str,
    is_elsewhere: bool,
    permission: &Permission,
) -> Vec<Finding> {
    let kept = if permission.has(address) { kept(address).await } else { None };
    let (answer, fresh) = ask(File::Catalogue, address, permission).await;
    let mut findings = answer.check(is_elsewhere);
    let is_there = matches!(&answer.outcome, Outcome::Came(reply) if reply.status == 200);
    if is_there {
        findings.extend(kept.and_then(|kept| compare(address, &kept, &fresh)));
        findings.push(age(address, &fresh, today()));
    }
    findings
}

/// What the browser, or something on the way, has of a file.
async fn kept(address: &str) -> Option<String> {
    let asked =
        request(address, Method::GET, RequestMode::Cors, RequestCache::Default).send().await;
    let response = asked.ok().filter(Response::ok)?;
    response.text().await.ok()
}

/// The editor's day.
fn today() -> Day {
    let now = js_sys::Date::new_0();
    let part = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(i16::MAX);
    Day::new(year, part(now.get_month() + 1), part(now.get_date()))
}
