//! Searching letter by letter, and what is said about it.

use partneratlas_e2e::{Atlas, Outcome, assert_soon, on_page};
use serde_json::Value;

async fn hits_of(atlas: &Atlas, words: &str) -> partneratlas_e2e::Result<Vec<String>> {
    atlas.search(words).await?;
    let query = format!("?q={words}");
    assert_soon!(atlas.address(), query.as_str());
    atlas.hits().await
}

#[test]
fn places_are_found_as_the_sources_misspell_them() -> Outcome {
    on_page("", async |atlas| {
        assert_eq!(hits_of(&atlas, "Collechio").await?, ["evolaq"]);
        assert_eq!(hits_of(&atlas, "Vienna").await?, ["alba"]);
        assert_eq!(hits_of(&atlas, "Stellenboch").await?, ["stellenbosch"]);
        let cesis = hits_of(&atlas, "Cesis").await?;
        assert!(cesis.iter().any(|id| id == "vanort-cesis"), "{cesis:?}");
        Ok(())
    })
}

#[test]
fn the_tail_of_a_compound_is_found() -> Outcome {
    on_page("", async |atlas| {
        let hits = hits_of(&atlas, "hantering").await?;
        assert!(hits.iter().any(|id| id == "noreld"), "avfallshantering: {hits:?}");
        Ok(())
    })
}

#[test]
fn letters_without_their_dots_find_the_name_all_the_same() -> Outcome {
    on_page("", async |atlas| {
        let plain = hits_of(&atlas, "Jonkoping").await?;
        assert!(plain.iter().any(|id| id == "koll-pa-formaga"), "{plain:?}");
        Ok(())
    })
}

#[test]
fn hits_are_marked_where_they_stand() -> Outcome {
    on_page("", async |atlas| {
        hits_of(&atlas, "hantering").await?;
        let marked = atlas.marked().await?;
        assert!(!marked.is_empty());
        let all_fit = marked.iter().all(|mark| mark.to_lowercase().contains("hantering"));
        assert!(all_fit, "{marked:?}");
        Ok(())
    })
}

#[test]
fn parts_of_others_are_found_by_search() -> Outcome {
    on_page("?q=renhållning", async |atlas| {
        let hits = atlas.hits().await?;
        assert!(hits.iter().any(|id| id == "icld-ansokan-renhallning-2016"), "{hits:?}");
        Ok(())
    })
}

/// Writes every text that the live region ever shows into `window.said`.
const LISTEN: &str = "
    window.said = [];
    const region = root.querySelector('[role=status]');
    new MutationObserver(() => {
        const text = region.textContent.trim();
        if (text !== '' && text !== said.at(-1)) said.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });";

/// Types letters as somebody quick does; whatever holds the page up holds all of it up.
const TYPE: &str = "
    const field = root.querySelector('input[type=search]');
    return (async () => {
        for (const letter of given[0]) {
            field.value += letter;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            await new Promise((go) => setTimeout(go, 30));
        }
        return null;
    })()";

#[test]
fn several_quick_letters_are_announced_once() -> Outcome {
    on_page("", async |atlas| {
        atlas.read::<()>(LISTEN, &[]).await?;
        atlas.read::<()>(TYPE, &["kenya".into()]).await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        assert_soon!(atlas.run::<Vec<String>>("return said", vec![]), ["1\u{A0}samarbete"]);
        Ok(())
    })
}

#[test]
fn nothing_is_announced_before_the_visitor_does_anything() -> Outcome {
    on_page("?land=ZA", async |atlas| {
        assert_eq!(atlas.texts("[role=status]").await?, [""]);
        Ok(())
    })
}

/// Compares the count with the list in every frame, for as long as the page lives; of a long list, which
/// one letter can bring, the first page of 24 is there.
const COMPARE: &str = "
    window.disagreements = [];
    const compare = () => {
        const count = Number(root.querySelector('[role=status]').dataset.count);
        const listed = root.querySelectorAll('[data-project]').length;
        if (Math.min(count, 24) !== listed) disagreements.push([count, listed]);
        requestAnimationFrame(compare);
    };
    compare();";

#[test]
fn the_count_agrees_with_the_list_in_every_frame() -> Outcome {
    on_page("", async |atlas| {
        atlas.read::<()>(COMPARE, &[]).await?;
        atlas.type_words("kenya").await?;
        assert_soon!(atlas.count(), 1);
        atlas.clear_all().await?;
        assert_soon!(atlas.count(), 20);
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(atlas.count(), 3);
        let disagreements: Vec<Value> = atlas.run("return disagreements", vec![]).await?;
        assert!(disagreements.is_empty(), "{disagreements:?}");
        Ok(())
    })
}
