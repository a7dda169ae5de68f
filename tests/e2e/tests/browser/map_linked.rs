//! Entries, marks and the ways between them light each other up.

use std::collections::BTreeSet;

use partneratlas_e2e::{Atlas, Outcome, Result, assert_soon, on_page};
use serde::Deserialize;

/// The ways of a layer: as SVG path data, and how they are dashed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Ways {
    sure: String,
    vague: String,
    dashes: [String; 2],
}

impl Ways {
    fn are_there(&self) -> bool {
        !self.sure.is_empty() || !self.vague.is_empty()
    }
}

async fn ways(atlas: &Atlas, layer: &str) -> Result<Ways> {
    let script = "const [sure, vague] = root.querySelectorAll(`.map ${given[0]} path`);
        return { sure: sure.getAttribute('d'), vague: vague.getAttribute('d'),
            dashes: [sure, vague].map((path) => getComputedStyle(path).strokeDasharray) }";
    atlas.read(script, &[layer.into()]).await
}

const ALL: &str = ".arcs:not(.lit)";
const LIT: &str = ".arcs.lit";

#[test]
fn ways_to_towns_are_drawn_and_those_to_regions_and_countries_dashed() -> Outcome {
    for (address, is_sure, is_vague) in [
        ("?vy=karta&q=euc4biz", false, false),
        ("?vy=karta&land=KE", false, true),
        ("?vy=karta&q=gemis", false, true),
        ("?vy=karta&q=stellenbosch", true, false),
        ("?vy=karta", true, true),
    ] {
        on_page(address, async |atlas| {
            let ways = ways(&atlas, ALL).await?;
            assert_eq!(
                (!ways.sure.is_empty(), !ways.vague.is_empty()),
                (is_sure, is_vague),
                "{address}"
            );
            assert_eq!(ways.dashes[0], "none", "{address}");
            assert_ne!(ways.dashes[1], "none", "{address}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_small_map_of_a_record_has_the_ways_of_that_record_only() -> Outcome {
    on_page("?projekt=noreld", async |atlas| {
        assert_soon!(atlas.number_of(".small-map [data-place=uasin-gishu]"), 1_usize);
        let script = "return [...root.querySelectorAll('.small-map .arcs path')]
            .map((path) => path.getAttribute('d').split('M').length - 1)";
        assert_eq!(atlas.read::<[usize; 4]>(script, &[]).await?, [0, 1, 0, 0], "to one region");
        Ok(())
    })
}

#[test]
fn ways_follow_the_selection() -> Outcome {
    on_page("?vy=karta", async |atlas| {
        let whole = ways(&atlas, ALL).await?;
        atlas.facet("land", "KE").await?.choose().await?;
        let fewer = async || Ok(ways(&atlas, ALL).await?.sure.is_empty());
        assert_soon!(fewer(), true);
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(ways(&atlas, ALL), whole);
        Ok(())
    })
}

#[test]
fn a_place_and_its_entries_light_each_other_up() -> Outcome {
    on_page("?vy=karta&land=KE&land=AT", async |atlas| {
        let hits = atlas.hits().await?;
        assert!(hits.len() > 1, "{hits:?}");
        assert!(!ways(&atlas, LIT).await?.are_there(), "nothing is pointed at");
        for pointed in [".entry[data-project=noreld]", ".map [data-place=uasin-gishu]"] {
            atlas.point_at(pointed).await?;
            let lights = async || {
                let lit = atlas.lit().await?;
                let wanted = ["project=noreld", "place=uasin-gishu"];
                let others = hits.iter().filter(|id| *id != "noreld");
                Ok(wanted.iter().all(|name| lit.contains(*name))
                    && others.map(|id| format!("project={id}")).all(|name| !lit.contains(&name)))
            };
            assert_soon!(lights(), true, "{pointed}");
            let lit = ways(&atlas, LIT).await?;
            assert!(lit.sure.is_empty() && !lit.vague.is_empty(), "to a region: {lit:?}");
            atlas.point_at(".results h2").await?;
            assert_soon!(atlas.lit(), BTreeSet::new());
            assert!(!ways(&atlas, LIT).await?.are_there(), "after {pointed}");
        }
        Ok(())
    })
}

#[test]
fn the_focus_lights_up_what_the_pointer_does() -> Outcome {
    on_page("?vy=karta&land=ES&land=KE", async |atlas| {
        for focused in [".entry[data-project=alba] a", ".map [data-place=a-coruna]"] {
            atlas.read::<()>("root.querySelector(given[0]).focus()", &[focused.into()]).await?;
            let lights = async || Ok(atlas.lit().await?.contains("project=alba"));
            assert_soon!(lights(), true, "{focused}");
            let lit = ways(&atlas, LIT).await?;
            assert!(!lit.sure.is_empty() && lit.vague.is_empty(), "to a town: {lit:?}");
            atlas.read::<()>("root.querySelector('.view-switch a').focus()", &[]).await?;
            assert_soon!(atlas.lit(), BTreeSet::new());
            assert!(!ways(&atlas, LIT).await?.are_there(), "after {focused}");
        }
        Ok(())
    })
}

#[test]
fn what_is_lit_looks_different() -> Outcome {
    on_page("?vy=karta&q=gemis", async |atlas| {
        let look = "const path = root.querySelector('.map [data-place=polen] path');
            return getComputedStyle(path).strokeWidth";
        let before: String = atlas.read(look, &[]).await?;
        atlas.point_at(".entry[data-project=gemis]").await?;
        let differs = async || Ok(atlas.read::<String>(look, &[]).await? != before);
        assert_soon!(differs(), true, "a hatched country");
        let way = "const width = (selector) =>
                parseFloat(getComputedStyle(root.querySelector(selector)).strokeWidth);
            return width('.map .arcs.lit path') > width('.map .arcs:not(.lit) path')";
        assert!(atlas.read::<bool>(way, &[]).await?, "its ways are broader");
        Ok(())
    })
}
