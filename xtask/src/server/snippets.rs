//! The settings for web servers under `docs/server` say what this server does. nginx and Apache run
//! theirs in the browser tests' `servers.rs`; those of IIS are only read.

use std::fs;

use super::{CONTENT_SECURITY_POLICY, HEADERS, IMMUTABLE, MEDIA_TYPES};
use crate::workspace;

fn snippet(name: &str) -> String {
    fs::read_to_string(workspace::path("docs/server").join(name)).unwrap()
}

/// Fails unless each expected line is there, and no other that begins alike.
fn expect_lines(text: &str, beginning: &str, expected: &[String]) {
    let found = text.lines().map(str::trim).filter(|line| line.starts_with(beginning));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

fn headers(line: impl Fn(&str, &str) -> String) -> Vec<String> {
    HEADERS.iter().map(|(name, value)| line(name, value)).collect()
}

fn types(line: impl Fn(&str, &str) -> String) -> Vec<String> {
    MEDIA_TYPES.iter().map(|(ending, kind)| line(ending, kind)).collect()
}

/// In quotes, if it holds a space.
fn quoted(kind: &str) -> String {
    if kind.contains(' ') { format!("\"{kind}\"") } else { kind.to_owned() }
}

#[test]
fn nginx_is_told_the_same() {
    let text = snippet("nginx.conf");
    let always: String =
        text.lines().filter(|line| line.ends_with(" always;")).collect::<Vec<_>>().join("\n");
    let header = |name: &str, value: &str| format!("add_header {name} \"{value}\" always;");
    expect_lines(&always, "add_header", &headers(header));
    let (_, rest) = text.split_once("types {\n").unwrap();
    let (block, _) = rest.split_once('}').unwrap();
    expect_lines(
        block,
        "",
        &types(|ending, kind| format!("{} {ending};", quoted(kind)))
            .into_iter()
            .chain([String::new()])
            .collect::<Vec<_>>(),
    );
    for needed in [
        "gzip_static on;",
        "#brotli_static on;",
        "default \"no-cache\";",
        &format!("\"{IMMUTABLE}\";"),
    ] {
        assert!(text.contains(needed), "{needed}");
    }
}

#[test]
fn apache_is_told_the_same() {
    let text = snippet("apache.conf");
    let header = |name: &str, value: &str| format!("Header always set {name} \"{value}\"");
    expect_lines(&text, "Header always set", &headers(header));
    expect_lines(&text, "Header unset", &["Header unset X-Frame-Options".to_owned()]);
    expect_lines(&text, "Header always unset", &["Header always unset X-Frame-Options".to_owned()]);
    expect_lines(
        &text,
        "AddType",
        &types(|ending, kind| format!("AddType {} .{ending}", quoted(kind))),
    );
    let caching =
        ["no-cache", IMMUTABLE].map(|rule| format!("Header set Cache-Control \"{rule}\""));
    expect_lines(&text, "Header set", &caching);
    expect_lines(
        &text,
        "AddEncoding",
        &["br .br", "gzip .gz"].map(|rule| format!("AddEncoding {rule}")),
    );
}

#[test]
fn iis_is_told_the_same() {
    let text = snippet("web.config");
    let (usual, rest) = text.split_once("<rewrite>").unwrap();
    let (rewriting, rest) = rest.split_once("</rewrite>").unwrap();
    expect_nested(&format!("{usual}-->{}", rest.replacen("-->", "", 1)));
    expect_nested(&format!("<rewrite>{rewriting}</rewrite>"));
    assert!(!rewriting.contains("--"), "it would end the comment");

    let header = |name: &str, value: &str| format!("<add name=\"{name}\" value=\"{value}\" />");
    let mut all = headers(header);
    all.push(header("Vary", "Accept-Encoding"));
    expect_lines(usual, "<add name=", &all);
    let mut all = types(|ending, kind| {
        format!("<mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />")
    });
    all.extend(["br", "gz"].map(|ending| {
        format!("<mimeMap fileExtension=\".{ending}\" mimeType=\"application/octet-stream\" />")
    }));
    expect_lines(usual, "<mimeMap", &all);
    let values = ["br", "gzip"].into_iter().chain(MEDIA_TYPES.iter().map(|(_, kind)| *kind));
    let values = values.filter(|value| *value != "image/png");
    let values: Vec<_> =
        values.map(|value| format!("<action type=\"Rewrite\" value=\"{value}\" />")).collect();
    expect_lines(rewriting, "<action type=\"Rewrite\" value", &values);
    let (_, assets) = text.split_once("<location path=\"assets\">").unwrap();
    assert!(
        assets.contains("cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"immutable\"")
    );
    assert!(IMMUTABLE.contains(&(365 * 24 * 60 * 60).to_string()));
}

/// Fails unless every element is closed where it should be.
fn expect_nested(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").unwrap().1;
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        assert!(tag.matches('"').count() % 2 == 0 && !tag.contains(['<', '&']), "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with(['/', '?']) {
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn the_policy_is_written_down_for_people() {
    let page = snippet("../server.md");
    assert!(page.contains(CONTENT_SECURITY_POLICY), "docs/server.md");
    for (name, _) in HEADERS {
        assert!(page.contains(name), "docs/server.md does not explain {name}");
    }
}
