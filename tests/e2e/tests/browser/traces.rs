//! What a visit leaves behind, and whom it tells: nothing and nobody.

use partneratlas_e2e::{Outcome, Site, assert_soon, on_page};
use serde_json::{Value, json};

#[test]
fn nothing_is_asked_of_other_sites() -> Outcome {
    on_page("", async |atlas| {
        atlas.show("karta").await?;
        assert_soon!(atlas.number_of(".map"), 1_usize);
        atlas.show("tidslinje").await?;
        assert_soon!(atlas.number_of(".timeline"), 1_usize);
        atlas.open_record("noreld").await?;
        assert_soon!(atlas.number_of(".detail"), 1_usize);
        let script = "return performance.getEntriesByType('resource').map(({ name }) => name)";
        let asked: Vec<String> = atlas.run(script, vec![]).await?;
        assert!(asked.iter().any(|name| name.ends_with(".wasm")), "{asked:?}");
        let origin: String = atlas.run("return location.origin", vec![]).await?;
        assert!(asked.iter().all(|name| name.starts_with(&format!("{origin}/"))), "{asked:?}");
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
        let script = "return (async () => ({
            local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
            databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
            workers: (await navigator.serviceWorker.getRegistrations()).length }))()";
        let stored: Value = atlas.run(script, vec![]).await?;
        let nothing = json!({ "local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0 });
        assert_eq!(stored, nothing);
        assert_eq!(atlas.driver().get_all_cookies().await?.len(), 0);
        Ok(())
    })
}

/// What a test says whose page has run this script.
fn complaint_about(script: &str) -> String {
    let outcome = Site::published().in_browser(async |browser| {
        browser.visit("").await?;
        browser.run::<()>(script, vec![]).await
    });
    outcome.err().map(|fault| fault.to_string()).unwrap_or_default()
}

#[test]
fn an_error_in_the_console_fails_a_test() {
    let complaint = complaint_about("console.error('planted')");
    assert!(complaint.contains("planted"), "{complaint}");
}

#[test]
fn a_breach_of_the_content_security_policy_fails_a_test() {
    let complaint = complaint_about("document.body.setAttribute('style', 'color: red')");
    assert!(complaint.contains("Content Security Policy"), "{complaint}");
}
