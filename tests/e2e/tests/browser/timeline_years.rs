//! The strip of years above the chart.

use partneratlas_e2e::{Atlas, Outcome, Result, assert_soon, on_page};

/// What stands in the strip's two fields.
async fn fields(atlas: &Atlas) -> Result<[String; 2]> {
    let script = "return ['fran', 'till']
        .map((name) => root.querySelector(`.overview input[name=${name}]`).value)";
    atlas.read(script, &[]).await
}

#[test]
fn the_brush_chooses_years_in_either_direction_and_lets_them_go() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        for (from, to, address, years) in [
            (2010, 2015, "?fran=2010&till=2015&vy=tidslinje", ["2010", "2015"]),
            (2020, 2017, "?fran=2017&till=2020&vy=tidslinje", ["2017", "2020"]),
            (2017, 2020, "?vy=tidslinje", ["", ""]),
            (2012, 2012, "?fran=2012&till=2012&vy=tidslinje", ["2012", "2012"]),
        ] {
            atlas.brush(from, to).await?;
            assert_soon!(atlas.address(), address, "{from} to {to}");
            assert_soon!(fields(&atlas), years, "{from} to {to}");
            let chosen = usize::from(!years[0].is_empty());
            assert_soon!(atlas.number_of(".chosen-years"), chosen);
        }
        Ok(())
    })
}

#[test]
fn the_fields_do_the_same_without_a_drag() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        atlas.brush(2017, 2018).await?;
        assert_soon!(atlas.address(), "?fran=2017&till=2018&vy=tidslinje");
        let brushed = atlas.hits().await?;
        atlas.click(".overview-fields button").await?;
        assert_soon!(atlas.address(), "?vy=tidslinje");
        assert_soon!(atlas.count(), 20);
        for (name, year) in [("fran", "2017"), ("till", "2018")] {
            let field = atlas.find(&format!(".overview input[name={name}]")).await?;
            field.send_keys(format!("{year}\n")).await?;
        }
        assert_soon!(atlas.address(), "?fran=2017&till=2018&vy=tidslinje");
        assert_soon!(atlas.hits(), brushed);
        assert_soon!(atlas.number_of(".chosen-years"), 1_usize);
        Ok(())
    })
}

#[test]
fn every_year_keeps_its_column_whatever_years_are_chosen() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        let columns = async || atlas.attributes(".strip-years .columns", "d").await;
        let before = columns().await?;
        assert!(before[0].matches('z').count() > 10, "{before:?}");
        atlas.brush(2017, 2018).await?;
        assert_soon!(atlas.number_of(".chosen-years"), 1_usize);
        assert_eq!(columns().await?, before);
        atlas.facet("land", "KE").await?.choose().await?;
        let narrowed = async || Ok(columns().await? != before);
        assert_soon!(narrowed(), true, "the other filters count");
        Ok(())
    })
}
