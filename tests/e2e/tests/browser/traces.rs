//! What a visit leaves behind, and whom it tells: nothing and nobody.

use partneratlas_e2e::{Engine, Outcome, Site, assert_soon, on_page};

#[test]
fn nothing_is_asked_of_other_sites() -> Outcome {
    on_page("", async |atlas| {
        atlas.show("karta").await?;
        assert_soon!(atlas.number_of(".map"), 1_usize);
        atlas.show("tidslinje").await?;
        assert_soon!(atlas.number_of(".timeline"), 1_usize);
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        let asked = atlas.requests().await?;
        assert!(asked.iter().any(|name| name.ends_with(".wasm")), "{asked:?}");
        atlas.expect_no_traces().await?;
        Ok(())
    })
}

#[test]
fn nothing_is_stored_on_the_visitors_device() -> Outcome {
    on_page("?lang=en", async |atlas| {
        atlas.facet("land", "KE").await?.choose().await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        atlas.show("karta").await?;
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        atlas.expect_no_traces().await?;
        Ok(())
    })
}

/// What tests say whose page has run this script, in each browser.
fn complaints_about(script: &str) -> Vec<String> {
    let complaint = |engine: &Engine| {
        let outcome = Site::published().elsewhere_in(*engine, async |browser| {
            // The product's own page, as if it were a host with its policy.
            browser.driver().goto(browser.product()).await?;
            browser.run::<()>(script, vec![]).await
        });
        outcome.err().map(|fault| fault.to_string()).unwrap_or_default()
    };
    Engine::ALL.iter().filter(|engine| engine.find().is_some()).map(complaint).collect()
}

/// Fails unless each browser complains in all of these words.
fn expect_complaints(script: &str, words: &[&str]) {
    for complaint in complaints_about(script) {
        assert!(words.iter().all(|word| complaint.contains(word)), "{script}: {complaint}");
    }
}

#[test]
fn an_error_in_the_console_fails_a_test() {
    let script = "console.error('told');
        setTimeout(() => { throw new Error('thrown') });
        return new Promise((go) => setTimeout(go))";
    expect_complaints(script, &["told", "thrown"]);
}

#[test]
fn a_breach_of_the_content_security_policy_fails_a_test() {
    let script = "document.body.setAttribute('style', 'color: red')";
    expect_complaints(script, &["Content Security Policy"]);
}
