//! The timeline and its table.

use std::collections::BTreeSet;

use partneratlas_e2e::{Outcome, assert_soon, on_page};

#[test]
fn every_hit_has_one_bar_or_stands_in_the_lane_without_dates() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        let bars = atlas.bars().await?;
        let hits: BTreeSet<String> = atlas.hits().await?.into_iter().collect();
        assert_eq!(bars.len(), 20);
        assert_eq!(bars.into_iter().collect::<BTreeSet<_>>(), hits);
        let undated: BTreeSet<String> = atlas.undated().await?.into_iter().collect();
        for id in ["alba", "creanet", "stellenbosch", "vanort-cesis"] {
            assert!(undated.contains(id), "{id} in {undated:?}");
        }
        for id in ["noreld", "gemis", "theewaterskloof", "young-entrepreneurs"] {
            assert!(!undated.contains(id), "{id} in {undated:?}");
        }
        Ok(())
    })
}

#[test]
fn the_selection_moves_the_bars() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.bars(), ["noreld"]);
        assert_eq!(atlas.hits().await?, ["noreld"], "the list beside it shows the same");
        atlas.facet("land", "KE").await?.choose().await?;
        let bars = async || Ok(atlas.bars().await?.len());
        assert_soon!(bars(), 20_usize);
        Ok(())
    })
}

#[test]
fn today_is_named_and_drawn_where_it_is() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        assert_eq!(atlas.texts(".today-label").await?, ["I dag, 21 november 2026"]);
        for ended in ["noreld", "gemis", "evolaq"] {
            let ((left, right), today) = atlas.bar_and_today(ended).await?;
            assert!(left < right && right < today, "{ended}: {left}–{right}, today {today}");
        }
        let ((_, right), today) = atlas.bar_and_today("theewaterskloof").await?;
        assert!((right - today).abs() < 8.0, "an open end reaches today: {right}, {today}");
        Ok(())
    })
}

#[test]
fn later_bars_stand_farther_right_and_longer_periods_are_longer() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        let ((evolaq, evolaq_end), _) = atlas.bar_and_today("evolaq").await?;
        let ((gemis, gemis_end), _) = atlas.bar_and_today("gemis").await?;
        let ((noreld, noreld_end), _) = atlas.bar_and_today("noreld").await?;
        assert!(evolaq < noreld && noreld < gemis);
        let ratio = (noreld_end - noreld) / (gemis_end - gemis);
        assert!((1.3..1.6).contains(&ratio), "three years to two years and a month: {ratio}");
        assert!((evolaq_end - evolaq) < (noreld_end - noreld));
        Ok(())
    })
}

#[test]
fn ends_that_are_open_unknown_or_vague_look_different_and_read_different() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        let mut looks = BTreeSet::new();
        for (id, words) in [
            ("theewaterskloof", "2011 – tills vidare"),
            ("vanort-savigny-le-temple", "troligen 1986"),
            ("young-entrepreneurs", "startdatum saknas"),
            ("evolaq", "1 februari 2016 – 31 januari 2018"),
            ("gemis", "mars 2021 – mars 2023"),
            ("noreld", "2017–2019"),
        ] {
            let name = atlas.row_name(id).await?;
            assert!(name.contains(words), "{id}: {name}");
            let paths = atlas.attributes(&format!(".row [data-bar=\"{id}\"] path"), "d").await?;
            // Letters only: which parts there are, not where.
            let look: Vec<String> = paths
                .iter()
                .map(|d| d.chars().filter(char::is_ascii_alphabetic).collect())
                .collect();
            assert!(look.iter().any(|path| !path.is_empty()), "{id} is drawn");
            looks.insert(look);
        }
        assert!(looks.len() >= 4, "{looks:?}");
        Ok(())
    })
}

#[test]
fn the_table_says_the_same_in_words() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        let bars: BTreeSet<String> = atlas.bars().await?.into_iter().collect();
        atlas.toggle_table().await?;
        assert_soon!(atlas.table_is_shown(), true);
        let rows = async || Ok(atlas.table().await?.len());
        assert_soon!(rows(), 20_usize);
        let table = atlas.table().await?;
        assert_eq!(table.iter().map(|(id, _)| id.clone()).collect::<BTreeSet<_>>(), bars);
        let cells =
            |id: &str| table.iter().find(|(row, _)| row == id).map(|(_, cells)| cells.join("|"));
        for (id, words) in [
            ("noreld", "2017–2019|Avslutat|Kenya"),
            ("gemis", "mars 2021 – mars 2023"),
            ("theewaterskloof", "2011 – tills vidare"),
            ("euc4biz", "tid inte angiven"),
        ] {
            let row = cells(id).unwrap_or_default();
            assert!(row.contains(words), "{id}: {row}");
        }
        atlas.toggle_table().await?;
        let drawn = async || Ok(atlas.bars().await?.len());
        assert_soon!(drawn(), 20_usize);
        Ok(())
    })
}

#[test]
fn a_row_leads_to_its_record() -> Outcome {
    on_page("?vy=tidslinje&land=KE", async |atlas| {
        atlas.click(".row a").await?;
        assert_soon!(atlas.address(), "?land=KE&vy=tidslinje&projekt=noreld");
        assert_soon!(atlas.has_focus(".detail h2"), true);
        atlas.back_to_list().await?;
        assert_soon!(atlas.has_focus(".row a"), true, "back at the link in the timeline");
        Ok(())
    })
}
