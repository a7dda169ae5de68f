//! The rows of the timeline: their order, their groups, their colours and their names.

use std::collections::{BTreeMap, BTreeSet};

use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};
use serde::Deserialize;

/// Whether the ids stand in this order, with others between them.
fn expect_order(rows: &[String], wanted: &[&str], order: &str) {
    let places: Vec<_> = wanted.iter().map(|id| rows.iter().position(|row| row == id)).collect();
    assert!(places.iter().all(Option::is_some), "{order}: {wanted:?} in {rows:?}");
    assert!(places.is_sorted(), "{order}: {rows:?}");
}

#[test]
fn rows_stand_by_start_by_end_or_by_title() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        for (order, wanted) in [
            ("aldst", ["vanort-savigny-le-temple", "baces", "evolaq", "noreld", "gemis"]),
            ("nyast", ["gemis", "noreld", "evolaq", "baces", "vanort-savigny-le-temple"]),
            ("slut", ["baces", "evolaq", "noreld", "gemis", "theewaterskloof"]),
            ("titel", ["baces", "gemis", "noreld", "theewaterskloof", "vanort-savigny-le-temple"]),
        ] {
            atlas.click(&format!(".sort option[value={order}]")).await?;
            let chosen =
                async || atlas.find(".sort select").await?.value().await.map_err(Into::into);
            assert_soon!(chosen(), Some(order.to_owned()));
            let stand = async || {
                let rows = atlas.rows().await?;
                Ok(wanted.map(|id| rows.iter().position(|row| row == id)).is_sorted())
            };
            assert_soon!(stand(), true, "{order}");
            expect_order(&atlas.rows().await?, &wanted, order);
        }
        Ok(())
    })
}

#[test]
fn rows_stand_under_headings_with_their_numbers() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        assert_soon!(atlas.number_of(".row"), 11_usize);
        let rows = atlas.rows().await?;
        for (facet, title, members) in [
            ("form", "Kommunalt partnerskap", vec!["noreld", "theewaterskloof"]),
            ("kommun", "Norrköping", vec!["gemis", "noreld"]),
            ("land", "Sydafrika", vec!["theewaterskloof", "young-entrepreneurs"]),
            ("program", "Sida", vec!["noreld", "theewaterskloof"]),
        ] {
            atlas.click(&format!("[name=grupp] option[value={facet}]")).await?;
            assert_soon!(atlas.address(), format!("?vy=tidslinje&grupp={facet}"));
            let has_group =
                async || Ok(atlas.groups().await?.iter().any(|(name, ..)| name == title));
            assert_soon!(has_group(), true, "{facet}");
            let groups = atlas.groups().await?;
            for (name, count, rows) in &groups {
                assert_eq!(*count, rows.len(), "{facet}: {name}");
            }
            let Some((.., found)) = groups.iter().find(|(name, ..)| name == title) else {
                return Err(format!("{facet} has no group {title}").into());
            };
            assert!(
                members.iter().all(|id| found.iter().any(|row| row == id)),
                "{title}: {found:?}"
            );
            let all = groups.iter().flat_map(|(.., rows)| rows);
            let grouped: BTreeSet<_> = all.collect();
            assert_eq!(grouped, rows.iter().collect(), "{facet}: nothing is lost");
        }
        atlas.click("[name=grupp] option[value='']").await?;
        assert_soon!(atlas.number_of(".group-head"), 0_usize);
        assert_eq!(atlas.rows().await?, rows, "as it was");
        assert_eq!(atlas.address().await?, "?vy=tidslinje");
        Ok(())
    })
}

#[test]
fn a_heading_folds_its_rows_into_a_strip() -> Outcome {
    on_page("?vy=tidslinje&grupp=land&land=ZA&land=KE", async |atlas| {
        let kenya = ".group .group-head button";
        let group = atlas.groups().await?.into_iter().next().ok_or("no group")?;
        assert_eq!(group, ("Kenya".to_owned(), 1, vec!["noreld".to_owned()]));
        let state = async || atlas.attributes(".group-head button", "aria-expanded").await;
        assert_eq!(state().await?, ["true", "true"]);
        assert_eq!(atlas.number_of(".strip-box").await?, 0);
        atlas.click(kenya).await?;
        assert_soon!(state(), ["false", "true"]);
        assert_soon!(atlas.number_of("[data-row=noreld]"), 0_usize);
        assert_eq!(atlas.number_of(".strip-box .strip").await?, 1, "it says how many when");
        assert_eq!(atlas.texts(".group-count").await?, ["1", "2"]);
        atlas.click(kenya).await?;
        assert_soon!(atlas.number_of("[data-row=noreld]"), 1_usize);
        assert_eq!(atlas.number_of(".strip-box").await?, 0);
        Ok(())
    })
}

/// How a row looks, by its status or its form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Look {
    key: String,
    fill: String,
    sign: String,
}

async fn looks(atlas: &Atlas, by: &str) -> Result<Vec<Look>> {
    let script = "return [...root.querySelectorAll('.row')].map((row) => {
        const body = row.querySelector('.bar-body, .bar-soft, .bar-doubt');
        return {
            key: row.querySelector('[data-status]').dataset[given[0]],
            fill: getComputedStyle(body).getPropertyValue('--_fill'),
            sign: row.querySelector('.sign')?.getAttribute('d') ?? '' } })";
    atlas.read(script, &[by.into()]).await
}

#[test]
fn a_colour_never_stands_without_its_sign() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        for (choice, by) in [("status", "status"), ("form", "form")] {
            atlas.click(&format!("[name=farg] option[value={choice}]")).await?;
            assert_soon!(atlas.number_of(&format!(".chart[data-colour={choice}]")), 1_usize);
            let mut known: BTreeMap<String, Look> = BTreeMap::new();
            for look in looks(&atlas, by).await? {
                assert!(!look.fill.is_empty() && !look.sign.is_empty(), "{look:?}");
                let first = known.entry(look.key.clone()).or_insert_with(|| look.clone());
                assert_eq!(*first, look, "the same {choice} looks the same");
            }
            assert!(known.len() > 1, "{known:?}");
            let signs: BTreeSet<_> = known.values().map(|look| &look.sign).collect();
            assert_eq!(signs.len(), known.len(), "each {choice} has a sign of its own: {known:?}");
            let words = atlas.texts(".kinds li").await?;
            assert!(words.len() >= known.len(), "and its word: {words:?}");
        }
        Ok(())
    })
}

/// What is wrong with where names and signs stand, and how many stand on their bars, beside them and
/// are cut short.
#[derive(Debug, Deserialize)]
struct Names {
    faults: Vec<String>,
    inside: usize,
    beside: usize,
}

const NAMES: &str = "
    const box = (node) => node.getBoundingClientRect();
    const chart = box(root.querySelector('.rows > svg'));
    const faults = [];
    const sides = { inside: 0, beside: 0 };
    for (const row of root.querySelectorAll('.row')) {
        const [name, sign] = ['.name', '.sign'].map((part) => row.querySelector(part));
        const fault = (what) => faults.push(`${row.dataset.row}: ${what}`);
        if (!name || !sign) { fault('no name or no sign'); continue; }
        const [bar, word, mark] = [row.querySelector('[data-bar]'), name, sign].map(box);
        if (mark.right > word.left) fault('the sign does not stand before the name');
        if (mark.left < chart.left - 0.5 || word.right > chart.right + 0.5) fault('out of the chart');
        const inside = name.classList.contains('inside');
        sides[inside ? 'inside' : 'beside'] += 1;
        const within = mark.left >= bar.left && word.right <= bar.right;
        const apart = mark.left >= bar.right || word.right <= bar.left;
        if (inside ? !within : !apart) fault(`${inside ? 'not on' : 'over'} its bar`);
        if (word.top < box(row).top || word.bottom > box(row).bottom) fault('out of its row');
    }
    return { faults, ...sides }";

#[test]
fn names_stand_on_their_bars_or_clear_of_them_at_every_width() -> Outcome {
    Site::published().in_browser(async |browser| {
        let (mut inside, mut beside) = (0, 0);
        for width in [620, 768, 1024, 1280, 1600] {
            browser.resize(width, 900).await?;
            let atlas = browser.open("?vy=tidslinje").await?;
            let rows = async || Ok(atlas.rows().await?.len());
            assert_soon!(rows(), 11_usize, "{width} px");
            let names: Names = atlas.read(NAMES, &[]).await?;
            assert_eq!(names.faults, [""; 0], "{width} px");
            inside += names.inside;
            beside += names.beside;
        }
        assert!(inside > 0 && beside > 0, "{inside} on their bars, {beside} beside them");
        Ok(())
    })
}

#[test]
fn a_screen_reader_hears_name_dates_and_status() -> Outcome {
    on_page("?vy=tidslinje&sort=aldst", async |atlas| {
        let names = atlas.names_heard(".chart", "link").await?;
        assert_eq!(names.len(), atlas.rows().await?.len());
        for wanted in [
            "Kommunalt partnerskap med Uasin Gishu County, Kenya (NORELD), 2017–2019, avslutat",
            "Partnerskap med Theewaterskloof, Sydafrika, 2011 – tills vidare (pågick enligt källan\u{A0}2016), okänd",
            "Enhancing Volunteering Actions and Quality in Europe (EVOLAQ), 1 februari 2016 – 31 januari 2018, avslutat",
        ] {
            assert!(names.iter().any(|name| name == wanted), "“{wanted}” in {names:#?}");
        }
        Ok(())
    })
}

#[test]
fn the_legend_explains_each_mark_in_words() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        assert_eq!(atlas.texts(".legend summary").await?, ["Så läser du tidslinjen"]);
        atlas.click(".legend summary").await?;
        let sentences = atlas.texts(".legend li span").await?;
        for word in [
            "Rak kant:",
            "Tonad del:",
            "Pil:",
            "Streckad pil:",
            "Taggig kant:",
            "Streckad kant:",
            "Romb:",
            "Romb på en linje:",
            "Band under en rubrik:",
            "Bara kontur:",
        ] {
            let said = sentences.iter().filter(|sentence| sentence.starts_with(word)).count();
            assert_eq!(said, 1, "{word} in {sentences:#?}");
        }
        let looks = atlas.read::<usize>(
            "return new Set([...root.querySelectorAll('.legend li svg')].map((svg) => svg.innerHTML)).size",
            &[],
        );
        assert_eq!(looks.await?, sentences.len(), "and each looks different");
        Ok(())
    })
}

#[test]
fn what_filters_hide_comes_back_as_ghosts_on_demand() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [1280, 375] {
            browser.resize(width, 900).await?;
            let atlas = browser.open("?vy=tidslinje&land=KE").await?;
            assert_soon!(atlas.rows(), ["noreld"], "only the selection is drawn");
            atlas.click(".more-choices summary").await?;
            atlas.click("[name=dolda]").await?;
            assert_soon!(atlas.number_of("[data-row][data-ghost]"), 10_usize, "{width} px");
            let solid = atlas.attributes("[data-row]:not([data-ghost])", "data-row").await?;
            assert_eq!(solid, ["noreld"]);
            assert_eq!(atlas.bars().await?, ["noreld"], "a ghost is no bar of the selection");
            assert_eq!(atlas.count().await?, 1);
            atlas.click("[name=dolda]").await?;
            assert_soon!(atlas.rows(), ["noreld"]);
        }
        Ok(())
    })
}

#[test]
fn without_dates_a_selection_is_listed_all_the_same() -> Outcome {
    on_page("?vy=tidslinje&q=stellenbosch", async |atlas| {
        assert_soon!(atlas.undated(), ["stellenbosch"]);
        assert_eq!(atlas.text(".undated h3").await?, "Utan datum");
        assert!(atlas.find(".undated [data-bar=stellenbosch] a").await?.is_displayed().await?);
        Ok(())
    })
}
