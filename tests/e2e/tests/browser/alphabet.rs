//! Swedish alphabetical order, held against the browser's own collator: the page has none.

use partneratlas_e2e::{Atlas, Outcome, Result, on_page};

const LANGUAGES: [&str; 2] = ["sv", "en"];

/// The texts of all nodes that a selector fits, as they stand and as the browser sorts them.
async fn orders(atlas: &Atlas, selector: &str) -> Result<[Vec<String>; 2]> {
    let script =
        "const texts = [...root.querySelectorAll(given[0])].map((node) => node.textContent.trim());
        return [texts, texts.toSorted(new Intl.Collator('sv').compare)]";
    atlas.read(script, &[selector.into()]).await
}

#[test]
fn the_list_by_title_stands_as_the_browser_would_sort_it() -> Outcome {
    for lang in LANGUAGES {
        on_page(&format!("?sort=titel&lang={lang}"), async |atlas| {
            let [shown, sorted] = orders(&atlas, ".entry-title").await?;
            assert_eq!(shown.len(), 20);
            assert_eq!(shown, sorted, "{lang}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn so_do_the_values_of_the_filters() -> Outcome {
    for lang in LANGUAGES {
        on_page(&format!("?lang={lang}"), async |atlas| {
            for facet in ["kommun", "land", "tema", "program", "ort"] {
                let named = format!("[data-facet={facet}]:not([data-value=ej]) .option-label");
                let [shown, sorted] = orders(&atlas, &named).await?;
                assert!(shown.len() > 1, "{facet}");
                assert_eq!(shown, sorted, "{facet}, {lang}");
            }
            Ok(())
        })?;
    }
    Ok(())
}
