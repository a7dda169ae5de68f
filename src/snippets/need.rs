//! What a page's policy must allow, for which part of the catalogue.

use std::fmt;

use super::address::{Address, Folder, Origin};

/// A directive of a Content Security Policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Directive {
    /// Scripts, and WebAssembly.
    Script,
    /// What scripts fetch.
    Connect,
    /// Frames.
    Frame,
    /// Pictures.
    Image,
}

impl Directive {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Script => "script-src",
            Self::Connect => "connect-src",
            Self::Frame => "frame-src",
            Self::Image => "img-src",
        }
    }

    /// The directives that are asked for a file, best first: one that is there decides.
    pub(super) fn for_files(self) -> &'static [&'static str] {
        match self {
            Self::Script => &["script-src-elem", "script-src", "default-src"],
            Self::Connect => &["connect-src", "default-src"],
            Self::Frame => &["frame-src", "child-src", "default-src"],
            Self::Image => &["img-src", "default-src"],
        }
    }
}

/// What a directive must have in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Source {
    /// The place of a file.
    File(Address),
    /// That a WebAssembly module may be compiled.
    Wasm,
    /// Pictures that are written into the page.
    Data,
}

/// One thing that a policy must allow.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Need {
    /// In which directive.
    pub directive: Directive,
    pub(super) source: Source,
    /// What for, after "för".
    pub why: &'static str,
    /// Whether the rest works without.
    pub is_optional: bool,
}

/// What is written into a policy.
impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Source::File(address) => address.origin.fmt(f),
            Source::Wasm => f.write_str("'wasm-unsafe-eval'"),
            Source::Data => f.write_str("data:"),
        }
    }
}

/// How the catalogue is on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// As an element, by a script.
    Element,
    /// In a frame.
    Frame,
    /// In a frame that grows, by a small script.
    GrowingFrame,
}

impl Part {
    /// What a page's policy must allow.
    #[must_use]
    pub fn needs(self, folder: &Folder, catalogues: &[Address]) -> Vec<Need> {
        let need = |directive, source, why| Need { directive, source, why, is_optional: false };
        let file = |path| Source::File(folder.address_of(path));
        let frame = need(Directive::Frame, file("iframe.html"), "att ramen ska få visas");
        match self {
            Self::Element => {
                let mut needs = vec![
                    need(Directive::Script, file("embed.js"), "att skriptet ska få hämtas"),
                    need(
                        Directive::Script,
                        Source::Wasm,
                        "att programmet, som är WebAssembly, ska få starta",
                    ),
                    need(
                        Directive::Connect,
                        file("assets/"),
                        "att programmet och kartan ska få hämtas",
                    ),
                ];
                for catalogue in catalogues {
                    if !needs.iter().any(|known| known.is_fetch(&catalogue.origin)) {
                        needs.push(Need::fetch(catalogue.clone()));
                    }
                }
                let picture = need(
                    Directive::Image,
                    Source::Data,
                    "att besökare ska kunna spara karta och tidslinje som PNG-bild",
                );
                needs.push(Need { is_optional: true, ..picture });
                needs
            }
            Self::Frame => vec![frame],
            Self::GrowingFrame => {
                let script = need(
                    Directive::Script,
                    file("frame.js"),
                    "att ramen ska kunna växa med innehållet",
                );
                vec![frame, Need { is_optional: true, ..script }]
            }
        }
    }
}

impl Need {
    /// That a catalogue may be fetched.
    pub(super) fn fetch(address: Address) -> Self {
        Self {
            directive: Directive::Connect,
            source: Source::File(address),
            why: "att er katalog ska få hämtas",
            is_optional: false,
        }
    }

    /// The directives that decide about it, best first.
    pub(super) fn names(&self) -> &'static [&'static str] {
        match self.source {
            // Compiling is no fetching: the directive for elements has no say in it.
            Source::Wasm => &["script-src", "default-src"],
            Source::File(_) | Source::Data => self.directive.for_files(),
        }
    }

    /// Whether it is that something may be fetched from there.
    fn is_fetch(&self, origin: &Origin) -> bool {
        self.directive == Directive::Connect
            && matches!(&self.source, Source::File(address) if address.origin == *origin)
    }
}

/// What to add to a policy, a line for each directive: `script-src https://example.se 'wasm-unsafe-eval'`. What is
/// optional is not in it.
#[must_use]
pub fn lines(needs: &[Need]) -> String {
    let mut lines: Vec<(Directive, String)> = Vec::new();
    for need in needs.iter().filter(|need| !need.is_optional) {
        match lines.iter_mut().find(|(directive, _)| *directive == need.directive) {
            Some((_, line)) => line.push_str(&format!(" {need}")),
            None => lines.push((need.directive, format!("{} {need}", need.directive.name()))),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}
