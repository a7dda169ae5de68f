//! Nothing on the timeline jumps while it is filtered.

use partneratlas_e2e::{Atlas, Outcome, Result, Site, assert_soon, on_page};
use serde_json::Value;

/// Adds up what moved without the visitor's doing, from here on: not in the first frame after a click, however
/// long that takes.
const WATCH: &str = "
    window.shifted = 0;
    const since = performance.now();
    const clicks = [];
    addEventListener('click', () => {
        const click = { from: performance.now(), to: Infinity };
        clicks.push(click);
        requestAnimationFrame(() => requestAnimationFrame(() => (click.to = performance.now())));
    }, true);
    const isAnswer = ({ startTime }) => clicks.some(({ from, to }) => from <= startTime && startTime < to);
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (entry.startTime > since && !entry.hadRecentInput && !isAnswer(entry)) shifted += entry.value;
        }
    }).observe({ type: 'layout-shift', buffered: true });";

/// Where the axis and its names are, sideways.
async fn axis(atlas: &Atlas) -> Result<Value> {
    let script = "const box = (node) => node.getBoundingClientRect();
        const { left, width } = box(root.querySelector('.axis'));
        const ticks = [...root.querySelectorAll('.axis text')]
            .map((tick) => [tick.textContent, box(tick).left]);
        return { left, width, ticks }";
    atlas.read(script, &[]).await
}

async fn shifted(atlas: &Atlas) -> Result<f64> {
    atlas.run("return shifted", vec![]).await
}

#[test]
fn filtering_moves_nothing_and_leaves_the_axis_where_it_is() -> Outcome {
    on_page("?vy=tidslinje", async |atlas| {
        let rows = async || Ok(atlas.rows().await?.len());
        assert_soon!(rows(), 11_usize);
        atlas.read::<()>(WATCH, &[]).await?;
        let before = axis(&atlas).await?;
        for (facet, value, count) in
            [("land", "KE", 1), ("land", "ZA", 4), ("land", "KE", 3), ("form", "projekt", 1)]
        {
            atlas.facet(facet, value).await?.choose().await?;
            assert_soon!(atlas.count(), count);
            let bars = async || Ok(atlas.bars().await?.len());
            assert_soon!(bars(), count);
            assert_eq!(axis(&atlas).await?, before, "{facet}={value}");
        }
        assert!(shifted(&atlas).await? == 0.0, "{}", shifted(&atlas).await?);
        // The watch is awake: what moves by itself is told.
        let plant =
            "root.querySelector('.results').style.marginTop = `${Math.random() * 90 + 10}px`";
        let told = async || {
            atlas.read::<()>(plant, &[]).await?;
            Ok(shifted(&atlas).await? > 0.0)
        };
        assert_soon!(told(), true);
        Ok(())
    })
}

#[test]
fn nothing_moves_from_under_the_pointer() -> Outcome {
    Site::published().in_browser(async |browser| {
        for width in [320, 375, 560, 640, 1280] {
            browser.resize(width, 900).await?;
            let atlas = browser.open("?vy=tidslinje").await?;
            assert_soon!(atlas.number_of("[data-row]"), 11_usize);
            let row = "[data-row=young-entrepreneurs]";
            let place = async || {
                let script =
                    "return root.querySelector(given[0]).getBoundingClientRect().top + scrollY";
                atlas.read::<f64>(script, &[row.into()]).await
            };
            let before = place().await?;
            let link = format!("{row} a");
            atlas.middle_of(&link).await?;
            let node = atlas.find(&link).await?;
            atlas.driver().action_chain().move_to_element_center(&node).perform().await?;
            let lit = async || Ok(atlas.lit().await?.contains("row=young-entrepreneurs"));
            assert_soon!(lit(), true, "{width} px");
            let moved = place().await? - before;
            assert!(moved.abs() < 0.5, "by {moved} at {width} px");
        }
        Ok(())
    })
}
