//! The settings of `docs/server`, on nginx and Apache themselves, and on the server of `cargo xtask serve`:
//! each file under its type, kept as long as it may be, compressed for those who take it, and safe.
//!
//! `cargo xtask test` runs these with `--ignored`, once it has unpacked both servers.

use std::fs;
use std::path::Path;

use partneratlas_e2e::dist::{self, Published};
use partneratlas_e2e::host::{Answer, BELOW, Host, ask};
use partneratlas_e2e::{Browser, Outcome, Result, assert_soon};
use xtask::server::{HEADERS, IMMUTABLE, Server, media_type};
use xtask::web_servers::WebServers;
use xtask::workspace;

const NO_COMPRESSION: &str = "identity";

fn servers() -> Result<WebServers> {
    WebServers::named().ok_or_else(|| "`cargo xtask test` names the folder of the servers".into())
}

/// Every check of a server's answers; `brotli` says whether it knows of files compressed that way.
fn expect_good_answers(port: u16, below: &str, brotli: bool) -> Outcome {
    let files = dist::files()?;
    let (twins, originals): (Vec<_>, Vec<_>) = files.into_iter().partition(Published::is_twin);
    for file in &originals {
        let path = format!("{below}{}", file.path);
        let plain = ask(port, "GET", &path, NO_COMPRESSION)?;
        expect_file(&plain, file, &file.content, None);
        for (encoding, ending, takes) in
            [("br", "br", "gzip, deflate, br, zstd"), ("gzip", "gz", "gzip, deflate")]
        {
            let twin = twins.iter().find(|twin| twin.path == format!("{}.{ending}", file.path));
            let Some(twin) = twin.filter(|_| brotli || encoding == "gzip") else { continue };
            let compressed = ask(port, "GET", &path, takes)?;
            expect_file(&compressed, file, &twin.content, Some(encoding));
        }
    }
    expect_pages(port, below)?;
    expect_nothing_else(port, below)
}

fn expect_file(answer: &Answer, file: &Published, content: &[u8], encoding: Option<&str>) {
    let path = &file.path;
    assert_eq!(answer.status, 200, "{path}");
    assert_eq!(answer.header("content-encoding").as_deref(), encoding, "{path}");
    assert!(answer.body == content, "{path}: {} bytes, {encoding:?}", answer.body.len());
    assert_eq!(
        answer.header("content-type").as_deref(),
        Some(media_type(Path::new(path))),
        "{path}"
    );
    let lifetime = if path.starts_with("assets/") { IMMUTABLE } else { "no-cache" };
    assert_eq!(answer.header("cache-control").as_deref(), Some(lifetime), "{path}");
    let vary = answer.header("vary").unwrap_or_default().to_lowercase();
    assert!(vary.contains("accept-encoding"), "{path}: {vary}");
    expect_headers(answer, path);
}

fn expect_headers(answer: &Answer, path: &str) {
    for (name, value) in HEADERS {
        assert_eq!(answer.header(name).as_deref(), Some(value), "{path}: {name}");
    }
    assert_eq!(answer.header("X-Frame-Options"), None, "{path}: others may frame it");
}

fn expect_pages(port: u16, below: &str) -> Outcome {
    for (folder, file) in [("", "index.html"), ("en/", "en/index.html")] {
        let page = ask(port, "GET", &format!("{below}{folder}?q=kenya"), NO_COMPRESSION)?;
        assert_eq!(page.status, 200, "{folder}");
        assert_eq!(page.header("cache-control").as_deref(), Some("no-cache"), "{folder}");
        assert!(page.body == fs::read(workspace::dist().join(file))?, "{folder}");
    }
    let refused = ask(port, "GET", &format!("{below}index.html"), "br;q=0, gzip;q=0")?;
    assert_eq!(refused.header("content-encoding"), None);
    let led_on = ask(port, "GET", &format!("{below}en"), NO_COMPRESSION)?;
    assert!(matches!(led_on.status, 301 | 307), "{}", led_on.status);
    let target = led_on.header("location").unwrap_or_default();
    assert!(target.ends_with(&format!("/{below}en/")), "{target}");
    Ok(())
}

fn expect_nothing_else(port: u16, below: &str) -> Outcome {
    for path in ["saknas", "assets/saknas-0123456789abcdef.js", "assets/", ".htaccess", "../secret"]
    {
        let nothing = ask(port, "GET", &format!("{below}{path}"), NO_COMPRESSION)?;
        assert!(matches!(nothing.status, 400 | 403 | 404), "{path}: {}", nothing.status);
        // A name that nothing has today may have something tomorrow.
        assert_ne!(nothing.header("cache-control").as_deref(), Some(IMMUTABLE), "{path}");
        let text = String::from_utf8_lossy(&nothing.body).into_owned();
        assert!(!text.contains("partneratlas"), "{path} lists files: {text}");
        if nothing.status != 400 {
            expect_headers(&nothing, path);
        }
    }
    Ok(())
}

/// A file that the new build has not, but an older one had, is still there.
fn expect_old_assets(host: &Host) -> Outcome {
    let old = "assets/partneratlas-0123456789abcdef.js";
    fs::write(host.folder().join(BELOW).join(old), "export {};")?;
    let answer = ask(host.port(), "GET", &format!("{BELOW}{old}"), "br")?;
    let file = Published { path: old.to_owned(), content: b"export {};".to_vec() };
    expect_file(&answer, &file, &file.content, None);
    Ok(())
}

#[test]
#[ignore = "`cargo xtask test` brings the servers"]
fn nginx_serves_by_its_settings() -> Outcome {
    let servers = servers()?;
    let host = Host::nginx(&servers, None)?;
    expect_good_answers(host.port(), "", false)?;
    expect_good_answers(host.port(), BELOW, false)?;
    expect_old_assets(&host)
}

#[test]
#[ignore = "`cargo xtask test` brings the servers"]
fn nginx_serves_brotli_where_its_module_is_there() -> Outcome {
    let servers = servers()?;
    let Some(module) = servers.nginx_brotli() else {
        eprintln!("skipped: libnginx-mod-http-brotli-static is not there");
        return Ok(());
    };
    let host = Host::nginx(&servers, Some(&module))?;
    expect_good_answers(host.port(), "", true)?;
    expect_good_answers(host.port(), BELOW, true)
}

#[test]
#[ignore = "`cargo xtask test` brings the servers"]
fn apache_serves_by_its_settings() -> Outcome {
    let host = Host::apache(&servers()?)?;
    expect_good_answers(host.port(), "", true)?;
    expect_good_answers(host.port(), BELOW, true)?;
    expect_old_assets(&host)
}

#[test]
fn our_own_server_is_no_better_than_theirs() -> Outcome {
    let server = Server::start(workspace::dist(), None, None)?;
    expect_good_answers(server.port(), "", true)
}

#[test]
#[ignore = "`cargo xtask test` brings the servers"]
fn the_page_comes_alive_in_a_folder_of_nginx() -> Outcome {
    let host = Host::nginx(&servers()?, None)?;
    Browser::on(host.below(), async |browser| {
        let atlas = browser.open("?land=KE").await?;
        assert_soon!(atlas.hits(), ["noreld"]);
        let english = browser.open("en/?vy=karta").await?;
        assert_soon!(english.number_of(".map"), 1_usize);
        assert_eq!(browser.language().await?, "en");
        Ok(())
    })
}

#[test]
#[ignore = "`cargo xtask test` brings the servers"]
fn a_page_opened_before_a_new_build_keeps_working() -> Outcome {
    let host = Host::nginx(&servers()?, None)?;
    let published = host.folder().join(BELOW);
    let old = assets(&published)?;
    Browser::on(host.below(), async |browser| {
        let atlas = browser.open("?vy=karta").await?;
        assert_soon!(atlas.pressed_jumps(), ["alla"]);
        // What is still on its way counts, too.
        let mut first = answered(&browser).await?;
        loop {
            browser.settle().await?;
            let again = answered(&browser).await?;
            if again.len() == first.len() {
                break;
            }
            first = again;
        }
        assert!(!first.iter().any(|name| name.starts_with("basemap")), "{first:?}");
        publish_another_build(&published)?;

        // The open page asks for a file of its own build.
        atlas.jump("kenya").await?;
        let is_there = async || {
            let names = answered(&browser).await?;
            Ok(names.iter().any(|name| name.starts_with("basemap") && old.contains(name)))
        };
        assert_soon!(is_there(), true);

        // The next visit gets the new build, whole.
        let new = browser.open("?vy=karta").await?;
        new.jump("kenya").await?;
        // As many files as before, and the finer map.
        assert_soon!(async { Ok(answered(&browser).await?.len()) }, first.len() + 1);
        let names = answered(&browser).await?;
        assert!(!names.iter().any(|name| old.contains(name)), "{names:?} of {old:?}");
        Ok(())
    })
}

/// The names of the files in `assets/`, without twins.
fn assets(site: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(site.join("assets"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".br") && !name.ends_with(".gz") {
            names.push(name);
        }
    }
    Ok(names)
}

/// The names of the assets that the open page has got.
async fn answered(browser: &Browser) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource')
        .filter(({ name, responseStatus }) => name.includes('/assets/') && responseStatus === 200)
        .map(({ name }) => name.split('/').at(-1))";
    browser.run(script, vec![]).await
}

/// Puts another build over one: the same program with other names in `assets/`, as if all contents had
/// changed. Its twins are left out; those of the old assets stay with them.
fn publish_another_build(published: &Path) -> Outcome {
    let renamed: Vec<(String, String)> = assets(published)?
        .into_iter()
        .filter_map(|name| {
            let (stem, hash) = name.rsplit_once('-')?;
            let (hash, ending) = hash.split_once('.')?;
            let other: String = hash.chars().rev().collect();
            Some((format!("{stem}-{hash}.{ending}"), format!("{stem}-{other}.{ending}")))
        })
        .collect();
    for file in dist::files()?.into_iter().filter(|file| !file.is_twin()) {
        let (mut path, mut content) = (file.path.clone(), file.content.clone());
        for (old, new) in &renamed {
            path = path.replace(old, new);
            content = with_bytes(&content, old.as_bytes(), new.as_bytes());
        }
        fs::write(published.join(&path), content)?;
        for ending in ["br", "gz"] {
            if !path.starts_with("assets/") {
                let _ = fs::remove_file(published.join(format!("{path}.{ending}")));
            }
        }
    }
    Ok(())
}

/// Replaces bytes by as many others, also in a Wasm file.
fn with_bytes(content: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut changed = content.to_vec();
    let places = content.windows(from.len()).enumerate().filter(|(_, part)| *part == from);
    for (at, _) in places {
        changed.splice(at..at + from.len(), to.iter().copied());
    }
    changed
}
