//! What is published, file by file: nobody's address, nothing that a strict host refuses, nothing
//! that works in one folder only.

use std::collections::BTreeSet;
use std::fs;

use partneratlas_e2e::dist::{self, Published, Tag, tags};
use partneratlas_e2e::personal::{mailboxes, telephone_numbers};
use partneratlas_e2e::{Outcome, Result};
use serde_json::Value;

/// The mailboxes that may be published: those of roles, as `seeds/contacts.json` lists them.
fn role_mailboxes() -> Result<BTreeSet<String>> {
    let text = fs::read(xtask::workspace::path("seeds/contacts.json"))?;
    let seeds: Value = serde_json::from_slice(&text)?;
    let contacts = seeds.get("contacts").and_then(Value::as_array).ok_or("no contacts")?;
    let mailboxes = contacts.iter().filter_map(|contact| contact.get("mailbox")?.as_str());
    Ok(mailboxes.map(str::to_owned).collect())
}

/// Every file that is not a compressed twin of another.
fn originals() -> Result<Vec<Published>> {
    Ok(dist::files()?.into_iter().filter(|file| !file.is_twin()).collect())
}

fn pages() -> Result<Vec<Published>> {
    let pages: Vec<_> = originals()?.into_iter().filter(Published::is_page).collect();
    assert!(pages.len() >= 2, "one page for each language at least");
    Ok(pages)
}

/// Every start tag of every page, with the page's path.
fn page_tags() -> Result<Vec<(String, Tag)>> {
    let tagged =
        |page: Published| tags(&page.text()).into_iter().map(move |tag| (page.path.clone(), tag));
    Ok(pages()?.into_iter().flat_map(tagged).collect())
}

#[test]
fn no_mailbox_is_published_but_those_of_roles() -> Outcome {
    let allowed = role_mailboxes()?;
    for file in originals()? {
        let found: BTreeSet<String> = mailboxes(&file.text()).into_iter().collect();
        let personal: Vec<_> = found.difference(&allowed).collect();
        assert!(personal.is_empty(), "{}: {personal:?}", file.path);
    }
    Ok(())
}

#[test]
fn no_telephone_number_is_published() -> Outcome {
    for file in originals()? {
        let text = file.text();
        let found = telephone_numbers(&text);
        assert!(found.is_empty(), "{}: {found:?}", file.path);
        assert!(!text.contains("tel:"), "{}: a link that calls", file.path);
    }
    Ok(())
}

#[test]
fn the_wasm_is_among_the_files_that_are_searched() -> Outcome {
    let is_program =
        |path: &str| path.starts_with("assets/partneratlas_bg") && path.ends_with(".wasm");
    let wasm = originals()?.into_iter().find(|file| is_program(&file.path));
    let text = wasm.ok_or("no Wasm in dist/")?.text();
    assert!(text.contains("Uasin Gishu County"), "the catalogue within it can be read");
    Ok(())
}

#[test]
fn pages_link_to_their_own_files_by_relative_addresses() -> Outcome {
    let files: BTreeSet<String> = dist::files()?.into_iter().map(|file| file.path).collect();
    assert!(files.contains("projekt/alba/index.html"), "records have pages");
    for (page, tag) in page_tags()? {
        for name in ["href", "src", "action", "srcset", "poster"] {
            let Some(address) = tag.attribute(name).filter(|to| !to.starts_with("data:")) else {
                continue;
            };
            // Links of sources lead out; what a page loads is its own.
            let is_outward = address.starts_with("https://") || address.starts_with("mailto:");
            // Where it will lie is said in full, if it is said.
            let is_about = matches!(tag.attribute("rel"), Some("canonical" | "alternate"));
            if address.starts_with('#') || (is_outward && (tag.name == "a" || is_about)) {
                continue;
            }
            let is_relative = !address.starts_with('/') && !address.contains(':');
            assert!(is_relative, "{page}: <{} {name}=\"{address}\">", tag.name);
            let target = resolved(&page, address);
            assert!(
                files.contains(&target),
                "{page}: {address} leads to {target}, which is missing"
            );
        }
    }
    Ok(())
}

/// The file that a relative address of a page means.
fn resolved(page: &str, address: &str) -> String {
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    let address = address.split(['?', '#']).next().unwrap_or_default();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    let file = path.join("/");
    if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file }
}

#[test]
fn pages_hold_no_script_and_no_style_of_their_own() -> Outcome {
    for (page, tag) in page_tags()? {
        let shown = format!("{page}: <{} {:?}>", tag.name, tag.attributes);
        assert_ne!(tag.name, "style", "{shown}");
        if tag.name == "script" {
            // Data in JSON is no script, whatever its element is called: nothing runs it.
            let is_data = tag.attribute("type") == Some("application/ld+json");
            let is_file = tag.attribute("src").is_some() && tag.text.is_empty();
            assert!(is_file != is_data, "{shown}");
        }
        for (name, value) in &tag.attributes {
            assert!(name != "style" && !name.starts_with("on"), "{shown}");
            assert!(!value.trim_start().starts_with("javascript:"), "{shown}");
        }
    }
    Ok(())
}

#[test]
fn every_asset_is_asked_for_by_another_file() -> Outcome {
    let files = originals()?;
    let assets = files.iter().filter(|file| file.path.starts_with("assets/"));
    let names: Vec<&str> = assets.filter_map(|file| file.path.rsplit('/').next()).collect();
    assert!(names.len() >= 3, "script, Wasm and style at least: {names:?}");
    for name in names {
        let is_asked_for =
            files.iter().any(|file| !file.path.ends_with(name) && file.text().contains(name));
        assert!(is_asked_for, "nothing refers to {name}");
    }
    Ok(())
}

#[test]
fn each_page_has_one_element_in_its_own_language() -> Outcome {
    for (path, lang) in [
        ("index.html", "sv"),
        ("en/index.html", "en"),
        ("projekt/alba/index.html", "sv"),
        ("en/project/alba/index.html", "en"),
        ("land/KE/index.html", "sv"),
        ("en/country/KE/index.html", "en"),
    ] {
        let pages = pages()?;
        let page = pages.iter().find(|page| page.path == path).ok_or(path)?;
        let tags = tags(&page.text());
        let langs = |name: &str| -> Vec<_> {
            let named = tags.iter().filter(|tag| tag.name == name);
            named.map(|tag| tag.attribute("lang").map(str::to_owned)).collect()
        };
        assert_eq!(langs("html"), [Some(lang.to_owned())], "{path}");
        assert_eq!(langs("partner-atlas"), [Some(lang.to_owned())], "{path}");
    }
    Ok(())
}
