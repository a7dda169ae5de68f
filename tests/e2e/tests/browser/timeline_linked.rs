//! One record, several pictures of it: what is pointed at in one lights up in the others.

use std::collections::BTreeSet;

use partneratlas_e2e::{Outcome, assert_soon, on_page};
use thirtyfour::Key;

#[test]
fn a_bar_and_its_entry_light_each_other_up() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        for (pointed, id) in [
            ("[data-row=noreld] a", "noreld"),
            (".entry[data-project=evolaq]", "evolaq"),
            ("[data-row=gemis] a", "gemis"),
        ] {
            atlas.point_at(pointed).await?;
            let lit = ["project", "row", "bar"].map(|hook| format!("{hook}={id}"));
            assert_soon!(atlas.lit(), BTreeSet::from(lit), "{pointed}");
        }
        let said = "Jämställdhet i beslutsprocessen (GEMIS), mars 2021 – mars 2023, avslutat";
        assert_soon!(atlas.text(".chart-summary"), said);
        atlas.point_at(".results h2").await?;
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
