//! Swedish and English, whole.

use partneratlas_e2e::{Atlas, Outcome, Result, assert_soon, on_page};

/// The words of the page's own that are in sight, part by part.
const PARTS: [&str; 9] = [
    ".search-label",
    ".filters-title",
    ".facet summary",
    "[data-facet=form] .option-label",
    "[data-facet=status] .option-label",
    ".results h2",
    ".view-switch a",
    ".sort span",
    ".sort option",
];

const SWEDISH: [&str; 9] = [
    "Sök",
    "Filter",
    "Samarbetsform|Status|Kommun|Land|År|Tema|Program och finansiär|Ort",
    "Projekt|Kommunalt partnerskap|Vänort|Programdeltagande|Nätverk|Ansökan",
    "Kommande|Pågående|Avslutat|Okänd",
    "20\u{A0}samarbeten",
    "Lista|Tidslinje|Karta",
    "Sortera",
    "Nyast först|Äldst först|Slutar först|Titel",
];

const ENGLISH: [&str; 9] = [
    "Search",
    "Filters",
    "Form of cooperation|Status|Municipality|Country|Years|Theme|Programme and funder|Place",
    "Project|Municipal partnership|Twin town|Programme participation|Network|Application",
    "Upcoming|Ongoing|Ended|Unknown",
    "20\u{A0}collaborations",
    "List|Timeline|Map",
    "Sort by",
    "Newest first|Oldest first|Ends first|Title",
];

async fn words(atlas: &Atlas) -> Result<Vec<String>> {
    let mut words = Vec::new();
    for part in PARTS {
        words.push(atlas.texts(part).await?.join("|"));
    }
    Ok(words)
}

#[test]
fn the_link_changes_every_word() -> Outcome {
    on_page("", async |atlas| {
        assert_eq!(words(&atlas).await?, SWEDISH);
        atlas.switch_language().await?;
        assert_soon!(words(&atlas), ENGLISH);
        assert_eq!(atlas.address().await?, "?lang=en");
        atlas.switch_language().await?;
        assert_soon!(words(&atlas), SWEDISH);
        Ok(())
    })
}

#[test]
fn the_page_around_follows() -> Outcome {
    on_page("", async |atlas| {
        let swedish = "Svenska kommuners internationella projekt – Partneratlas";
        assert_soon!(atlas.title(), swedish);
        assert_eq!(atlas.language().await?, "sv");
        atlas.switch_language().await?;
        assert_soon!(atlas.language(), "en");
        let english = "International projects of Swedish municipalities – Partneratlas";
        assert_soon!(atlas.title(), english);
        let shown = "return document.querySelector('h1').innerText.trim()";
        let heading: String = atlas.run(shown, vec![]).await?;
        assert_eq!(heading, "International projects of Swedish municipalities");
        Ok(())
    })
}

#[test]
fn the_english_page_is_english_from_the_start() -> Outcome {
    on_page("en/", async |atlas| {
        assert_eq!(words(&atlas).await?, ENGLISH);
        assert_soon!(atlas.language(), "en");
        assert_eq!(
            atlas.title().await?,
            "International projects of Swedish municipalities – Partneratlas"
        );
        atlas.switch_language().await?;
        assert_soon!(words(&atlas), SWEDISH);
        assert_eq!(atlas.address().await?, "?lang=sv");
        Ok(())
    })
}

/// Texts in the language shown that name something Swedish only by mistake.
const OVERLOOKED: [&str; 12] = [
    "samarbete",
    "Kommunalt",
    "Vänort",
    "Ansökan",
    "enligt källan",
    "saknas",
    "Visa",
    "Rensa",
    "finansiär",
    "Utan datum",
    "Ej angivet",
    "Utanför",
];

#[test]
fn no_swedish_is_left_in_the_english_views() -> Outcome {
    on_page("?lang=en&land=ej&land=IN&land=ZA&vy=lista", async |atlas| {
        for view in ["lista", "tidslinje", "karta"] {
            atlas.show(view).await?;
            assert_soon!(
                atlas.text(".view-switch [aria-current]"),
                match view {
                    "lista" => "List",
                    "tidslinje" => "Timeline",
                    _ => "Map",
                }
            );
            // What is marked as Swedish may be Swedish.
            let script = "return [...root.querySelectorAll('.app *')]
                .filter((node) => node.closest('[lang]').lang === 'en')
                .flatMap((node) => [
                    ...[...node.childNodes].filter((child) => child.nodeType === 3)
                        .map((child) => child.data),
                    node.getAttribute('aria-label') ?? '', node.getAttribute('placeholder') ?? ''])";
            let texts: Vec<String> = atlas.read(script, &[]).await?;
            assert!(texts.len() > 200, "{} texts", texts.len());
            for text in texts {
                let word = OVERLOOKED.iter().find(|word| text.contains(**word));
                assert!(word.is_none(), "{view}: {text}");
            }
        }
        Ok(())
    })
}

#[test]
fn filters_and_focus_survive_the_change() -> Outcome {
    on_page("?land=ZA&vy=karta", async |atlas| {
        atlas.switch_language().await?;
        assert_soon!(atlas.text(".results h2"), "3\u{A0}collaborations");
        assert_eq!(atlas.ticked().await?, ["land=ZA"]);
        assert_eq!(atlas.chips().await?, ["South Africa"]);
        assert!(atlas.has_focus(".language a").await?);
        assert_eq!(atlas.address().await?, "?land=ZA&vy=karta&lang=en");
        assert_eq!(atlas.number_of(".map").await?, 1);
        Ok(())
    })
}

#[test]
fn an_open_record_changes_its_language_too() -> Outcome {
    on_page("?projekt=noreld&lang=en", async |atlas| {
        let title = atlas.open_title().await?.unwrap_or_default();
        assert_eq!(title, "Municipal partnership with Uasin Gishu County, Kenya (NORELD)");
        let text = atlas.record_text().await?;
        assert!(text.contains("worked together on waste management"), "{text}");
        assert!(!text.contains("avfallshantering"), "{text}");
        assert_soon!(atlas.title(), format!("{title} – Partneratlas"));
        Ok(())
    })
}

#[test]
fn the_language_can_be_changed_while_a_record_is_open() -> Outcome {
    on_page("?projekt=noreld", async |atlas| {
        atlas.switch_language().await?;
        assert_soon!(
            atlas.open_title(),
            Some("Municipal partnership with Uasin Gishu County, Kenya (NORELD)".to_owned())
        );
        Ok(())
    })
}
