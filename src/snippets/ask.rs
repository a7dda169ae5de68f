//! What to ask of the IT department, in words that can be sent as they are.

use super::address::Folder;
use super::need::{Part, lines};
use super::wishes::Wishes;

/// What a department asks about the policy for the element.
pub(super) const WASM: &str = "'wasm-unsafe-eval' låter WebAssembly starta. Det tillåter inte eval. style-src behöver inte ändras.";

/// A letter about what a part needs. `besides` holds what the publishing tool must be told, a paragraph each.
pub(super) fn letter(part: Part, wishes: &Wishes, folder: &Folder, besides: &[String]) -> String {
    let needs = part.needs(folder, &wishes.catalogues);
    let optional = needs.iter().filter(|need| need.is_optional);
    let optional: Vec<_> = optional
        .map(|need| format!("Gärna också, för {}:\n\n{} {need}", need.why, need.directive.name()))
        .collect();
    let mut paragraphs = vec![
        "Hej!".to_owned(),
        format!(
            "Jag vill visa {} på vår webbplats med Partneratlas. {} Det sparar ingenting hos besökaren, sätter inga \
             kakor och hämtar ingenting från andra adresser.",
            what(wishes),
            from(part, wishes, folder)
        ),
        "Om webbplatsen har en Content-Security-Policy (CSP) behöver den tillåta detta:".to_owned(),
        lines(&needs),
        "Lägg till värdena i de direktiv som redan finns. Saknas ett av dem men finns default-src: skapa direktivet \
         med det som står i default-src och lägg till värdet. Finns ingen CSP behövs ingenting. Ta bort 'none' ur ett \
         direktiv som får ett värde."
            .to_owned(),
    ];
    if part == Part::Element {
        paragraphs.push(WASM.to_owned());
    }
    paragraphs.extend(optional);
    paragraphs.extend(besides.iter().cloned());
    paragraphs.push("Hälsningar".to_owned());
    paragraphs.join("\n\n") + "\n"
}

fn what(wishes: &Wishes) -> String {
    let label = wishes.label.trim();
    if label.is_empty() {
        "våra internationella samarbeten".to_owned()
    } else {
        format!("”{label}”")
    }
}

fn from(part: Part, wishes: &Wishes, folder: &Folder) -> String {
    let origin = folder.origin();
    let catalogues: Vec<_> = wishes.catalogues.iter().map(ToString::to_string).collect();
    match part {
        Part::Element if !catalogues.is_empty() => {
            format!("Det är ett skript från {origin} med uppgifter från {}.", catalogues.join(", "))
        }
        Part::Element => format!("Det är ett skript från {origin}."),
        Part::Frame | Part::GrowingFrame => format!("Det är en ram (iframe) från {origin}."),
    }
}
