//! The element in pages of others.

use std::collections::BTreeSet;

use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};

const PLAIN: &str = include_str!("../../../hosts/plain.html");
const TWO: &str = include_str!("../../../hosts/two.html");

#[test]
fn a_snippet_in_a_plain_page_comes_alive_with_its_presets() -> Outcome {
    Site::published().hosted_by(PLAIN).in_browser(async |browser| {
        browser.listen().await?;
        let atlas = browser.open("?land=KE").await?;
        assert_eq!(atlas.count().await?, 20, "the page's own keys are not the element's");
        assert_eq!(atlas.text(".view-switch [aria-current]").await?, "Karta");
        assert_eq!(browser.heard().await?, ["pa-ready"]);
        atlas.facet("land", "ZA").await?.choose().await?;
        assert_soon!(browser.heard(), ["pa-ready", "pa-filter-change"]);
        atlas.open_record("stellenbosch").await?;
        assert_soon!(browser.heard(), ["pa-ready", "pa-filter-change", "pa-open"]);
        assert_eq!(browser.address().await?, "?land=KE", "and its address stays as it is");
        assert_eq!(browser.title().await?, "Kommunens sida");
        Ok(())
    })
}

#[test]
fn two_elements_share_neither_state_nor_ids() -> Outcome {
    Site::published().hosted_by(TWO).in_browser(async |browser| {
        browser.visit("").await?;
        let first = browser.atlas(0).await?;
        let second = browser.atlas(1).await?;
        assert_eq!(first.text(".search-label").await?, "Sök");
        assert_eq!(second.text(".search-label").await?, "Search");
        first.facet("land", "KE").await?.choose().await?;
        assert_soon!(first.hits(), ["noreld"]);
        assert_eq!(second.count().await?, 20);
        assert_eq!(second.ticked().await?, [""; 0]);
        second.open_record("gemis").await?;
        assert_soon!(second.has_focus(".detail h2"), true);
        assert_eq!(first.open_title().await?, None);
        let ids = ids(&first, &second).await?;
        assert!(ids.len() > 8, "{ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        let script = "return performance.getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('.wasm')).length";
        assert_soon!(browser.run::<usize>(script, vec![]), 1_usize, "one program for both");
        Ok(())
    })
}

async fn ids(first: &Atlas, second: &Atlas) -> Result<Vec<String>> {
    let mut ids = first.attributes("[id]", "id").await?;
    ids.extend(second.attributes("[id]", "id").await?);
    Ok(ids)
}

#[test]
fn an_element_that_is_taken_away_is_emptied_and_comes_back_when_put_back() -> Outcome {
    on_page("?land=KE", async |atlas| {
        let take = "window.parent_ = host.parentNode; window.kept = host; host.remove();";
        atlas.read::<()>(take, &[]).await?;
        let script = "return [...kept.shadowRoot.children].map((node) => node.localName)";
        let left = async || atlas.run::<Vec<String>>(script, vec![]).await;
        assert_soon!(left(), ["slot"], "nothing but its own content");
        atlas.run::<()>("parent_.append(kept)", vec![]).await?;
        assert_soon!(atlas.number_of("[role=status]"), 1_usize);
        assert_eq!(atlas.hits().await?, ["noreld"], "as the address says");
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.count(), 20);
        assert_soon!(atlas.address(), "");
        Ok(())
    })
}

#[test]
fn an_element_that_is_moved_keeps_its_state() -> Outcome {
    on_page("", async |atlas| {
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.count(), 1);
        atlas
            .read::<()>(
                "window.before = root.querySelector('.app'); document.body.append(host)",
                &[],
            )
            .await?;
        assert!(atlas.read::<bool>("return root.querySelector('.app') === before", &[]).await?);
        assert_eq!(atlas.count().await?, 1);
        Ok(())
    })
}
