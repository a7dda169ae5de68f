//! The ways to get the catalogue into a page, one for each kind of publishing tool.

use super::address::Folder;
use super::ask::{WASM, letter};
use super::markup::{element, open};
use super::need::{Part, lines};
use super::wishes::Wishes;

/// A way to publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Way {
    /// A script and an element, in HTML of one's own.
    #[default]
    Script,
    /// A frame.
    Frame,
    /// `WordPress`.
    WordPress,
    /// Sitevision.
    Sitevision,
    /// Optimizely, once Episerver.
    Optimizely,
    /// Drupal.
    Drupal,
}

/// Code to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is, as a heading.
    pub title: &'static str,
    /// What to know before pasting it; may be empty.
    pub note: &'static str,
    /// The code.
    pub code: String,
}

/// All that an editor needs for one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What to do, step by step.
    pub steps: &'static [&'static str],
    /// What to paste; the first is what most will need.
    pub blocks: Vec<Block>,
    /// What to ask of the IT department, to be sent as it is.
    pub letter: String,
}

impl Way {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Script,
        Self::Frame,
        Self::WordPress,
        Self::Sitevision,
        Self::Optimizely,
        Self::Drupal,
    ];

    /// Its key in HTML.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Script => "skript",
            Self::Frame => "ram",
            Self::WordPress => "wordpress",
            Self::Sitevision => "sitevision",
            Self::Optimizely => "optimizely",
            Self::Drupal => "drupal",
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Script => "Skript",
            Self::Frame => "Ram (iframe)",
            Self::WordPress => "WordPress",
            Self::Sitevision => "Sitevision",
            Self::Optimizely => "Optimizely",
            Self::Drupal => "Drupal",
        }
    }

    /// How what is pasted first gets into the page.
    #[must_use]
    pub fn part(self) -> Part {
        if self == Self::Script { Part::Element } else { Part::GrowingFrame }
    }

    /// Everything for these wishes, of the catalogue in that folder.
    #[must_use]
    pub fn offer(self, wishes: &Wishes, folder: &Folder) -> Offer {
        let blocks = self.blocks(wishes, folder);
        let besides: Vec<String> = self.besides(wishes, folder);
        Offer { steps: self.steps(), blocks, letter: letter(self.part(), wishes, folder, &besides) }
    }

    fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Script => &[
                "Öppna sidan i ditt publiceringsverktyg och välj att redigera HTML-koden.",
                "Klistra in kodbiten där innehållet ska stå.",
                "Spara, öppna sidan som besökare och kontrollera att listan visas.",
            ],
            Self::Frame => &[
                "Öppna sidan i ditt publiceringsverktyg och välj att redigera HTML-koden.",
                "Klistra in ramen där innehållet ska stå.",
                "Får sidan ha skript? Klistra även in skriptet, så växer ramen med innehållet. Annars rullar besökaren \
                 inuti ramen.",
            ],
            Self::WordPress => &[
                "Lägg till blocket Anpassad HTML på sidan.",
                "Klistra in ramen i blocket och välj Förhandsgranska.",
                "Försvinner koden när du sparar? Då har du inte rätten ”unfiltered_html”. Använd adressen om den \
                 finns här nedanför, eller be it-avdelningen.",
            ],
            Self::Sitevision => &[
                "Öppna sidan i redigeringsläget och lägg till en HTML-modul, eller den modul som ni använder för \
                 inbäddad kod.",
                "Klistra in ramen i modulen, spara och publicera sidan.",
                "Finns ingen sådan modul att välja? Då saknar du behörighet. Be it-avdelningen.",
            ],
            Self::Optimizely => &[
                "Har ni ett block för inbäddad kod eller iframe? Lägg det på sidan och klistra in ramen, eller bara \
                 adressen i ramen.",
                "Annars: öppna källkodsläget i textredigeraren och klistra in ramen.",
                "Försvinner koden när du sparar? Då släpper redigeraren inte igenom ramar. Be it-avdelningen.",
            ],
            Self::Drupal => &[
                "Lägg till ett block eller ett textfält och välj textformatet Full HTML.",
                "Välj Källkod (Source) i redigeraren, klistra in ramen och spara.",
                "Försvinner koden? Då filtrerar textformatet bort den. Be it-avdelningen.",
            ],
        }
    }

    fn blocks(self, wishes: &Wishes, folder: &Folder) -> Vec<Block> {
        let frame = Block { title: "Ramen", note: "", code: frame(wishes, folder) };
        let grows = Block {
            title: "Skriptet som låter ramen växa",
            note: "En gång på sidan räcker, hur många ramar den än har.",
            code: script(folder, "frame.js"),
        };
        let script = Block {
            title: "Kodbiten",
            note: "Länken visas tills skriptet har hämtats, och om något går fel.",
            code: snippet(wishes, folder),
        };
        let style = wishes.style().map(|code| Block {
            title: "Färgen",
            note: "Den står i webbplatsens stilmall (css), inte i kodbiten.",
            code,
        });
        match self {
            Self::Script => std::iter::once(script).chain(style).collect(),
            Self::Frame | Self::Drupal => vec![frame, grows],
            Self::Sitevision => {
                let whole = Block {
                    title: "I stället för ramen, om ni får lägga in skript",
                    note: "Då följer innehållet sidans typsnitt, och färgen sätts i webbplatsens stilmall.",
                    ..script
                };
                vec![frame, grows, whole]
            }
            Self::WordPress => {
                let address = wishes.embeddable_page().map(|page| Block {
                    title: "Adressen, i stället för ramen",
                    note: "Klistra in den ensam på en rad, så gör WordPress själv en ram av den.",
                    code: folder.of(&page),
                });
                [frame].into_iter().chain(address).chain([grows]).collect()
            }
            Self::Optimizely => {
                let address = Block {
                    title: "Adressen i ramen",
                    note: "För block som bara frågar efter en adress.",
                    code: wishes.frame(folder),
                };
                vec![frame, address, grows]
            }
        }
    }

    /// What the publishing tool must be told.
    fn besides(self, wishes: &Wishes, folder: &Folder) -> Vec<String> {
        match self {
            Self::Script => vec![
                element_tags(wishes),
                "Ett samtyckesverktyg (kakbanner) behöver inte stoppa skriptet och får inte byta ut \
                 type=\"module\"."
                    .to_owned(),
                elsewhere(folder),
            ],
            Self::Frame => vec![tags()],
            Self::WordPress => vec![
                "WordPress tar bort <iframe> för den som saknar rätten ”unfiltered_html”. På ett nätverk (multisite) har \
                 bara superadministratören den. Antingen behöver min roll rätten, eller så behöver någon som har den \
                 klistra in ramen åt mig."
                    .to_owned(),
            ],
            Self::Sitevision => vec![
                "I Sitevision behöver min roll få använda HTML-modulen (eller den modul som ni använder för inbäddad \
                 kod) på sidan."
                    .to_owned(),
                instead(wishes, folder),
                element_tags(wishes),
                elsewhere(folder),
            ],
            Self::Optimizely => vec![format!(
                "I Optimizely behöver textredigeraren (TinyMCE) släppa igenom ramar för den egenskap som jag redigerar, i \
                 koden där TinyMceConfiguration ställs in:\n\n.AddSetting(\"extended_valid_elements\", \
                 \"iframe[{}]\")\n\nEller så gör ni ett block som visar en iframe med en adress från {}.",
                FRAME_ATTRIBUTES.join("|"),
                folder.origin()
            )],
            Self::Drupal => vec![format!(
                "I Drupal behöver jag ett textformat som släpper igenom ramar. Använder det CKEditor 5: lägg till detta \
                 under ”Manually editable HTML tags”. Använder det filtret ”Limit allowed HTML tags”: lägg till det \
                 där.\n\n<iframe {}>",
                FRAME_ATTRIBUTES.join(" ")
            )],
        }
    }
}

/// The attributes of the frame, which filters must let through.
const FRAME_ATTRIBUTES: [&str; 7] =
    ["src", "title", "width", "height", "loading", "allow", "frameborder"];

fn tags() -> String {
    format!(
        "Publiceringsverktyget får inte ta bort <iframe> med attributen {}.",
        FRAME_ATTRIBUTES.join(", ")
    )
}

fn element_tags(wishes: &Wishes) -> String {
    format!(
        "Publiceringsverktyget får inte ta bort <script type=\"module\"> eller elementet <partner-atlas> med attributen {}.",
        names(&wishes.attributes())
    )
}

/// What a policy must allow if the page may have the script instead of the frame.
fn instead(wishes: &Wishes, folder: &Folder) -> String {
    format!(
        "Får jag lägga in skript på sidan använder jag hellre ett skript än ramen. Då behöver CSP i stället tillåta \
         detta:\n\n{}\n\n{WASM} Dessutom gäller detta för skriptet:",
        lines(&Part::Element.needs(folder, &wishes.catalogues))
    )
}

/// What the server of the catalogue must send to other sites.
fn elsewhere(folder: &Folder) -> String {
    format!(
        "Ligger katalogen ({folder}) på en annan adress än webbplatsen måste dess server skicka detta huvud:\n\n\
         Access-Control-Allow-Origin: *"
    )
}

fn names(attributes: &[(&str, String)]) -> String {
    attributes.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

/// A module script.
fn script(folder: &Folder, file: &str) -> String {
    element("script", &[("type", "module".to_owned()), ("src", folder.of(file))], "")
}

/// Script and element, with a link until the app is there.
fn snippet(wishes: &Wishes, folder: &Folder) -> String {
    let link = element("a", &[("href", folder.of(&wishes.page()))], &wishes.name());
    let element = open("partner-atlas", &wishes.attributes());
    format!("{}\n{element}\n  {link}\n</partner-atlas>", script(folder, "embed.js"))
}

/// The frame. `frameborder` is out of date, and yet what publishing tools let through, where they take a style away.
fn frame(wishes: &Wishes, folder: &Folder) -> String {
    let attributes = [
        ("src", wishes.frame(folder)),
        ("title", wishes.name()),
        ("width", "100%".to_owned()),
        ("height", "900".to_owned()),
        ("loading", "lazy".to_owned()),
        ("allow", "clipboard-write; web-share".to_owned()),
        ("frameborder", "0".to_owned()),
    ];
    element("iframe", &attributes, "")
}
