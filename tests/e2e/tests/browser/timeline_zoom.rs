//! Which years the timeline shows.

use partneratlas_e2e::atlas::WHOLE;
use partneratlas_e2e::pointer::{Held, Point, one_finger, two_fingers_apart};
use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};
use thirtyfour::Key;

/// The first and the last year on the axis.
type Shown = (i32, i32);

/// What a step does to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Nearer,
    Farther,
    Earlier,
    Later,
    Whole,
}

impl Step {
    fn is_between(self, before: Shown, after: Shown) -> bool {
        let length = |(first, last): Shown| last - first;
        match self {
            Self::Nearer => length(after) < length(before),
            Self::Farther => length(after) > length(before),
            Self::Earlier => after.0 < before.0 && after.1 < before.1,
            Self::Later => after.0 > before.0 && after.1 > before.1,
            Self::Whole => after == WHOLE && before != WHOLE,
        }
    }
}

/// A walk through the years that takes every kind of step.
const WALK: [Step; 6] =
    [Step::Nearer, Step::Nearer, Step::Earlier, Step::Later, Step::Farther, Step::Whole];

/// Takes the walk and expects of each step what it says.
async fn expect_walk(atlas: &Atlas, step: impl AsyncFn(Step) -> Outcome) -> Outcome {
    assert_soon!(atlas.years_shown(), WHOLE);
    for kind in WALK {
        let before = atlas.years_shown().await?;
        step(kind).await?;
        let went = async || Ok(kind.is_between(before, atlas.years_shown().await?));
        assert_soon!(went(), true, "{kind:?} from {before:?}");
    }
    Ok(())
}

async fn focus_chart(atlas: &Atlas) -> Outcome {
    atlas.read("root.querySelector('.chart [data-stop]').focus()", &[]).await
}

#[test]
fn buttons_zoom_and_pan() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        expect_walk(&atlas, async |step| {
            let name = match step {
                Step::Nearer => "Zooma in",
                Step::Farther => "Zooma ut",
                Step::Earlier => "Tidigare",
                Step::Later => "Senare",
                Step::Whole => "Hela perioden",
            };
            atlas.click_text(".axis-tools button", name).await
        })
        .await?;
        let disabled = atlas.texts(".axis-tools button:disabled").await?;
        assert_eq!(disabled, ["Tidigare", "Senare", "Zooma ut", "Hela perioden"]);
        Ok(())
    })
}

#[test]
fn keys_zoom_and_pan_while_the_chart_has_the_focus() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        focus_chart(&atlas).await?;
        expect_walk(&atlas, async |step| {
            let chain = atlas.driver().action_chain();
            let chain = match step {
                Step::Nearer => chain.send_keys("+"),
                Step::Farther => chain.send_keys("-"),
                Step::Earlier => chain.send_keys(Key::Left),
                Step::Later => chain.send_keys(Key::Right),
                Step::Whole => chain.send_keys("0"),
            };
            Ok(chain.perform().await?)
        })
        .await
    })
}

#[test]
fn the_same_keys_elsewhere_leave_the_axis_alone() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        focus_chart(&atlas).await?;
        let mut shown = vec![WHOLE];
        for _ in 0..2 {
            atlas.press_all("+").await?;
            let before = shown[shown.len() - 1];
            let nearer = async || Ok(Step::Nearer.is_between(before, atlas.years_shown().await?));
            assert_soon!(nearer(), true);
            shown.push(atlas.years_shown().await?);
        }
        atlas.press_all("0+").await?;
        assert_soon!(atlas.years_shown(), shown[1]);
        // The search field is last: it hides everything that these keys do not find.
        for elsewhere in [".as-table", "[data-value=KE] input", ".entry a", "input[type=search]"] {
            let focus = "root.querySelector(given[0]).focus()";
            atlas.read::<()>(focus, &[elsewhere.into()]).await?;
            atlas.press_all("+").await?;
            atlas.press(Key::Left).await?;
            assert_eq!(atlas.years_shown().await?, shown[1], "{elsewhere}");
        }
        assert_eq!(atlas.find("input[type=search]").await?.value().await?.as_deref(), Some("+"));
        atlas.clear_all().await?;
        assert_soon!(atlas.count(), 20);
        focus_chart(&atlas).await?;
        atlas.press_all("+").await?;
        assert_soon!(atlas.years_shown(), shown[2], "one step from where it stood");
        Ok(())
    })
}

/// What the axis names, apart from today, each with its place.
async fn ticks(atlas: &Atlas) -> Result<Vec<(String, f64)>> {
    let script = "return [...root.querySelectorAll('.axis .tick')]
        .map((tick) => [tick.textContent, tick.getBoundingClientRect().left])";
    atlas.read(script, &[]).await
}

/// The finest part of the calendar among names: `år`, `kv` or `månad`.
fn finest(ticks: &[(String, f64)]) -> &'static str {
    let names = || ticks.iter().map(|(name, _)| name.as_str());
    if names().any(|name| name.chars().all(char::is_alphabetic)) {
        return "månad";
    }
    if names().any(|name| name.starts_with("kv ")) { "kv" } else { "år" }
}

#[test]
fn the_axis_names_years_then_quarters_then_months() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        focus_chart(&atlas).await?;
        let mut levels = vec![finest(&ticks(&atlas).await?)];
        for _ in 0..6 {
            let before = ticks(&atlas).await?;
            atlas.press_all("+").await?;
            let changed = async || Ok(ticks(&atlas).await? != before);
            assert_soon!(changed(), true);
            levels.push(finest(&ticks(&atlas).await?));
        }
        levels.dedup();
        assert_eq!(levels, ["år", "kv", "månad"]);
        Ok(())
    })
}

#[test]
fn programme_periods_are_shown_on_demand() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        assert_eq!(atlas.number_of(".band").await?, 0);
        atlas.click(".more-choices summary").await?;
        atlas.click("[name=program]").await?;
        assert_soon!(atlas.texts(".band-name"), ["2007–2013", "2014–2020", "2021–2027"]);
        assert_eq!(atlas.number_of(".rows .band").await?, 3, "behind the bars too");
        atlas.click("[name=program]").await?;
        assert_soon!(atlas.number_of(".band"), 0_usize);
        Ok(())
    })
}

/// Opens a page that is low enough to be scrolled, and says where the middle of its chart is.
async fn low_page(browser: &partneratlas_e2e::Browser) -> Result<(Atlas, Point)> {
    browser.resize(1024, 500).await?;
    let atlas = browser.open("?vy=tidslinje").await?;
    assert_soon!(atlas.years_shown(), WHOLE);
    let middle = atlas.middle_of(".chart .rows").await?;
    Ok((atlas, middle))
}

/// Expects that the page was scrolled away from `before`, and that the axis stayed as it was.
async fn expect_scrolled(atlas: &Atlas, before: f64) -> Outcome {
    atlas.expect_scrolled_from(before).await?;
    assert_eq!(atlas.years_shown().await?, WHOLE);
    Ok(())
}

/// Expects that the axis shows fewer years, and that the page was not scrolled away from `before`.
async fn expect_zoomed(atlas: &Atlas, before: f64) -> Outcome {
    let nearer = async || Ok(Step::Nearer.is_between(WHOLE, atlas.years_shown().await?));
    assert_soon!(nearer(), true, "the axis shows fewer years");
    let after = atlas.scrolled().await?;
    assert!((after - before).abs() < 1.0, "scrolled from {before} to {after}");
    Ok(())
}

#[test]
fn a_bare_wheel_scrolls_the_page() -> Outcome {
    Site::published().in_browser(async |browser| {
        let (atlas, middle) = low_page(&browser).await?;
        let before = atlas.scrolled().await?;
        browser.turn_wheel(middle, -150.0, Held::Nothing).await?;
        expect_scrolled(&atlas, before).await
    })
}

#[test]
fn the_wheel_with_ctrl_or_command_zooms() -> Outcome {
    for held in [Held::Control, Held::Command] {
        Site::published().in_browser(async |browser| {
            let (atlas, middle) = low_page(&browser).await?;
            let before = atlas.scrolled().await?;
            browser.turn_wheel(middle, -150.0, held).await?;
            expect_zoomed(&atlas, before).await
        })?;
    }
    Ok(())
}

#[test]
fn one_finger_scrolls_the_page() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.use_touch_screen().await?;
        let (atlas, (x, y)) = low_page(&browser).await?;
        let before = atlas.scrolled().await?;
        browser.drag_fingers(&one_finger((x, y))).await?;
        expect_scrolled(&atlas, before).await
    })
}

#[test]
fn two_fingers_zoom_around_their_middle() -> Outcome {
    Site::published().in_browser(async |browser| {
        browser.use_touch_screen().await?;
        let (atlas, (x, y)) = low_page(&browser).await?;
        let before = atlas.scrolled().await?;
        browser.drag_fingers(&two_fingers_apart((x, y))).await?;
        expect_zoomed(&atlas, before).await?;
        let (first, last) = atlas.years_shown().await?;
        assert!(first > WHOLE.0 && last < WHOLE.1, "{first}–{last} lies around the middle");
        Ok(())
    })
}
