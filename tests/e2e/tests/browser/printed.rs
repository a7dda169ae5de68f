//! The page on paper: all that was found, what was asked for, and where it is from.

use partneratlas_e2e::{Atlas, Outcome, Result, assert_soon, on_page};

const LIGHT: (&str, &str) = ("prefers-color-scheme", "light");

/// The entries in the document.
async fn entries(atlas: &Atlas) -> Result<usize> {
    atlas.number_of(".list [data-project]").await
}

/// What can be pressed or filled in, and would be printed.
async fn controls(atlas: &Atlas) -> Result<Vec<String>> {
    let script = "return [...root.querySelectorAll('button, input, select, summary')]
        .filter((node) => node.checkVisibility()).map((node) => node.outerHTML)";
    atlas.read(script, &[]).await
}

#[test]
fn paper_has_every_record_of_the_selection_and_says_which_that_is() -> Outcome {
    on_page("?q=a&kommun=0581&kommun=0138", async |atlas| {
        let count = atlas.count().await?;
        assert_eq!(entries(&atlas).await?, count.min(24));
        atlas.emulate("print", &[LIGHT]).await?;
        assert_soon!(entries(&atlas), count);
        let paper = atlas.text(".paper").await?;
        for expected in
            ["Urval: ”a”, Tyresö, Norrköping", "21 november 2026", "?q=a&kommun=0581&kommun=0138"]
        {
            assert!(paper.contains(expected), "{expected} is not in {paper}");
        }
        Ok(())
    })
}

#[test]
fn what_is_turned_to_is_turned_to_again_after_printing() -> Outcome {
    on_page("?q=a", async |atlas| {
        let count = atlas.count().await?;
        assert!(count > 24, "more than one page: {count}");
        atlas.click(".pager button:last-child").await?;
        assert_soon!(entries(&atlas), count - 24);
        let second = atlas.hits().await?;
        atlas.emulate("print", &[LIGHT]).await?;
        assert_soon!(entries(&atlas), count);
        assert_eq!(atlas.number_of(".pager").await?, 0);
        atlas.emulate("screen", &[LIGHT]).await?;
        assert_soon!(atlas.hits(), second);
        assert_eq!(atlas.number_of(".paper").await?, 0);
        Ok(())
    })
}

#[test]
fn a_record_is_printed_with_its_address() -> Outcome {
    on_page("en/?projekt=noreld", async |atlas| {
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        atlas.emulate("print", &[LIGHT]).await?;
        assert_soon!(atlas.number_of(".detail .paper"), 1_usize);
        let address: String = atlas.run("return location.href", vec![]).await?;
        let paper = atlas.text(".detail .paper").await?;
        assert!(paper.ends_with(&address) && paper.starts_with("Source: "), "{paper}");
        Ok(())
    })
}

#[test]
fn nothing_to_press_is_printed() -> Outcome {
    for address in ["?land=KE&q=norr", "?vy=tidslinje", "?vy=karta", "?projekt=noreld"] {
        on_page(address, async |atlas| {
            atlas.emulate("print", &[LIGHT]).await?;
            assert_soon!(controls(&atlas), [""; 0], "{address}");
            Ok(())
        })?;
    }
    Ok(())
}
