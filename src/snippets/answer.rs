//! What the answers of servers tell: wrong types, missing permission, files that are gone, old data.

use super::finding::{Finding, Who};
use crate::catalogue::{Day, Edtf, Lang};
use crate::i18n::day_text;

/// A file that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum File {
    /// `embed.js`, or `frame.js`, or a script that one of them names.
    Script,
    /// The program.
    Wasm,
    /// `iframe.html`.
    Frame,
    /// A catalogue.
    Catalogue,
}

/// The types under which browsers, and this program, take each kind of file.
impl File {
    fn types(self) -> &'static [&'static str] {
        match self {
            Self::Script => {
                &["text/javascript", "application/javascript", "application/x-javascript"]
            }
            Self::Wasm => &["application/wasm"],
            Self::Frame => &["text/html"],
            Self::Catalogue => &["application/json", "text/json", "application/ld+json"],
        }
    }

    /// What it is to an editor.
    fn noun(self) -> &'static str {
        match self {
            Self::Script => "Skriptet",
            Self::Wasm => "Programfilen",
            Self::Frame => "Ramens sida",
            Self::Catalogue => "Katalogen",
        }
    }
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// An answer came and could be read.
    Came(Reply),
    /// An answer came, but its server does not let other sites read it.
    Unreadable,
    /// The builder's own policy refused to ask.
    Refused,
    /// No answer came.
    Silent,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Its headers, as far as they could be read, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Whether it came from the builder's own site, where all headers can be read.
    pub is_own: bool,
    /// The first characters of it; empty for what is no text.
    pub start: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }
}

/// A file with what became of asking for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was asked for.
    pub file: File,
    /// Where.
    pub address: String,
    /// What came.
    pub outcome: Outcome,
}

impl Answer {
    /// What is wrong; a good word where nothing is. `is_elsewhere` tells whether the page that will show the catalogue
    /// is on another site than it.
    #[must_use]
    pub fn check(&self, is_elsewhere: bool) -> Vec<Finding> {
        match &self.outcome {
            Outcome::Came(reply) => self.check_reply(reply, is_elsewhere),
            Outcome::Unreadable => vec![self.without_permission()],
            Outcome::Refused => vec![
                Finding::doubt(
                    Who::Department,
                    format!(
                        "{} på {} kan inte undersökas härifrån. Byggarens egen säkerhetspolicy tillåter bara dess egen \
                         adress.",
                        self.file.noun(),
                        self.address
                    ),
                    "Kör detta i en terminal. Svaret ska ha status 200, rätt Content-Type och Access-Control-Allow-Origin.",
                )
                .with(format!("curl -sSI {}", quoted(&self.address))),
            ],
            Outcome::Silent => vec![Finding::fault(
                Who::Publisher,
                format!("{} på {} svarar inte.", self.file.noun(), self.address),
                "Öppna adressen i en egen flik. Kommer inget svar där heller är adressen fel eller servern nere.",
            )],
        }
    }

    fn check_reply(&self, reply: &Reply, is_elsewhere: bool) -> Vec<Finding> {
        if !(200..300).contains(&reply.status) {
            return vec![self.gone(reply.status)];
        }
        let mut findings = Vec::new();
        findings.extend(self.wrong_type(reply));
        let is_told = reply.header("access-control-allow-origin").is_some();
        if is_elsewhere && reply.is_own && !is_told && self.file != File::Frame {
            findings.push(self.without_permission());
        }
        findings.extend(self.kept_long(reply));
        findings.extend(self.not_framed(reply));
        if findings.is_empty() {
            findings.push(Finding::sound(format!(
                "{} på {} kommer fram som den ska.",
                self.file.noun(),
                self.address
            )));
        }
        findings
    }

    fn gone(&self, status: u16) -> Finding {
        let (noun, address) = (self.file.noun(), &self.address);
        let is_asset = address.contains("/assets/");
        let said = match status {
            404 | 410 => format!("{noun} finns inte på {address} (svar {status})."),
            401 | 403 => format!("{noun} på {address} är spärrad (svar {status})."),
            _ => format!("Servern svarar {status} för {address}."),
        };
        let remedy = match status {
            404 | 410 if is_asset => {
                "embed.js är äldre än filerna i assets/, eller så har gamla filer raderats. Publicera hela dist/ på nytt, låt \
                 gamla filer i assets/ ligga kvar och skicka embed.js med Cache-Control: no-cache."
            }
            404 | 410 => "Kontrollera adressen. Hela mappen dist/ ska ligga på servern.",
            401 | 403 => {
                "Filen måste kunna läsas av alla, utan inloggning och utan spärr i brandvägg."
            }
            _ => "Försök igen om en stund. Svarar servern likadant är det ett fel i den.",
        };
        Finding::fault(Who::Publisher, said, remedy)
    }

    /// The server says that it is something else.
    fn wrong_type(&self, reply: &Reply) -> Option<Finding> {
        let whole = reply.header("content-type").unwrap_or_default();
        let kind = whole.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let is_right = self.file.types().contains(&kind.as_str());
        // With a parameter, browsers no longer start it while it arrives.
        let is_exact = self.file != File::Wasm || !whole.contains(';');
        if is_right && is_exact {
            return None;
        }
        let (noun, address) = (self.file.noun(), &self.address);
        let is_page = kind == "text/html" || reply.start.trim_start().starts_with('<');
        if is_page && self.file != File::Frame {
            return Some(Finding::fault(
                Who::Publisher,
                format!(
                    "{noun} på {address} är en webbsida. Det är ofta en inloggning eller en felsida som svarar 200."
                ),
                "Öppna adressen i en egen flik och se vad som visas. Filen måste kunna läsas av alla.",
            ));
        }
        let wanted = self.file.types().first().copied().unwrap_or_default();
        let shown = if whole.is_empty() { "ingen typ alls" } else { whole };
        let said =
            format!("{noun} på {address} skickas med fel typ: {shown} i stället för {wanted}.");
        let consequence = match self.file {
            File::Script => "Webbläsaren vägrar att köra skriptet. Ställ in typen på servern:",
            File::Wasm => {
                "Programmet startar långsammare eller inte alls. Ställ in typen på servern:"
            }
            File::Frame => {
                "Webbläsaren laddar ner filen i stället för att visa den. Ställ in typen på servern:"
            }
            File::Catalogue => "Ställ in typen på servern:",
        };
        let make = if matches!(self.file, File::Script | File::Frame) {
            Finding::fault
        } else {
            Finding::doubt
        };
        Some(make(Who::Publisher, said, consequence).with(type_settings(self.file, wanted)))
    }

    fn without_permission(&self) -> Finding {
        Finding::fault(
            Who::Publisher,
            format!(
                "{} på {} får inte läsas från andra webbplatser. Servern skickar inte Access-Control-Allow-Origin (CORS).",
                self.file.noun(),
                self.address
            ),
            "Låt servern skicka huvudet. Uppgifterna är öppna och ingen är inloggad, så det öppnar ingenting:",
        )
        .with(
            "nginx:  add_header Access-Control-Allow-Origin \"*\" always;\n\
             Apache: Header always set Access-Control-Allow-Origin \"*\"\n\
             IIS:    <add name=\"Access-Control-Allow-Origin\" value=\"*\" />",
        )
    }

    /// A file that changes and that browsers may keep for longer than an hour without asking.
    fn kept_long(&self, reply: &Reply) -> Option<Finding> {
        let control = reply.header("cache-control")?.to_ascii_lowercase();
        if self.address.contains("/assets/")
            || control.contains("no-cache")
            || control.contains("no-store")
        {
            return None;
        }
        let seconds = control
            .split(',')
            .find_map(|part| part.trim().strip_prefix("max-age=")?.parse::<u64>().ok())?;
        (seconds > 3600).then(|| {
            Finding::doubt(
                Who::Publisher,
                format!(
                    "{} på {} får sparas i {} utan att webbläsaren frågar efter en nyare. Besökare kan se gamla uppgifter så \
                     länge.",
                    self.file.noun(),
                    self.address,
                    span(seconds)
                ),
                "Låt servern skicka detta huvud för alla filer utanför assets/:",
            )
            .with("Cache-Control: no-cache")
        })
    }

    /// A page for frames that may not be framed.
    fn not_framed(&self, reply: &Reply) -> Option<Finding> {
        if self.file != File::Frame {
            return None;
        }
        let policy =
            reply.header("content-security-policy").unwrap_or_default().to_ascii_lowercase();
        let directives = policy.split([';', ',']).map(str::trim);
        let ancestors: Vec<&str> = directives
            .filter_map(|directive| directive.strip_prefix("frame-ancestors").map(str::trim))
            .collect();
        // Then browsers heed no `X-Frame-Options`.
        if !ancestors.is_empty() {
            let some = ancestors.into_iter().find(|ancestors| *ancestors != "*")?;
            return Some(Finding::doubt(
                Who::Publisher,
                format!(
                    "Ramen får bara visas på vissa webbplatser: katalogens policy har frame-ancestors {some}."
                ),
                "Lägg till er webbplats i frame-ancestors, om den inte står där.",
            ));
        }
        if let Some(value) = reply.header("x-frame-options") {
            return Some(Finding::fault(
                Who::Publisher,
                format!(
                    "Ramen blir tom på andra webbplatser: servern skickar X-Frame-Options: {value}."
                ),
                "Ta bort huvudet X-Frame-Options för mappen med katalogen.",
            ));
        }
        (!reply.is_own).then(|| self.unseen())
    }

    /// Of another site, browsers show no headers about frames.
    fn unseen(&self) -> Finding {
        Finding::doubt(
            Who::Department,
            format!("Om ramens sida på {} får visas på er webbplats kan inte ses härifrån.", self.address),
            "Syns ramen på er sida är det i sin ordning. Annars: kör detta i en terminal. Svaret ska inte ha X-Frame-Options, \
             och om det har frame-ancestors ska er webbplats stå där.",
        )
        .with(format!("curl -sSI {}", quoted(&self.address)))
    }
}

/// A text as one word of a shell; an address has no quotation marks in it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace(['"', '$', '`', '\\'], ""))
}

fn span(seconds: u64) -> String {
    match seconds / 86_400 {
        0 => format!("{} timmar", seconds / 3600),
        1 => "ett dygn".to_owned(),
        days => format!("{days} dygn"),
    }
}

fn type_settings(file: File, kind: &str) -> String {
    let ending = match file {
        File::Script => "js",
        File::Wasm => "wasm",
        File::Frame => "html",
        File::Catalogue => "json",
    };
    format!(
        "nginx:  types {{ {kind} {ending}; }}\nApache: AddType {kind} .{ending}\n\
         IIS:    <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />"
    )
}

/// The files that a script of the catalogue names, as paths from the top of the folder.
#[must_use]
pub fn assets(script: &str) -> Vec<(File, String)> {
    let mut found: Vec<(File, String)> = Vec::new();
    for text in script.split(['"', '\'', '`']).filter(|text| !text.contains(char::is_whitespace)) {
        let name = text.rsplit('/').next().unwrap_or_default();
        let file = match name.rsplit_once('.') {
            Some((stem, "js")) if is_hashed(stem) => File::Script,
            Some((stem, "wasm")) if is_hashed(stem) => File::Wasm,
            _ => continue,
        };
        // Scripts in assets/ name others from beside themselves.
        let path = format!("assets/{name}");
        if !found.iter().any(|(_, known)| *known == path) {
            found.push((file, path));
        }
    }
    found
}

/// Whether a name ends in what the build makes of a file's content.
fn is_hashed(stem: &str) -> bool {
    let hash = stem.rsplit_once('-').map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Compares what the browser, or something on the way, has kept with what the server has now.
#[must_use]
pub fn compare(address: &str, kept: &str, fresh: &str) -> Option<Finding> {
    (kept != fresh).then(|| {
        Finding::fault(
            Who::Publisher,
            format!(
                "Katalogen på {address} är gammal i webbläsarens minne: servern har en nyare. Andra besökare kan se samma gamla \
                 uppgifter."
            ),
            "Ladda om sidan med Ctrl + F5 för egen del. För alla: låt servern skicka detta huvud, och töm ett eventuellt \
             mellanlager (CDN, proxy).",
        )
        .with("Cache-Control: no-cache")
    })
}

/// Says how old the facts of a catalogue are. After two years without a check, what is open counts as unknown.
#[must_use]
pub fn age(address: &str, json: &str, today: Day) -> Finding {
    if !json.trim_start_matches('\u{FEFF}').trim_start().starts_with('{') {
        return Finding::fault(
            Who::Publisher,
            format!("Det som finns på {address} är ingen katalog i JSON."),
            "Kontrollera adressen. Den ska leda till filen själv, inte till en sida som länkar till den.",
        );
    }
    match newest(json).map(|day| day.min(today)) {
        Some(day) if day.plus_months(24) < today => Finding::doubt(
            Who::Publisher,
            format!(
                "Uppgifterna i katalogen på {address} är gamla: den nyaste källan eller kontrollen är från {}.",
                day.year()
            ),
            "Gå igenom uppgifterna och skriv datumet i ”checked” för varje post. Det som var pågående visas annars som okänt.",
        ),
        Some(day) => Finding::sound(format!(
            "Katalogen på {address} har uppgifter från {}.",
            day_text(day, Lang::Sv)
        )),
        None => Finding::doubt(
            Who::Publisher,
            format!("Katalogen på {address} säger inte hur gammal den är."),
            "Skriv datum i ”asOf” för varje källa och i ”checked” för varje post.",
        ),
    }
}

/// The newest day of the keys `asOf` and `checked`.
fn newest(json: &str) -> Option<Day> {
    let after = |key| json.split(key).skip(1);
    let values = after("\"asOf\"").chain(after("\"checked\"")).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        Edtf::parse(rest.split('"').next()?).ok()
    });
    values.filter_map(|date| date.upper()).max()
}
