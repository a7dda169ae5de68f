//! What has become of a snippet in the page of an editor.

use super::address::{Address, Folder};
use super::finding::{Finding, Who};
use super::need::Part;
use super::policy::Policies;
use super::tags::{Page, Tag};
use super::wishes::Wishes;

/// The HTML of a page, as it came to visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    page: Page,
    address: Option<Address>,
}

/// What an editor does when code was taken away.
const PASTE_AGAIN: &str = "Klistra in kodbiten i en modul för HTML-kod, inte i den vanliga texten. Försvinner den ändå, \
                           använd ramen.";

/// Attributes that hold words for people.
const WORDS: [&str; 4] = ["label", "title", "alt", "aria-label"];

/// What the IT department does then.
const LET_THROUGH: &str = "Publiceringsverktyget behöver släppa igenom <script type=\"module\">. Går det inte, använd ramen.";

impl Pasted {
    /// Reads a page, which lies at an address that may be unknown.
    #[must_use]
    pub fn read(html: &str, address: Option<Address>) -> Self {
        Self { page: Page::read(html), address }
    }

    /// Adds the policies that the page holds itself.
    pub fn add_policies(&self, policies: &mut Policies) {
        let metas = self.tags("meta").filter(|tag| {
            tag.get("http-equiv")
                .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
        });
        metas.filter_map(|tag| tag.get("content")).for_each(|content| policies.add_meta(content));
    }

    /// How the catalogue is on the page.
    #[must_use]
    pub fn part(&self) -> Option<Part> {
        if self.element().is_some() || self.script("embed.js").is_some() {
            return Some(Part::Element);
        }
        self.frame()?;
        let grows = self.script("frame.js").is_some();
        Some(if grows { Part::GrowingFrame } else { Part::Frame })
    }

    /// Whether its script has a nonce. Each visit has another, so none can be compared with a policy's.
    #[must_use]
    pub fn has_nonce(&self) -> bool {
        let script = self.script("embed.js").or_else(|| self.script("frame.js"));
        script.and_then(|script| script.get("nonce")).is_some_and(|nonce| !nonce.is_empty())
    }

    /// The folder from which it comes.
    #[must_use]
    pub fn folder(&self) -> Option<Folder> {
        if let Some(script) = self.script("embed.js") {
            return Some(self.absolute(source(script)?)?.folder());
        }
        let mut page = self.absolute(source(self.frame()?)?)?;
        // The frame in English lies a folder further down.
        if let Some(above) = page.path.strip_suffix("en/iframe.html") {
            page.path = above.to_owned();
        }
        Some(page.folder())
    }

    /// The catalogues that the element asks for.
    #[must_use]
    pub fn catalogues(&self) -> Vec<Address> {
        let list = self.element().and_then(|tag| tag.get("src")).unwrap_or_default();
        list.split_whitespace().filter_map(|text| self.absolute(text)).collect()
    }

    /// What is wrong with it; a good word where nothing is. The wishes tell which attributes the editor has copied.
    #[must_use]
    pub fn check(&self, wishes: &Wishes, folder: &Folder) -> Vec<Finding> {
        let mut findings = match self.part() {
            None => vec![self.nothing()],
            Some(Part::Element) => self.check_element(wishes),
            Some(Part::Frame | Part::GrowingFrame) => self.check_frame(),
        };
        findings.extend(self.quotes());
        let own = self.folder();
        findings.extend(own.filter(|own| own != folder).map(|own| {
            Finding::doubt(
                Who::Editor,
                format!(
                    "Kodbiten hämtar katalogen från {own}, men den här byggaren hör till {folder}."
                ),
                "Är det inte meningen, kopiera kodbiten på nytt.",
            )
        }));
        if findings.is_empty() {
            findings.push(Finding::sound("Kodbiten står på sidan som den ska."));
        }
        findings
    }

    /// Why there is nothing.
    fn nothing(&self) -> Finding {
        let holds = |text: &str| {
            ["partner-atlas", "iframe.html?", "/embed.js"].iter().any(|word| text.contains(word))
        };
        if holds(&self.page.text) {
            return Finding::fault(
                Who::Editor,
                "Kodbiten visas som text på sidan. Den har klistrats in i den vanliga texten.",
                "Ta bort texten. Klistra in kodbiten i en modul för HTML-kod eller i redigerarens källkodsläge.",
            );
        }
        if holds(&self.page.comments) {
            return Finding::fault(
                Who::Editor,
                "Kodbiten är bortkommenterad: den står mellan <!-- och -->.",
                "Ta bort tecknen <!-- och --> runt kodbiten.",
            );
        }
        Finding::fault(
            Who::Editor,
            "Kodbiten finns inte på sidan. Publiceringsverktyget kan ha tagit bort den, eller så är sidan inte \
             publicerad.",
            PASTE_AGAIN,
        )
    }

    fn check_element(&self, wishes: &Wishes) -> Vec<Finding> {
        let mut findings = Vec::new();
        match self.script("embed.js") {
            None => findings.push(Finding::fault(
                Who::Department,
                "Skriptet är borta. Elementet <partner-atlas> finns på sidan, men inte <script> med embed.js.",
                LET_THROUGH,
            )),
            Some(script) => self.check_script(script, &mut findings),
        }
        match self.element() {
            None => findings.push(Finding::fault(
                Who::Editor,
                "Elementet är borta. Skriptet finns på sidan, men inte <partner-atlas>.",
                PASTE_AGAIN,
            )),
            Some(element) => findings.extend(lost(element, wishes)),
        }
        findings
    }

    /// What can happen to the script of a snippet.
    fn check_script(&self, script: &Tag, findings: &mut Vec<Finding>) {
        findings.extend(self.transport(script, "Skriptet"));
        if script.get("src").is_none() {
            findings.push(delayed("Skriptet"));
            return;
        }
        match script.get("type").map(str::to_ascii_lowercase).as_deref() {
            Some("module") => {}
            Some("text/plain") => findings.push(delayed("Skriptet")),
            other => findings.push(
                Finding::fault(
                    Who::Editor,
                    match other {
                        None | Some("") => "Skriptet saknar type=\"module\". Utan det startar det inte.".to_owned(),
                        Some(other) => format!("Skriptet har type=\"{other}\" och inte type=\"module\"."),
                    },
                    "Ändra skriptet till detta. Ändrar publiceringsverktyget tillbaka, använd ramen.",
                )
                .with(self.mended(script)),
            ),
        }
        if script.get("nomodule").is_some() {
            findings.push(Finding::fault(
                Who::Editor,
                "Skriptet har attributet nomodule. Det hindrar alla nya webbläsare från att köra det.",
                "Ta bort nomodule.",
            ));
        }
        if script.get("integrity").is_some() {
            findings.push(Finding::doubt(
                Who::Department,
                "Skriptet har attributet integrity. Då slutar det att fungera när katalogen får en ny version.",
                "Ta bort integrity från embed.js.",
            ));
        }
    }

    /// The script as it should be.
    fn mended(&self, script: &Tag) -> String {
        let source = source(script).unwrap_or_default();
        let source =
            self.absolute(source).map_or_else(|| source.to_owned(), |found| found.to_string());
        super::markup::element("script", &[("type", "module".to_owned()), ("src", source)], "")
    }

    fn check_frame(&self) -> Vec<Finding> {
        let Some(frame) = self.frame() else { return Vec::new() };
        let mut findings: Vec<_> = self.transport(frame, "Ramen").into_iter().collect();
        let Some(address) = frame.get("src") else {
            findings.push(delayed("Ramen"));
            return findings;
        };
        if address.contains("&amp;") {
            findings.push(Finding::fault(
                Who::Editor,
                "Adressen i ramen är kodad två gånger: den har &amp; där det ska stå &. Då gäller bara det första valet.",
                "Kopiera ramen på nytt och klistra in den i källkodsläget, inte i ett fält för adresser.",
            ));
        }
        findings.extend(frame.get("sandbox").and_then(confined));
        if frame.get("title").is_none_or(|title| title.trim().is_empty()) {
            findings.push(Finding::doubt(
                Who::Editor,
                "Ramen saknar title. Den som lyssnar på sidan får inte veta vad ramen är.",
                "Lägg till title i ramen, till exempel title=\"Internationella samarbeten\".",
            ));
        }
        match self.script("frame.js") {
            Some(script) => self.check_script(script, &mut findings),
            None => findings.push(Finding::doubt(
                Who::Editor,
                "Ramen växer inte med innehållet, för skriptet frame.js är inte på sidan. Besökaren rullar inuti ramen.",
                "Får sidan ha skript, lägg till skriptet som låter ramen växa. Annars är det i sin ordning.",
            )),
        }
        findings
    }

    /// Fetched in the open by a page that is not.
    fn transport(&self, tag: &Tag, what: &str) -> Option<Finding> {
        let address = Address::parse(source(tag)?)?;
        let is_open = !address.origin.is_secure();
        is_open.then(|| {
            let safe = address.to_string().replacen("http://", "https://", 1);
            Finding::fault(
                Who::Editor,
                format!("{what} hämtas med http. En sida med https får inte hämta något okrypterat, så webbläsaren stoppar det."),
                "Ändra adressen till https:",
            )
            .with(safe)
        })
    }

    /// Quotation marks of a word processor around a value. Those in words belong there.
    fn quotes(&self) -> Option<Finding> {
        let ours = self.page.tags.iter().filter(|tag| is_ours(tag));
        let mut values = ours.flat_map(Tag::attributes).filter(|(name, _)| !WORDS.contains(name));
        let curly = ['”', '“', '’'];
        values.any(|(_, value)| value.starts_with(curly) || value.ends_with(curly)).then(|| {
            Finding::fault(
                Who::Editor,
                "Kodbiten har krulliga citattecken (”) i stället för raka (\"). De kommer från ett ordbehandlingsprogram.",
                "Kopiera kodbiten härifrån direkt till publiceringsverktyget, utan att gå via Word eller e-post.",
            )
        })
    }

    fn tags(&self, name: &'static str) -> impl Iterator<Item = &Tag> {
        self.page.tags.iter().filter(move |tag| tag.name == name)
    }

    fn element(&self) -> Option<&Tag> {
        self.tags("partner-atlas").next()
    }

    /// The script of that name.
    fn script(&self, file: &str) -> Option<&Tag> {
        self.tags("script").find(|tag| source(tag).is_some_and(|source| is_file(source, file)))
    }

    fn frame(&self) -> Option<&Tag> {
        self.tags("iframe")
            .find(|tag| source(tag).is_some_and(|source| is_file(source, "iframe.html")))
    }

    /// An address in the page, counted from the page.
    fn absolute(&self, text: &str) -> Option<Address> {
        Address::parse(text).or_else(|| self.address.as_ref()?.join(text))
    }
}

/// Where a script or a frame is fetched from; tools for consent move it to another attribute.
fn source(tag: &Tag) -> Option<&str> {
    ["src", "data-src", "data-cookieblock-src", "data-consent-src", "data-cookie-src"]
        .into_iter()
        .find_map(|name| tag.get(name))
        .filter(|source| !source.is_empty())
}

/// Whether an address is that of a file, whatever follows it, and whatever quotation marks are around it.
fn is_file(source: &str, file: &str) -> bool {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches(['”', '“', '"']).rsplit('/').next() == Some(file)
}

fn is_ours(tag: &Tag) -> bool {
    let file = source(tag).unwrap_or_default();
    tag.name == "partner-atlas"
        || ["embed.js", "frame.js", "iframe.html"].iter().any(|name| is_file(file, name))
}

/// What a frame in a sandbox cannot do.
fn confined(sandbox: &str) -> Option<Finding> {
    let allows = |wanted: &str| {
        sandbox.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted))
    };
    if !allows("allow-scripts") {
        return Some(Finding::doubt(
            Who::Department,
            "Ramen har sandbox utan allow-scripts. Då visas listan, men inte sökning, filter, tidslinje och karta.",
            "Lägg till allow-scripts i sandbox.",
        ));
    }
    // With its origin, the frame takes itself for one that may open tabs.
    (allows("allow-same-origin") && !allows("allow-popups")).then(|| {
        Finding::doubt(
            Who::Department,
            "Ramen har sandbox med allow-same-origin men utan allow-popups. Då händer ingenting när besökaren väljer en \
             länk till en annan webbplats.",
            "Lägg till allow-popups i sandbox, eller ta bort allow-same-origin.",
        )
    })
}

/// A script or a frame that waits for the visitor's consent.
fn delayed(what: &str) -> Finding {
    Finding::fault(
        Who::Department,
        format!(
            "{what} väntar på samtycke. Ett verktyg för kakor har ändrat det så att det inte laddas genast."
        ),
        "Undanta katalogen i samtyckesverktyget. Den sätter inga kakor och sparar ingenting hos besökaren.",
    )
}

/// What the editor copied and the page no longer has.
fn lost(element: &Tag, wishes: &Wishes) -> Option<Finding> {
    let wanted = wishes.attributes();
    let lost: Vec<_> = wanted
        .iter()
        .filter(|(name, _)| element.get(name).is_none())
        .map(|(name, _)| *name)
        .collect();
    (!lost.is_empty()).then(|| {
        Finding::doubt(
            Who::Editor,
            format!(
                "Elementet på sidan saknar {}, som kodbiten här ovanför har. Antingen har du valt annorlunda sedan dess, \
                 eller så tar publiceringsverktyget bort attribut.",
                lost.join(", ")
            ),
            "Kopiera kodbiten på nytt. Försvinner attributen igen, använd ramen: där står valen i adressen.",
        )
    })
}
