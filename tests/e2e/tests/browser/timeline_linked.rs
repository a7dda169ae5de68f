//! One record, several pictures of it: what is pointed at in one lights up in the others.

use std::collections::BTreeSet;

use partneratlas_e2e::{Atlas, Outcome, assert_soon, on_page};
use thirtyfour::Key;

async fn point_at(atlas: &Atlas, selector: &str) -> Outcome {
    atlas.middle_of(selector).await?;
    let node = atlas.find(selector).await?;
    Ok(atlas.driver().action_chain().move_to_element_center(&node).perform().await?)
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_bar_and_its_entry_light_each_other_up() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        for (pointed, id) in [
            ("[data-row=noreld] a", "noreld"),
            (".entry[data-project=evolaq]", "evolaq"),
            ("[data-row=gemis] a", "gemis"),
        ] {
            point_at(&atlas, pointed).await?;
            let lit = ["project", "row", "bar"].map(|hook| format!("{hook}={id}"));
            assert_soon!(atlas.lit(), BTreeSet::from(lit), "{pointed}");
        }
        let said = "Jämställdhet i beslutsprocessen (GEMIS), mars 2021 – mars 2023, avslutat";
        assert_soon!(atlas.text(".chart-summary"), said);
        point_at(&atlas, ".results h2").await?;
        assert_soon!(atlas.lit(), BTreeSet::new());
        Ok(())
    })
}

#[test]
fn the_focus_lights_up_what_the_pointer_does() -> Outcome {
    on_page("?vy=tidslinje&sort=aldst", async |atlas| {
        atlas.read::<()>("root.querySelector('.chart [data-stop]').focus()", &[]).await?;
        let rows = atlas.rows().await?;
        for id in rows.iter().take(3) {
            let lit = ["project", "row", "bar"].map(|hook| format!("{hook}={id}"));
            assert_soon!(atlas.lit(), BTreeSet::from(lit));
            atlas.press(Key::Down).await?;
        }
        Ok(())
    })
}

#[test]
fn a_place_and_its_entries_light_each_other_up() -> Outcome {
    on_page("?vy=karta&land=KE&land=AT", async |atlas| {
        let hits = atlas.hits().await?;
        assert!(hits.len() > 1, "{hits:?}");
        for pointed in [".entry[data-project=noreld]", "[data-place=uasin-gishu]"] {
            point_at(&atlas, pointed).await?;
            let lights = async || {
                let lit = atlas.lit().await?;
                let wanted = ["project=noreld", "place=uasin-gishu"];
                let others = hits.iter().filter(|id| *id != "noreld");
                Ok(wanted.iter().all(|name| lit.contains(*name))
                    && others.map(|id| format!("project={id}")).all(|name| !lit.contains(&name)))
            };
            assert_soon!(lights(), true, "{pointed}");
            point_at(&atlas, ".results h2").await?;
            assert_soon!(atlas.lit(), set(&[]));
        }
        Ok(())
    })
}
