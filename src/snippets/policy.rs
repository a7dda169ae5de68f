//! Content Security Policies: what one allows, what it lacks, and how it should read.
//!
//! As browsers read them (CSP Level 3): a header can hold several policies, which must all allow a thing; of a directive
//! that is written twice the first counts; one that is missing falls back to others.

use super::address::{Address, Folder, Origin, default_port};
use super::finding::{Finding, Who};
use super::need::{Directive, Need, Part, Source};

/// A policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// Names in lower case, with their values, in their order.
    directives: Vec<(String, Vec<String>)>,
    /// Whether browsers only report what breaks it.
    is_report: bool,
}

/// All policies of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policies(Vec<Policy>);

const HEADER: &str = "content-security-policy";

impl Policies {
    /// Reads what an editor has pasted: a policy, a header with its name, or all headers of an answer, in which no
    /// line may be one of a policy.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let headers: Vec<(bool, &str)> = text.lines().filter_map(header).collect();
        let looks_like_headers = text.lines().any(is_other_header);
        let found = match headers.as_slice() {
            [] if looks_like_headers => Vec::new(),
            // A policy alone, which an editor may have broken into lines.
            [] => split(&text.replace(['\n', '\r'], " "), false),
            headers => headers.iter().flat_map(|(report, value)| split(value, *report)).collect(),
        };
        Self(found)
    }

    /// Adds what a page says in a `meta` element.
    pub fn add_meta(&mut self, content: &str) {
        self.0.extend(split(content, false));
    }

    /// Whether there is none that browsers enforce.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.0.iter().any(|policy| !policy.is_report)
    }

    /// Whether scripts of a page at an origin may fetch from an address.
    #[must_use]
    pub fn let_fetch(&self, address: &Address, page: &Origin) -> bool {
        let need = Need::fetch(address.clone());
        let mut enforced = self.0.iter().filter(|policy| !policy.is_report);
        enforced.all(|policy| policy.allows(&need, Some(page)))
    }

    /// What is wrong with them for a part of the catalogue, on a page at an origin that may be unknown, with a script
    /// that has a nonce or none; a single good word where nothing is.
    #[must_use]
    pub fn check(
        &self,
        part: Part,
        page: Option<&Origin>,
        folder: &Folder,
        catalogues: &[Address],
        has_nonce: bool,
    ) -> Vec<Finding> {
        let needs = part.needs(folder, catalogues);
        let enforced: Vec<&Policy> = self.0.iter().filter(|policy| !policy.is_report).collect();
        let checked = enforced.iter().flat_map(|policy| {
            let untrusted = policy.trusts_by_nonce(part, has_nonce);
            policy.check(&needs, page, part).into_iter().chain(untrusted)
        });
        let mut findings: Vec<Finding> = checked.collect();
        if enforced.is_empty() {
            findings.extend(self.0.first().map(|_| {
                Finding::sound(
                    "Webbplatsens CSP bara rapporterar (Report-Only). Den stoppar ingenting.",
                )
            }));
        } else if findings.is_empty() {
            findings.push(Finding::sound("Webbplatsens CSP tillåter allt som behövs."));
        }
        findings
    }
}

/// The value of a line that is a header with a policy, and whether it only reports.
fn header(line: &str) -> Option<(bool, &str)> {
    let line = line.trim_start();
    let name = line.get(..HEADER.len()).filter(|name| name.eq_ignore_ascii_case(HEADER))?;
    let rest = line.get(name.len()..)?;
    let report = "-report-only";
    let is_report = rest.get(..report.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(report));
    let rest = if is_report { rest.get(report.len()..)? } else { rest };
    Some((is_report, rest.trim_start().strip_prefix(':')?))
}

/// Whether a line is the first of an answer, or a header such as `content-type: text/html`.
fn is_other_header(line: &str) -> bool {
    let name = line.split_once(": ").map(|(name, _)| name.trim());
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    line.starts_with("HTTP/") || name.is_some_and(is_name)
}

/// The policies of one header, which commas part.
fn split(text: &str, is_report: bool) -> Vec<Policy> {
    let policies = text.split(',').map(|text| Policy { is_report, ..Policy::read(text) });
    policies.filter(|policy| !policy.directives.is_empty()).collect()
}

impl Policy {
    fn read(text: &str) -> Self {
        let mut directives: Vec<(String, Vec<String>)> = Vec::new();
        for directive in text.split(';') {
            let mut words = directive.split_ascii_whitespace().map(str::to_owned);
            let Some(name) = words.next().map(|name| name.to_ascii_lowercase()) else { continue };
            if !directives.iter().any(|(known, _)| *known == name) {
                directives.push((name, words.collect()));
            }
        }
        Self { directives, is_report: false }
    }

    /// The values of a directive.
    fn values(&self, name: &str) -> Option<&[String]> {
        self.directives.iter().find(|(known, _)| known == name).map(|(_, values)| values.as_slice())
    }

    /// The directive that decides, the first of these that is there.
    fn decides(&self, names: &[&'static str]) -> Option<(&'static str, &[String])> {
        names.iter().find_map(|name| Some((*name, self.values(name)?)))
    }

    fn check(&self, needs: &[Need], page: Option<&Origin>, part: Part) -> Vec<Finding> {
        let missing: Vec<&Need> = needs.iter().filter(|need| !self.allows(need, page)).collect();
        let mended = self.with(&missing).to_string();
        let mut findings: Vec<Finding> = missing.into_iter().map(|need| self.lacks(need)).collect();
        if let Some(first) = findings.first_mut() {
            first.remedy.push_str(" Så här ska hela policyn se ut, med allt som saknas:");
            first.copy = Some(mended);
        }
        findings.extend(self.is_sandbox());
        findings.extend(self.wants_trusted_types(part));
        findings
    }

    /// Whether a need is met.
    fn allows(&self, need: &Need, page: Option<&Origin>) -> bool {
        let Some((_, values)) = self.decides(need.names()) else { return true };
        let has = |wanted: &str| values.iter().any(|value| value.eq_ignore_ascii_case(wanted));
        match &need.source {
            Source::Wasm => has("'wasm-unsafe-eval'") || has("'unsafe-eval'"),
            Source::Data => has("data:"),
            // Then places do not count, and what a script with a nonce imports is trusted.
            Source::File(_) if need.directive == Directive::Script && is_strict(values) => true,
            Source::File(address) => values.iter().any(|value| matches(value, address, page)),
        }
    }

    fn lacks(&self, need: &Need) -> Finding {
        let (own, name) = (need.directive.name(), self.deciding(need).unwrap_or_default());
        let said = format!("CSP saknar {need} i {name}. Det behövs för {}.", need.why);
        let remedy = if is_fallback(name) {
            format!("Gör ett eget {own} av det som står i {name}, och lägg till {need} där.")
        } else {
            format!("Lägg till {need} i {name}.")
        };
        let make = if need.is_optional { Finding::doubt } else { Finding::fault };
        make(Who::Department, said, remedy)
    }

    /// The name of the directive that decides about a need.
    fn deciding(&self, need: &Need) -> Option<&'static str> {
        self.decides(need.names()).map(|(name, _)| name)
    }

    /// The same policy with what it lacks.
    fn with(&self, missing: &[&Need]) -> Self {
        let mut policy = self.clone();
        for need in missing {
            let Some((name, values)) = policy.decides(need.names()) else { continue };
            let value = need.to_string();
            let mut values: Vec<String> = values
                .iter()
                .filter(|value| !value.eq_ignore_ascii_case("'none'"))
                .cloned()
                .collect();
            if !values.contains(&value) {
                values.push(value);
            }
            let name = if is_fallback(name) { need.directive.name() } else { name };
            match policy.directives.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) => *known = values,
                None => policy.directives.push((name.to_owned(), values)),
            }
        }
        policy
    }

    /// With `'strict-dynamic'`, only a script that carries the page's nonce starts.
    fn trusts_by_nonce(&self, part: Part, has_nonce: bool) -> Option<Finding> {
        let (name, values) = self.decides(Directive::Script.for_files())?;
        let is_trusted = has_nonce && values.iter().any(|value| is_nonce(value));
        (part != Part::Frame && is_strict(values) && !is_trusted).then(|| {
            Finding::fault(
                Who::Department,
                format!("CSP har 'strict-dynamic' i {name}. Då räknas inga adresser, bara skript med sidans engångskod (nonce)."),
                "Låt publiceringsverktyget sätta sidans nonce på skriptet, eller använd ramen utan skript.",
            )
        })
    }

    fn is_sandbox(&self) -> Option<Finding> {
        let values = self.values("sandbox")?;
        let allows = values.iter().any(|value| value.eq_ignore_ascii_case("allow-scripts"));
        (!allows).then(|| {
            Finding::fault(
                Who::Department,
                "CSP har sandbox utan allow-scripts. Då körs inga skript på sidan.",
                "Lägg till allow-scripts i sandbox, eller ta bort sandbox.",
            )
        })
    }

    fn wants_trusted_types(&self, part: Part) -> Option<Finding> {
        let values = self.values("require-trusted-types-for")?;
        let wants = values.iter().any(|value| value.eq_ignore_ascii_case("'script'"));
        (wants && part == Part::Element).then(|| {
            Finding::fault(
                Who::Editor,
                "CSP kräver Trusted Types. Då startar inte katalogen: bara länken visas.",
                "Använd ramen i stället.",
            )
        })
    }
}

/// As a header has it.
impl std::fmt::Display for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (position, (name, values)) in self.directives.iter().enumerate() {
            let parting = if position == 0 { "" } else { "; " };
            write!(f, "{parting}{name}")?;
            values.iter().try_for_each(|value| write!(f, " {value}"))?;
        }
        Ok(())
    }
}

/// Whether a directive stands in for others that are not there.
fn is_fallback(name: &str) -> bool {
    matches!(name, "default-src" | "child-src")
}

fn is_strict(values: &[String]) -> bool {
    values.iter().any(|value| value.eq_ignore_ascii_case("'strict-dynamic'"))
}

fn is_nonce(value: &str) -> bool {
    value.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("'nonce-"))
}

/// Whether a source of a policy holds an address.
fn matches(source: &str, address: &Address, page: Option<&Origin>) -> bool {
    let source = source.to_ascii_lowercase();
    let origin = &address.origin;
    if source == "*" {
        return true; // http and https; there is no other address here
    }
    if source == "'self'" {
        return page.is_some_and(|page| {
            page == origin || (page.host == origin.host && is_upgrade(&page.scheme, &origin.scheme))
        });
    }
    if let Some(scheme) = source.strip_suffix(':') {
        return is_upgrade(scheme, &origin.scheme);
    }
    if source.starts_with('\'') {
        return false; // a keyword, a nonce, a hash
    }
    let (scheme, rest) = match source.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, source.as_str()),
    };
    // A page that is fetched by https loads by https.
    let scheme = scheme.unwrap_or_else(|| page.map_or("https", |page| page.scheme.as_str()));
    let (place, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (place, None),
    };
    let has_port = match port {
        Some("*") => true,
        Some(port) => port.parse() == Ok(origin.used_port()),
        None => origin.used_port() == default_port(&origin.scheme),
    };
    is_upgrade(scheme, &origin.scheme)
        && has_port
        && is_host(host, &origin.host)
        && is_path(path, &address.path.to_ascii_lowercase())
}

/// Whether a source of one scheme holds addresses of another: the same, or the safer one.
fn is_upgrade(from: &str, to: &str) -> bool {
    from == to || (from == "http" && to == "https")
}

fn is_host(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix('*') {
        Some("") => true,
        Some(ending) => host.ends_with(ending) && host.len() > ending.len(),
        None => pattern == host,
    }
}

/// A path that ends in a slash is a folder.
fn is_path(pattern: &str, path: &str) -> bool {
    match pattern {
        "" | "/" => true,
        folder if folder.ends_with('/') => path.starts_with(folder),
        file => path == file,
    }
}
